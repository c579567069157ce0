"""Which agencies a task or a piece of it concerns, as short marks that the page's filter compares.

A mark is the place of the role in `Role` and an agency, or a circle of agencies that several marks name together.
"""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date as Day

from cchc_cli.model import Role
from cchc_cli.plan.registry import Registry
from cchc_cli.plan.tasks import Task
from cchc_cli.state.seats import in_charge
from cchc_cli.state.states import State, urgency

ROLES = {role: str(place) for place, role in enumerate(Role)}


class Circles:
    """Names every set of several agencies once: "*1", "*2", in the order in which they are first met."""

    def __init__(self) -> None:
        self._names: dict[frozenset[str], str] = {}

    def named(self, agencies: Iterable[str]) -> str:
        """The agency's id if there is one alone, else the circle's name."""
        found = frozenset(agencies)
        return next(iter(found)) if len(found) == 1 else self._names.setdefault(found, f"*{len(self._names) + 1}")

    def of(self) -> dict[str, tuple[str, ...]]:
        """Every agency in any circle, with the names of those that it belongs to."""
        found: dict[str, list[str]] = defaultdict(list)
        for agencies, name in self._names.items():
            for agency in agencies:
                found[agency].append(name)
        return {agency: tuple(names) for agency, names in found.items()}


class Sight:
    """How the agencies of a milestone or turn see it: who leads its own part, everybody else the whole.

    It is the reverse of `queries.views`, which asks for one agency.
    """

    def __init__(self, task: Task, state: State, registry: Registry, expanded: Day, as_of: Day) -> None:
        self.whole = state
        self._roles: dict[tuple[Role, str], list[str]] = {}
        self._led: dict[str, State] = {}
        parts = dict(state.parts)
        for each in task.assigned(state.milestone):
            seats = registry.members(each.agency, expanded) if registry.is_group(each.agency) else (each.agency,)
            held = {seat: in_charge(registry, seat, parts.get(seat, state).bucket, as_of) for seat in seats}
            given = self._roles.setdefault((each.role, each.agency), [])
            given += (agency for agencies in held.values() for agency in agencies)
            if each.role is Role.LEAD:
                for seat, agencies in held.items():
                    self._lead(agencies, parts.get(seat, state))

    def seen(self) -> tuple[State, ...]:
        """The states that are seen, that of the whole first, each once."""
        own = {(each.term.due, each.bucket): each for each in self._led.values()}
        own.pop((self.whole.term.due, self.whole.bucket), None)
        return (self.whole, *own.values())

    def marks(self, circles: Circles, state: State | None = None) -> dict[str, None]:
        """The marks of all agencies, or of those that see a state."""
        found: dict[str, None] = {}
        for (role, assigned), agencies in self._roles.items():
            kept = [each for each in agencies if state is None or self._sees(each, state)]
            if kept or (not agencies and state in (None, self.whole)):
                found[ROLES[role] + (circles.named(kept) if kept else assigned)] = None
        return found

    def _lead(self, agencies: Iterable[str], part: State) -> None:
        for agency in agencies:
            self._led[agency] = min(part, self._led.get(agency, part), key=urgency)

    def _sees(self, agency: str, state: State) -> bool:
        own = self._led.get(agency, self.whole)
        return (own.term.due, own.bucket) == (state.term.due, state.bucket)
