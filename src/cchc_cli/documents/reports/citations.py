"""How reports cite their plan: by the document that issued it, and by its name."""

from cchc_cli.documents.reports.scene import Scene
from cchc_cli.vietnamese.names import fold
from cchc_cli.vietnamese.paper import long_date, lower_first

_PLAN = "kế hoạch "
_REFORM = "cai cach hanh chinh"


def basis(scene: Scene) -> str:
    """The basis of the work, after "Thực hiện": the document as first cited (NĐ 30/2020/NĐ-CP, Phụ lục I, II.6).

    A draft is cited by its name.
    """
    decision = scene.plan.file.decision
    if decision is None or not is_numbered(scene) or decision.date is None:
        return plan(scene)
    issued_by = scene.workspace.registry.full(scene.plan.issuer)
    title = decision.title or scene.plan.file.title
    about = f"về {_subject(title)}" if _is_plan(decision.kind) else f"về việc {lower_first(title)}"
    return f"{decision.kind.capitalize()} số {decision.number} {long_date(decision.date)} của {issued_by} {about}"


def is_numbered(scene: Scene) -> bool:
    """Whether the plan is issued under a number and a day, by which it can be cited."""
    return not scene.plan.is_draft


def plan(scene: Scene) -> str:
    """ "Kế hoạch cải cách hành chính tỉnh Khánh Hòa năm 2026"."""
    return f"Kế hoạch {_subject(scene.plan.file.title)}"


def work(scene: Scene, usual: str, otherwise: str) -> str:
    """The subject of a report: the usual one on administrative reform, another with the name of the plan."""
    return usual if _REFORM in fold(scene.plan.file.title) else f"{otherwise} {plan(scene)}"


def _is_plan(kind: str) -> bool:
    return kind.casefold().startswith(_PLAN.strip())


def _subject(title: str) -> str:
    """A plan's title without the word "Kế hoạch"."""
    return lower_first(title[len(_PLAN) :] if title.casefold().startswith(_PLAN) else title)
