"""What officers wrote for the places of a report: texts/PERIOD.yaml → the texts that a document prints.

The places of periodic reports have bare names. So have those of an agency's report: its texts are offered in the
periodic report to whoever writes there. The places of other documents begin with the document's name.
"""

from collections import defaultdict

from cchc_cli.documents.reports.scene import ReportKind, Scene
from cchc_cli.documents.texts.form import blocks, written
from cchc_cli.documents.texts.places import Texts
from cchc_cli.documents.texts.stamp import AGENCY, PERIOD, PLAN
from cchc_cli.model import Text
from cchc_cli.plan.plans import Plan
from cchc_cli.plan.registry import Registry
from cchc_cli.vietnamese.paper import short_date

_BARE = ("periodic", "agency")


def texts(name: str, report: ReportKind, scene: Scene) -> Texts:
    """The texts of a report, by its own agency or by nobody in particular; and what agencies wrote for its places."""
    of = scene.agencies[0] if report.issuer == "agency" else None
    known = [text for period, text in scene.plan.records.texts if period == scene.period.id]
    return Texts(
        {text.place: text.text for text in known if text.agency == of},
        {} if of else _material(known, scene.workspace.registry),
        "" if report.issuer in _BARE else f"{name.replace('-', '')}.",
        {PLAN: identity(scene.plan), PERIOD: scene.period.id} | ({AGENCY: of} if of else {}),
    )


def identity(plan: Plan) -> str:
    """What tells a plan from others in a document that comes back: issuer, number and date, or its title."""
    decision = plan.file.decision
    number, date = (decision.number, decision.date) if decision else (None, None)
    named = f"{number} ngày {short_date(date)}" if number and date and not plan.is_draft else plan.file.title
    return f"{named} ({plan.issuer})"


def _material(known: list[Text], registry: Registry) -> dict[str, tuple[str, ...]]:
    """What agencies wrote, by place, in the order of the registry; each paragraph with the agency's name."""
    found: dict[str, tuple[str, ...]] = defaultdict(tuple)
    order = {row.id: place for place, row in enumerate(registry.rows)}
    for text in sorted(known, key=lambda each: order.get(each.agency or "", -1)):
        if text.agency is not None:
            said = (f"{registry.name(text.agency)}: {written((block,))}" for block in blocks(text.text))
            found[text.place] = (*found[text.place], *said)
    return found
