"""Decisions on deadlines, each with the decisions in force before it."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import date as Day
from typing import NamedTuple

from cchc_cli.checking.rules.involved import Named, deadlines
from cchc_cli.model import Deadline
from cchc_cli.plan.plans import Milestone, Plan
from cchc_cli.state.ledger import decided


class Before(NamedTuple):
    """The decisions in force for a milestone before another one, and the deadline by them (None: no day yet)."""

    milestone: Milestone
    decisions: tuple[Deadline, ...]
    due: Day | None


def in_turn(plan: Plan) -> Iterator[tuple[Deadline, Named, tuple[Before, ...]]]:
    """First days and extensions in their effective order, for each milestone that they move.

    A decision for one agency comes after those for all; one that cites the document of an earlier one corrects it.
    """
    moves = [each for each in deadlines(plan) if each[0].action in ("set", "extend")]
    earlier: dict[str, list[Deadline]] = defaultdict(list)
    for deadline, about in sorted(moves, key=lambda each: (decided(each[0]), each[0].recorded)):
        yield deadline, about, tuple(_before(deadline, about, earlier))
        for milestone in about.milestones:
            earlier[milestone.id].append(deadline)


def _before(deadline: Deadline, about: Named, earlier: dict[str, list[Deadline]]) -> Iterator[Before]:
    then = about.task.on(decided(deadline)) or about.task
    printed = {milestone.id: milestone.schedule.due for milestone in then.milestones}
    for milestone in about.milestones:
        held = tuple(
            each
            for each in earlier[milestone.id]
            if each.agency in (None, deadline.agency) and not _same_document(each, deadline)
        )
        days = [each.to for each in held if each.to is not None]
        yield Before(milestone, held, days[-1] if days else printed.get(milestone.id))


def _same_document(one: Deadline, other: Deadline) -> bool:
    numbers = [each.document.number for each in (one, other) if each.document and each.document.number]
    return len(numbers) == 2 and numbers[0] == numbers[1]
