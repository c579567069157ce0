"""A short plain text for e-mail or chat: what an agency has overdue and falling due, at most some 15 lines each."""

from typing import Any

from cchc_cli.paper import count
from cchc_cli.reports import citing, pressing, rows
from cchc_cli.reports.letterhead import issuer
from cchc_cli.reports.scene import Report, Scene

_OVERDUE, _DUE_SOON, _TITLE = 5, 4, 110


def build(scene: Scene) -> dict[str, Any]:
    """The same agencies as the letter's, with the first of their rows in short."""
    told = pressing.letter(scene, issuer("notice", REPORT, scene)["id"])
    return told | {
        "subject": f"Nhắc việc {citing.plans(scene)}",
        "basis": citing.basis(scene),
        "named": citing.plans(scene),
        "agencies": [_short(each) for each in told["agencies"]],
        "together": [_short(each) for each in told["together"]],
    }


REPORT = Report("Tin nhắc việc ngắn cho thư điện tử, Zalo", build, issuer="monitor", agencies="many")


def _short(agency: dict[str, Any]) -> dict[str, Any]:
    overdue, soon = agency["overdue"], agency["due_soon"]
    return agency | {
        "overdue": [_row(each) for each in overdue[:_OVERDUE]],
        "overdue_rest": _rest(overdue[_OVERDUE:]),
        "due_soon": [_row(each) for each in soon[:_DUE_SOON]],
        "due_soon_rest": _rest(soon[_DUE_SOON:]),
    }


def _row(row: rows.Row) -> rows.Row:
    return row | {"title": rows.short_title(row["title"], _TITLE)}


def _rest(left_out: list[rows.Row]) -> str:
    return f"… và {count(len(left_out))} mốc khác" if left_out else ""
