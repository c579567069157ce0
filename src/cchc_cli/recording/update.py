"""A new entry: whether it may be recorded, and what is unusual about it (docs/promises.md#who-closes-what)."""

from collections.abc import Iterator
from datetime import date as Day

from cchc_cli.model import Entry, Status
from cchc_cli.plan.registry import Registry
from cchc_cli.plan.succession import everyone
from cchc_cli.plan.tasks import Milestone
from cchc_cli.queries.shares import assignments, has_part
from cchc_cli.recording import evidence
from cchc_cli.recording.faults import Fault, Field, Words, aside
from cchc_cli.recording.judgement import FINISHED, closes, wrong_confirmation, wrong_return
from cchc_cli.recording.new_entry import Update
from cchc_cli.state import seats
from cchc_cli.state.allotment import comes_before
from cchc_cli.state.ledger import Ledger
from cchc_cli.state.parts import standings
from cchc_cli.state.standing import Standing
from cchc_cli.vietnamese.paper import short_date
from cchc_cli.wording import agencies
from cchc_cli.wording.actions import CONFIRMATION
from cchc_cli.wording.few import few


def wrong(update: Update, ledger: Ledger) -> Fault | None:
    """The fault that forbids the entry, or None. `ledger`: the plan's records without the entry."""
    return (
        _wrong_task(update)
        or _wrong_days(update.entry)
        or _ended(update, ledger.registry)
        or _wrong_reporter(update, ledger)
    )


def confirmed_on(update: Update, ledger: Ledger) -> Day | None:
    """The reported day of finished work that is not confirmed yet; the last day of several parts; None if unclear."""
    found = {_finished_on(update, each, ledger) for each in update.milestones}
    return found.pop() if len(found) == 1 else None


def remarks(update: Update, after: Ledger) -> Iterator[Words]:
    """Remarks on what the officer should check again. `after`: the plan's records with the entry."""
    entry, name = update.entry, after.registry.name(update.by)
    issued = update.plan.issued
    yield from evidence.doubts(entry.evidence)
    if entry.date is not None and issued is not None and entry.date < issued:
        yield f"ngày {short_date(entry.date)} trước ngày ban hành kế hoạch ({short_date(issued)}), xem lại năm"
    if update.by != update.plan.file.monitor and update.by not in _closers(update, after):
        named = has_part(update.task, update.by, after.registry)
        role = "không chủ trì" if named else "không được nêu tên ở"
        yield f"{name} {role} {entry.task}: ghi là phần tham gia, không đổi tình trạng nhiệm vụ"
    elif entry.status in (Status.IN_PROGRESS, *FINISHED) and (early := _before_all_turns(update)):
        yield early
    elif entry.status is not None and not _holds(update, after):
        yield "tình trạng chưa đổi theo: đã có cập nhật mới hơn, hoặc cùng ngày cơ quan theo dõi đã trả lại, xác nhận"
    elif entry.status in FINISHED or entry.action == "confirm":
        yield from _unproven(update, after)
        yield from closes(update, after)
    if entry.status in (Status.IN_PROGRESS, *FINISHED):
        yield from _left_behind(update, after)
    if entry.status in (Status.PAUSED, Status.CANCELLED) and not entry.evidence:
        yield "tạm dừng, không thực hiện cần có văn bản cho phép", aside(Field.EVIDENCE)


def _before_all_turns(update: Update) -> Words | None:
    """That the day of an entry comes before the first turn of all that it is about."""
    on = update.entry.date or update.entry.recorded
    found = [each for each in update.milestones if each.turns and each.turn is None and comes_before(each, on)]
    if not found or len(found) < len(update.milestones):
        return None
    first = found[0].turns[0]
    told = f"ngày {short_date(on)} trước lần đầu của {update.entry.task} ({first.id}, từ {short_date(first.start)})"
    return f"{told}: ghi nhận, không hoàn thành lần nào; của một lần thì nêu lần đó", aside(Field.TURN)


def _left_behind(update: Update, after: Ledger) -> Iterator[Words]:
    """The turns before the one reported on that the agency has not done."""
    for turn in update.milestones:
        whole = next((each for each in update.task.milestones if turn.turn and each.id == turn.of), None)
        earlier = () if whole is None else update.task.turns(whole)[: whole.turns.index(turn.turn)]
        still = [each.turn.id for each in earlier if each.turn and _is_open(update, each, after)]
        if still:
            yield f"còn lần {few(still, 'lần', ', ')} của {update.task.id} chưa báo cáo hoàn thành"


def _is_open(update: Update, turn: Milestone, ledger: Ledger) -> bool:
    whole, parts = standings(ledger, update.task, turn, update.entry.recorded)
    own = seats.of(ledger.registry, parts, update.part) if update.part else ()
    found = [parts[seat] for seat in own] or [whole]
    return any(each.progress in (Status.NOT_STARTED, Status.IN_PROGRESS) for each in found)


def _wrong_task(update: Update) -> Fault | None:
    task, entry = update.task, update.entry
    if task.row.computed:
        return Fault(Field.TASK, f"{task.id} được tính từ các nhiệm vụ khác, không cập nhật được", "xem: cchc stats")
    if task.since is not None and entry.recorded < task.since:
        return Fault(Field.TASK, f"{task.id} đến ngày {short_date(task.since)} mới được bổ sung vào kế hoạch")
    if task.until is not None and (entry.date or entry.recorded) >= task.until:
        return Fault(Field.TASK, f"{task.id} đã được đưa ra khỏi kế hoạch từ ngày {short_date(task.until)}")
    return None


