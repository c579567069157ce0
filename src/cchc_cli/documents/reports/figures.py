"""Counts and rates → finished strings, in which each rate has its denominator (docs/promises.md#documents)."""

from collections.abc import Iterable

from msgspec import Struct

from cchc_cli.queries.stats import StatsRow
from cchc_cli.queries.views import TaskView
from cchc_cli.state.rates import Rate
from cchc_cli.state.states import State
from cchc_cli.state.timing import Bucket, Timing
from cchc_cli.vietnamese.paper import count, number, share
from cchc_cli.wording.states import BUCKET, TIMING

_OPEN = {bucket: BUCKET[bucket] for bucket in Bucket if bucket not in (Bucket.DONE, Bucket.CANCELLED)} | {
    Bucket.LATER: TIMING[Timing.IN_TIME]
}
"""The words for open tasks in a sentence."""
_UNDATED = (Bucket.ONGOING, Bucket.WAITING, Bucket.UNSCHEDULED)


class Counts(Struct, frozen=True, kw_only=True):
    """A row of the tables by section and agency: the states add up to the total.

    `number` is that of a section. `on_time`, `late` and `untimed` add up to `done`: work is untimed that has no
    deadline or no certain day.
    """

    overdue: str
    due_soon: str
    later: str
    ongoing: str
    waiting: str
    unscheduled: str
    submitted: str
    done: str
    paused: str
    cancelled: str
    number: str
    name: str
    total: str
    undated: str
    on_time: str
    late: str
    untimed: str
    done_rate: str
    on_time_rate: str


def part(done: int, of: int) -> str:
    """ "72/84"."""
    return f"{number(done)}/{number(of)}"


def rate(given: Rate) -> str:
    """ "85,7% (72/84)": never without its denominator."""
    return f"{share(given.done, given.of)} ({part(given.done, given.of)})"


def summary(total: StatsRow) -> str:
    """ "đã hoàn thành 09 nhiệm vụ (30%, tính trên 30 nhiệm vụ phải thực hiện); còn 05 nhiệm vụ quá hạn, …".

    What is nil is left out, and so is what the plan does not carry out, which `tasks_words` tells.
    """
    amounts = [(total.buckets[bucket], words) for bucket, words in _OPEN.items()]
    rest = ", ".join(f"{count(amount)} nhiệm vụ {words}" for amount, words in amounts if amount)
    return "; ".join(filter(None, (_done(total), f"còn {rest}" if rest else "")))


def tasks_words(total: StatsRow, computed: str) -> str:
    """ "33 nhiệm vụ, trong đó 02 không thực hiện": what the rates leave out is said beside the whole.

    `computed` names the tasks that tell the rate of the others.
    """
    return f"{count(total.total)} nhiệm vụ{left_out(total, computed)}"


def left_out(total: StatsRow, computed: str = "") -> str:
    """ ", trong đó 02 không thực hiện", or ""."""
    named = f" ({computed})" if computed else ""
    parts = (
        (total.buckets[Bucket.CANCELLED], "không thực hiện"),
        (total.computed, f"tính theo kết quả chung{named}"),
    )
    told = ", ".join(f"{count(amount)} {words}" for amount, words in parts if amount)
    return f", trong đó {told}" if told else ""


def _done(total: StatsRow) -> str:
    done, of = total.done_rate.done, total.done_rate.of
    if not done:
        return "chưa có nhiệm vụ nào hoàn thành"
    base = f", tính trên {count(of)} nhiệm vụ phải thực hiện" if of != total.total else ""
    return f"đã hoàn thành {count(done)} nhiệm vụ ({share(done, of)}{base})"


def counts(given: StatsRow) -> Counts:
    """A row of counts as strings."""
    return Counts(
        **{bucket.value: number(given.buckets[bucket]) for bucket in Bucket},
        number=given.id if given.heading != given.name else "",
        name=given.name,
        total=number(given.total),
        undated=number(sum(given.buckets[bucket] for bucket in _UNDATED)),
        on_time=number(given.done_on_time),
        late=number(given.done_late),
        untimed=number(given.buckets[Bucket.DONE] - given.done_on_time - given.done_late),
        done_rate=rate(given.done_rate),
        on_time_rate=rate(given.on_time_rate),
    )


def tasks_counted(found: Iterable[tuple[TaskView, State]]) -> str:
    """The number of different tasks, with two digits: "05"."""
    return count(len({(view.plan.name, view.task.id) for view, _ in found}))


def tasks(found: Iterable[tuple[TaskView, State]]) -> str:
    """ "03 nhiệm vụ": for papers to superiors, which do not speak of milestones."""
    return f"{tasks_counted(found)} nhiệm vụ"


def amount(found: Iterable[tuple[TaskView, State]]) -> str:
    """ "03 nhiệm vụ", or "03 nhiệm vụ (04 mốc)" if there are more milestones than tasks."""
    every = list(found)
    tasks = tasks_counted(every)
    milestones = count(len({(view.plan.name, state.milestone.id) for view, state in every}))
    return f"{tasks} nhiệm vụ" if tasks == milestones else f"{tasks} nhiệm vụ ({milestones} mốc)"
