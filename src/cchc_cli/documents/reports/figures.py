"""Counts and rates → finished strings, in which each rate has its denominator (docs/promises.md#documents)."""

from collections.abc import Iterable

from msgspec import Struct

from cchc_cli.queries.stats import StatsRow
from cchc_cli.queries.views import TaskView
from cchc_cli.state.milestones import State
from cchc_cli.state.rates import Rate
from cchc_cli.state.timing import Bucket
from cchc_cli.vietnamese.paper import count, number, share
from cchc_cli.wording.states import BUCKET

_UNDATED = (Bucket.ONGOING, Bucket.WAITING, Bucket.UNSCHEDULED)


class Counts(Struct, frozen=True, kw_only=True):
    """A row of the tables by section and agency: the states add up to the total."""

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
    name: str
    total: str
    undated: str
    on_time: str
    late: str
    stale: str
    done_rate: str
    on_time_rate: str


def part(done: int, of: int) -> str:
    """ "72/84"."""
    return f"{number(done)}/{number(of)}"


def rate(given: Rate) -> str:
    """ "85,7% (72/84)": never without its denominator."""
    return f"{share(given.done, given.of)} ({part(given.done, given.of)})"


def summary(total: StatsRow) -> str:
    """ "đã hoàn thành 11,9% (10/84); quá hạn 3/84 …": each figure with its denominator."""
    done = f"{BUCKET[Bucket.DONE]} {rate(total.done_rate)}"
    rest = [f"{BUCKET[bucket]} {part(amount, total.total)}" for bucket, amount in total.buckets.items()
            if amount and bucket is not Bucket.DONE]  # fmt: skip
    return "; ".join((done, *rest))


def tasks_words(total: StatsRow) -> str:
    """ "33 nhiệm vụ, trong đó 02 không thực hiện": what the rates leave out is said beside the whole."""
    dropped, computed = total.buckets[Bucket.CANCELLED], total.computed
    left_out = ((dropped, "không thực hiện"), (computed, "tự tính từ các nhiệm vụ khác"))
    told = ", ".join(f"{count(amount)} {words}" for amount, words in left_out if amount)
    return f"{count(total.total)} nhiệm vụ" + (f", trong đó {told}" if told else "")


def counts(given: StatsRow) -> Counts:
    """A row of counts as strings."""
    return Counts(
        **{bucket.value: number(given.buckets[bucket]) for bucket in Bucket},
        name=given.heading,
        total=number(given.total),
        undated=number(sum(given.buckets[bucket] for bucket in _UNDATED)),
        on_time=number(given.done_on_time),
        late=number(given.done_late),
        stale=number(given.stale),
        done_rate=rate(given.done_rate),
        on_time_rate=rate(given.on_time_rate),
    )


def tasks_counted(found: Iterable[tuple[TaskView, State]]) -> str:
    """The number of different tasks, with two digits: "05"."""
    return count(len({(view.plan.name, view.task.id) for view, _ in found}))


def amount(found: Iterable[tuple[TaskView, State]]) -> str:
    """ "03 nhiệm vụ", or "03 nhiệm vụ (04 mốc)" if there are more milestones than tasks."""
    every = list(found)
    tasks = tasks_counted(every)
    milestones = count(len({(view.plan.name, state.milestone.id) for view, state in every}))
    return f"{tasks} nhiệm vụ" if tasks == milestones else f"{tasks} nhiệm vụ ({milestones} mốc)"
