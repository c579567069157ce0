"""calendar.yaml and settings.yaml: what holds for every plan of a workspace."""

from datetime import date as Day
from typing import Literal

from cchc_cli.model.placed import Placed


class DayOff(Placed, frozen=True):
    """A weekday off. Only `confirmed` and `computed` days count; `proposed` ones are kept for the eye."""

    date: Day
    name: str
    status: Literal["confirmed", "computed", "proposed"]
    basis: str | None = None
    swap_with: Day | None = None


class CalendarYear(Placed, frozen=True):
    """One year's days off, make-up working days, and what is still undecided (`pending`: the year is not settled)."""

    off: tuple[DayOff, ...] = ()
    work: tuple[Day, ...] = ()
    pending: tuple[str, ...] = ()


class Signatory(Placed, frozen=True):
    """Who signs for an agency from a day on: authority line, position, name."""

    agency: str
    authority: str | None = None
    position: str | None = None
    name: str | None = None
    since: Day | None = None
    until: Day | None = None
    basis: str | None = None


class ReportSection(Placed, frozen=True):
    """A heading of a periodic report and the appendix sections that fill it."""

    title: str
    sections: tuple[str, ...]


class Letterhead(Placed, frozen=True):
    """How an agency heads, numbers and files what it issues; what is not given follows from the registry.

    `superior` is the line above the name ("" for none), `unit` the drafting unit ("Lưu: VT, CCHC"), `recipients` stand
    under Nơi nhận between "Như trên" and "Lưu".
    """

    agency: str
    name: str | None = None
    superior: str | None = None
    symbol: str | None = None
    unit: str | None = None
    place: str | None = None
    recipients: tuple[str, ...] = ()


class Issued(Placed, frozen=True):
    """Who issues a report, and to whom it is addressed, where it is another than usual."""

    report: str
    issuer: str | None = None
    recipient: str | None = None


class Settings(Placed, frozen=True):
    """Defaults of a workspace or, in plan.yaml, of one plan. What is not given falls through to the next.

    `agency` is who reports where a command does not say; `issuer` and `recipient` are those of periodic reports.
    """

    place: str | None = None
    due_soon_days: int | None = None
    periods: Literal["cutoff", "calendar"] | None = None
    periods_basis: str | None = None
    confirm_done: bool | None = None
    move_off_days: bool | None = None
    agency: str | None = None
    issuer: str | None = None
    recipient: str | None = None
    reports: tuple[Issued, ...] | None = None
    letterheads: tuple[Letterhead, ...] | None = None
    report_lead: ReportSection | None = None
    report_fields: tuple[ReportSection, ...] | None = None
    signatories: tuple[Signatory, ...] | None = None
