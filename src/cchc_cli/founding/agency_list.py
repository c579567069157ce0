"""A list of agencies from officers (a CSV file from Excel, or one name a line) → rows of the registry."""

import csv
from collections.abc import Iterable
from io import StringIO
from typing import NamedTuple

from cchc_cli.founding.clean_text import tidy
from cchc_cli.founding.kinds import kind_of, printed
from cchc_cli.model import AgencyRow
from cchc_cli.text.digits import whole
from cchc_cli.text.encoding import Misread, handed_in
from cchc_cli.text.problems import Stop
from cchc_cli.vietnamese.names import fold, nearest, slug
from cchc_cli.wording.roles import AGENCY_KIND

_WORKBOOKS = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")
# Folded heads of the columns; if a list has several for one meaning, the first in the tuple is used.
_HEADS = {
    "name": ("ten ubnd", "ten co quan", "ten don vi", "co quan", "don vi", "ten day du", "ten", "name"),
    "id": ("id",),
    "kind": ("kind", "loai", "loai co quan"),
    "abbreviation": ("abbreviation", "viet tat", "chu viet tat", "ten viet tat"),
    "order": ("order", "thu tu"),
    "code": ("code", "ma", "ma dvhc", "ma don vi", "ma dinh danh"),
    "basis": ("basis", "can cu"),
}
_HEAD_WITHIN = 10  # rows searched for the heads, because a title may stand above them
_HINT = 'dòng đầu phải có cột "Tên"; có thể thêm: Loại, Viết tắt, Thứ tự, Mã, Căn cứ, id'


class Line(NamedTuple):
    """One line of a list: its place ("so.csv, dòng 3") and its cells by meaning."""

    place: str
    cells: dict[str, str]


class _Table(NamedTuple):
    """The column of each meaning, the number of heads, and the rows with their line numbers."""

    columns: dict[str, int]
    width: int
    rows: list[tuple[int, list[str]]]


def csv_lines(data: bytes, file: str) -> list[Line]:
    """The lines of a CSV file in UTF-8 or UTF-16 with commas, semicolons or tabs, as Excel in Vietnam writes it."""
    text = _text(data, file)
    try:
        tables = [_table(text, delimiter) for delimiter in ";\t,"]
    except csv.Error as error:
        raise Stop(f"không đọc được {file}: không phải tệp CSV", "trong Excel, lưu thành CSV UTF-8") from error
    best = max(tables, key=lambda table: len(table.columns))
    if not best.columns:
        raise Stop(f"{file}: không thấy cột tên cơ quan", _HINT)
    for number, row in best.rows:
        if any(cell.strip() for cell in row[best.width :]):
            hint = "tên có dấu phẩy, dấu chấm phẩy thì đặt trong ngoặc kép"
            raise Stop(f"{file}, dòng {number}: nhiều ô hơn dòng tên cột", hint)
    lines = [
        Line(
            f"{file}, dòng {number}",
            {meaning: tidy(row[place]) for meaning, place in best.columns.items() if place < len(row)},
        )
        for number, row in best.rows
    ]
    if not any(line.cells.get("name") for line in lines):
        raise Stop(f"{file}: dưới dòng tên cột không có cơ quan nào", "xem lại tệp")
    return lines


def rows_of(lines: Iterable[Line], within: bool = False) -> tuple[AgencyRow, ...]:
    """A row for each line that has a name (`kinds.kind_of`); an error in a line is a `Stop` that names the line."""
    return tuple(_row(line, within) for line in lines if line.cells.get("name"))


def _text(data: bytes, file: str) -> str:
    if data.startswith(_WORKBOOKS):
        raise Stop(f"{file} là tệp Excel, không phải CSV", "trong Excel, lưu thành CSV UTF-8")
    text = handed_in(data)
    if isinstance(text, Misread):
        seems = f", có vẻ là {text.encoding}" if text.encoding else ""
        raise Stop(f"{file} không phải tệp CSV ghi bằng UTF-8{seems}", "trong Excel, lưu thành CSV UTF-8")
    return text


def _table(text: str, delimiter: str) -> _Table:
    """The rows below the heads: the first of ten rows with a head for names; without one the table has no columns."""
    reader = csv.reader(StringIO(text.replace("\0", ""), newline=""), delimiter=delimiter)
    rows = [(reader.line_num, row) for row in reader]
    for place, (_, row) in enumerate(rows[:_HEAD_WITHIN]):
        columns = _columns(row)
        if "name" in columns:
            return _Table(columns, len(row), rows[place + 1 :])
    return _Table({}, 0, [])


def _columns(heads: list[str]) -> dict[str, int]:
    places = {fold(head): place for place, head in reversed(list(enumerate(heads)))}
    found = {
        meaning: next((places[name] for name in names if name in places), None) for meaning, names in _HEADS.items()
    }
    return {meaning: place for meaning, place in found.items() if place is not None}


def _row(line: Line, within: bool) -> AgencyRow:
    cells = line.cells
    word, order = cells.get("kind", ""), cells.get("order", "")
    kind = kind_of(cells["name"], word, within)
    if kind is None:
        known = [words for each, words in AGENCY_KIND.items() if each != "group"]
        near = nearest(word, known) or known
        raise Stop(f'{line.place}: không có loại cơ quan "{word}"', "ghi một trong: " + "; ".join(near))
    if kind == "group":
        raise Stop(f'{line.place}: "{cells["name"]}" là nhóm', "bỏ dòng này; nhóm thêm sau trong plan/agencies.yaml")
    if order and whole(order) is None:
        raise Stop(f'{line.place}: thứ tự phải là số nguyên, không phải "{order}"', "sửa hoặc để trống")
    name = printed(cells["name"], kind, word)
    identity = slug(cells.get("id") or name)
    if not identity:
        raise Stop(f'{line.place}: "{cells["name"]}" không phải tên cơ quan', "sửa hoặc bỏ dòng này")
    return AgencyRow(
        id=identity,
        name=name,
        kind=kind,
        abbreviation=cells.get("abbreviation") or None,
        order=whole(order),
        code=cells.get("code") or None,
        basis=cells.get("basis") or None,
    )
