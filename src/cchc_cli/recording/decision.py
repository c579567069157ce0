"""An officer's wish about a deadline → the decision to record, or a fault that says why it cannot be recorded."""

from datetime import date as Day
from typing import Literal

from msgspec import Struct, structs

from cchc_cli.model import Deadline, Document, Status
from cchc_cli.plan.registry import Registry
from cchc_cli.plan.tasks import Milestone, Task
from cchc_cli.recording import evidence, values
from cchc_cli.recording.faults import Fault, Field, Words, explained
from cchc_cli.state import seats
from cchc_cli.state.ledger import Ledger
from cchc_cli.state.milestones import milestone_state
from cchc_cli.state.states import State
from cchc_cli.vietnamese.paper import short_date
from cchc_cli.wording import agencies
from cchc_cli.wording.states import NO_DAY, PROGRESS

Act = Literal["grant", "request", "refuse"]
MOST = 5


class Wanted(Struct, frozen=True):
    """The values of what was typed."""

    act: Act
    today: Day
    to: Day | None = None
    document: Document | None = None
    reason: str | None = None


class Position(Struct, frozen=True):
    """A milestone today, for all agencies or for one: its state, the decisions so far, the last unanswered request."""

    task: Task
    milestone: Milestone
    agency: str | None
    state: State
    decisions: tuple[Deadline, ...]
    asked: Deadline | None

    @property
    def due(self) -> Day | None:
        """The deadline in force; the earliest if members have different ones."""
        days = [part.term.due for _, part in self.state.parts if part.term.due]
        return min(days) if days else self.state.term.due

    @property
    def name(self) -> str:
        """The id by which messages call it."""
        return _called(self.task, self.milestone)

    @property
    def extended(self) -> int:
        """How many times it has been extended."""
        return sum(each.action == "extend" for each in self.decisions)


def wanted(
    act: Act, today: Day, to: str | None, basis: str | None, on: str | None, reason: str | None
) -> Wanted | Fault:
    """Read what was typed: the new deadline, the document that decides and its day."""
    document = _document(act, basis, on, today)
    if isinstance(document, Fault):
        return document
    if act == "request" and not reason:
        return Fault(Field.REASON, (Field.REQUEST, " cần ", explained(Field.REASON)))
    day = values.day(to, Field.TO, today) if to else None
    return day if isinstance(day, Fault) else Wanted(act, today, day, document, reason)


def position(ledger: Ledger, task: Task, milestone: Milestone, agency: str | None, today: Day) -> Position | Fault:
    """The position of a milestone today. `agency` must close it; a sole closer's decision counts for the whole.

    A decision for a successor is about the part that it took over.
    """
    closers = seats.closing(ledger, task, milestone, today)
    own = _seat(ledger.registry, closers, agency, today, _called(task, milestone)) if agency else None
    if isinstance(own, Fault):
        return own
    own = own if len(closers) > 1 else None
    state = milestone_state(ledger, task, milestone, today)
    decisions = tuple(ledger.decisions(milestone, today, own))
    ids, turns = (task.id.upper(), (milestone.of or milestone.id).upper()), (None, _turn(milestone))
    known = [each for each in ledger.requests(task, today) if each.task.upper() in ids]
    requests = [each for each in known if (each.turn and each.turn.upper()) in turns]
    asked = [each for each in requests if own in (None, each.agency)]
    state = dict(state.parts)[own] if own else state
    return Position(task, milestone, own, state, decisions, asked[-1] if asked else None)


def _seat(registry: Registry, closers: tuple[str, ...], agency: str, today: Day, called: str) -> str | Fault:
    """The part that an agency has: its own, else the one that it took over or handed on."""
    kept = (agency,) if agency in closers else seats.of(registry, closers, agency)
    if len(kept) == 1:
        return kept[0]
    names = "; ".join(agencies.called(registry, closer, today) for closer in (kept or closers)[:MOST])
    if kept:
        message = f"{registry.name(agency)} nhận phần việc của nhiều cơ quan ở {called}"
        return Fault(Field.AGENCY, message, f"ghi rõ phần của một cơ quan: {names}")
    more = f" và {len(closers) - MOST} cơ quan nữa" if len(closers) > MOST else ""
    hint: Words = f"các cơ quan phải hoàn thành: {names}{more}" if names else ("bỏ ", Field.AGENCY)
    return Fault(Field.AGENCY, f"{registry.name(agency)} không phải cơ quan phải hoàn thành {called}", hint)


def milestone(task: Task, named: Milestone | None, ledger: Ledger, today: Day) -> Milestone | Fault:
    """The milestone or turn that is meant; work that comes again is refused unless one of its turns is named."""
    found = _milestone(task, named, ledger, today)
    if isinstance(found, Fault) or found.turn is not None or not found.turns:
        return found
    from cchc_cli.recording.turns import not_whole

    return not_whole(task, milestone_state(ledger, task, found, today))


