"""The printed words of the decision must only change by a decision."""

from collections.abc import Iterator
from datetime import date as Day

from msgspec import Struct

from cchc_cli.checking.rules import Finding, Found, rule
from cchc_cli.checking.rules.changes import amended_since, differing, is_corrected, pairs, shortened
from cchc_cli.differences.fields import FieldChange, field_changes, keyed, spaced
from cchc_cli.plan.plans import Plan
from cchc_cli.plan.workspace import Workspace
from cchc_cli.text.problems import Severity
from cchc_cli.vietnamese.paper import short_date

_PRINTED = (
    *("title", "year", "monitor", "decision", "kind", "note", "objectives", "tasks", "funding", "organisation"),
    "appendix",
)
_ELSEWHERE = ("targets", "task")  # other rules check these


@rule(
    "CC522",
    "Đổi lời quyết định, nội dung kế hoạch mà không có căn cứ",
    "Căn cứ, điều khoản, mục tiêu, tên lĩnh vực là lời của văn bản đã ban hành; chỉ văn bản khác mới đổi được. Chép "
    "nhầm so với bản in thì sửa được: vì vậy đây là cảnh báo để người duyệt đối chiếu bản in, không phải lỗi.",
    Severity.WARNING,
)
def decision_changed(before: Workspace, now: Workspace) -> Found:
    """Flags changed text of plan.yaml and of headings of sections, without a new amendment or a correction.

    Bad:
      before: {plan: {objectives: {items: [{number: "1", text: Trên 90% hồ sơ đúng hạn}]}}}
      now: {plan: {objectives: {items: [{number: "1", text: Trên 80% hồ sơ đúng hạn}]}}}
    Good:
      before: {plan: {objectives: {items: [{number: "1", text: Trên 90% hồ sơ đúng hạn}]}}}
      now:
        plan:
          amendments: [{id: sua-1, number: 9/QĐ-UBND, date: 2026-05-04, title: Điều chỉnh}]
          objectives: {items: [{number: "1", text: Trên 80% hồ sơ đúng hạn}]}
    """
    for pair in pairs(before, now):
        for change in () if amended_since(pair) else _changes(pair.before, pair.now):
            was, is_now = (_text(each) for each in change[1:])
            if was and is_now and is_corrected(pair.now, None, was, is_now):
                continue
            at, key, item = _place(pair.now, change)
            message = f"{_told(was, is_now)}, không có lần điều chỉnh hay dòng corrections nào"
            hint = "văn bản được điều chỉnh thì ghi vào amendments; chữ in sai thì ghi vào corrections"
            yield Finding(at, message, key, item, hint=hint)


def _changes(before: Plan, now: Plan) -> Iterator[FieldChange]:
    for name in _PRINTED:
        for change in field_changes(getattr(before.file, name), getattr(now.file, name), (name,)):
            if not any(each in _ELSEWHERE for each in change.path[1:]):
                yield change
    titles = {each.id: each.title for each in now.sections}
    for section in before.sections:
        if section.id in titles and spaced(section.title) != spaced(titles[section.id]):
            yield FieldChange((section.id,), section.title, titles[section.id])


def _text(value: object) -> str:
    """The printed text of a value: a line, several lines, or the text of a clause."""
    if isinstance(value, tuple):
        return "; ".join(map(_text, value))
    if isinstance(value, Struct):
        return str(next((said for name in ("text", "title", "name") if (said := getattr(value, name, None))), ""))
    return short_date(value) if isinstance(value, Day) else str(value if value is not None else "")


def _told(was: str, now: str) -> str:
    if was and now:
        return f"lời văn khác trước ({differing(was, now)})"
    return f"thêm “{shortened(now)}”" if now else f"không còn “{shortened(was)}”"


def _place(plan: Plan, change: FieldChange) -> tuple[int, str | None, int | None]:
    """The place in the present record and its key; in a list of lines, the first line that differs."""
    section = next((each for each in plan.sections if (each.id,) == change.path), None)
    if section is not None:
        return section.at, "title", None
    at, key, value = plan.file.at, "", plan.file
    for name in change.path:
        if isinstance(value, Struct):
            at, key, value = value.at, name, getattr(value, name)
        else:
            value = keyed(value).get(name)
    return (value.at, None, None) if isinstance(value, Struct) else (at, key, _first(change))


def _first(change: FieldChange) -> int | None:
    if not isinstance(change.before, tuple) or not isinstance(change.after, tuple):
        return None
    lines = zip(spaced(change.before), spaced(change.after), strict=False)
    last = min(len(change.before), len(change.after) - 1)
    return next((place for place, (old, new) in enumerate(lines) if old != new), max(last, 0))
