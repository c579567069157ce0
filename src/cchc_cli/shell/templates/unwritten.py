"""What nobody has written yet for a period's report: the monitor's sheet lists it (report desk)."""

from pathlib import Path

from msgspec import structs

from cchc_cli.documents import reports
from cchc_cli.documents.reports.desk import Desk
from cchc_cli.documents.reports.scene import Scene
from cchc_cli.shell.templates import filler, library


def added(desk: Desk, scene: Scene, root: Path | None) -> Desk:
    """The sheet with the blanks of the period's report; of a month, which has none, as it is."""
    found = (name for name, report in reports.every_report().items() if scene.period.kind in report.periods)
    name = next(found, None)
    if name is None:
        return desk
    template = library.find(root, name, "md")
    document = filler.filled(root, template, "md", reports.view(name, scene), reports.texts(name, scene))
    return structs.replace(desk, blanks=tuple(_told(each.name, each.wanted) for each in document.blanks))


def _told(place: str | None, wanted: str) -> str:
    return f"{place}: {wanted}" if place else wanted
