"""The part of an agency that has ended or took over another's, from what all of them reported.

What was done stays done. Open work passes: an entry of the successor counts on top of what the former agency reported.
Of several successors each must close it. See docs/promises.md#agencies-in-time.
"""

from collections.abc import Callable, Collection, Iterable
from datetime import date as Day
from itertools import groupby

from msgspec import Struct

from cchc_cli.model import Status
from cchc_cli.plan.succession import Succession
from cchc_cli.state.standing import Standing, merged

Fold = Callable[[Standing, str, Day | None, Day | None], Standing]
"""A standing after the reports of an agency dated after one day, up to another; None: without limit."""
_FINISHED = (Status.DONE, Status.CANCELLED)


class Handover(Struct, frozen=True):
    """The seats of one milestone on a day. `members`: who had a seat on an earlier day."""

    succession: Succession
    seats: Collection[str]
    members: Callable[[Day], Collection[str]]
    fold: Fold
    as_of: Day

    def part(self, seat: str) -> Standing:
        """The standing of a seat, carried on by successors where its agency has ended."""
        return self._carried_on(self._own(seat), seat)

    def _own(self, agency: str) -> Standing:
        """What an agency reported, on top of the parts that it took over from agencies without a seat of their own."""
        standing, since, has_part = Standing(), None, False
        for last, former in groupby(self._taken_over(agency), self.succession.last_day):
            taken = [self._own(each) for each in former if last and each in self.members(last)]
            if not taken or last is None:
                continue
            if self.succession.exists(agency, last):
                standing, since = self.fold(standing, agency, since, last), last
            has_part = has_part or agency in self.members(last)
            standing, has_part = _all_of([standing, *taken] if has_part else taken), True
        return self.fold(standing, agency, since, None)

    def _taken_over(self, agency: str) -> Iterable[str]:
        former = self.succession.predecessors(agency)
        return (each for each in former if each not in self.seats and self.succession.ended(each, self.as_of))

    def _carried_on(self, standing: Standing, agency: str) -> Standing:
        last = self.succession.last_day(agency)
        heirs = self.succession.successors(agency)
        if standing.progress in _FINISHED or not heirs or last is None or not self.succession.ended(agency, self.as_of):
            return standing
        return _all_of([self._carried_on(self._after(standing, heir, last), heir) for heir in heirs])

    def _after(self, standing: Standing, heir: str, last: Day) -> Standing:
        """With the successor's reports: of one that existed before, only those dated after the takeover."""
        return self.fold(standing, heir, last if self.succession.exists(heir, last) else None, None)


def _all_of(parts: list[Standing]) -> Standing:
    return parts[0] if len(parts) == 1 else merged(parts)
