"""How reports cite their plans: the decision of one plan, or the number of plans."""

from cchc_cli.documents.reports.scene import Scene
from cchc_cli.plan.plans import Plan
from cchc_cli.vietnamese.paper import count, long_date


def basis(scene: Scene) -> str:
    """The basis of the work, after "Thực hiện": the decision as first cited (NĐ 30/2020/NĐ-CP, Phụ lục I, II.6)."""
    if scene.several:
        return plans(scene)
    decision = scene.plan.file.decision
    if decision is None or not decision.number or decision.date is None or decision.title is None:
        return plans(scene)
    return f"Quyết định số {decision.number} {long_date(decision.date)} về việc {_lower(decision.title)}"


def plans(scene: Scene) -> str:
    """ "Kế hoạch cải cách hành chính tỉnh Khánh Hòa năm 2026", or "80 kế hoạch cải cách hành chính"."""
    if scene.several:
        return f"{count(len(scene.workspace.plans))} kế hoạch cải cách hành chính"
    return _named(scene.plan)


def _named(plan: Plan) -> str:
    title = plan.file.title
    return title if title.casefold().startswith("kế hoạch") else f"Kế hoạch {_lower(title)}"


def _lower(text: str) -> str:
    return text[:1].lower() + text[1:]
