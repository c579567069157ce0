"""The files of a workspace as frozen, typed records: the one description that reader, checks and schema share.

A record keeps its place in `at` (see `sources.Sources`): the file's number and the offset of the mapping in it.
Keys and meanings follow the contract, section 2.
"""

from datetime import date as Day
from enum import StrEnum
from typing import Annotated, Literal

from msgspec import Meta, Struct, field

Year = Annotated[int, Meta(ge=2000, le=2100)]
Format = Annotated[int, Meta(ge=1)]
Percent = Annotated[int, Meta(ge=0, le=100)]
Figure = Annotated[float, Meta(ge=-1e12, le=1e12)]


class Placed(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A mapping of a YAML file, and where it stands."""

    at: int = field(default=-1, name="@")


class Role(StrEnum):
    """What an agency does for a task, in order of strength."""

    LEAD = "lead"
    COORDINATE = "coordinate"
    PERFORM = "perform"
    APPRAISE = "appraise"
    GUIDE = "guide"
    CONSOLIDATE = "consolidate"


class Kind(StrEnum):
    """How a schedule is read (contract, section 4)."""

    DATE = "date"
    MONTH = "month"
    QUARTER = "quarter"
    HALF = "half"
    YEAR = "year"
    RANGE = "range"
    RECURRING = "recurring"
    ONGOING = "ongoing"
    EVENT = "event"
    EXTERNAL = "external"
    NONE = "none"


class Status(StrEnum):
    """Stored progress, as an entry reports it."""

    NOT_STARTED = "not_started"
    IN_PROGRESS = "in_progress"
    SUBMITTED = "submitted"
    DONE = "done"
    PAUSED = "paused"
    CANCELLED = "cancelled"


# -- agencies.yaml ---------------------------------------------------------------------------------------------------


class Member(Placed, frozen=True):
    """One member of a closed group (an agency or another group) and why it counts as one."""

    agency: str
    basis: str


class AgencyRow(Placed, frozen=True):
    """An agency or a group. A closed group lists `members`; an open one (`open: true`) is never expanded or chased."""

    id: str
    name: str
    kind: Literal[
        "department", "office", "inspectorate", "unit", "police", "commune", "council", "party",
        "association", "central", "organisation", "press", "group",
    ]  # fmt: skip
    abbreviation: str | None = None
    aliases: tuple[str, ...] = ()
    order: int | None = None
    code: str | None = None
    basis: str | None = None
    open: bool = False
    members: tuple[Member, ...] = ()


class AgenciesFile(Placed, frozen=True):
    """agencies.yaml: the registry, in the order in which tables print it."""

    format: Format
    agencies: tuple[AgencyRow, ...]


# -- calendar.yaml ---------------------------------------------------------------------------------------------------


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


# -- settings.yaml ---------------------------------------------------------------------------------------------------


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


class Settings(Placed, frozen=True):
    """Defaults of a workspace or, in plan.yaml, of one plan. What is not given falls through to the next."""

    place: str | None = None
    due_soon_days: int | None = None
    periods: Literal["cutoff", "calendar"] | None = None
    periods_basis: str | None = None
    confirm_done: bool | None = None
    move_off_days: bool | None = None
    issuer: str | None = None
    superior: str | None = None
    symbol: str | None = None
    recipient: str | None = None
    recipients: tuple[str, ...] | None = None
    report_lead: ReportSection | None = None
    report_fields: tuple[ReportSection, ...] | None = None
    signatories: tuple[Signatory, ...] | None = None


# -- plan.yaml -------------------------------------------------------------------------------------------------------


class Assignment(Placed, frozen=True):
    """One agency in one role, with the printed words; `inferred` where no "chủ trì" is printed (contract, 2)."""

    agency: str
    role: Role
    words: str = ""
    inferred: bool = False


class Target(Placed, frozen=True):
    """A measurable objective: comparator, value, unit, by when."""

    id: str
    name: str
    comparator: Literal[">=", ">", "<=", "<", "="]
    value: Figure
    unit: str
    by: Day | None = None


class ScheduleRow(Placed, frozen=True):
    """A schedule whose wording cannot decide alone: the printed text and the fields beside it.

    `after` names the events or tasks that must have happened (events of plan.yaml, or task ids).
    """

    text: str | None = None
    kind: Kind | None = None
    start: Day | None = None
    due: Day | None = None
    after: tuple[str, ...] = ()
    condition: str | None = None


class Former(Placed, frozen=True):
    """What a later decision changed: the values that held before it."""

    changed_by: str
    title: str | None = None
    products: tuple[str, ...] | None = None
    schedule: str | ScheduleRow | None = None
    assignment: str | None = None
    assignments: tuple[Assignment, ...] | None = None


class MilestoneRow(Placed, frozen=True):
    """A part of a task with a term of its own. `products` only where the row is printed as a sub-row (I.5, VII.5)."""

    id: str
    name: str | None = None
    products: tuple[str, ...] = ()
    schedule: str | ScheduleRow | None = None
    assignments: tuple[Assignment, ...] | None = None
    checkpoint: bool = False
    added_by: str | None = None


class TaskRow(Placed, frozen=True):
    """A row of the appendix. One with `tasks` is a heading that only groups them."""

    id: str
    number: str
    title: str
    products: tuple[str, ...] = ()
    schedule: str | ScheduleRow | None = None
    assignment: str | None = None
    assignments: tuple[Assignment, ...] = ()
    milestones: tuple[MilestoneRow, ...] = ()
    targets: tuple[Target, ...] = ()
    tasks: tuple["TaskRow", ...] = ()
    computed: bool = False
    added_by: str | None = None
    dropped_by: str | None = None
    former: tuple[Former, ...] = ()


class SectionFile(Placed, frozen=True):
    """appendix/*.yaml: one section (lĩnh vực) of the appendix."""

    id: str
    number: str
    title: str
    tasks: tuple[TaskRow, ...]


class BodyTask(Placed, frozen=True):
    """A duty that the body gives to named agencies: a task without a schedule; its title is the clause's text."""

    id: str
    assignments: tuple[Assignment, ...]


class Clause(Placed, frozen=True):
    """A numbered or plain paragraph of the body, with its sub-items, figures and duty."""

    text: str
    number: str | None = None
    items: tuple["Clause", ...] = ()
    targets: tuple[Target, ...] = ()
    task: BodyTask | None = None


class Part(Placed, frozen=True):
    """A part (I–IV) of the body: heading, opening paragraphs, items, closing paragraphs."""

    number: str
    title: str
    opening: tuple[str, ...] = ()
    items: tuple[Clause, ...] = ()
    closing: tuple[str, ...] = ()


class Decision(Placed, frozen=True):
    """The decision that issues the plan; `kind`, `formula` and `recipients_label` are its printed headings."""

    number: str
    date: Day
    title: str
    authority: str
    bases: tuple[str, ...]
    proposal: str
    articles: tuple[Clause, ...]
    recipients: tuple[str, ...]
    signatory: Signatory
    kind: str = "QUYẾT ĐỊNH"
    formula: str = "QUYẾT ĐỊNH:"
    recipients_label: str = "Nơi nhận:"


class AppendixHead(Placed, frozen=True):
    """What stands above the appendix's table: label, title, note, column heads."""

    label: str
    title: str
    note: str
    columns: tuple[str, ...]


class Event(Placed, frozen=True):
    """Something outside that starts a term; it happens in events.yaml."""

    id: str
    name: str


class Amendment(Placed, frozen=True):
    """A later decision that adds, drops or changes tasks."""

    id: str
    number: str
    date: Day
    title: str


class Waiver(Placed, frozen=True):
    """A finding that a plan accepts, by code and place, with a written reason."""

    code: str
    task: str
    reason: str


class Correction(Placed, frozen=True):
    """A slip of the printed source that was put right: printed → corrected, and where."""

    printed: str
    corrected: str
    place: str


class PlanFile(Placed, frozen=True):
    """plan.yaml: the decision, its body, and what is said of the plan as a whole."""

    format: Format
    title: str
    year: Year
    monitor: str
    decision: Decision
    kind: str
    note: str
    objectives: Part
    tasks: Part
    funding: Part
    organisation: Part
    appendix: AppendixHead
    events: tuple[Event, ...] = ()
    amendments: tuple[Amendment, ...] = ()
    waivers: tuple[Waiver, ...] = ()
    corrections: tuple[Correction, ...] = ()
    closed: Day | None = None
    settings: Settings | None = None


# -- records, one a line ---------------------------------------------------------------------------------------------


class Document(Placed, frozen=True):
    """What proves or allows something: a document, a link, or a named thing with a date."""

    number: str | None = None
    date: Day | None = None
    issuer: str | None = None
    title: str | None = None
    link: str | None = None
    name: str | None = None


class Entry(Placed, frozen=True):
    """One dated line of progress by one agency (progress/AGENCY.yaml).

    `date` is when it happened (for done: the product's date), `recorded` the day it was written. The monitor reports
    for another with `agency`, confirms or returns with `action`.
    """

    task: str
    recorded: Day
    date: Day | None = None
    status: Status | None = None
    action: Literal["confirm", "return"] | None = None
    agency: str | None = None
    percent: Percent | None = None
    evidence: tuple[Document, ...] = ()
    note: str | None = None
    difficulties: str | None = None
    proposals: str | None = None


class Deadline(Placed, frozen=True):
    """A decision on a deadline (deadlines.yaml): a first day set, an extension granted, asked for or refused."""

    task: str
    action: Literal["set", "extend", "request", "refuse"]
    recorded: Day
    document: Document | None = None
    to: Day | None = None
    agency: str | None = None
    reason: str | None = None


class Happening(Placed, frozen=True):
    """An outside event happened (events.yaml)."""

    event: str
    date: Day
    recorded: Day
    evidence: tuple[Document, ...] = ()


class Measurement(Placed, frozen=True):
    """A measurement of a target (measurements.yaml)."""

    target: str
    date: Day
    value: Figure
    recorded: Day
    evidence: tuple[Document, ...] = ()


class Snapshot(Placed, frozen=True):
    """A period's figures, frozen (snapshots/PERIOD.yaml): tasks in each bucket."""

    period: str
    as_of: Day
    recorded: Day
    counts: dict[str, int]

    def __post_init__(self) -> None:
        self.counts.pop("@", None)  # a plain mapping keeps no place
