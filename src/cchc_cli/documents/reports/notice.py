"""A short plain text for e-mail or chat: what an agency has overdue and due soon, about 15 lines each at most."""

from typing import TypeVar

from msgspec import structs

from cchc_cli.documents.reports import citations, due_parts, rows
from cchc_cli.documents.reports.letterhead import issuer
from cchc_cli.documents.reports.scene import ReportKind, Scene
from cchc_cli.vietnamese.paper import count

_OVERDUE, _DUE_SOON, _TITLE = 5, 4, 110


class Short(due_parts.Reminded, frozen=True):
    """The first rows of an agency, and the number of rows omitted."""

    overdue_rest: str
    due_soon_rest: str


class ShortTogether(due_parts.Together, frozen=True):
    """The same for a group of agencies with the same rows."""

    overdue_rest: str
    due_soon_rest: str


class Notice(due_parts.Letter, frozen=True, kw_only=True):
    """What the template prints: the fields of the letter, with only the first rows."""

    agencies: tuple[Short, ...]
    together: tuple[ShortTogether, ...]


_Short = TypeVar("_Short", Short, ShortTogether)


def build(scene: Scene) -> Notice:
    """The agencies of the letter, each with its first rows, shortened."""
    told = due_parts.letter(scene, issuer("notice", REPORT, scene).id, f"Nhắc việc {citations.plan(scene)}")
    short = {
        "agencies": tuple(_short(each, Short) for each in told.agencies),
        "together": tuple(_short(each, ShortTogether) for each in told.together),
    }
    return Notice(**structs.asdict(told) | short)


REPORT = ReportKind("Tin nhắc việc ngắn cho thư điện tử, Zalo", build, issuer="monitor", agencies="many", soon=True)


def _short(agency: due_parts.Reminded, shape: type[_Short]) -> _Short:
    overdue, soon = agency.overdue, agency.due_soon
    first = structs.replace(
        agency,
        overdue=tuple(_row(each) for each in overdue[:_OVERDUE]),
        due_soon=tuple(_row(each) for each in soon[:_DUE_SOON]),
    )
    rests = _rest(overdue[_OVERDUE:]), _rest(soon[_DUE_SOON:])
    return shape(**structs.asdict(first), overdue_rest=rests[0], due_soon_rest=rests[1])


def _row(row: rows.Row) -> rows.Row:
    return structs.replace(row, title=rows.short_title(row.title, _TITLE))


def _rest(left_out: tuple[rows.Row, ...]) -> str:
    return f"… và {count(len(left_out))} mốc khác" if left_out else ""
