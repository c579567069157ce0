"""What a task implements and who implements it, as JSON outputs hold it."""

from datetime import date as Day
from typing import Annotated

from msgspec import Meta

from cchc_cli.answers.json.pieces import Piece, Plan, same_names
from cchc_cli.answers.json.pieces.states import DoneOn, Late, Progress, When, Where
from cchc_cli.plan.links import parts
from cchc_cli.plan.registry import Registry
from cchc_cli.queries.links import Stand
from cchc_cli.state.states import State


class LinkedMilestone(Piece, frozen=True):
    """A milestone of a linked task."""

    id: Annotated[str, Meta(description="id mốc")]
    name: Annotated[str | None, Meta(description="tên mốc")]
    due: Annotated[Day | None, Meta(description="hạn đang có hiệu lực")]
    progress: Progress
    timing: When
    bucket: Where
    days_late: Late
    done_on: DoneOn


class Link(Piece, frozen=True):
    """The other end of a link. What was not read, or is not in its plan on the day, has no state and no milestones."""

    plan: Plan
    id: Annotated[str, Meta(description="id nhiệm vụ trong kế hoạch đó")]
    agency: Annotated[str | None, Meta(description="id cơ quan ban hành kế hoạch đó; null: không đọc kế hoạch đó")]
    name: Annotated[str | None, Meta(description="tên cơ quan đó")]
    title: Annotated[str | None, Meta(description="nhiệm vụ như in")]
    progress: Progress | None
    timing: When
    bucket: Where | None
    milestones: Annotated[tuple[LinkedMilestone, ...], Meta(description="các mốc, vào ngày số liệu")]
    via: Annotated[str | None, Meta(description="thực hiện qua nhiệm vụ này của kế hoạch ở giữa; null: trực tiếp")]


def link(given: Stand, registry: Registry) -> Link:
    """One end of a link with its state."""
    name, identity = parts(given.reference)
    linked, state = given.linked, given.state
    return Link(
        plan=name,
        id=linked.task.id if linked else identity,
        agency=linked.issuer if linked else None,
        name=registry.name(linked.issuer) if linked else None,
        title=state.task.title if state else linked.task.title if linked else None,
        progress=state.progress if state else None,
        timing=state.timing if state else None,
        bucket=state.bucket if state else None,
        milestones=tuple(map(_milestone, state.milestones)) if state else (),
        via=given.via,
    )


def _milestone(given: State) -> LinkedMilestone:
    return LinkedMilestone(**same_names(LinkedMilestone, given, given.milestone), due=given.term.due)
