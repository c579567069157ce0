"""Tasks whole, as `show` tells them, by plan and section."""

from datetime import date as Day
from itertools import groupby

from msgspec import Struct

from cchc_cli.answers import cells
from cchc_cli.answers.show import Block, blocks
from cchc_cli.answers.tasks import leading
from cchc_cli.documents.page.circles import ROLES, Circles
from cchc_cli.documents.page.circles import Sight as Concerned
from cchc_cli.documents.page.lines import anchor
from cchc_cli.documents.reports.scene import Scene
from cchc_cli.plan.plans import Plan
from cchc_cli.queries.links import Standings
from cchc_cli.queries.shares import assignments
from cchc_cli.queries.views import Asked, Sight, everybody, sights
from cchc_cli.wording.sections import heading


class Task(Struct, frozen=True):
    """A task; `who` are the marks of those it concerns, `blocks` everything about it below its title."""

    anchor: str
    id: str
    title: str
    lead: str
    due: str
    day: Day | None
    state: str
    bucket: str
    who: str
    blocks: tuple[Block, ...]


class Section(Struct, frozen=True):
    """The tasks of a section of a plan; `key` names it in filters."""

    key: str
    title: str
    tasks: tuple[Task, ...]


class Sections(Struct, frozen=True):
    """A plan with its tasks; the title says whether it is a draft."""

    name: str
    title: str
    level: str
    total: int
    sections: tuple[Section, ...]


def by_plan(scene: Scene, asked: Asked, circles: Circles) -> tuple[Sections, ...]:
    """The plans that have tasks to show."""
    standings = Standings(scene.workspace, scene.as_of)
    return tuple(
        _plan(plan, list(own), scene, standings, circles)
        for plan, own in groupby(sights(scene.workspace, asked), key=lambda each: each.view.plan)
    )


def _plan(plan: Plan, found: list[Sight], scene: Scene, standings: Standings, circles: Circles) -> Sections:
    sections = tuple(
        Section(
            f"{plan.name}:{key}",
            heading(plan, key) or "",
            tuple(_task(each, scene, standings, circles) for each in own),
        )
        for key, own in groupby(found, key=lambda each: each.view.task.section)
    )
    level = scene.workspace.level(plan) or "other"
    title = f"{plan.file.title} (dự thảo)" if plan.is_draft else plan.file.title
    return Sections(plan.name, title, level, len(found), sections)


def _task(sight: Sight, scene: Scene, standings: Standings, circles: Circles) -> Task:
    view, state, as_of = sight.view, leading(sight.view).state, scene.as_of
    return Task(
        anchor=anchor(view),
        id=view.task.id,
        title=view.task.title,
        lead=cells.leads(assignments(view.task), scene.workspace.registry, as_of),
        due=cells.day(state.term.due) or state.milestone.schedule.text,
        day=state.term.due,
        state=cells.milestone_state(state, as_of).text,
        bucket=view.state.bucket.value,
        who=" ".join(_marks(sight, scene, circles)),
        blocks=blocks(everybody(view.plan, sight.whole), sight.ledger, standings, Asked(as_of), "all"),
    )


def _marks(sight: Sight, scene: Scene, circles: Circles) -> dict[str, None]:
    if scene.agencies:
        return {f"{ROLES[each.role]}{each.agency}": None for each in sight.view.shares}
    found: dict[str, None] = {}
    for each in sight.whole.milestones:
        expanded = sight.ledger.expanded_on(each.milestone, scene.as_of)
        found |= Concerned(sight.whole.task, each, scene.workspace.registry, expanded, scene.as_of).marks(circles)
    return found
