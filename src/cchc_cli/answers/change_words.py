"""One difference → one line in the officers' words: "gia hạn VI.6: 31/01 → 31/3"."""

from collections.abc import Callable

from cchc_cli.answers.edits import listed, reworded
from cchc_cli.answers.field_words import changed, field_line, other_differences
from cchc_cli.answers.record_words import (
    deadline_line,
    entry_line,
    event_line,
    filing_line,
    inspection_line,
    measurement_line,
    snapshot_line,
    text_line,
)
from cchc_cli.answers.values import short, value
from cchc_cli.answers.voice import Voice, came
from cchc_cli.differences.change import Change
from cchc_cli.model import TASKS, AgencyRow, Member, Role, SectionFile, Target, TaskRow
from cchc_cli.plan.tasks import BODY, Milestone, Schedule, leads
from cchc_cli.vietnamese.paper import short_date
from cchc_cli.wording.roles import AGENCY_KIND, ROLE
from cchc_cli.wording.schedules import KIND
from cchc_cli.wording.targets import level


def line(change: Change, voice: Voice) -> str:
    """One change, without a line break."""
    by = f" (theo {change.by})" if change.by else ""
    return " ".join(f"{_LINES[change.what](change, voice)}{by}".split())


def _plan(change: Change, _: Voice) -> str:
    if change.how == "renamed":
        return f"đổi thư mục kế hoạch {change.before} → {change.after}"
    return f"{came(change)} kế hoạch {change.id}: {change.after or change.before}"


def _section(change: Change, _: Voice) -> str:
    if change.field:
        what = SectionFile.said.fields[change.field[0]].called
        return f"lĩnh vực {change.id}: {what} {changed(change.before, change.after)}"
    section: SectionFile = change.after or change.before
    if section.id == TASKS:
        return f"{came(change)} phụ lục không chia lĩnh vực"
    return f"{came(change)} lĩnh vực {change.id}: {section.title}"


def _order(change: Change, _: Voice) -> str:
    return ("" if change.id == TASKS else f"lĩnh vực {change.id}: ") + "đổi thứ tự các dòng"


def _task(change: Change, voice: Voice) -> str:
    if change.how == "renamed":
        return f"đổi mã nhiệm vụ {change.before} → {change.after}"
    if change.how == "moved":
        return f"{change.id}: chuyển từ {change.before} sang {change.after}"
    row: TaskRow = change.after or change.before
    if change.how == "restored":
        return f"khôi phục nhiệm vụ {change.id}: {short(row.title)}"
    about = [f"nhóm {len(row.tasks)} dòng"] if row.tasks else []
    about += ["xóa khỏi tệp"] if change.how == "removed" else []
    said = f" ({', '.join(about)})" if about else ""
    if change.how == "dropped":
        return f"đưa nhiệm vụ {change.id}{said} ra khỏi kế hoạch: {short(row.title)}"
    terms = _terms(row, voice) if change.how == "added" and change.section != BODY else ""
    did = "bổ sung" if change.how == "added" and change.by else came(change)
    return f"{did} nhiệm vụ {change.id}{said}: {short(row.title)}{terms}"


def _terms(row: TaskRow, voice: Voice) -> str:
    """By when and by whom a new task is to be done."""
    term = row.schedule if isinstance(row.schedule, str | None) else row.schedule.text
    names = ", ".join(dict.fromkeys(map(voice.name, leads(row.assignments))))
    return (f"; tiến độ {value(term)}" if term else "") + (f"; chủ trì: {names}" if names else "")


def _text(change: Change, _: Voice) -> str:
    what = {"number": "số in", "title": "tên", "assignment": "cột phân công", "cell": "cột tiến độ"}[change.what]
    return f"{change.id}: {what} {reworded(change.before, change.after)}"


def _own_cell(change: Change, _: Voice) -> str:
    return f"{change.id}: cột {change.field[0]} {changed(change.before, change.after)}"


def _products(change: Change, _: Voice) -> str:
    return f"{change.id}: sản phẩm {listed(change.before, change.after)}"


def _schedule(change: Change, voice: Voice) -> str:
    then, now = change.before, change.after
    words = f"tiến độ {reworded(then.text, now.text)}" if then.text != now.text else ""
    if then.due != now.due:
        days = f"hạn {voice.day(then.due, change)} → {voice.day(now.due, change)}"
    elif then.start != now.start:
        days = f"ngày bắt đầu {voice.day(then.start, change)} → {voice.day(now.start, change)}"
    else:
        days = _reading(then, now, f"hạn vẫn {voice.day(now.due, change)}" if now.due else "")
    unchanged = "" if words else " (chữ in không đổi)"
    return f"{change.id}: " + ", ".join(part for part in (words, days) if part) + unchanged


def _role(change: Change, voice: Voice) -> str:
    name = voice.name(change.agency or "")
    if change.how == "added":
        return f"{change.id}: thêm {name} {_roles(change.after)}"
    if change.how == "removed":
        return f"{change.id}: bỏ vai trò {_roles(change.before)} của {name}"
    return f"{change.id}: {name} {_roles(change.before)} → {_roles(change.after)}"


