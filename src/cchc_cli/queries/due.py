"""What is overdue and what falls due soon, with the number of milestones in every other bucket."""

from collections import Counter

from msgspec import Struct

from cchc_cli.plan.workspace import Workspace
from cchc_cli.queries.views import Asked, Seen, TaskView, views
from cchc_cli.state.timing import Bucket, has_passed, presses


class Due(Struct, frozen=True):
    """A milestone or turn that is listed."""

    view: TaskView
    seen: Seen


class Answer(Struct, frozen=True):
    """Milestones by day then plan order; turns with a day count as milestones do.

    `counts` are those of the lead part; duties of the body are counted apart.
    `pressing` are those of the counts that are overdue or due within so many days.
    """

    asked: Asked
    within: int
    items: tuple[Due, ...]
    counts: dict[Bucket, int]
    pressing: dict[Bucket, int]
    body_counts: dict[Bucket, int]

    @property
    def overdue(self) -> int:
        """How many milestones of the lead part are overdue, duties of the body included."""
        return self.counts[Bucket.OVERDUE] + self.body_counts[Bucket.OVERDUE]

    @property
    def passed(self) -> int:
        """How many of `pressing` are checkpoints whose day has passed: they are listed but never count as overdue."""
        return sum(_has_passed(item, self.asked) for item in self.items)


def due(workspace: Workspace, asked: Asked, within: int, everything: bool = False) -> Answer:
    """Overdue milestones, then those due within so many days (the last included); all of them with `everything`."""
    items: list[Due] = []
    counts: Counter[Bucket] = Counter()
    pressing: Counter[Bucket] = Counter()
    body_counts: Counter[Bucket] = Counter()
    for view in views(workspace, asked):
        for seen in view.pieces:
            is_listed, bucket = presses(seen.state.bucket, seen.state.term, asked.as_of, within), seen.state.bucket
            if seen.part == "lead":
                (body_counts if view.task.is_apart else counts)[bucket] += 1
                pressing[bucket] += is_listed and not view.task.is_apart
            if everything or is_listed:
                items.append(Due(view, seen))
    return Answer(
        asked, within, tuple(sorted(items, key=place)), in_order(counts), in_order(pressing), in_order(body_counts)
    )


def soon_days(workspace: Workspace) -> int:
    """The default of `within`: by the settings of the one plan, else of the workspace."""
    settings = workspace.own_settings
    return settings.due_soon_days or 0


def _has_passed(due: Due, asked: Asked) -> bool:
    state = due.seen.state
    own = due.seen.part == "lead" and not due.view.task.is_apart
    return own and has_passed(state.bucket, state.term, asked.as_of)


def place(due: Due) -> tuple[bool, int]:
    """Its place among others: by day, those without one last."""
    day = due.seen.state.term.due
    return day is None, day.toordinal() if day else 0


def in_order(counts: Counter[Bucket]) -> dict[Bucket, int]:
    """The count of every bucket, the most urgent first."""
    return {bucket: counts[bucket] for bucket in Bucket}
