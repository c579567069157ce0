"""A plan without the words that neither states nor lists of tasks need: small enough to keep one for each plan."""

from msgspec import structs

from cchc_cli.model import Assignment, BodyTask, Clause, Document, Entry, Part, PlanFile, TaskRow
from cchc_cli.plan.plans import PARTS, Plan, Records, clauses
from cchc_cli.plan.tasks import Milestone, Task, walk

_PROOF = (Document(),)


def slim(plan: Plan) -> Plan:
    """The plan for questions about its tasks that print neither cells as printed nor texts of records."""
    records = plan.records
    kept = Records(
        tuple((by, _entry(entry)) for by, entry in records.entries), records.deadlines, records.events
    )  # fmt: skip
    return structs.replace(head(plan), tasks=tuple(map(_task, plan.tasks)), records=kept)


def head(plan: Plan) -> Plan:
    """The plan for questions about the plan itself: only its rows that implement others and those beside the appendix.

    Of these nothing is left but their ids and links.
    """
    given = structs.replace(plan.given, tasks=_linking(plan.given.tasks)) if plan.given else None
    return structs.replace(
        plan,
        file=_file(plan.file),
        sections=tuple(structs.replace(each, tasks=_linking(each.tasks)) for each in plan.sections),
        tasks=tuple(_named(task) for task in plan.tasks if task.is_apart or task.row.implements),
        records=Records(),
        given=given,
    )


def _linking(rows: tuple[TaskRow, ...]) -> tuple[TaskRow, ...]:
    """The rows that implement tasks of other plans, headings too."""
    return tuple(_link(row) for row in walk(rows) if row.implements)


def _named(task: Task) -> Task:
    before = tuple((day, _named(former)) for day, former in task.before)
    return structs.replace(task, row=_link(task.row), parent=None, taken=(), milestones=(), before=before)


def _link(row: TaskRow) -> TaskRow:
    return TaskRow(row.id, "", "", implements=row.implements, dropped_by=row.dropped_by)


def _file(file: PlanFile) -> PlanFile:
    decision = file.decision
    if decision is not None:
        decision = structs.replace(decision, authority=None, bases=(), proposal=None, articles=(), recipients=())
    parts = {name: part and _part(part) for name in PARTS if (part := getattr(file, name))}
    return structs.replace(
        file, decision=decision, note=None, appendix=None, waivers=(), corrections=(),
        parts=tuple(map(_part, file.parts)), **parts,
    )  # fmt: skip


def _part(part: Part) -> Part:
    """A part of the body with what says that it gives duties."""
    duties = tuple(Clause("", task=BodyTask("", ())) for each in clauses(part.items) if each.task)[:1]
    return structs.replace(part, opening=(), closing=(), items=duties)


def _task(task: Task) -> Task:
    return structs.replace(
        task,
        row=_row(task.row),
        parent=None,
        taken=(),
        milestones=tuple(map(_milestone, task.milestones)),
        before=tuple((day, _task(former)) for day, former in task.before),
    )


def _row(row: TaskRow) -> TaskRow:
    return TaskRow(
        row.id, row.number, row.title, row.products, assignments=_assigned(row.assignments), computed=row.computed,
        implements=row.implements, given_on=row.given_on, dropped_by=row.dropped_by,
    )  # fmt: skip


def _milestone(milestone: Milestone) -> Milestone:
    own = milestone.assignments
    return structs.replace(milestone, assignments=own and _assigned(own))


def _assigned(assignments: tuple[Assignment, ...]) -> tuple[Assignment, ...]:
    return tuple(Assignment(each.agency, each.role) for each in assignments)


def _entry(entry: Entry) -> Entry:
    return structs.replace(
        entry, note=None, difficulties=None, proposals=None, evidence=_PROOF if entry.evidence else ()
    )
