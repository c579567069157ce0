"""What officers wrote for the places of a report: texts/PERIOD.yaml → the texts that a document prints.

The places of periodic reports have bare names. So have those of an agency's report: its texts are offered in the
periodic report to whoever writes there. The places of other documents begin with the document's name.
"""

from collections import defaultdict

from cchc_cli.documents.reports.scene import ReportKind, Scene
from cchc_cli.documents.texts.form import blocks, written
from cchc_cli.documents.texts.places import Texts
from cchc_cli.model import Text
from cchc_cli.plan.registry import Registry

_BARE = ("periodic", "agency")


def texts(name: str, report: ReportKind, scene: Scene) -> Texts:
    """The texts of a report, by its own agency or by nobody in particular; and what agencies wrote for its places."""
    of = scene.agencies[0] if report.issuer == "agency" else None
    known = [text for period, text in scene.plan.records.texts if period == scene.period.id]
    return Texts(
        {text.place: text.text for text in known if text.agency == of},
        {} if of else _material(known, scene.workspace.registry),
        "" if report.issuer in _BARE else f"{name.replace('-', '')}.",
    )


def _material(known: list[Text], registry: Registry) -> dict[str, tuple[str, ...]]:
    """What agencies wrote, by place, in the order of the registry; each paragraph with the agency's name."""
    found: dict[str, tuple[str, ...]] = defaultdict(tuple)
    order = {row.id: place for place, row in enumerate(registry.rows)}
    for text in sorted(known, key=lambda each: order.get(each.agency or "", -1)):
        if text.agency is not None:
            said = (f"{registry.name(text.agency)}: {written((block,))}" for block in blocks(text.text))
            found[text.place] = (*found[text.place], *said)
    return found
