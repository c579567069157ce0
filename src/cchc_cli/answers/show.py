"""One task whole: text for an officer (how its schedule was read and why, roles, members, history)."""

from collections.abc import Iterator, Sequence

from msgspec import Struct

from cchc_cli.answers import amendments, cells, links, members, printed_cells
from cchc_cli.answers import turns as shown_turns
from cchc_cli.answers.records import decision_words, document_words, entry_words
from cchc_cli.answers.values import others
from cchc_cli.model import TEXT_CELLS, Assignment, Kind, Role
from cchc_cli.plan.registry import Registry
from cchc_cli.plan.tasks import Milestone
from cchc_cli.plan.workspace import Workspace
from cchc_cli.queries.links import Standings
from cchc_cli.queries.views import Asked, TaskView
from cchc_cli.schedule import Again
from cchc_cli.state.ledger import Ledger
from cchc_cli.state.reports import Reported
from cchc_cli.state.states import State
from cchc_cli.vietnamese.paper import long_date
from cchc_cli.wording.agencies import called
from cchc_cli.wording.roles import ROLE
from cchc_cli.wording.schedules import EACH, KIND, WEEKDAY
from cchc_cli.wording.states import PROGRESS
from cchc_cli.wording.turns import turn_title

# Fields that `text` prints in its own lines; any other field that is set gets a line by itself.
_TASK = ("id", "number", "title", "products", "schedule", *TEXT_CELLS, "cells", "spans", "assignments", "milestones",
         "targets", "tasks", "computed", "implements", "added_by", "dropped_by", "former")  # fmt: skip
_MILESTONE = ("id", "name", "products", "schedule", "assignments", "checkpoint", "added_by", "former")
_LAST = 31
_EMPTY = "(để trống)"
_ASSIGNMENT = ("agency", "role", "words", "inferred")


class Block(Struct, frozen=True):
    """Lines under a title."""

    title: str
    lines: tuple[str, ...] = ()


def text(view: TaskView, ledger: Ledger, standings: Standings, asked: Asked, every_member: bool = False) -> str:
    """Paragraphs with two-space indents, one fact a line; `every_member`: with a line for each agency's part."""
    own, workspace = view.task, standings.workspace
    lines = [f"{own.id}  {own.title}", f"  tại {workspace.sources.path(own.at)}:{workspace.sources.line(own.at)}"]
    if own.parent:
        lines.append(f"  thuộc {own.parent.id}  {own.parent.title}")
    for block in blocks(view, ledger, standings, asked, "each" if every_member else "some"):
        lines += ["", block.title, *(f"  {line}" for line in block.lines)]
    return "\n".join(lines) + "\n"


def blocks(view: TaskView, ledger: Ledger, standings: Standings, asked: Asked, told: members.Told) -> tuple[Block, ...]:
    """Everything about the task below its title; `told`: which agencies that must each close a part."""
    own, registry = view.task, standings.workspace.registry
    found = [
        *_printed("Sản phẩm", own.products),
        # A duty of the body has no such columns: its text is its title.
        *_printed("Tiến độ (in trong kế hoạch)", () if own.is_body else own.schedule_text.splitlines() or [_EMPTY]),
    ]
    for state in view.state.milestones:
        found += _milestone(view, state, ledger, asked, told)
    return (
        *found,
        *_printed("Phân công (in trong kế hoạch)", () if own.is_body else printed_cells.assigning(own.row)),
        *_printed("Vai trò", [_role(each, standings.workspace, asked) for each in own.assignments]),
        *(Block(said[:1].upper() + said[1:]) for said in others(own.row, _TASK)),
        *(block for head, facts in printed_cells.others(view) for block in _printed(head, facts)),
        *_printed("Thực hiện nhiệm vụ của kế hoạch khác", links.above(own, standings, asked)),
        *_printed("Kế hoạch khác thực hiện nhiệm vụ này", links.below(view, standings, asked)),
        *_printed("Điều chỉnh", amendments.lines(view, registry, asked)),
        *_printed("Đề nghị gia hạn chờ trả lời", amendments.pending(ledger, own, asked)),
        *_printed("Cập nhật", _history(ledger, view, asked)),
    )


def _milestone(view: TaskView, state: State, ledger: Ledger, asked: Asked, told: members.Told) -> tuple[Block, ...]:
    own = state.milestone
    name = own.name or "; ".join(own.products)
    title = f"Mốc {own.id}" + (f": {name}" if name and len(view.task.milestones) > 1 else "")
    if own.turn is not None:
        title = f"Lần {own.id}, {turn_title(own.turn.id)}"
    written = next((each for each in view.task.row.milestones if each.id == own.id), None)
    more = others(written, _MILESTONE) if written else ()
    return _printed(title, [*_milestone_facts(view, state, ledger, asked, told), *more])


