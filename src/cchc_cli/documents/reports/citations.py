"""How reports cite their plan: by the document that issued it, and by its name."""

from cchc_cli.documents.reports.scene import Scene
from cchc_cli.vietnamese.names import fold
from cchc_cli.vietnamese.paper import long_date, lower_first

_REFORM = "cai cach hanh chinh"


def basis(scene: Scene) -> str:
    """The basis of the work, after "Thực hiện": the document as first cited (NĐ 30/2020/NĐ-CP, Phụ lục I, II.6).

    A draft is cited by its name.
    """
    decision = scene.plan.file.decision
    if decision is None or not is_numbered(scene) or decision.date is None:
        return plan(scene)
    title = decision.title or scene.plan.file.title
    itself = scene.plan.is_its_own_document
    about = f"về {_subject(title, decision.kind)}" if itself else f"về việc {lower_first(title)}"
    number = f"{decision.kind.capitalize()} số {decision.number} {long_date(decision.date)}"
    return f"{number} của {_issued_by(decision.authority or '', scene)} {about}"


def window(scene: Scene) -> str:
    """From which day to which a report tells, and the day of the figures where it is another."""
    end = min(scene.period.end, scene.as_of)
    if end < scene.period.start:
        return f"tình trạng nhiệm vụ tính đến {long_date(scene.as_of)}"
    told = f"số liệu từ {long_date(scene.period.start)} đến {long_date(end)}"
    return told if end == scene.as_of else f"{told}; tình trạng nhiệm vụ tính đến {long_date(scene.as_of)}"


def is_numbered(scene: Scene) -> bool:
    """Whether the plan is issued under a number and a day, by which it can be cited."""
    return not scene.plan.is_draft


def plan(scene: Scene) -> str:
    """ "Kế hoạch cải cách hành chính tỉnh Khánh Hòa năm 2026"; the plan's own kind, which may be Đề án."""
    kind = scene.plan.file.kind
    return f"{kind.capitalize()} {_subject(scene.plan.file.title, kind)}"


def work(scene: Scene, usual: str, otherwise: str) -> str:
    """The subject of a report: the usual one on administrative reform, another with the name of the plan."""
    return usual if is_on_reform(scene) else f"{otherwise} {plan(scene)}"


def is_on_reform(scene: Scene) -> bool:
    """Whether the plan is one on administrative reform."""
    return _REFORM in fold(scene.plan.file.title)


def _issued_by(authority: str, scene: Scene) -> str:
    """The body whose document it is, or its head where the head is printed: "Bộ trưởng Bộ Nội vụ"."""
    name = scene.workspace.registry.full(scene.plan.issuer)
    head = authority.removesuffix(f" {name.upper()}")
    return f"{head.capitalize()} {name}" if head != authority else name


def below_kind(title: str, kind: str) -> str:
    """A title as it is printed below its kind: "KẾ HOẠCH", "Chuyển đổi số" of "Kế hoạch chuyển đổi số"."""
    bare = _bare(title, kind)
    return bare[:1].upper() + bare[1:]


def _subject(title: str, kind: str) -> str:
    return lower_first(_bare(title, kind))


def _bare(title: str, kind: str) -> str:
    """A plan's title without the words of its kind, like "Kế hoạch"."""
    begun = title.casefold().startswith(f"{kind.casefold()} ")
    return title[len(kind) + 1 :] if begun else title
