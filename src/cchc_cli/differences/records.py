"""What differs in what is recorded of a plan: entries, decisions, events, measurements, inspections …"""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator
from datetime import date as Day
from typing import NamedTuple, TypeVar

from msgspec import structs

from cchc_cli.differences.change import Change, What, how
from cchc_cli.differences.fields import plain
from cchc_cli.model import Deadline, Entry, Inspection, Measurement
from cchc_cli.plan.plans import Plan
from cchc_cli.state.decisions import decided

R = TypeVar("R")
Reported = tuple[str, Entry]
Days = tuple[Day | None, Day | None]


class Lines(NamedTuple):
    """Former entries and decisions that are gone, each with the line that replaced it (None: none), and new ones."""

    entries: tuple[tuple[Reported, Reported | None], ...]
    new_entries: tuple[Reported, ...]
    deadlines: tuple[tuple[Deadline, Deadline | None], ...]
    new_deadlines: tuple[Deadline, ...]


def lines(before: Plan, now: Plan, renamed: dict[str, str]) -> Lines:
    """Lines are compared by content, as written or with present ids; changed ones are matched by agency, task, days."""
    gone, come = unmatched(before.records.entries, now.records.entries, plain)
    gone, come = unmatched([(by, _renamed(entry, renamed)) for by, entry in gone], come, plain)
    changed, come = _changed(gone, come, (
        lambda each: (each[0], each[1].task.upper(), each[1].recorded, each[1].date),
        lambda each: (each[0], each[1].task.upper(), each[1].recorded),
        lambda each: (each[0], each[1].recorded, each[1].status, plain(each[1].evidence)),
    ))  # fmt: skip
    lost, fresh = unmatched(before.records.deadlines, now.records.deadlines, plain)
    lost, fresh = unmatched([_renamed(each, renamed) for each in lost], fresh, plain)
    altered, fresh = _changed(lost, fresh, (lambda each: (each.task.upper(), each.action, each.agency),))
    return Lines(tuple(changed), tuple(come), tuple(altered), tuple(fresh))


def record_changes(before: Plan, now: Plan, renamed: dict[str, str]) -> Iterator[Change]:
    """All records that were added, removed or changed; an extension with the days before and after it."""
    found = lines(before, now, renamed)
    for (by, entry), other in found.entries:
        about = other[1] if other else entry
        yield _about(before, now, "entry", about.task, entry, other and other[1], agency=by)
    for by, entry in found.new_entries:
        yield _about(before, now, "entry", entry.task, None, entry, agency=by)
    for deadline, changed in found.deadlines:
        yield _about(before, now, "deadline", (changed or deadline).task, deadline, changed, agency=deadline.agency)
    decisions: dict[str, list[Deadline]] = defaultdict(list)
    for each in now.records.deadlines:
        decisions[_whole(each)].append(each)
    for deadline in found.new_deadlines:
        due = (_in_force(now, deadline, decisions[_whole(deadline)]), deadline.to)
        yield _about(before, now, "deadline", deadline.task, None, deadline, agency=deadline.agency, due=due)
    yield from _others(before, now)


def unmatched(before: Iterable[R], now: Iterable[R], key: Callable[[R], Hashable]) -> tuple[list[R], list[R]]:
    """What only one side has; of equal lines, as many as one side has more."""
    waiting: dict[Hashable, list[R]] = defaultdict(list)
    for each in now:
        waiting[key(each)].append(each)
    gone = []
    for each in before:
        alike = waiting.get(key(each))
        if alike:
            alike.pop()
        else:
            gone.append(each)
    return gone, [each for alike in waiting.values() for each in alike]


