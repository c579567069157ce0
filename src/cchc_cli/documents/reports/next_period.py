"""What the period after a report's period brings: its name, and the milestones that fall due in it."""

from collections.abc import Iterable

from msgspec import Struct

from cchc_cli.documents.reports import figures, rows
from cchc_cli.documents.reports.rows import Row
from cchc_cli.documents.reports.scene import Scene
from cchc_cli.schedule import Period, following, title
from cchc_cli.state.states import State
from cchc_cli.state.timing import Bucket
from cchc_cli.vietnamese.paper import short_date

_OPEN = (Bucket.DUE_SOON, Bucket.LATER)


def following_period(scene: Scene) -> Period:
    """The period that begins after the report's period."""
    return following(scene.period, scene.plan.settings.ends)


def focus(scene: Scene, about: str) -> str:
    """What the officer writes about it: after a year, the work of the next plan."""
    if scene.period.kind != "year":
        return "nhiệm vụ trọng tâm khác của kỳ tới"
    return f"nhiệm vụ trọng tâm của {f'Kế hoạch {about}'.strip()} {title(following_period(scene))}"


def numbers(found: Iterable[Row]) -> str:
    """Tasks by their numbers, each once: "I.6, I.7"."""
    return ", ".join(dict.fromkeys(each.id.partition("/")[0] for each in found))


class Ahead(Struct, frozen=True):
    """What falls due from the day of the figures to the end of the next period, in plan order.

    `words` says it in short: "35 nhiệm vụ đến hạn từ ngày 30/11/2026 đến ngày 31/12/2026", `numbers` names the tasks.
    """

    rows: tuple[Row, ...]
    words: str
    numbers: str


def ahead(scene: Scene) -> Ahead:
    """The open milestones that fall due."""
    found = [each for each in rows.milestones(scene.appendix_tasks) if _falls_next(each[1], scene)]
    listed, days = rows.rows(found, scene), sorted({state.term.due for _, state in found if state.term.due})
    spans = f"ngày {short_date(days[0])}" if len(days) == 1 else ""
    if len(days) > 1:
        spans = f"từ ngày {short_date(days[0])} đến ngày {short_date(days[-1])}"
    return Ahead(listed, f"{figures.tasks(found)} đến hạn {spans}", numbers(listed))


def _falls_next(state: State, scene: Scene) -> bool:
    due = state.term.due
    if due is None or state.milestone.checkpoint or state.bucket not in _OPEN:
        return False
    return scene.as_of <= due <= following_period(scene).end
