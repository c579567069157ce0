"""The printed words of a plan: the cell of an assignment, the text at a place, and the comparison of words."""

from collections.abc import Iterator
from unicodedata import normalize

from cchc_cli.checking.rules.rows import rows
from cchc_cli.model import TEXT_CELLS, Assignment, Clause, Decision, Former, MilestoneRow, Part, ScheduleRow, TaskRow
from cchc_cli.plan.plans import Plan, clauses
from cchc_cli.plan.tasks import Task

_MARKS = str.maketrans("", "", "[](){}“”‘’«»\"'")


def plain(text: str) -> str:
    """The form in which printed words are compared: NFC, lower case, single spaces."""
    return " ".join(normalize("NFC", text).casefold().split())


def bare(text: str) -> str:
    """`plain` without quotes, brackets and the dashes around it."""
    return plain(text.translate(_MARKS)).strip(" -–—+•*")


def stated(task: Task) -> Iterator[tuple[Assignment, str]]:
    """Each written assignment of a task and its milestones, now or before an amendment, once, with its latest cell.

    The cell of a duty of the body is its clause. Roles that are read from a cell need no check against it.
    """
    seen: set[int] = set()
    for version in (task, *(former for _, former in reversed(task.before))):
        cell = version.title if version.is_body else version.assignment_text
        own = (each for milestone in version.milestones for each in milestone.assignments or ())
        read = {version.at, *(each.row.at for each in version.taken)}
        for assignment in (*version.assignments, *own):
            if assignment.at not in seen and (assignment.at not in read or version.is_body):
                seen.add(assignment.at)
                yield assignment, cell


def texts(plan: Plan, wanted: frozenset[str]) -> dict[str, list[str]]:
    """The texts of the wanted rows and of all other places, by the place's name in upper case.

    Names are like decision, body, body.I.4.a, body.IV.3-1, appendix, II.2.1. The text of a place of the body includes
    what is below it; that of a row of the appendix, its words before an amendment.
    """
    file, head = plan.file, plan.file.appendix
    found = {"BODY": [file.kind, file.title, file.note or ""]}
    if file.decision is not None:
        found["DECISION"] = list(_decision(file.decision))
    if head is not None:
        heads = (column.head for column in plan.columns)
        found["APPENDIX"] = [*(text for text in (head.label, head.title, head.note) if text), *heads]
    for part in plan.parts:
        for places, text in _part(part):
            for place in places:
                found.setdefault(place.upper(), []).append(text)
    for section in plan.sections:
        found.setdefault(section.id.upper(), []).append(section.title)
    for row in rows(plan):
        if row.id.upper() in wanted:
            parts = (text for part in row.milestones for text in _cells(part))
            found.setdefault(row.id.upper(), []).extend((*printed_cells(row), *parts))
    return found


def _decision(decision: Decision) -> Iterator[str]:
    signs, articles = decision.signatory, clauses(decision.articles)
    texts = (decision.number, decision.kind, decision.title, decision.authority, decision.formula, decision.proposal)
    yield from (text or "" for text in texts)
    yield from (*decision.bases, decision.recipients_label, *decision.recipients)
    yield from (text or "" for text in ((signs.authority, signs.position, signs.name) if signs else ()))
    yield from (f"{clause.number or ''} {clause.text}" for clause in articles)


def _part(part: Part) -> Iterator[tuple[tuple[str, ...], str]]:
    places = ("body", f"body.{part.number}") if part.number else ("body",)
    for text in (part.title, *part.opening, *part.closing):
        yield places, text
    yield from _below(part.items, places)


def _below(items: tuple[Clause, ...], above: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], str]]:
    for clause in items:
        own = (f"{above[-1]}.{clause.number.strip().rstrip('.)')}",) if clause.number else ()
        duty = (clause.task.id,) if clause.task else ()
        yield (*duty, *above, *own), clause.text
        yield from _below(clause.items, (*above, *own))


def printed_cells(row: TaskRow) -> Iterator[str]:
    """The printed cells of a row, now and before an amendment, without those of its milestones."""
    yield from _cells(row)
    for former in row.former:
        yield from _cells(former)


def _cells(version: TaskRow | MilestoneRow | Former) -> Iterator[str]:
    if isinstance(version, MilestoneRow):
        yield version.name or ""
    else:
        yield version.title or ""
        yield from (getattr(version, key) or "" for key in TEXT_CELLS)
    if not isinstance(version, MilestoneRow) and version.cells:
        yield from version.cells.values()
    yield from version.products or ()
    schedule = version.schedule
    if isinstance(schedule, ScheduleRow):
        yield schedule.text or ""
        yield schedule.condition or ""
    else:
        yield schedule or ""
