"""How a task, a milestone, or one agency's part of it stands on a day."""

from datetime import date as Day

from msgspec import Struct

from cchc_cli.model import Document, Status
from cchc_cli.plan.tasks import Milestone, Task
from cchc_cli.state.rates import Rate
from cchc_cli.state.timing import BUCKETS, URGENCY, Bucket, Term, Timing


class State(Struct, frozen=True):
    """The state of a milestone, or of one agency's part of it, on a day.

    `parts` are the states of the agencies that must each close it (empty if there is only one);
    `condition_met` is None if there is no condition that the program can check.
    """

    milestone: Milestone
    progress: Status
    timing: Timing | None
    bucket: Bucket
    term: Term
    days_late: int | None = None
    done_on: Day | None = None
    evidence: tuple[Document, ...] = ()
    condition_met: bool | None = None
    parts: tuple[tuple[str, "State"], ...] = ()
    vouched: bool = False
    """Whether the part is done only because the monitor closed the whole."""
    rate: Rate | None = None
    """The plan's rate, if the milestone is what states it."""
    turns: tuple["State", ...] = ()
    at: int = 0
    """The place among `turns` of the one that its parts are counted of: the oldest late one, else that which runs."""

    @property
    def counted(self) -> "State":
        """The state whose parts are counted: of work that comes again that of one turn."""
        return self.turns[self.at] if self.turns else self

    @property
    def last_due(self) -> Day | None:
        """The day by which all of it is due."""
        return self.turns[-1].term.due if self.turns else self.term.due

    @property
    def pieces(self) -> tuple["State", ...]:
        """What falls due: its turns, if they have days; else the milestone itself."""
        return self.turns if self.turns and self.turns[0].term.due else (self,)

    @property
    def done_parts(self) -> int:
        """The number of parts that their agencies, or the monitor for them, reported done."""
        parts = self.counted.parts
        return sum(state.progress is Status.DONE and not state.vouched for _, state in parts)

    @property
    def vouched_parts(self) -> int:
        """The number of parts that are done only because the monitor closed the whole."""
        return sum(state.vouched for _, state in self.counted.parts)


class TaskState(Struct, frozen=True):
    """The state of a task on a day, with its milestones."""

    task: Task
    progress: Status
    timing: Timing | None
    bucket: Bucket
    milestones: tuple[State, ...]


def urgency(state: State) -> tuple[int, int]:
    """The order of docs/promises.md#states: the most urgent open one first, then the worst done one."""
    return BUCKETS.index(state.bucket), URGENCY[state.timing] if state.timing else len(URGENCY)