def _wrong_days(entry: Entry) -> Fault | None:
    for document in entry.evidence:
        if document.date is not None and document.date > entry.recorded:
            named = document.number or document.name or document.link
            today = short_date(entry.recorded)
            not_yet = f": {named} đề ngày {short_date(document.date)}, chưa đến (hôm nay {today})"
            return Fault(Field.EVIDENCE, (Field.EVIDENCE, not_yet))
    return None


def _ended(update: Update, registry: Registry) -> Fault | None:
    """The fault of an entry dated after the agency's last day: its successor reports what comes after."""
    entry, agency = update.entry, update.entry.agency or update.by
    ended = None if entry.action else agencies.ended(registry, agency, entry.date or entry.recorded)
    if ended is None:
        return None
    field = Field.MEMBER if entry.agency else Field.AGENCY
    heirs = registry.succession.holders(agency, entry.date or entry.recorded)
    if heirs == (agency,):
        return Fault(
            field, f"{ended}, chưa ghi cơ quan kế tục", "ghi successors ở dòng của cơ quan này trong agencies.yaml"
        )
    now = agencies.names(registry, heirs)
    return Fault(
        field,
        ended,
        ("việc còn lại do ", now, " báo cáo", aside(field), "; việc làm trước đó thì ghi rõ ngày", aside(Field.DATE)),
    )


def _wrong_reporter(update: Update, ledger: Ledger) -> Fault | None:
    monitor = update.plan.file.monitor
    if update.by != monitor:
        return _wrong_agency(update, ledger, monitor)
    if update.entry.agency is not None and update.entry.agency not in _closers(update, ledger):
        name = ledger.registry.name(update.entry.agency)
        return Fault(Field.MEMBER, f"{name} không chủ trì {update.entry.task}", f"xem: cchc show {update.task.id}")
    judging = {"confirm": wrong_confirmation, "return": wrong_return}.get(update.entry.action or "")
    return judging(update, ledger) if judging else None


def _wrong_agency(update: Update, ledger: Ledger, monitor: str) -> Fault | None:
    registry, entry = ledger.registry, update.entry
    theirs = f"cơ quan theo dõi kế hoạch ({registry.name(monitor)})"
    if entry.action is not None:
        field = Field.CONFIRM if entry.action == "confirm" else Field.RETURN
        chosen = f"cơ quan đang chọn: {registry.name(update.by)}"
        return Fault(field, f"chỉ {theirs} được {CONFIRMATION[entry.action]}", (chosen, aside(Field.AGENCY)))
    if entry.agency is not None:
        return Fault(Field.MEMBER, (f"chỉ {theirs} được báo cáo thay cơ quan khác", aside(Field.MEMBER)))
    open_group = any(registry.is_open(each.agency) for each in assignments(update.task))
    if open_group or has_part(update.task, update.by, registry):
        return None
    leads = seats.closing(ledger, update.task, update.milestones[0], entry.recorded)
    names = "; ".join(registry.name(each) for each in leads[:5]) + ("; …" if len(leads) > 5 else "")
    return Fault(
        Field.AGENCY,
        f"{registry.name(update.by)} không có vai trò gì ở {update.task.id}",
        f"chủ trì: {names}" if names else f"xem: cchc show {update.task.id}",
    )


def _holds(update: Update, after: Ledger) -> bool:
    """Whether the part has the entry's status after the entry is recorded."""
    unconfirmed = update.plan.settings.confirm_done and update.by != update.plan.file.monitor
    wanted = Status.SUBMITTED if update.entry.status is Status.DONE and unconfirmed else update.entry.status
    return any(own.progress is wanted for own in _standings(update, after))


def _unproven(update: Update, after: Ledger) -> Iterator[Words]:
    found = [own for own in _standings(update, after) if own.progress in FINISHED and not own.proven]
    day = ("ngày", aside(Field.DATE)) if any(own.done_on is None for own in found) else ()
    proof = ("tài liệu kiểm chứng", aside(Field.EVIDENCE)) if any(not own.evidence for own in found) else ()
    if day or proof:
        both = (" và ",) if day and proof else ()
        yield "chưa có ", *day, *both, *proof, ": hoàn thành nhưng không được tính là đúng hạn"


def _standings(update: Update, ledger: Ledger) -> Iterator[Standing]:
    """The standing of the entry's part in each milestone; of the whole if the entry is about no single part."""
    for milestone in update.milestones:
        whole, parts = standings(ledger, update.task, milestone, update.entry.recorded)
        own = seats.of(ledger.registry, parts, update.part) if update.part else ()
        yield from (parts[seat] for seat in own) if own else (whole,)


def _finished_on(update: Update, milestone: Milestone, ledger: Ledger) -> Day | None:
    _, parts = standings(ledger, update.task, milestone, update.entry.recorded)
    about = parts if update.part is None else seats.of(ledger.registry, parts, update.part)
    own = [parts[seat] for seat in about]
    days = [part.done_on for part in own if part.progress in FINISHED and part.done_on is not None]
    return max(days) if days and len(days) == len(own) else None


def _closers(update: Update, ledger: Ledger) -> set[str]:
    """The agencies whose entries close the work, with those before and after them."""
    day = update.entry.recorded
    found = (agency for each in update.milestones for agency in seats.closing(ledger, update.task, each, day))
    return set(everyone(ledger.registry.succession, found))
