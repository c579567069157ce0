"""Printed terms must only change by a decision."""

from collections.abc import Iterator

from cchc_cli.checking.rules import Finding, Found, rule
from cchc_cli.checking.rules.cell_terms import printed
from cchc_cli.checking.rules.changes import Pair, differing, is_amended, is_corrected, is_part_amended, pairs
from cchc_cli.checking.rules.rows import called, schedule_rows, written_at
from cchc_cli.differences.fields import spaced
from cchc_cli.differences.parts import milestones, same_schedule
from cchc_cli.differences.rows import PlacedRow
from cchc_cli.model import ScheduleRow
from cchc_cli.plan.tasks import Milestone
from cchc_cli.plan.workspace import Workspace
from cchc_cli.text.problems import Severity
from cchc_cli.vietnamese.paper import short_date
from cchc_cli.wording.states import NO_DAY

_HINT = (
    "gia hạn thì giữ tiến độ cũ và dùng cchc extend; kế hoạch được điều chỉnh thì giữ tiến độ cũ trong former kèm "
    "changed_by; chữ in sai thì ghi vào corrections"
)

_WHY = "không có lần điều chỉnh, văn bản gia hạn hay dòng corrections nào"


@rule(
    "CC309",
    "Đổi thời hạn mà không có căn cứ",
    "Sửa thẳng thời hạn làm nhiệm vụ quá hạn thành đúng hạn và mất hạn ban đầu. Chép nhầm so với bản in thì sửa được: "
    "vì vậy đây là cảnh báo để người duyệt đối chiếu bản in, không phải lỗi.",
    Severity.WARNING,
)
def deadline_changed(before: Workspace, now: Workspace) -> Found:
    """Flags schedules whose text or meaning changed without `former`, a decision on the new day, or a correction.

    Bad:
      before: {tasks: [{id: I.1, schedule: Tháng 3/2026}]}
      now: {tasks: [{id: I.1, schedule: Tháng 6/2026}]}
    Good:
      plan: {amendments: [{id: sua-1, number: 9/QĐ-UBND, date: 2026-03-04, title: Điều chỉnh}]}
      before: {tasks: [{id: I.1, schedule: Tháng 3/2026}]}
      now: {tasks: [{id: I.1, schedule: Tháng 6/2026, former: [{changed_by: sua-1, schedule: Tháng 3/2026}]}]}
    """
    for pair in pairs(before, now):
        fields = None
        for old, new in pair.rows.both:
            for then, own in _changed(old, new, pair):
                fields = fields if fields is not None else schedule_rows(pair.now)
                at, key = written_at(own, fields, "due", "start", "kind")
                assert new.task is not None
                name = called(new.task, own)
                yield Finding(at, f"{name}: {_told(then, own)}", key, hint=_HINT, task=new.row.id)
            yield from _cell(old, new, pair)


def _changed(old: PlacedRow, new: PlacedRow, pair: Pair) -> Iterator[tuple[Milestone, Milestone]]:
    """The milestones whose schedule changed without a reason that the rule accepts."""
    former = milestones(old)
    for key, own in milestones(new).items():
        then = former.get(key)
        if (
            then is None
            or same_schedule(then.schedule, own.schedule)
            or is_part_amended(old.row, new.row, own.id, "schedule")
        ):
            continue
        words = then.schedule.text, own.schedule.text
        corrected = words[0] != words[1] and is_corrected(pair.now, new.row.id, *words)
        if not corrected and not _is_decided(own, new, pair):
            yield then, own


def _cell(old: PlacedRow, new: PlacedRow, pair: Pair) -> Iterator[Finding]:
    """The finding on a changed schedule cell of a row whose milestones have schedules of their own."""
    then, now = printed(old.row), printed(new.row)
    if not (old.row.milestones and new.row.milestones) or spaced(then) == spaced(now):
        return
    if not is_amended(old.row, new.row, "schedule") and not is_corrected(pair.now, new.row.id, then, now):
        schedule = new.row.schedule
        at, key = (schedule.at, "text") if isinstance(schedule, ScheduleRow) else (new.row.at, "schedule")
        message = f"{new.row.id}: cột tiến độ khác trước ({differing(then, now)}), {_WHY}"
        yield Finding(at, message, key, hint=_HINT, task=new.row.id)


def _is_decided(own: Milestone, row: PlacedRow, pair: Pair) -> bool:
    """Whether a decision with its document sets the day that is now printed."""
    named = (row.key, own.id.upper())
    return any(
        each.to == own.schedule.due and each.action in ("set", "extend") and each.document is not None
        for each in pair.now.records.deadlines
        if each.task.upper() in named and each.to is not None
    )


def _told(then: Milestone, now: Milestone) -> str:
    old, new = then.schedule, now.schedule
    if old.due != new.due:
        days = (short_date(day) if day else NO_DAY for day in (old.due, new.due))
        return f"hạn {' → '.join(days)}, {_WHY}"
    if spaced(old.text) != spaced(new.text):
        return f"tiến độ “{spaced(old.text)}” → “{spaced(new.text)}”, {_WHY}"
    return f"tiến độ “{spaced(new.text)}” nay đọc khác trước, {_WHY}"
