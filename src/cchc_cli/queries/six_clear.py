"""Each task against the six that must be clear: who, what, accountable, deciding, when, what comes of it.

Rõ người, rõ việc, rõ trách nhiệm, rõ thẩm quyền, rõ thời gian, rõ kết quả (docs/promises.md#documents).
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence

from msgspec import Struct

from cchc_cli.model import Assignment, Kind, Role
from cchc_cli.plan.registry import Registry
from cchc_cli.plan.tasks import leads
from cchc_cli.plan.workspace import Workspace
from cchc_cli.queries.shares import assignments
from cchc_cli.queries.vague_products import is_vague
from cchc_cli.queries.views import Asked, TaskView, views
from cchc_cli.vietnamese.names import fold
from cchc_cli.wording.six_clear import UNSTATED, WHAT, Cause, What

_OBJECT = 3
"""The least words of a title that says what is done and to what."""


class Gap(Struct, frozen=True):
    """One thing that is not clear: which of the six, why, and the record and key where to mend it."""

    what: What
    cause: Cause
    at: int
    key: str | None = None


class Examined(Struct, frozen=True):
    """A task with what is not clear in it."""

    view: TaskView
    gaps: tuple[Gap, ...]

    @property
    def unclear(self) -> tuple[What, ...]:
        """Which of the six are not clear."""
        return tuple(what for what in WHAT if any(gap.what == what for gap in self.gaps))


class ClearRow(Struct, frozen=True):
    """Tasks of a section, an agency or the plan: how many there are, how many are not clear, by what and by cause."""

    id: str
    total: int
    whole: int
    unclear: dict[What, int]
    causes: dict[Cause, int]


class SixClear(Struct, frozen=True):
    """The answer: tasks of the appendix, duties of the body apart, and their totals.

    `unstated` are the causes that hold for every task, because the plan states nothing of the kind.
    """

    tasks: tuple[Examined, ...]
    body: tuple[Examined, ...]
    total: ClearRow
    sections: tuple[ClearRow, ...]
    agencies: tuple[ClearRow, ...]
    unstated: tuple[Cause, ...]

    def told(self, examined: Examined) -> tuple[Gap, ...]:
        """The gaps of a task without those that are said once for the whole plan."""
        return tuple(gap for gap in examined.gaps if gap.cause not in self.unstated)


def six_clear(workspace: Workspace, asked: Asked) -> SixClear:
    """Every task that stands on the day; what an extension or an amendment has set since is clear."""
    found = tuple(Examined(view, tuple(_gaps(view, workspace))) for view in views(workspace, asked))
    tasks = tuple(each for each in found if not each.view.task.is_apart)
    rows = [each.view.task.row for each in found]
    stated: dict[Cause, bool] = {
        "no_leader": any(row.leader for row in rows), "no_decision": any(row.decides for row in rows),
    }  # fmt: skip
    return SixClear(
        tasks,
        tuple(each for each in found if each.view.task.is_apart),
        _row("", tasks),
        _rows(tasks, lambda each: (each.view.task.section,)),
        _by_agency(tasks, workspace.registry),
        tuple(cause for cause in UNSTATED if not stated[cause]),
    )


def _gaps(view: TaskView, workspace: Workspace) -> Iterator[Gap]:
    for examine in (_person, _work, _responsibility, _authority, _time, _result):
        yield from examine(view, workspace.registry)


def _person(view: TaskView, registry: Registry) -> Iterator[Gap]:
    """A lead, printed as such, by its own name."""
    given = _leading(view)
    if not leads(assignments(view.task)):
        yield Gap("person", "no_lead", view.task.at, "assignments")
    elif given and all(each.inferred for each in given):
        yield Gap("person", "inferred_lead", view.task.at, "assignments")
    if given and all(registry.is_group(each.agency) for each in given):
        yield Gap("person", "group_lead", view.task.at, "assignments")


def _work(view: TaskView, registry: Registry) -> Iterator[Gap]:  # noqa: ARG001
    if len(fold(view.task.title).split()) < _OBJECT:
        yield Gap("work", "bare_title", view.task.at, "title")


def _responsibility(view: TaskView, registry: Registry) -> Iterator[Gap]:  # noqa: ARG001
    """One lead, under one leader."""
    if len(leads(view.task.assignments)) > 1:
        yield Gap("responsibility", "several_leads", view.task.at, "assignments")
    if not view.task.row.leader:
        yield Gap("responsibility", "no_leader", view.task.at)


def _authority(view: TaskView, registry: Registry) -> Iterator[Gap]:  # noqa: ARG001
    if not view.task.row.decides:
        yield Gap("authority", "no_decision", view.task.at)


def _time(view: TaskView, registry: Registry) -> Iterator[Gap]:  # noqa: ARG001
    """At least one day, printed or set since."""
    states = [seen.state for seen in view.milestones if not seen.state.milestone.checkpoint]
    if any(state.term.due for state in states):
        return
    empty = all(state.milestone.schedule.kind is Kind.NONE for state in states)
    yield Gap("time", "no_schedule" if empty else "no_day", view.task.at, "schedule")


def _result(view: TaskView, registry: Registry) -> Iterator[Gap]:  # noqa: ARG001
    products = [product for product in view.task.products if product.strip()]
    if not products:
        yield Gap("result", "no_product", view.task.at, "products")
    elif all(map(is_vague, products)):
        yield Gap("result", "vague_product", view.task.at, "products")


def _leading(view: TaskView) -> tuple[Assignment, ...]:
    return tuple(each for each in view.task.assignments if each.role is Role.LEAD)


def _by_agency(tasks: Iterable[Examined], registry: Registry) -> tuple[ClearRow, ...]:
    """A row for each lead, in the order of the registry; "" for tasks without one."""
    rows = {row.id: row for row in _rows(tasks, lambda each: leads(assignments(each.view.task)) or ("",))}
    return tuple(rows[agency] for agency in registry.in_order(rows))


def _rows(tasks: Iterable[Examined], of: Callable[[Examined], Iterable[str]]) -> tuple[ClearRow, ...]:
    groups: dict[str, list[Examined]] = defaultdict(list)
    for each in tasks:
        for key in of(each):
            groups[key].append(each)
    return tuple(_row(key, own) for key, own in groups.items())


def _row(identity: str, tasks: Sequence[Examined]) -> ClearRow:
    causes: dict[Cause, int] = defaultdict(int)
    for each in tasks:
        for gap in each.gaps:
            causes[gap.cause] += 1
    unclear = {what: sum(what in each.unclear for each in tasks) for what in WHAT}
    return ClearRow(identity, len(tasks), sum(not each.gaps for each in tasks), unclear, dict(causes))
