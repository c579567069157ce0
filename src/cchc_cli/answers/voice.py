"""Names of agencies and days in lines about changes, and words that these lines share."""

from datetime import date as Day
from typing import NamedTuple

from cchc_cli.differences.change import Change
from cchc_cli.plan.registry import Registry
from cchc_cli.vietnamese.paper import short_date
from cchc_cli.wording.states import NO_DAY


class Voice(NamedTuple):
    """Agencies by their printed names; days of a plan's own year (by plan) without the year."""

    registry: Registry
    former: Registry
    years: dict[str, int | None]

    def name(self, agency: str | None) -> str:
        """The printed name, also of an agency that is no longer registered."""
        named = agency or ""
        return (self.registry if named in self.registry else self.former).name(named)

    def day(self, day: Day | None, change: Change) -> str:
        """31/01, or 31/01/2027 in another year than the plan's."""
        return short_date(day).removesuffix(f"/{self.years.get(change.plan or '', 0)}") if day else NO_DAY


def came(change: Change) -> str:
    """ "thêm" for what was added, "bỏ" for what was removed."""
    return "thêm" if change.how == "added" else "bỏ"
