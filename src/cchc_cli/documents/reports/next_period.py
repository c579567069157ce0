"""What the period after a report's period brings: its name, and the milestones that fall due in it."""

from collections.abc import Iterable

from cchc_cli.documents.reports import rows
from cchc_cli.documents.reports.scene import Scene
from cchc_cli.schedule import Period, following, title
from cchc_cli.state.states import State
from cchc_cli.state.timing import Bucket

_OPEN = (Bucket.DUE_SOON, Bucket.LATER)


def following_period(scene: Scene) -> Period:
    """The period that begins after the report's period."""
    return following(scene.period, scene.plan.settings.ends)


def focus(scene: Scene, about: str) -> str:
    """What the officer writes about it: after a year, the work of the next plan."""
    if scene.period.kind != "year":
        return "nhiệm vụ trọng tâm khác của kỳ tới"
    return f"nhiệm vụ trọng tâm của {f'Kế hoạch {about}'.strip()} {title(following_period(scene))}"


def carried(late: Iterable[rows.Row]) -> str:
    """The overdue tasks that go on, by their numbers, each once: "I.6, I.7"."""
    return ", ".join(dict.fromkeys(each.id.partition("/")[0] for each in late))


def falling_due(scene: Scene) -> tuple[rows.Row, ...]:
    """Open milestones that are due from the day of the figures to the end of the next period, in plan order."""
    found = (each for each in rows.milestones(scene.appendix_tasks) if _falls_next(each[1], scene))
    return rows.rows(found, scene)


def _falls_next(state: State, scene: Scene) -> bool:
    due = state.term.due
    if due is None or state.milestone.checkpoint or state.bucket not in _OPEN:
        return False
    return scene.as_of <= due <= following_period(scene).end
