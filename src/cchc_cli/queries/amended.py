"""By which decisions a task came, changed or went, with its former words."""

from collections.abc import Iterator
from datetime import date as Day
from typing import Literal

from msgspec import Struct

from cchc_cli.model import AMENDABLE, AMENDABLE_PART, Amendment, Former, FormerPart, ScheduleRow
from cchc_cli.plan.carried import listed
from cchc_cli.plan.plans import Plan
from cchc_cli.plan.registry import Registry
from cchc_cli.plan.tasks import Task
from cchc_cli.wording.roles import ROLE

Did = Literal["added", "changed", "dropped"]


class Amended(Struct, frozen=True):
    """What an amendment did to a task. `former`: the printed words before it, by field
    ("schedule", "I.9/1 schedule"); `milestones`: the new ones."""

    by: Amendment
    did: Did
    former: dict[str, str] | None = None
    milestones: tuple[str, ...] = ()


def amended(plan: Plan, task: Task, registry: Registry, as_of: Day) -> tuple[Amended, ...]:
    """The amendments of a task up to a day, by day."""
    known = {each.id: each for each in plan.file.amendments if each.date <= as_of}
    return tuple(sorted(_amended(task, known, registry), key=lambda each: each.by.date)) if known else ()


def _amended(task: Task, known: dict[str, Amendment], registry: Registry) -> Iterator[Amended]:
    row = task.row
    if row.added_by in known:
        yield Amended(known[row.added_by], "added")
    changes = [*(each.changed_by for each in row.former), *(each.added_by for each in row.milestones if each.added_by)]
    changes += [each.changed_by for part in row.milestones for each in part.former]
    for change in dict.fromkeys(changes):
        if change in known:
            former = {key: text for each in row.former if each.changed_by == change
                      for key, text in _words(each, registry)}  # fmt: skip
            former |= {f"{part.id} {key}": text for part in row.milestones for each in part.former
                       if each.changed_by == change for key, text in _words(each, registry)}  # fmt: skip
            added = tuple(each.id for each in row.milestones if each.added_by == change)
            yield Amended(known[change], "changed", former or None, added)
    if row.dropped_by in known:
        yield Amended(known[row.dropped_by], "dropped")


def _words(former: Former | FormerPart, registry: Registry) -> Iterator[tuple[str, str]]:
    for name in AMENDABLE if isinstance(former, Former) else AMENDABLE_PART:
        given = getattr(former, name)
        if given is None:
            continue
        if name == "assignments":
            yield name, "; ".join(f"{ROLE[each.role]}: {registry.name(each.agency)}" for each in given)
        elif isinstance(given, tuple):
            yield name, listed(given)
        elif isinstance(given, dict):
            yield from given.items()
        else:
            yield name, (given.text or "") if isinstance(given, ScheduleRow) else str(given)
