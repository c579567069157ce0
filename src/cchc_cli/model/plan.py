"""plan.yaml: the decision, the body, and what is said of the plan as a whole."""

from datetime import date as Day

from cchc_cli.model.appendix import Assignment, Target
from cchc_cli.model.placed import Format, Placed, Year
from cchc_cli.model.shared import Settings, Signatory


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
