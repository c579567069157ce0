"""What an agency paused or ended as a whole, of work that comes again: it stops every turn that is not done."""

from collections.abc import Iterable
from datetime import date as Day

from cchc_cli.model import Status
from cchc_cli.plan.registry import Registry
from cchc_cli.plan.tasks import Milestone
from cchc_cli.state import seats
from cchc_cli.state.ledger import Ledger
from cchc_cli.state.standing import Standing, Standings, merged


def unless_stopped(ledger: Ledger, milestone: Milestone, as_of: Day, found: Standings) -> Standings:
    """The standings of a turn; what is not done when the work as a whole is paused or ended is so too."""
    whole, parts = found
    stops = of_seats(ledger.registry, ledger.stops(milestone, as_of), parts)
    if not stops or whole.progress is Status.DONE:
        return found
    kept = {
        agency: Standing(stops[agency]) if agency in stops and part.progress is not Status.DONE else part
        for agency, part in parts.items()
    }
    return (Standing(stops[None]) if None in stops else merged(tuple(kept.values()))), kept


def of_seats(registry: Registry, stops: dict[str | None, Status], parts: Iterable[str]) -> dict[str | None, Status]:
    """By the agencies whose parts they are: what stops the whole stops each part."""
    parts = tuple(parts)
    found: dict[str | None, Status] = {}
    for subject, status in stops.items():
        own = parts if subject is None else seats.of(registry, parts, subject)
        found |= dict.fromkeys((*own, None) if subject is None or not parts else own, status)
    return found
