"""The plan as it was issued: decision, plan, appendix, every piece in its order (docs/promises.md#printed-text)."""

from collections.abc import Iterator
from datetime import date as Day
from itertools import chain

from msgspec import Struct

from cchc_cli.documents.reports.letterhead import capitals
from cchc_cli.documents.reports.scene import ReportKind, Scene
from cchc_cli.model import AppendixHead, Clause, Decision, Part, TaskRow
from cchc_cli.plan.plans import Plan
from cchc_cli.plan.tasks import Task
from cchc_cli.vietnamese.paper import long_date

_COLUMNS = 5


class Article(Struct, frozen=True):
    """An article of the decision: its number as printed, its text, the paragraphs below it."""

    number: str
    text: str
    paragraphs: tuple[str, ...]


class Signatory(Struct, frozen=True):
    """Who signed."""

    authority: str | None
    position: str | None
    name: str | None


class Issued(Struct, frozen=True, kw_only=True):
    """The issuing document, in the order in which it is printed."""

    number: str | None
    date: Day | None
    kind: str
    title: str
    authority: str
    bases: tuple[str, ...]
    formula: str
    articles: tuple[Article, ...]
    recipients_label: str
    recipients: tuple[str, ...]
    signatory: Signatory


class Chapter(Struct, frozen=True):
    """A part of the plan: its number, if it has one, with its title, and its paragraphs."""

    title: str
    paragraphs: tuple[str, ...]


class Body(Struct, frozen=True):
    """The plan itself."""

    kind: str
    title: str
    note: str | None
    parts: tuple[Chapter, ...]


class PrintedRow(Struct, frozen=True):
    """A row of the table; `kind` is "section", "heading" or "task"; of a task in several "first", "next", "last"."""

    kind: str
    number: str
    title: str
    products: str
    schedule: str
    assignment: str


class Annex(Struct, frozen=True):
    """The table of tasks; `amended`: the later decisions whose changes its rows carry."""

    label: str | None
    title: str | None
    note: str | None
    amended: tuple[str, ...]
    columns: tuple[str, ...]
    rows: tuple[PrintedRow, ...]


class Document(Struct, frozen=True):
    """What the template prints."""

    decision: Issued
    body: Body
    appendix: Annex


def build(scene: Scene) -> Document:
    """The document piece by piece; the appendix as in force on the day, without later amendments."""
    file = scene.plan.file
    chapters = tuple(Chapter(_heading(part), _paragraphs(part)) for part in scene.plan.parts)
    body = Body(file.kind, file.title, file.note, chapters)
    name = capitals(scene.plan.issuer, scene)
    return Document(
        _issued(file.decision or Decision(kind=file.kind), file.title, name), body, _annex(scene.plan, scene.as_of)
    )


REPORT = ReportKind("Quyết định, kế hoạch và phụ lục như đã ban hành", build, issuer="authority")


def _issued(decision: Decision, title: str, authority: str) -> Issued:
    signs = decision.signatory
    return Issued(
        number=decision.number,
        date=decision.date,
        kind=decision.kind,
        title=decision.title or title,
        authority=decision.authority or authority,
        bases=tuple(each for each in (*decision.bases, decision.proposal) if each),
        formula=decision.formula,
        articles=tuple(
            Article(f"{each.number}.", each.text, tuple(_clauses(each.items))) for each in decision.articles
        ),
        recipients_label=decision.recipients_label,
        recipients=tuple(decision.recipients),
        signatory=Signatory(signs.authority, signs.position, signs.name) if signs else Signatory(None, None, None),
    )


def _annex(plan: Plan, day: Day) -> Annex:
    head = plan.file.appendix or AppendixHead()
    columns = (*head.columns, *[""] * (_COLUMNS - len(head.columns)))
    return Annex(head.label, head.title, head.note, _amended(plan, day), columns, tuple(_rows(plan, day)))


def _heading(part: Part) -> str:
    return f"{part.number}. {part.title}" if part.number else part.title


def _paragraphs(part: Part) -> tuple[str, ...]:
    written = (*part.opening, *_clauses(part.items), *part.closing)
    return tuple(line for text in written for line in text.splitlines())


def _clauses(clauses: tuple[Clause, ...]) -> Iterator[str]:
    """Clauses and those below them, each with its mark: "1.", "a)", "-", or none."""
    for clause in clauses:
        number = clause.number or ""
        closing = "" if number in ("", "-") else ")" if len(number) == 1 and number.isalpha() else "."
        yield f"{number}{closing} {clause.text}".lstrip()
        yield from _clauses(clause.items)


def _amended(plan: Plan, day: Day) -> tuple[str, ...]:
    """Later decisions up to a day: "số 02/QĐ-UBND ngày 15 tháng 5 năm 2026"."""
    return tuple(f"số {each.number} {long_date(each.date)}" for each in plan.file.amendments if each.date <= day)


def _rows(plan: Plan, day: Day) -> Iterator[PrintedRow]:
    for section in plan.sections:
        yield _row("section", section.number, section.title)
        yield from _below(plan, section.tasks, day)


def _below(plan: Plan, rows: tuple[TaskRow, ...], day: Day) -> Iterator[PrintedRow]:
    for row in rows:
        if row.tasks:
            below = list(_below(plan, row.tasks, day))
            yield from (_row("heading", row.number, row.title), *below) if below else ()
            continue
        task = plan.by_id[row.id.upper()]
        if (task.until is None or day < task.until) and (then := task.on(day)) is not None:
            yield from _printed(then)


def _printed(task: Task) -> Iterator[PrintedRow]:
    """A task's rows; products printed with their own time limits get rows below the first (I.5, VII.5)."""
    parts = [each for each in task.milestones if not each.checkpoint]
    if len(parts) < 2 or not task.products or task.products != tuple(chain(*(each.products for each in parts))):
        yield _row("task", task.number, task.title, task.products, task.schedule_text, task.assignment_text)
        return
    first, *between, last = parts
    yield _row("first", task.number, task.title, first.products, first.schedule.text, task.assignment_text)
    for each in between:
        yield _row("next", "", "", each.products, each.schedule.text)
    yield _row("last", "", "", last.products, last.schedule.text)


def _row(
    kind: str, number: str, title: str, products: tuple[str, ...] = (), schedule: str = "", assignment: str = ""
) -> PrintedRow:
    """A row's cells with line ends kept. Several products get a dash each; a row numbered "-" gets it in its title."""
    dashed = number == "-"
    return PrintedRow(
        kind=kind,
        number="" if dashed else number,
        title=f"- {title}" if dashed else title,
        products="\n".join(f"- {each}" for each in products) if len(products) > 1 else "".join(products),
        schedule=schedule,
        assignment=assignment,
    )