def _milestone_facts(view: TaskView, state: State, ledger: Ledger, asked: Asked, told: members.Told) -> Iterator[str]:
    schedule = state.milestone.schedule
    if state.milestone.assignments is not None:
        yield f"chủ trì mốc này: {cells.leads(state.milestone.assignments, ledger.registry, asked.as_of)}"
    stands, progress = cells.milestone_state(state, asked.as_of).text, PROGRESS[state.progress]
    yield f"tình trạng: {stands}" if stands.startswith(progress) else f"tình trạng: {stands}; {progress}"
    yield f"tiến độ “{schedule.text}” đọc là: {_reading(state.milestone)}" if schedule.text else "tiến độ: chưa ghi"
    yield from shown_turns.lines(state, ledger.registry, asked.as_of, told)
    if state.term.due and not state.turns:
        yield f"hạn: {long_date(state.term.due)}{_off(state, ledger)}"
        if state.term.original_due != state.term.due and state.term.original_due:
            yield f"hạn ban đầu: {long_date(state.term.original_due)}"
    if schedule.condition:
        met = {None: "", True: " (đã có)", False: " (chưa có)"}[state.condition_met]
        yield f"điều kiện: {schedule.condition}{met}"
    pending = ledger.requests(view.task, asked.as_of)
    for each in (state, *state.turns):
        for decision in ledger.decisions(each.milestone, asked.as_of, None):
            if decision not in pending:
                yield decision_words(decision, long_date)
    if state.parts and not state.turns and state.bucket is not state.bucket.CANCELLED:
        yield from members.counted(state, ledger.registry, asked, told)
    for document in state.evidence:
        yield f"tài liệu kiểm chứng: {document_words(document)}"


def _reading(milestone: Milestone) -> str:
    schedule = milestone.schedule
    words = KIND[schedule.kind]
    if schedule.days is not None:
        event = long_date(schedule.since) if schedule.since else "ngày ban hành Kế hoạch" if schedule.due else "sự kiện"
        return f"{schedule.days:02} ngày{' làm việc' if schedule.working else ''} kể từ {event}, không tính ngày đầu"
    if schedule.again and (more := _turns(schedule.again)):
        return f"{words} {more}"
    if milestone.turns and milestone.turns[0].due and not schedule.again:
        return f"{words} {len(milestone.turns):02} lần, mỗi lần một hạn"
    if schedule.start and not schedule.due:
        return f"{words}, từ {long_date(schedule.start)}"
    if schedule.kind is Kind.RANGE and schedule.start and schedule.due:
        return f"từ {long_date(schedule.start)} đến hết {long_date(schedule.due)}"
    if schedule.kind is Kind.DATE and schedule.due:
        return f"đến hết {long_date(schedule.due)}"
    return f"{words}, hết {long_date(schedule.due)}" if schedule.due else f"{words}, không có ngày"


def _turns(again: Again) -> str:
    """What is printed about turns beside one interval: longer intervals, a count, days, a stretch of time."""
    own = again.interval
    more = [f"cả {EACH[each]}" for each in own.also]
    more += [f"{own.count:02} lần mỗi {EACH[own.every]}"] if own.count > 1 else []
    more += [WEEKDAY[each] for each in own.weekdays]
    days = " và ".join(_day(month, day, own.every) for month, day in again.on)
    more += [f"trước {days}" if again.before else days] if days else []
    until = f" đến hết {long_date(again.until)}" if again.until else ""
    more += [f"từ {long_date(again.since)}{until}"] if again.since else []
    return ", ".join((f"hằng {EACH[own.every]}", *more)) if more else ""


def _day(month: int, day: int, every: str) -> str:
    """A day within its interval: ngày 20, ngày 20 tháng thứ 3, ngày 15/12, hết tháng 9."""
    if every == "year":
        return f"hết tháng {month}" if day == _LAST else f"ngày {day:02}/{month}"
    of_quarter = f" tháng thứ {month} của quý" if every == "quarter" else ""
    return f"hết{of_quarter or ' tháng'}" if day == _LAST else f"ngày {day:02}{of_quarter}"


def _off(state: State, ledger: Ledger) -> str:
    due = state.term.due
    assert due is not None
    off = ledger.workdays.off(due)
    notes = [f"là ngày nghỉ: {off}; hạn không dời" if off and not ledger.plan.settings.move_off_days else ""]
    counted = state.milestone.schedule.working
    notes.append(f"lịch nghỉ năm {due.year} chưa chốt" if counted and not ledger.workdays.settled(due.year) else "")
    said = "; ".join(note for note in notes if note)
    return f" ({said})" if said else ""


def _role(assignment: Assignment, workspace: Workspace, asked: Asked) -> str:
    registry = workspace.registry
    words = f" – “{assignment.words}”" if assignment.words else ""
    lacking = " vì không in chữ chủ trì" if assignment.role is Role.LEAD else " vì không in vai trò"
    inferred = f", suy ra{lacking}" if assignment.inferred else ""
    members = registry.members(assignment.agency, asked.as_of)
    size = ", nhóm mở" if registry.is_open(assignment.agency) else f", {len(members)} cơ quan" if members else ""
    more = "".join(f", {each}" for each in others(assignment, _ASSIGNMENT))
    return f"{ROLE[assignment.role]}: {called(registry, assignment.agency, asked.as_of)}{size}{words}{inferred}{more}"


def _history(ledger: Ledger, view: TaskView, asked: Asked) -> list[str]:
    turn = next((each.milestone for each in view.state.milestones if each.milestone.turn), None)
    reports = ledger.reports(turn, asked.as_of) if turn else ledger.task_reports(view.task, asked.as_of)
    return [f"{cells.day(each.day)}  {_reported(each, ledger.registry)}" for each in reports]


def _reported(report: Reported, registry: Registry) -> str:
    """The agency that did it, then what it did, and who wrote that for it; the monitor judges an agency's part."""
    entry, by = report.entry, registry.name(report.by)
    if entry.agency is None:
        return f"{by}: {entry_words(entry)}"
    whose = registry.name(entry.agency)
    if entry.action:
        return f"{by}, phần của {whose}: {entry_words(entry)}"
    return f"{whose}: {entry_words(entry)} ({by} ghi thay)"


def _printed(title: str, lines: Sequence[str]) -> tuple[Block, ...]:
    """A block, or nothing if it has no lines."""
    return (Block(title, tuple(lines)),) if lines else ()