def _role_words(change: Change, voice: Voice) -> str:
    name = voice.name(change.agency or "")
    return f"{change.id}: chữ in về vai trò của {name} {reworded(change.before, change.after)}"


def _yes(change: Change, _: Voice) -> str:
    what = "là mốc nội bộ" if change.what == "checkpoint" else "tính theo các nhiệm vụ khác"
    return f"{change.id}: {'nay' if change.after else 'không còn'} {what}"


def _history(change: Change, _: Voice) -> str:
    return f"{change.id}: sửa phần ghi các lần điều chỉnh"


def _target(change: Change, voice: Voice) -> str:
    then: Target | None = change.before
    now: Target | None = change.after
    if then is None or now is None:
        shown = now or then
        assert shown is not None
        return f"{change.task}: {came(change)} chỉ tiêu {change.id}: {short(shown.name)}, {level(shown)}"
    said = [f"{level(then)} → {level(now)}"] if level(then) != level(now) else []
    said += [f"tên {reworded(then.name, now.name)}"] if then.name != now.name else []
    said += [f"thời hạn {voice.day(then.by, change)} → {voice.day(now.by, change)}"] if then.by != now.by else []
    said += other_differences(then, now, _TARGET)
    return f"{change.task}: chỉ tiêu {change.id} {', '.join(said)}"


def _milestone(change: Change, voice: Voice) -> str:
    own: Milestone = change.after or change.before
    name = own.name or own.schedule.text
    due = f", hạn {voice.day(own.schedule.due, change)}" if own.schedule.due else ""
    return f"{came(change)} mốc {change.id}{f': {short(name)}' if name else ''}{due}"


def _agency(change: Change, voice: Voice) -> str:
    if change.how == "renamed":
        return f"{voice.name(change.id or '')}: đổi mã {change.before} → {change.after}"
    if change.field:
        named = change.id if change.field == ("name",) else voice.name(change.id)
        told = f"cơ quan {named}: {AgencyRow.said.fields[change.field[0]].called}"
        if change.field[0] in _IN_TIME:
            return f"{told} {_in_time(change, voice)}"
        if isinstance(change.before, str) and isinstance(change.after, str) and change.field != ("kind",):
            return f"{told} {reworded(change.before, change.after)}"
        return f"{told} {value(change.before)} → {value(change.after)}"
    row: AgencyRow = change.after or change.before
    since = f", hoạt động từ ngày {short_date(row.since)}" if row.since and change.how == "added" else ""
    return f"{came(change)} {AGENCY_KIND[row.kind]}: {row.name} ({row.id}){since}"


def _member(change: Change, voice: Voice) -> str:
    group, name = voice.name(change.id or ""), voice.name(change.agency or "")
    if change.field and change.field[0] in _IN_TIME:
        return f"nhóm {group}: {name} {Member.said.fields[change.field[0]].called} {_in_time(change, voice)}"
    if change.field or change.how == "changed":
        what = Member.said.fields[change.field[0] if change.field else "basis"].called
        return f"nhóm {group}: {what} của {name} {changed(change.before, change.after)}"
    return f"nhóm {group}: {came(change)} {name}"


def _in_time(change: Change, voice: Voice) -> str:
    """Days and successors: what holds now, and in brackets what did."""

    def told(given: object) -> str:
        return ", ".join(map(voice.name, given)) if isinstance(given, tuple) and given else value(given)

    return told(change.after) + (f" (trước: {told(change.before)})" if change.before else "")


def _roles(given: tuple[tuple[str, bool], ...]) -> str:
    return ", ".join(ROLE[Role(role)] + (" (suy ra)" if inferred else "") for role, inferred in given)


def _reading(then: Schedule, now: Schedule, otherwise: str) -> str:
    if then.kind is not now.kind:
        return f"đọc là {KIND[then.kind]} → {KIND[now.kind]}"
    if then.condition != now.condition:
        return f"điều kiện {reworded(then.condition, now.condition)}"
    if then.after != now.after:
        return f"chờ {value(then.after)} → {value(now.after)}"
    return otherwise


_IN_TIME = ("since", "until", "successors")
_TARGET = ("id", "name", "comparator", "value", "unit", "by")
_LINES: dict[str, Callable[[Change, Voice], str]] = {
    "plan": _plan, "field": field_line, "section": _section, "order": _order, "task": _task, "number": _text,
    "title": _text, "products": _products, "assignment": _text, "cell": _text, "own_cell": _own_cell,
    "schedule": _schedule, "role": _role,
    "words": _role_words, "computed": _yes, "checkpoint": _yes, "target": _target, "milestone": _milestone,
    "entry": entry_line, "deadline": deadline_line, "event": event_line, "measurement": measurement_line,
    "inspection": inspection_line, "filing": filing_line, "snapshot": snapshot_line, "text": text_line,
    "history": _history, "agency": _agency, "member": _member,
}  # fmt: skip
