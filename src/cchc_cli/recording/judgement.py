"""The monitor's judgement of work: what may be confirmed or returned, and what a confirmation closes."""

from collections.abc import Iterator

from cchc_cli.model import Status
from cchc_cli.plan.tasks import Milestone
from cchc_cli.recording.faults import Fault, Field, Words
from cchc_cli.recording.new_entry import Update
from cchc_cli.state.ledger import Ledger
from cchc_cli.state.parts import standings
from cchc_cli.state.standing import Standing
from cchc_cli.wording.states import PROGRESS

FINISHED = (Status.DONE, Status.SUBMITTED)


def wrong_confirmation(update: Update, ledger: Ledger) -> Fault | None:
    """Only submitted work is confirmed, or work of several agencies (as a whole), as far as it is open."""
    named, still = update.entry.task, list(_to_close(update, ledger))
    hint = f"xem: cchc show {update.task.id}"
    if not still:
        return Fault(Field.CONFIRM, f"{named} không còn gì để xác nhận", hint)
    for milestone, own, collective in still:
        if own.progress is not Status.SUBMITTED and not collective:
            about = milestone.id if len(update.milestones) > 1 else named
            whose = f" ({ledger.registry.name(update.entry.agency)})" if update.entry.agency else ""
            message = f"{about}{whose} {PROGRESS[own.progress]}, chưa trình nên không xác nhận được"
            return Fault(Field.CONFIRM, message, ("cơ quan chủ trì báo cáo trước; ghi thay: ", Field.STATUS, " done"))
    return None


def _to_close(update: Update, ledger: Ledger) -> Iterator[tuple[Milestone, Standing, bool]]:
    """What the entry's part is in each milestone that is open, and whether it is the whole of several agencies' work,
    or of work that no named agency closes."""
    for milestone in update.milestones:
        whole, parts = standings(ledger, update.task, milestone, update.entry.recorded)
        own = parts.get(update.entry.agency or "", whole)
        if own.progress not in (Status.DONE, Status.CANCELLED):
            yield milestone, own, update.entry.agency is None and len(parts) != 1


def wrong_return(update: Update, ledger: Ledger) -> Fault | None:
    """The fault of a return: it needs a reason, and work that was submitted or reported done."""
    if not update.entry.note:
        return Fault(Field.NOTE, "trả lại thì phải nêu lý do", ("thêm ", Field.NOTE, ' "…"'))
    if not any(own.progress in FINISHED for own in _judged(update, ledger)):
        message = f"{update.entry.task} chưa có gì trình hoặc báo hoàn thành để trả lại"
        return Fault(Field.RETURN, message, f"xem: cchc show {update.task.id}")
    return None


def _judged(update: Update, ledger: Ledger) -> Iterator[Standing]:
    """The standings that the monitor's entry is about: the agency's part, or the whole and all its parts."""
    for milestone in update.milestones:
        whole, parts = standings(ledger, update.task, milestone, update.entry.recorded)
        own = parts.get(update.entry.agency or "")
        yield from (own,) if own else (whole, *parts.values())


def closes(update: Update, after: Ledger) -> Iterator[Words]:
    """Which parts a confirmation of the whole closes although their agencies have not reported them done."""
    for milestone in update.milestones:
        _, parts = standings(after, update.task, milestone, update.entry.recorded)
        closed = [after.registry.name(agency) for agency, own in parts.items() if own.vouched]
        if closed:
            named = milestone.id if len(update.task.milestones) > 1 else update.task.id
            yield f"xác nhận {named} đóng {len(closed)} phần chưa báo hoàn thành: {'; '.join(closed)}"
