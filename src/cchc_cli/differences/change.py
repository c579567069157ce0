"""One difference of meaning between two states of the plans."""

from datetime import date as Day
from typing import Any, Literal

from msgspec import Struct

from cchc_cli.differences.fields import FieldChange
from cchc_cli.model import Placed, PlanFile

What = Literal[
    "plan", "field", "section", "order", "task", "number", "title", "products", "schedule", "cell", "assignment",
    "own_cell", "role", "words", "computed", "target", "milestone", "checkpoint", "entry", "deadline", "event",
    "measurement", "inspection", "filing", "snapshot", "text", "history", "agency", "member",
]  # fmt: skip
How = Literal["added", "removed", "dropped", "restored", "renamed", "moved", "changed"]


class Change(Struct, frozen=True):
    """What differs and how; where it belongs; what it was and is (texts, days, records; None: absent).

    `id` is the task, milestone, target, agency …, as it is called now where it is still there; `field` the path of a
    field below a record of type `within`, or the head of an own cell's column; `agency` whose role or entry it is;
    `due` the days before and after where a deadline moved; `by` the number of the amendment behind it.
    """

    what: What
    how: How
    plan: str | None = None
    section: str | None = None
    task: str | None = None
    id: str | None = None
    field: tuple[str, ...] = ()
    agency: str | None = None
    before: Any = None
    after: Any = None
    due: tuple[Day | None, Day | None] | None = None
    by: str | None = None
    within: type[Placed] = PlanFile


def of_field(
    found: FieldChange,
    within: type[Placed],
    what: What = "field",
    *,
    section: str | None = None,
    task: str | None = None,
    id: str | None = None,
    agency: str | None = None,
) -> Change:
    """A change of a field that has no change of its own."""
    return Change(what, how(found.before, found.after), section=section, task=task, id=id, agency=agency,
                  field=found.path, before=found.before, after=found.after, within=within)  # fmt: skip


def how(before: object, after: object) -> How:
    """ "added", "removed" or "changed", by which of the two sides has the thing."""
    return "added" if before is None else "removed" if after is None else "changed"
