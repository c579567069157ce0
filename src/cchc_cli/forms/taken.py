"""A form that came back → what it says: entries, measurements, texts, every cell refused, every cell to look at."""

from collections.abc import Callable, Iterator
from typing import TypeVar

from msgspec import Struct

from cchc_cli.forms.columns import FIGURES, PROGRESS, TEXTS
from cchc_cli.forms.figures import measured
from cchc_cli.forms.line import Looked, Refusal, Row
from cchc_cli.forms.passages import passage
from cchc_cli.forms.progress import Reported, reported
from cchc_cli.forms.read import Received
from cchc_cli.forms.wanted import Wanted
from cchc_cli.model import Measurement, Text
from cchc_cli.recording import identities
from cchc_cli.recording.faults import Fault

Found = Reported | Measurement | Text
F = TypeVar("F", Reported, Measurement, Text)


class Taken(Struct, frozen=True):
    """What a form says. Nothing of it is recorded if a cell is refused."""

    entries: tuple[Reported, ...] = ()
    figures: tuple[Measurement, ...] = ()
    texts: tuple[Text, ...] = ()
    refusals: tuple[Refusal, ...] = ()
    looks: tuple[Looked, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Whether nothing was filled in."""
        return not (self.entries or self.figures or self.texts or self.refusals)


def taken(given: Received, wanted: Wanted) -> Taken:
    """Read every filled row of the form."""
    kept: dict[tuple[str, str, str], tuple[Row, Found]] = {}
    refusals: list[Refusal] = []
    looks: list[Looked] = []
    for row in rows(given):
        agency = _agency(row, given.stamp.agencies, wanted)
        found = [agency] if isinstance(agency, Refusal) else _READERS[row.page.name](row, agency, wanted)
        looks += row.looks()
        if isinstance(found, list):
            refusals += found
            continue
        key = row.page.name, str(agency), row.id.upper()
        if key in kept and _said(kept[key][1]) != _said(found):
            refusals.append(_twice(kept[key][0], row))
        kept.setdefault(key, (row, found))
    every = [found for _, found in kept.values()]
    return Taken(_of(every, Reported), _of(every, Measurement), _of(every, Text), tuple(refusals), tuple(looks))


def rows(given: Received) -> Iterator[Row]:
    """The rows in which something is filled in."""
    for sheet in given.sheets:
        free = {column.key for column in sheet.page.columns if column.filled_in}
        yield from (Row(sheet.page, line) for line in sheet.lines if free & line.cells.keys())


_READERS: dict[str, Callable[[Row, str, Wanted], Found | list[Refusal]]] = {
    PROGRESS.name: reported,
    FIGURES.name: measured,
    TEXTS.name: passage,
}


def _agency(row: Row, own: tuple[str, ...], wanted: Wanted) -> str | Refusal:
    """Whose row it is."""
    if len(own) == 1:
        return own[0]
    if not row.words("agency"):
        return Refusal(row.name, "dòng có nội dung nhưng không có tên cơ quan", "lấy lại dòng này từ phiếu gốc")
    found = identities.reporter(row.words("agency"), wanted.registry)
    if isinstance(found, Fault):
        return row.refusal(found)
    if found not in own:
        return Refusal(row.cell("agency"), f"{wanted.registry.name(found)} không có trong phiếu này", "dùng phiếu khác")
    return found


def _said(found: Found) -> object:
    return found.update.entry if isinstance(found, Reported) else found


def _twice(first: Row, row: Row) -> Refusal:
    told = f"mã {row.id} đã có ở dòng {first.line.number} với nội dung khác"
    return Refusal(row.cell("id"), told, "giữ một dòng, xóa nội dung của dòng kia")


def _of(found: list[Found], kind: type[F]) -> tuple[F, ...]:
    return tuple(each for each in found if isinstance(each, kind))