def _milestone(task: Task, named: Milestone | None, ledger: Ledger, today: Day) -> Milestone | Fault:
    """The named one, else the only one, else the only one with a day."""
    own = [each for each in task.milestones if not each.checkpoint] or list(task.milestones)
    if named is not None or len(own) == 1:
        return named or own[0]
    days = {each.id: milestone_state(ledger, task, each, today).term.due for each in own}
    dated = [each for each in own if days[each.id]]
    if len(dated) == 1:
        return dated[0]
    listed = ", ".join(f"{each.id} ({short_date(day) if (day := days[each.id]) else NO_DAY})" for each in own)
    return Fault(Field.TASK, f"{task.id} có {len(own)} mốc", f"ghi rõ một trong: {listed}")


def decision(wanted: Wanted, now: Position) -> Deadline | Fault:
    """The record to write, or a fault if a value is missing or the new day is not after the deadline in force."""
    wrong = _wrong(wanted, now, now.name)
    if wrong is not None:
        return wrong
    granted: Literal["set", "extend"] = "set" if now.due is None else "extend"
    return Deadline(
        task=_recorded(now.task, now.milestone),
        action=granted if wanted.act == "grant" else wanted.act,
        recorded=wanted.today,
        turn=_turn(now.milestone),
        document=wanted.document,
        to=wanted.to,
        agency=now.agency or (now.asked.agency if wanted.act == "refuse" and now.asked else None),
        reason=wanted.reason,
    )


def _document(act: Act, basis: str | None, on: str | None, today: Day) -> Document | Fault | None:
    """The document that decides, with its day. A request needs no document."""
    if not basis and not on and act == "request":
        return None
    if not basis or not on:
        both = () if basis or on else (" và ",)
        missing = (*(() if basis else (explained(Field.BASIS),)), *both, *(() if on else (explained(Field.DECIDED),)))
        like = ("ghi như ", Field.BASIS, ' "45/UBND-KSTT" ', Field.DECIDED, " 28/01/2026")
        return Fault(Field.DECIDED if basis else Field.BASIS, ("thiếu ", *missing), like)
    day = values.past_day(on, Field.DECIDED, today)
    if isinstance(day, Fault):
        return day
    document = evidence.read(basis, day)
    if isinstance(document, Fault):
        return document
    if document.number is None and act != "request":
        unnumbered = (Field.BASIS, f': "{basis}" chưa có số, ký hiệu của văn bản')
        return Fault(Field.BASIS, unnumbered, ("ghi như ", Field.BASIS, ' "45/UBND-KSTT"'))
    return structs.replace(document, date=day)


def _recorded(task: Task, milestone: Milestone) -> str:
    """The id by which a milestone is recorded: the task's id if the task has only one milestone."""
    return task.id if len(task.milestones) == 1 else milestone.of or milestone.id


def _called(task: Task, milestone: Milestone) -> str:
    """The same with the turn, if it is one."""
    return milestone.id if milestone.turn else _recorded(task, milestone)


def _turn(milestone: Milestone) -> str | None:
    return milestone.turn.id if milestone.turn else None


def _wrong(wanted: Wanted, now: Position, identity: str) -> Fault | None:
    if wanted.act == "request" and now.state.progress in (Status.DONE, Status.CANCELLED):
        message = f"{identity} {PROGRESS[now.state.progress]}, không cần gia hạn"
        return Fault(Field.REQUEST, message, f"xem: cchc show {now.task.id}")
    return _not_refused(wanted, now, identity) if wanted.act == "refuse" else _not_later(wanted, now, identity)


def _not_refused(wanted: Wanted, now: Position, identity: str) -> Fault | None:
    if wanted.to is not None:
        message = (Field.REFUSE, " không đi cùng ", Field.TO)
        return Fault(Field.TO, message, "không đồng ý gia hạn thì hạn giữ nguyên")
    if now.asked is None:
        message_ = f"{identity} không có đề nghị gia hạn nào đang chờ"
        return Fault(Field.REFUSE, message_, "xem: cchc list --state requested")
    return None


def _not_later(wanted: Wanted, now: Position, identity: str) -> Fault | None:
    if wanted.to is None:
        return Fault(Field.TO, ("thiếu ", explained(Field.TO)), ("ghi như ", Field.TO, " 31/3/2026"))
    if now.due is not None and wanted.to <= now.due:
        earlier = f" {short_date(wanted.to)} không muộn hơn hạn hiện nay của {identity} ({short_date(now.due)})"
        return Fault(Field.TO, (Field.TO, earlier), "gia hạn phải đến một ngày sau đó")
    return None
