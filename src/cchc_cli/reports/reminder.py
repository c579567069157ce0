"""The letter that reminds agencies of what they lead and is overdue or falls due (domain.md, 7): joint, or one each."""

from typing import Any

from cchc_cli.reports import citing, pressing
from cchc_cli.reports.letterhead import issuer
from cchc_cli.reports.scene import Report, Scene


def build(scene: Scene) -> dict[str, Any]:
    """One letter to all who have something pressing, with an annex by agency."""
    return pressing.letter(scene, issuer("reminder", REPORT, scene)["id"]) | {
        "subject": f"đôn đốc thực hiện {citing.plans(scene)}",
        "basis": citing.basis(scene),
        "named": citing.plans(scene),
    }


REPORT = Report(
    "Công văn đôn đốc (chung, hoặc --each: mỗi cơ quan một công văn)", build, issuer="monitor", agencies="many"
)


def each(view: dict[str, Any]) -> dict[str, dict[str, Any]]:
    """The view of the joint letter → those of a letter to each of its agencies, by id."""
    return {agency["id"]: _alone(view, agency) for agency in view["report"]["agencies"]}


def _alone(view: dict[str, Any], agency: dict[str, Any]) -> dict[str, Any]:
    told = view["report"] | {
        "to": [agency["name"]],
        "addressee": agency["name"],
        "words": agency["words"],
        "overdue_total": agency["overdue_count"],
        "due_soon_total": agency["due_soon_count"],
        "agencies": [agency],
        "together": [agency],
        "several": False,
    }
    return view | {"agency": {"id": agency["id"], "name": agency["name"]}, "report": told}
