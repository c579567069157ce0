"""A short plain text for e-mail or chat: what an agency has overdue and falling due, at most some 15 lines each."""

from typing import Any

from msgspec import structs

from cchc_cli.paper import count
from cchc_cli.reports import citing, pressing, rows
from cchc_cli.reports.letterhead import issuer
from cchc_cli.reports.scene import Report, Scene

_OVERDUE, _DUE_SOON, _TITLE = 5, 4, 110


class Short(pressing.Reminded, frozen=True):
    """The first rows of an agency, and how many more there are."""

    overdue_rest: str
    due_soon_rest: str


class ShortTogether(pressing.Together, frozen=True):
    """The same of agencies that are told the same."""

    overdue_rest: str
    due_soon_rest: str


def build(scene: Scene) -> pressing.Letter:
    """The same agencies as the letter's, with the first of their rows in short."""
    told = pressing.letter(scene, issuer("notice", REPORT, scene).id, f"Nhắc việc {citing.plans(scene)}")
    return structs.replace(
        told,
        agencies=tuple(Short(**_short(each)) for each in told.agencies),
        together=tuple(ShortTogether(**_short(each)) for each in told.together),
    )


REPORT = Report("Tin nhắc việc ngắn cho thư điện tử, Zalo", build, issuer="monitor", agencies="many")


def _short(agency: pressing.Reminded) -> dict[str, Any]:
    """The fields of a struct of few rows."""
    overdue, soon = agency.overdue, agency.due_soon
    return structs.asdict(agency) | {
        "overdue": tuple(_row(each) for each in overdue[:_OVERDUE]),
        "overdue_rest": _rest(overdue[_OVERDUE:]),
        "due_soon": tuple(_row(each) for each in soon[:_DUE_SOON]),
        "due_soon_rest": _rest(soon[_DUE_SOON:]),
    }


def _row(row: rows.Row) -> rows.Row:
    return structs.replace(row, title=rows.short_title(row.title, _TITLE))


def _rest(left_out: tuple[rows.Row, ...]) -> str:
    return f"… và {count(len(left_out))} mốc khác" if left_out else ""
