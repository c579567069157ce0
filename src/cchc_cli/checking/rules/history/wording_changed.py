"""Tasks and assignments must only change by a decision."""

from collections.abc import Iterator

from cchc_cli.checking.rules import Finding, Found, rule
from cchc_cli.checking.rules.changes import Pair, differing, is_amended, is_corrected, is_part_amended, pairs, shortened
from cchc_cli.differences.fields import spaced
from cchc_cli.differences.parts import Roles, milestones, roles
from cchc_cli.differences.rows import PlacedRow
from cchc_cli.model import Assignment, MilestoneRow, TaskRow
from cchc_cli.plan.registry import Registry
from cchc_cli.plan.tasks import Task
from cchc_cli.plan.workspace import Workspace
from cchc_cli.text.problems import Severity

_HINT = "kế hoạch được điều chỉnh thì giữ nội dung cũ trong former kèm changed_by; chữ in sai thì ghi vào corrections"
_WHY = "không có lần điều chỉnh hay dòng corrections nào"


@rule(
    "CC521",
    "Đổi tên, sản phẩm, phân công mà không có căn cứ",
    "Nội dung nhiệm vụ là lời của quyết định; chỉ quyết định khác mới đổi được. Chép nhầm so với bản in thì sửa được: "
    "vì vậy đây là cảnh báo để người duyệt đối chiếu bản in, không phải lỗi.",
    Severity.WARNING,
)
def wording_changed(before: Workspace, now: Workspace) -> Found:
    """Flags titles, products, printed assignments and roles that changed without `former` or a correction. If only the
    roles read from the same printed cell changed, the finding is a remark.

    Bad:
      before: {tasks: [{id: I.1, title: Rà soát quy chế làm việc của Sở}]}
      now: {tasks: [{id: I.1, title: Rà soát quy chế làm việc của các Sở}]}
    Good:
      before: {tasks: [{id: I.1, title: Rà soát quy chế làm việc của Xở}]}
      now:
        plan: {corrections: [{printed: Xở, corrected: Sở, place: I.1}]}
        tasks: [{id: I.1, title: Rà soát quy chế làm việc của Sở}]
    """
    for pair in pairs(before, now):
        for old, new in pair.rows.both:
            yield from _title(old.row, new.row, pair)
            yield from _products(old.row, new.row, pair)
            yield from tuple(_roles(old, new, pair, now.registry)) or _cell(old.row, new.row, pair)
        for duty in (task for task in pair.now.tasks if task.is_body):
            yield from _duty(pair.before.task(duty.id), duty, now.registry)


def _title(old: TaskRow, new: TaskRow, pair: Pair) -> Iterator[Finding]:
    if spaced(old.title) != spaced(new.title) and not _is_grounded(old, new, pair, "title", old.title, new.title):
        message = f"{new.id}: tên khác trước ({differing(old.title, new.title)}), {_WHY}"
        yield Finding(new.at, message, "title", hint=_HINT, task=new.id)


def _products(old: TaskRow, new: TaskRow, pair: Pair) -> Iterator[Finding]:
    """The products of the row, and those of its milestones if the row is printed in parts."""
    for own, then in _parts(old, new):
        if spaced(then.products) == spaced(own.products):
            continue
        words = "\n".join(then.products), "\n".join(own.products)
        if not is_part_amended(old, new, own.id, "products") and not is_corrected(pair.now, new.id, *words):
            gone = next((each for each in then.products if each not in own.products), None)
            was = f" (không còn “{shortened(gone)}”)" if gone else " (thêm sản phẩm)"
            yield Finding(own.at, f"{own.id}: sản phẩm khác trước{was}, {_WHY}", "products", hint=_HINT, task=new.id)


def _parts(old: TaskRow, new: TaskRow) -> Iterator[tuple[TaskRow | MilestoneRow, TaskRow | MilestoneRow]]:
    """The row and its milestones, each with its earlier state."""
    yield new, old
    former = {part.id.upper(): part for part in old.milestones}
    yield from ((part, former[part.id.upper()]) for part in new.milestones if part.id.upper() in former)


def _roles(old: PlacedRow, new: PlacedRow, pair: Pair, registry: Registry) -> Iterator[Finding]:
    if old.task is None or new.task is None or is_amended(old.row, new.row, "assignment", "assignments"):
        return
    former = milestones(old)
    parts = [(each.id, each.assignments or (), former[key].assignments or ())
             for key, each in milestones(new).items() if key in former]  # fmt: skip
    cells = old.task.assignment_text, new.task.assignment_text
    for identity, own, then in ((new.row.id, new.task.assignments, old.task.assignments), *parts):
        agencies = _changed_roles(then, own, registry)
        if agencies:
            read_anew = spaced(cells[0]) == spaced(cells[1]) or is_corrected(pair.now, new.row.id, *cells)
            why = "cột phân công in vẫn như trước" if read_anew else _WHY
            severity = Severity.INFO if read_anew else None
            message = f"{identity}: vai trò của {agencies} khác trước, {why}"
            yield Finding(new.row.at, message, "assignments", hint=_HINT, task=new.row.id, severity=severity)


def _cell(old: TaskRow, new: TaskRow, pair: Pair) -> Iterator[Finding]:
    then, own = old.assignment or "", new.assignment or ""
    if spaced(then) != spaced(own) and not _is_grounded(old, new, pair, "assignment", then, own):
        message = f"{new.id}: cột phân công khác trước ({differing(then, own)}), {_WHY}"
        yield Finding(new.at, message, "assignment", hint=_HINT, task=new.id)


def _duty(old: Task | None, new: Task, registry: Registry) -> Iterator[Finding]:
    agencies = _changed_roles(old.assignments, new.assignments, registry) if old is not None else ""
    if agencies:
        yield Finding(new.at, f"{new.id}: vai trò của {agencies} khác trước, {_WHY}", "assignments", hint=_HINT,
                      task=new.id)  # fmt: skip


def _changed_roles(old: tuple[Assignment, ...], new: tuple[Assignment, ...], registry: Registry) -> str:
    then, own = roles(old), roles(new)
    return ", ".join(
        registry.name(agency) for agency in dict.fromkeys((*own, *then)) if _only(then, agency) != _only(own, agency)
    )


def _only(given: dict[str, Roles], agency: str) -> list[str]:
    """The roles, without regard to whether they are printed or inferred."""
    return [role for role, _ in given.get(agency, ())]


def _is_grounded(old: TaskRow, new: TaskRow, pair: Pair, field: str, was: str, is_: str) -> bool:
    return is_amended(old, new, field) or is_corrected(pair.now, new.id, was, is_)