def _changed(
    gone: list[R], come: list[R], keys: tuple[Callable[[R], Hashable], ...]
) -> tuple[list[tuple[R, R | None]], list[R]]:
    """Each removed line with the line that replaced it, matched by the first key that one new line shares."""
    found: dict[int, R] = {}
    left = list(come)
    for key in keys:
        by_key: dict[Hashable, list[R]] = defaultdict(list)
        for each in left:
            by_key[key(each)].append(each)
        for place, each in enumerate(gone):
            if place not in found and by_key.get(key(each)):
                found[place] = by_key[key(each)].pop(0)
        taken = {id(each) for each in found.values()}
        left = [each for each in left if id(each) not in taken]
    return [(each, found.get(place)) for place, each in enumerate(gone)], left


def _others(before: Plan, now: Plan) -> Iterator[Change]:
    """Events, measurements and inspections by what they are of and their day; the others by period."""
    old, new = before.records, now.records
    yield from _loose("event", old.events, new.events, lambda each: (each.event, each.recorded))
    yield from _loose("measurement", old.measurements, new.measurements, _measured)
    yield from _loose("inspection", old.inspections, new.inspections, _inspected)
    yield from _loose("filing", old.filings, new.filings, lambda each: (each.agency, each.period))
    yield from _loose("snapshot", old.snapshots, new.snapshots, lambda each: (each.period,))
    for change in _loose("text", old.texts, new.texts, lambda each: (each[1].place, each[0], each[1].agency)):
        period, text = change.after or change.before
        before, after = (each and each[1] for each in (change.before, change.after))
        yield structs.replace(change, field=(period,), agency=text.agency, before=before, after=after)


def _measured(given: Measurement) -> tuple[str, Day, str | None]:
    return given.target, given.date, given.agency


def _inspected(given: Inspection) -> tuple[str, str, Day]:
    return given.agency, given.subject, given.date


def _loose(
    what: What, before: tuple[R, ...], now: tuple[R, ...], key: Callable[[R], tuple[str, *tuple[object, ...]]]
) -> Iterator[Change]:
    gone, come = unmatched(before, now, plain)
    changed, come = _changed(gone, come, (key,))
    pairs: list[tuple[R | None, R | None]] = [*changed, *((None, each) for each in come)]
    for one, other in pairs:
        known = other if other is not None else one
        assert known is not None
        yield Change(what, how(one, other), id=key(known)[0], before=one, after=other)


def _about(
    former: Plan,
    plan: Plan,
    what: What,
    task: str,
    before: object,
    after: object,
    agency: str | None,
    due: Days | None = None,
) -> Change:
    known = plan.task(task) or former.task(task)
    section, whole = known.section if known else None, task.partition("/")[0]
    return Change(what, how(before, after), section=section, task=whole, id=task, agency=agency,
                  before=before, after=after, due=due)  # fmt: skip


def _in_force(plan: Plan, deadline: Deadline, decisions: list[Deadline]) -> Day | None:
    """The day that held for what a decision is about before it: the last of the task's `decisions`, else as printed."""
    task = plan.task(deadline.task)
    if task is None:
        return None
    own = [each for each in task.milestones if "/" not in deadline.task or each.id.upper() == deadline.task.upper()]
    named = {task.id.upper(), *(each.id.upper() for each in own)}
    earlier = [
        each for each in decisions
        if each is not deadline and each.action in ("set", "extend") and each.task.upper() in named
        and each.agency in (None, deadline.agency) and _turn(each) < _turn(deadline)
    ]  # fmt: skip
    if earlier:
        return max(earlier, key=_turn).to
    return next((each.schedule.due for each in own if each.schedule.due), None)


def _whole(deadline: Deadline) -> str:
    """The task, whichever of its milestones a decision is about."""
    return deadline.task.partition("/")[0].upper()


def _turn(deadline: Deadline) -> tuple[Day, Day]:
    return decided(deadline), deadline.recorded


def _renamed(record: R, renamed: dict[str, str]) -> R:
    """The record with the present id of its task."""
    task, slash, part = record.task.partition("/")  # type: ignore[attr-defined]
    new = renamed.get(task.upper())
    return structs.replace(record, task=f"{new}{slash}{part}") if new else record  # type: ignore[type-var]
