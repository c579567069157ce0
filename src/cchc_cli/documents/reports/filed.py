"""Who has filed the report of a period, who has not, and how late, for the monitor's own sheet."""

from collections.abc import Iterator

from msgspec import Struct

from cchc_cli.answers import file
from cchc_cli.documents.reports import addressees
from cchc_cli.documents.reports.scene import Scene
from cchc_cli.queries.filings import Filings, filings, last_period
from cchc_cli.schedule import Period


class Filer(Struct, frozen=True):
    """An agency that files, and how its report stands: "chưa gửi", "muộn 1 ngày"."""

    id: str
    standing: str


class FilersTogether(Struct, frozen=True):
    """The agencies whose reports stand alike, in one row."""

    agency: str
    standing: str


class Told(Struct, frozen=True):
    """Of which period and how many have filed, and a row for each standing; empty where there is nothing to file."""

    words: str
    rows: tuple[FilersTogether, ...]


def told(scene: Scene) -> Told:
    """The filings up to the day, those who have not filed first."""
    period = _ended(scene)
    found = filings(scene.plan, scene.workspace, period, scene.as_of) if period else None
    if not found or not found.total:
        return Told("", ())
    together = addressees.alike(_filers(found), lambda each: each.standing, scene.workspace.registry, scene.as_of)
    words = f"{file.heading(found)}. {file.tally(found)}"
    return Told(words, tuple(FilersTogether(each.name, each.first.standing) for each in together))


def _ended(scene: Scene) -> Period | None:
    """The period, or while it runs the last quarter that has ended; None if that was before the plan."""
    if scene.period.end <= scene.as_of:
        return scene.period
    last = last_period(scene.as_of, scene.settings.ends)
    return last if last.end >= scene.begun else None


def _filers(found: Filings) -> Iterator[Filer]:
    missing = file.not_filed(found)
    yield from (Filer(agency, missing) for agency in found.unfiled)
    late_first = sorted(found.filed, key=lambda each: -each.days_late)
    yield from (Filer(each.filing.agency, file.standing(each, found)) for each in late_first)
