"""Bytes of a workbook from outside → its stamp and the rows of its sheets, by the heads of their columns.

Columns are known by their heads and rows by their ids, so that both may be moved, hidden or sorted.
"""

from collections.abc import Iterator
from datetime import date as Day
from typing import NamedTuple

from msgspec import Struct

from cchc_cli.forms import stamp
from cchc_cli.forms.columns import PAGES, STAMP, Column, Page
from cchc_cli.forms.stamp import Stamp
from cchc_cli.importing import excel, package
from cchc_cli.importing.excel import Value
from cchc_cli.importing.scan import Merged, Scan, letters, scanned
from cchc_cli.text.problems import Stop
from cchc_cli.text.unpacking import Parts
from cchc_cli.vietnamese.names import fold

_HEAD_WITHIN = 40
"""The rows in which the heads are looked for: an officer may insert some above them."""
_MOST = 10


class Cell(NamedTuple):
    """A cell with something in it: its value, its column letters and row number, as A17."""

    value: Value
    name: str


class Line(NamedTuple):
    """A row with something in it: its number, and its cells by key of the column."""

    number: int
    cells: dict[str, Cell]


class Sheet(NamedTuple):
    """A sheet that was filled in, and the columns that it lacks or has beside those of the form."""

    page: Page
    lines: tuple[Line, ...]
    lacks: tuple[str, ...] = ()
    strange: tuple[str, ...] = ()


class Received(Struct, frozen=True):
    """A form that came back."""

    stamp: Stamp
    sheets: tuple[Sheet, ...]


def received(data: bytes) -> Received:
    """The form in a workbook; raise a `Stop` for what is none, or cannot be understood."""
    parts = package.parts(data)
    scans = scanned(parts)
    wanted = {*(page.name for page in PAGES), STAMP}
    grids = {each.name: each.rows for each in excel.sheets(data, wanted & scans.keys())}
    own = _stamp(parts, grids)
    sheets = tuple(
        _sheet(page, grids[page.name], scans[page.name], len(own.agencies) > 1) for page in PAGES if page.name in grids
    )
    if not sheets:
        raise Stop(
            "phiếu không còn trang nào để đọc", f"giữ nguyên tên các trang: {', '.join(each.name for each in PAGES)}"
        )
    return Received(own, sheets)


def _stamp(parts: Parts, grids: dict[str, list[list[Value]]]) -> Stamp:
    from cchc_cli.documents.render import properties

    hidden = {str(row[0]): _plain(row[1]) for row in grids.get(STAMP, []) if len(row) > 1}
    kept = stamp.of_properties(properties.read(parts))
    if hidden and kept and hidden.get("fingerprint") != kept.get("fingerprint"):
        raise Stop("phiếu ghép từ hai phiếu khác nhau", "điền lại vào phiếu gốc đã gửi cho cơ quan")
    found = stamp.read(hidden) or stamp.read(kept)
    if found is None:
        raise Stop(
            "không phải phiếu do cchc lập, hoặc đã mất phần nhận dạng",
            "điền vào đúng tệp đã gửi, không chép sang tệp mới",
        )
    return found


def _plain(value: Value) -> str:
    return value.isoformat()[:10] if isinstance(value, Day) else str(value)


def _sheet(page: Page, grid: list[list[Value]], scan: Scan, together: bool) -> Sheet:
    if scan.formulas:
        raise Stop(
            f"{page.name}!{_some(scan.formulas)}: ô có công thức",
            "thay công thức bằng giá trị (chép, dán giá trị) rồi gửi lại",
        )
    if scan.errors:
        raise Stop(f"{page.name}!{_some(scan.errors)}: ô báo lỗi của Excel (như #REF!)", "xóa ô rồi gõ lại nội dung")
    columns = page.shown(together)
    place, heads = _heads(page, grid, columns)
    _refuse_merged(page, scan.merged, place)
    lines = tuple(_lines(grid, place, heads, scan.percents))
    missing = [each for each in columns if each.key not in heads.values()]
    strange = tuple(_strange(grid, place, heads))
    lost = [each for each in missing if each.needed or (each.filled_in and strange)]
    if lost:
        beside = f"; có cột lạ: {', '.join(strange)}" if strange else ""
        named = ", ".join(f"“{each.title}”" for each in lost)
        raise Stop(f"{page.name}!{place + 1}: không thấy cột {named}{beside}", "giữ nguyên dòng tiêu đề của phiếu")
    return Sheet(page, lines, tuple(each.title for each in missing if each.filled_in), strange)


def _heads(page: Page, grid: list[list[Value]], columns: tuple[Column, ...]) -> tuple[int, dict[int, str]]:
    """The row of the heads, from 0, and the key of each column by its place."""
    known = {fold(each.title): each.key for each in columns}
    found: dict[int, str] = {}
    for number, row in enumerate(grid[:_HEAD_WITHIN]):
        keys = {place: known[key] for place, each in enumerate(row) if (key := fold(str(each))) in known}
        if len(set(keys.values())) > max(1, len(set(found.values()))) and "id" in keys.values():
            found, at = keys, number
    if not found:
        raise Stop(f"{page.name}: không thấy dòng tiêu đề của phiếu", "giữ nguyên dòng tiêu đề (Mã, …) của phiếu")
    twice = [key for key in found.values() if list(found.values()).count(key) > 1]
    if twice:
        title = next(each.title for each in columns if each.key == twice[0])
        raise Stop(f"{page.name}!{at + 1}: có hai cột “{title}”", "bỏ cột thừa rồi gửi lại")
    return at, found


def _lines(grid: list[list[Value]], head: int, heads: dict[int, str], percents: frozenset[str]) -> Iterator[Line]:
    for number, row in enumerate(grid[head + 1 :], head + 2):
        cells = {
            key: Cell(_shown(row[place], name in percents), name)
            for place, key in heads.items()
            if place < len(row) and not _is_blank(row[place]) and (name := f"{letters(place)}{number}")
        }
        if cells:
            yield Line(number, cells)


def _shown(value: Value, is_percent: bool) -> Value:
    """A value as its cell shows it: 0.6 is "60%" where the cell is one of percentages."""
    return f"{value * 100:.10g}%".replace(".", ",") if is_percent and isinstance(value, float | int) else value


def _strange(grid: list[list[Value]], head: int, heads: dict[int, str]) -> Iterator[str]:
    """Columns with something in them that are none of the form's."""
    width = max(map(len, grid[head:]), default=0)
    for place in range(width):
        if place not in heads and any(place < len(row) and not _is_blank(row[place]) for row in grid[head + 1 :]):
            title = str(grid[head][place]).strip() if place < len(grid[head]) else ""
            yield f"{letters(place)} “{title}”" if title else letters(place)


def _is_blank(value: Value) -> bool:
    return isinstance(value, str) and not value.strip(" \t\r\n\xa0\u200b\ufeff")


def _refuse_merged(page: Page, merged: tuple[Merged, ...], head: int) -> None:
    inside = tuple(each.name for each in merged if each.last >= head)
    if inside:
        raise Stop(f"{page.name}!{_some(inside)}: ô bị gộp", "bỏ gộp ô (Unmerge Cells), ghi vào từng dòng rồi gửi lại")


def _some(names: tuple[str, ...]) -> str:
    more = f" và {len(names) - _MOST} ô nữa" if len(names) > _MOST else ""
    return ", ".join(names[:_MOST]) + more
