"""What `extend` is asked to do → the one decision on a deadline, or a `Stop` that says why it cannot be."""

from datetime import date as Day
from typing import Literal

from msgspec import Struct

from cchc_cli.ledger import Ledger
from cchc_cli.model import Deadline, Document, Status
from cchc_cli.paper import short_date
from cchc_cli.plans import Milestone, Task
from cchc_cli.problems import Stop
from cchc_cli.progress import State, milestone_state
from cchc_cli.standing import closing
from cchc_cli.wording import PROGRESS

Act = Literal["grant", "request", "refuse"]
MOST = 5


class Wanted(Struct, frozen=True):
    """What was typed, understood. `agency`: the member of a collective task for which alone it holds."""

    act: Act
    today: Day
    to: Day | None = None
    document: Document | None = None
    reason: str | None = None
    agency: str | None = None


class Position(Struct, frozen=True):
    """A milestone on the day, for all or for one member: how it stands, decisions so far, the request not answered."""

    task: Task
    milestone: Milestone
    agency: str | None
    state: State
    decisions: tuple[Deadline, ...]
    asked: Deadline | None

    @property
    def due(self) -> Day | None:
        """The deadline in force; where members have different ones, the first."""
        days = [part.term.due for _, part in self.state.parts if part.term.due]
        return min(days) if days else self.state.term.due

    @property
    def extended(self) -> int:
        """How many times it has been extended."""
        return sum(each.action == "extend" for each in self.decisions)


def position(ledger: Ledger, task: Task, milestone: Milestone, agency: str | None, today: Day) -> Position:
    """How a milestone stands today; `agency` must be one of several that close it, a sole lead stands for the whole."""
    closers = closing(ledger.registry, task, milestone)
    if agency is not None and agency not in closers:
        names = "; ".join(ledger.registry.name(each) for each in closers[:MOST])
        more = f" và {len(closers) - MOST} cơ quan nữa" if len(closers) > MOST else ""
        called = ledger.registry.name(agency)
        hint = f"các cơ quan phải hoàn thành: {names}{more}" if names else "bỏ --agency"
        raise Stop(f"{called} không phải cơ quan phải hoàn thành {_called(task, milestone)}", hint)
    own = agency if len(closers) > 1 else None
    state = milestone_state(ledger, task, milestone, today)
    decisions = tuple(ledger.decisions(milestone, today, own))
    ids = (task.id.upper(), milestone.id.upper())
    requests = [each for each in ledger.requests(task, today) if each.task.upper() in ids]
    asked = [each for each in requests if own in (None, each.agency)]
    state = dict(state.parts)[own] if own else state
    return Position(task, milestone, own, state, decisions, asked[-1] if asked else None)


def milestone(task: Task, named: Milestone | None, ledger: Ledger, today: Day) -> Milestone:
    """The milestone meant: the one named, the only one, or the only one with a day."""
    own = [each for each in task.milestones if not each.checkpoint] or list(task.milestones)
    if named is not None or len(own) == 1:
        return named or own[0]
    days = {each.id: milestone_state(ledger, task, each, today).term.due for each in own}
    dated = [each for each in own if days[each.id]]
    if len(dated) == 1:
        return dated[0]
    listed = ", ".join(f"{each.id} ({short_date(day) if (day := days[each.id]) else 'chưa có hạn'})" for each in own)
    raise Stop(f"{task.id} có {len(own)} mốc", f"ghi rõ một trong: {listed}")


def decision(wanted: Wanted, now: Position) -> Deadline:
    """The record, once what must be there is there and the new day is after the one in force."""
    identity = _called(now.task, now.milestone)
    if wanted.act == "request" and now.state.progress in (Status.DONE, Status.CANCELLED):
        raise Stop(f"{identity} {PROGRESS[now.state.progress]}, không cần gia hạn", f"xem: cchc show {now.task.id}")
    if wanted.act == "refuse":
        _refusal(wanted, now, identity)
    else:
        _later(wanted, now, identity)
    granted: Literal["set", "extend"] = "set" if now.due is None else "extend"
    return Deadline(
        task=identity,
        action=granted if wanted.act == "grant" else wanted.act,
        recorded=wanted.today,
        document=wanted.document,
        to=wanted.to,
        agency=now.agency or (now.asked.agency if wanted.act == "refuse" and now.asked else None),
        reason=wanted.reason,
    )


def _called(task: Task, milestone: Milestone) -> str:
    """The id of a milestone: the task's where it has but one."""
    return task.id if len(task.milestones) == 1 else milestone.id


def _refusal(wanted: Wanted, now: Position, identity: str) -> None:
    if wanted.to is not None:
        raise Stop("--refuse không đi cùng --to", "không đồng ý gia hạn thì hạn giữ nguyên")
    if now.asked is None:
        raise Stop(f"{identity} không có đề nghị gia hạn nào đang chờ", "xem: cchc list --state requested")


def _later(wanted: Wanted, now: Position, identity: str) -> None:
    if wanted.to is None:
        raise Stop("thiếu --to (hạn mới)", "ghi như --to 31/3/2026")
    if now.due is not None and wanted.to <= now.due:
        raise Stop(
            f"--to {short_date(wanted.to)} không muộn hơn hạn hiện nay của {identity} ({short_date(now.due)})",
            "gia hạn phải đến một ngày sau đó",
        )
