"""Ids must be numbered without a gap."""

from collections.abc import Iterable, Iterator, Sequence

from cchc_cli.checking.rules import Finding, Found, rule
from cchc_cli.checking.rules.rows import is_unread
from cchc_cli.model import TASKS, MilestoneRow, Placed, SectionFile, TaskRow
from cchc_cli.plan.plans import Plan
from cchc_cli.plan.tasks import walk
from cchc_cli.plan.workspace import Workspace
from cchc_cli.text.problems import Severity
from cchc_cli.vietnamese.paper import from_roman, roman

Counted = tuple[int, str, str, int]  # number, what stands before it in the id, id, place


@rule(
    "CC519",
    "Thiếu một số giữa dãy",
    "Nhiệm vụ bị bỏ vẫn ở lại trong tệp (dropped_by); thiếu số giữa dãy thì thường là xóa nhầm hoặc chép sót.",
    Severity.WARNING,
)
def missing_number(plan: Plan, workspace: Workspace) -> Found:
    """Checks sections, rows below one section or heading, milestones of a row: I.3 comes after I.2, I.9/2 after I.9/1.

    The finding is at the id after the gap. Parts that could not be read are not missing.

    Bad:
      tasks: [{id: I.1}, {id: I.3}]
    Good:
      tasks: [{id: I.1}, {id: I.2}]
    """
    undivided = any(each.id == TASKS for each in plan.sections)
    placed = undivided or all(
        row.id.upper().startswith(each.id.upper()) for each in plan.sections for row in each.tasks
    )
    if placed and not plan.lost:
        yield from _gaps([(number, "", each.id, each.at) for each in plan.sections if (number := from_roman(each.id))])
    for above, key, shape, rows in _lists(plan):
        whole = isinstance(above, SectionFile) and above.id == TASKS
        gaps = [gap for run in _by_prefix("" if whole else above.id, rows) for gap in _gaps(run)]
        if gaps and not is_unread(workspace.sources, above.at, key, len(rows), (shape,)):
            yield from gaps


def _lists(plan: Plan) -> Iterator[tuple[SectionFile | TaskRow, str, type[Placed], Sequence[TaskRow | MilestoneRow]]]:
    """The lists with consecutive numbers: the place of the record, its key, its type, and the rows."""
    for section in plan.sections:
        yield section, "tasks", SectionFile, section.tasks
        for row in walk(section.tasks):
            yield row, "tasks", TaskRow, row.tasks
            yield row, "milestones", TaskRow, row.milestones


def _by_prefix(above: str, rows: Sequence[TaskRow | MilestoneRow]) -> Iterable[list[Counted]]:
    """Rows with numbers, separate for dots and for dashes; none if an id is repeated or misplaced."""
    runs: dict[str, list[Counted]] = {}
    for row in rows:
        prefix = row.id.rstrip("0123456789")
        if prefix[:-1].upper() != above.upper() or not row.id.isascii():
            return ()
        if prefix != row.id:
            runs.setdefault(prefix[-1:], []).append((int(row.id[len(prefix) :][-9:]), prefix, row.id, row.at))
    return runs.values() if len({row.id.upper() for row in rows}) == len(rows) else ()


def _gaps(run: list[Counted]) -> Iterator[Finding]:
    before = 0
    for number, prefix, identity, at in sorted(run):
        if number > before + 1:
            numbers = (before + 1, number - 1)
            first, last = (f"{prefix}{each}" if identity[-1:].isdecimal() else roman(each) for each in numbers)
            told = first if first == last else f"{first} đến {last}"
            hint = "chép lại dòng còn thiếu; nhiệm vụ đã bỏ thì giữ dòng và ghi dropped_by"
            task = identity.partition("/")[0]
            yield Finding(at, f"{identity}: trước đó thiếu {told}", "id", hint=hint, task=task)
        before = number
