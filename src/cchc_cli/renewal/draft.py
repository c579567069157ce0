"""The files of the next plan: what is carried over of the former one, renumbered and moved to the new time."""

from collections.abc import Iterator, Mapping
from datetime import date as Day
from typing import NamedTuple

from msgspec import structs

from cchc_cli.model import PlanFile, ScheduleRow, SectionFile, TaskRow
from cchc_cli.plan.plans import Plan
from cchc_cli.plan.tasks import walk
from cchc_cli.reading import places
from cchc_cli.recording.edit.whole import whole
from cchc_cli.renewal import terms
from cchc_cli.renewal.choice import Why, carried
from cchc_cli.renewal.numbers import Renamed, renumbered
from cchc_cli.renewal.terms import Step
from cchc_cli.renewal.years import Written, names_a_year, shifted


class Draft(NamedTuple):
    """The next plan. `was`: by new id of a row or milestone, its former schedule; `gone`: waits and events left out."""

    folder: str
    file: PlanFile
    sections: tuple[SectionFile, ...]
    renamed: Renamed
    was: dict[str, Written]
    gone: tuple[str, ...]

    @property
    def files(self) -> dict[str, str]:
        """The texts by path relative to the workspace; plan.yaml is the last."""
        sections = {places.section(self.folder, each.id): whole(each, last="tasks") for each in self.sections}
        return {**sections, places.plan(self.folder): whole(self.file)}


def draft(plan: Plan, chosen: Mapping[str, Why], to: Step, name: str) -> Draft:
    """The next plan from the tasks that are chosen."""
    kept = tuple(structs.replace(each, tasks=carried(each.tasks, chosen)) for each in plan.sections)
    sections, renamed = renumbered(kept)
    was = {each: schedule for section in sections for row in walk(section.tasks) for each, schedule in _schedules(row)}
    gone: list[str] = []
    events = {each.id for each in plan.file.events}
    mover = _Mover(to, plan.issued, _Waits(renamed, events, gone))
    made = tuple(structs.replace(each, tasks=mover.rows(each.tasks)) for each in sections)
    waited = {name for section in made for row in walk(section.tasks) for name in _waits(row)}
    left = [each for each in plan.file.events if each.id not in waited]
    gone += [f"sự kiện {each.id} ({each.name}): không còn nhiệm vụ nào chờ" for each in left]
    file = _file(plan.file, to)
    file = structs.replace(file, events=tuple(each for each in plan.file.events if each.id in waited))
    return Draft(f"{places.TOP}/{name}", file, made, renamed, was, tuple(gone))


def _file(file: PlanFile, to: Step) -> PlanFile:
    """plan.yaml as a draft: no number, no day, nothing of what happened to the former plan."""
    decision = structs.replace(file.decision, number=None, date=None) if file.decision else None
    return structs.replace(
        file,
        **terms.changed(file, to),
        draft=True,
        decision=decision,
        amendments=(),
        waivers=(),
        corrections=(),
        closed=None,
    )


class _Waits(NamedTuple):
    """What schedules wait for: new ids by old, the plan's events, and a list of waits that were left out."""

    renamed: Renamed
    events: set[str]
    gone: list[str]

    def kept(self, identity: str, after: tuple[str, ...]) -> tuple[str, ...]:
        """The waits that are still there, by their new names."""
        found = []
        for each in after:
            task, slash, number = each.partition("/")
            now = each if each in self.events else self.renamed.get(task.upper())
            if now is None:
                self.gone.append(f"{identity}: thôi chờ {each}, vì nhiệm vụ đó không mang sang")
            else:
                found.append(now if each in self.events else f"{now}{slash}{number}")
        return tuple(found)


class _Mover(NamedTuple):
    """Moves the schedules of rows to the new time."""

    to: Step
    issued: Day | None
    waits: _Waits

    def rows(self, rows: tuple[TaskRow, ...], held: bool = False) -> tuple[TaskRow, ...]:
        """The rows with what is certain moved; `held`: a cell merged over them stays, so their milestones do too."""
        return tuple(self._row(row, held) for row in rows)

    def _row(self, row: TaskRow, held: bool) -> TaskRow:
        stays = (held and row.schedule is None) or not all(map(self._is_certain, _together(row)))
        return structs.replace(
            row,
            schedule=self._schedule(row.id, row.schedule, stays),
            milestones=tuple(
                structs.replace(each, schedule=self._schedule(each.id, each.schedule, stays)) for each in row.milestones
            ),
            tasks=self.rows(row.tasks, stays and "schedule" in row.spans),
        )

    def _is_certain(self, schedule: Written) -> bool:
        return not names_a_year(schedule) or shifted(schedule, self.to, self.issued) != schedule

    def _schedule(self, identity: str, schedule: Written, stays: bool) -> Written:
        found = schedule if stays else shifted(schedule, self.to, self.issued)
        if isinstance(found, ScheduleRow):
            return structs.replace(found, after=self.waits.kept(identity, found.after))
        return found


def _together(row: TaskRow) -> Iterator[Written]:
    """The schedules that must agree: of a row, of its milestones, of the milestones of rows below a merged cell."""
    below = (each for each in walk(row.tasks) if each.schedule is None) if "schedule" in row.spans else ()
    for each in (row, *below):
        yield from (schedule for _, schedule in _schedules(each))


def _schedules(row: TaskRow) -> Iterator[tuple[str, Written]]:
    yield row.id, row.schedule
    yield from ((each.id, each.schedule) for each in row.milestones)


def _waits(row: TaskRow) -> Iterator[str]:
    for _, schedule in _schedules(row):
        if isinstance(schedule, ScheduleRow):
            yield from schedule.after
