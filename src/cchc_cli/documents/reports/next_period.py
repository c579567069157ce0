"""What the period after a report's period brings: its name, and the milestones that fall due in it."""

from cchc_cli.documents.reports import rows
from cchc_cli.documents.reports.scene import Scene
from cchc_cli.schedule import Period, following
from cchc_cli.state.milestones import State
from cchc_cli.state.timing import Timing

_OPEN = (Timing.DUE_SOON, Timing.IN_TIME, Timing.NOT_YET)


def following_period(scene: Scene) -> Period:
    """The period that begins after the report's period."""
    return following(scene.period, scene.plan.settings.ends)


def falling_due(scene: Scene) -> tuple[rows.Row, ...]:
    """Open milestones that are due in the next period, in plan order."""
    found = (each for each in rows.milestones(scene.appendix_tasks) if _falls_next(each[1], scene))
    return rows.rows(found, scene)


def _falls_next(state: State, scene: Scene) -> bool:
    due = state.term.due
    return due is not None and state.timing in _OPEN and scene.as_of < due <= following_period(scene).end
