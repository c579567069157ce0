"""Decisions on deadlines, each with what the decisions in force before it come to."""

from collections import Counter, defaultdict
from collections.abc import Iterator
from datetime import date as Day
from typing import NamedTuple

from cchc_cli.checking.rules.involved import Named, deadlines
from cchc_cli.model import Deadline
from cchc_cli.plan.plans import Plan
from cchc_cli.plan.tasks import Milestone
from cchc_cli.state.decisions import decided


class Before(NamedTuple):
    """What held for a milestone before a decision: the deadline (None: no day yet), and the extensions with a day.

    `granted`: how many extensions; `last`: the day of the last one.
    """

    milestone: Milestone
    due: Day | None
    granted: int
    last: Day | None


def in_turn(plan: Plan) -> Iterator[tuple[Deadline, Named, tuple[Before, ...]]]:
    """First days and extensions in their effective order, for each milestone that they move.

    A decision for one agency comes after those for all; one that cites the document of an earlier one corrects it.
    """
    moves = [each for each in deadlines(plan) if each[0].action in ("set", "extend")]
    earlier: _Earlier = defaultdict(_Days)
    for turn, (deadline, about) in enumerate(sorted(moves, key=lambda each: (decided(each[0]), each[0].recorded))):
        yield deadline, about, tuple(_before(deadline, about, earlier))
        move = _Move(turn, deadline.to, _document(deadline)) if deadline.to else None
        if move is not None:
            for milestone in about.milestones:
                earlier[milestone.id, deadline.agency, ""].add(move)
                earlier[milestone.id, deadline.agency, deadline.action].add(move)


class _Move(NamedTuple):
    """A decision's place in the order, its day, and the number of its document."""

    turn: int
    to: Day
    document: str | None


class _Days:
    """The decisions of one kind on a milestone, for all agencies or for one of them.

    Only the newest, the newest that cites another document, and counts are kept, so that a query takes no longer for
    a thousand decisions than for one.
    """

    def __init__(self) -> None:
        self._count = 0
        self._citing: Counter[str | None] = Counter()
        self._newest: list[_Move] = []

    def add(self, move: _Move) -> None:
        newest = self._newest[-1:]
        is_corrected = bool(newest) and move.document is not None and newest[0].document == move.document
        self._newest = [*self._newest[:-1], move] if is_corrected else [*newest, move]
        self._count += 1
        self._citing[move.document] += 1

    def count(self, but: str | None) -> int:
        """How many there are that do not cite this document."""
        return self._count - (self._citing[but] if but is not None else 0)

    def newest(self, but: str | None) -> _Move | None:
        """The newest that does not cite this document."""
        return next((each for each in reversed(self._newest) if but is None or each.document != but), None)


_Earlier = defaultdict[tuple[str, str | None, str], _Days]
"""By milestone, agency (None: all) and action ("": any)."""


def _before(deadline: Deadline, about: Named, earlier: _Earlier) -> Iterator[Before]:
    then = about.task.on(decided(deadline)) or about.task
    but, agencies = _document(deadline), {None, deadline.agency}
    for milestone in about.milestones:
        moved, extended = ([earlier[milestone.id, each, kind] for each in agencies] for kind in ("", "extend"))
        due, granted = (_last(days, but) for days in (moved, extended))
        count = sum(days.count(but) for days in extended)
        printed = then.piece(milestone.id)
        yield Before(milestone, due or (printed.schedule.due if printed else None), count, granted)


def _last(kinds: list[_Days], but: str | None) -> Day | None:
    found = [move for days in kinds if (move := days.newest(but)) is not None]
    return max(found, key=lambda move: move.turn).to if found else None


def _document(deadline: Deadline) -> str | None:
    return (deadline.document and deadline.document.number) or None
