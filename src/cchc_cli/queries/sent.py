"""Who has sent what for a period: the entries, figures and texts that are recorded of each agency."""

from datetime import date as Day

from msgspec import Struct

from cchc_cli.plan.plans import Plan
from cchc_cli.schedule import Period


class Sent(Struct, frozen=True):
    """What is recorded of an agency for a period, and the last day of recording that is known."""

    agency: str
    entries: int
    figures: int
    texts: int
    last: Day | None

    @property
    def is_empty(self) -> bool:
        """Whether nothing has come."""
        return not (self.entries or self.figures or self.texts)


def sent(plan: Plan, period: Period, as_of: Day, agencies: tuple[str, ...]) -> tuple[Sent, ...]:
    """One for each agency. Entries count that were recorded from the period's first day up to the day."""
    days: dict[str, list[Day]] = {each: [] for each in agencies}
    entries, figures, texts = (dict.fromkeys(agencies, 0) for _ in range(3))
    for by, entry in plan.records.entries:
        whose = entry.agency or by
        if whose in days and entry.action is None and period.start <= entry.recorded <= as_of:
            entries[whose] += 1
            days[whose].append(entry.recorded)
    for each in plan.records.measurements:
        if each.agency in days and (each.period or "").upper() == period.id and each.recorded <= as_of:
            figures[each.agency] += 1
            days[each.agency].append(each.recorded)
    for name, text in plan.records.texts:
        if text.agency in days and name == period.id:
            texts[text.agency] += 1
    return tuple(
        Sent(each, entries[each], figures[each], texts[each], max(days[each], default=None)) for each in agencies
    )
