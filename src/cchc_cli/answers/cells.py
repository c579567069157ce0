"""Tasks and milestones on a day → cells and lines of tables: ids, days, states, names, in the officers' words."""

from datetime import date as Day

from cchc_cli.answers.tables import Cell, Tone
from cchc_cli.model import Assignment, Status
from cchc_cli.plan import tasks
from cchc_cli.plan.registry import Registry
from cchc_cli.queries.views import TaskView
from cchc_cli.state.rates import Rate
from cchc_cli.state.states import State
from cchc_cli.state.timing import Bucket
from cchc_cli.vietnamese.paper import count, number, share, short_date
from cchc_cli.wording.agencies import called
from cchc_cli.wording.states import BUCKET
from cchc_cli.wording.states import state as state_words

_TONES: dict[Bucket, Tone] = {
    Bucket.OVERDUE: "overdue",
    Bucket.DUE_SOON: "soon",
    Bucket.DONE: "done",
    Bucket.PAUSED: "quiet",
    Bucket.CANCELLED: "quiet",
}


def day(value: Day | None) -> str:
    """A day as tables print it; "" where there is none."""
    return short_date(value) if value else ""


def identity(view: TaskView, state: State, several_plans: bool) -> str:
    """The id of a milestone or turn; with its plan where several are open."""
    return piece_identity(view, state.milestone, several_plans)


def piece_identity(view: TaskView, milestone: tasks.Milestone, several_plans: bool) -> str:
    """The id of a milestone: the task's where it has but one; of a turn, its own."""
    own = view.task.id if len(view.task.milestones) == 1 and milestone.turn is None else milestone.id
    return f"{view.plan.name}:{own}" if several_plans else own


def task_identity(view: TaskView, several_plans: bool) -> str:
    """The id of a task; with its plan where several are open."""
    return f"{view.plan.name}:{view.task.id}" if several_plans else view.task.id


def milestone_state(state: State, as_of: Day) -> Cell:
    """ "quá hạn 298 ngày", "còn 5 ngày" …, with "3/14" where several must close it; how many turns are done."""
    return Cell(milestone_words(state, as_of) + done_of_it(state), tone(state.bucket))


def tone(bucket: Bucket) -> Tone | None:
    """How a state is coloured."""
    return _TONES.get(bucket)


def done_of_it(state: State) -> str:
    """ " (3/14, 2 được xác nhận)" where several must close it; how many turns are done."""
    some = "" if state.progress is Status.DONE else f"{state.vouched_parts} "
    vouched = f", {some}được xác nhận" if state.vouched_parts else ""
    parts = f" ({state.done_parts}/{len(state.counted.parts)}{vouched})" if state.parts else ""
    return parts + turns_done(state)


def turns_done(state: State) -> str:
    """ "; hoàn thành 2/12 lần" of work that comes again; "" of other work, and once nothing is left."""
    if not state.turns or state.bucket in (Bucket.DONE, Bucket.CANCELLED):
        return ""
    done = sum(turn.progress is Status.DONE for turn in state.turns)
    return f"; hoàn thành {done}/{len(state.turns)} lần"


def milestone_words(state: State, as_of: Day) -> str:
    """The same in words alone, without how many parts are done."""
    left = (state.term.due - as_of).days if state.term.due else None
    words = state_words(state.progress, state.timing, state.days_late, left)
    return in_its_kind(words, state.progress, left, state.milestone.checkpoint, state.rate)


def in_its_kind(words: str, progress: Status, left: int | None, checkpoint: bool, rate: Rate | None) -> str:
    """The words for a state, with the rate that a milestone states, or told of a checkpoint with so many days left."""
    if rate is not None:
        return f"{words}, {share(rate.done, rate.of)} ({rate.done}/{rate.of})"
    if not checkpoint:
        return words
    passed = left is not None and left < 0 and progress in (Status.NOT_STARTED, Status.IN_PROGRESS)
    return f"mốc nội bộ, {'đã qua ngày' if passed else words}"


def title(view: TaskView, state: State) -> str:
    """What is to be done: the task's title and, of several milestones and turns, which."""
    return piece_title(view.task, state.milestone)


def piece_title(task: tasks.Task, milestone: tasks.Milestone) -> str:
    """What is to be done for a milestone or turn of a task."""
    if milestone.turn is not None:
        from cchc_cli.wording.turns import turn_title

        name = milestone.name if len(task.milestones) > 1 else None
        return " – ".join(filter(None, (task.title, name, turn_title(milestone.turn.id))))
    if len(task.milestones) == 1:
        return task.title
    name = milestone.name or "; ".join(milestone.products) or milestone.schedule.text
    return f"{task.title} – {name}" if name else task.title


def leads(assignments: tuple[Assignment, ...], registry: Registry, as_of: Day) -> str:
    """The names of those who lead; of a former agency also who has its work now."""
    return "; ".join(dict.fromkeys(called(registry, each, as_of) for each in tasks.leads(assignments)))


def names(agencies: tuple[str, ...], registry: Registry, day: Day) -> str:
    """Names of agencies; a closed group that is among them whole is named in place of its members of a day."""
    left, told = dict.fromkeys(agencies), []
    closed = {group for agency in agencies for group in registry.groups(agency)}
    for group in sorted(closed, key=lambda each: -len(registry.members(each, day))):
        members = registry.members(group, day)
        if len(members) > 1 and left.keys() >= set(members):
            told.append(f"{registry.name(group)} ({len(members)} cơ quan)")
            left = {agency: None for agency in left if agency not in members}
    return "; ".join((*told, *map(registry.name, left)))


def counted(counts: dict[Bucket, int], skipped: tuple[Bucket, ...] = ()) -> str:
    """ "12 trong hạn, chưa đến kỳ · 3 thường xuyên …"; empty buckets are omitted."""
    return " · ".join(
        f"{number(held)} {BUCKET[bucket]}" for bucket, held in counts.items() if held and bucket not in skipped
    )


def as_of_line(as_of: Day, plans: int = 1) -> str:
    """The day of the figures, and of how many plans they are."""
    whole = f", chung {count(plans)} kế hoạch" if plans > 1 else ""
    return f"Tính đến ngày {short_date(as_of)}{whole}"
