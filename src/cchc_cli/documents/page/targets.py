"""Targets → lines of the page: what is to be reached, by whom, and what was measured."""

from msgspec import Struct

from cchc_cli.answers import cells
from cchc_cli.answers.targets import named, remarks, shown
from cchc_cli.documents.reports.scene import Scene
from cchc_cli.queries.measured import measured
from cchc_cli.queries.targets import TargetState
from cchc_cli.queries.views import Asked
from cchc_cli.wording.targets import RESULT, level


class Goal(Struct, frozen=True):
    """A target; `owner` is who measures it, `missed`: what was measured does not reach the level.

    `plan` is the title of its plan unless that is the chief one.
    """

    id: str
    name: str
    owner: str
    plan: str
    level: str
    by: str
    result: str
    missed: bool


class Goals(Struct, frozen=True):
    """The targets of the plans, and how many are measured and reached."""

    lines: tuple[Goal, ...]
    remark: str


def goals(scene: Scene, asked: Asked) -> Goals:
    """All targets, or those that the chosen agencies measure."""
    found = measured(scene.workspace, asked)
    return Goals(tuple(_goal(each, scene) for each in found.targets), remarks(found)[0])


def _goal(state: TargetState, scene: Scene) -> Goal:
    target, words = state.target, RESULT[state.result]
    figure = shown(state.measurement, target.unit)
    return Goal(
        id=target.id,
        name=target.name,
        owner=named(state, scene.workspace.registry, scene.as_of),
        plan="" if state.plan is scene.plan else state.plan.file.title,
        level=level(target),
        by=cells.day(target.by),
        result=f"{words}: {figure}" if figure else words,
        missed=state.result == "not_met",
    )
