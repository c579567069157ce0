"""What differs between two states of the plans → an account in words, ready for any format."""

from collections import Counter
from collections.abc import Iterator
from datetime import date as Day
from re import fullmatch
from typing import NamedTuple

from cchc_cli.answers.change_words import line
from cchc_cli.answers.diff_effect import effect_lines
from cchc_cli.answers.voice import Voice
from cchc_cli.differences import Differences
from cchc_cli.differences.change import Change
from cchc_cli.differences.effect import Effect
from cchc_cli.model import GIVEN, TASKS, TaskRow
from cchc_cli.plan.carried import is_task
from cchc_cli.plan.tasks import BODY
from cchc_cli.plan.workspace import Workspace
from cchc_cli.wording.sections import GIVEN_FROM_ABOVE, UNDIVIDED, given_by_the_body

_Place = tuple[str, str]
_DISK = "các tệp đang có trên máy"
_COMMIT = 10
_RECORDS = ("entry", "deadline", "event", "measurement", "inspection", "filing", "snapshot", "text")
_SHARED = ("agency", "member")
_COUNTED = {
    "plans_added": "kế hoạch thêm",
    "plans_removed": "kế hoạch bỏ",
    "tasks_added": "nhiệm vụ thêm",
    "tasks_dropped": "nhiệm vụ bỏ",
    "tasks_restored": "nhiệm vụ khôi phục",
    "tasks_renamed": "nhiệm vụ đổi mã",
    "tasks_moved": "nhiệm vụ chuyển nhóm",
    "tasks_changed": "nhiệm vụ sửa",
    "extensions": "gia hạn",
    "decisions": "quyết định hoặc đề nghị khác về hạn",
    "updates": "cập nhật",
    "records": "ghi chép khác",
    "rewritten": "dòng đã ghi bị sửa hoặc bỏ",
    "agencies": "thay đổi về cơ quan và nhóm",
    "others": "thay đổi khác",
}


class Side(NamedTuple):
    """A revision as the person named it (None: the files on disk) and how many errors its plans have."""

    revision: str | None
    errors: int

    @property
    def name(self) -> str:
        """Its name in a sentence; a full commit id is shortened."""
        if self.revision is None:
            return _DISK
        return self.revision[:_COMMIT] if fullmatch("[0-9a-f]{40,64}", self.revision) else self.revision


class Compared(NamedTuple):
    """All that is told: the day, both sides, what differs, what could not be compared, the effect on the day (None: a
    side has errors).
    """

    as_of: Day
    before: Side
    now: Side
    workspaces: tuple[Workspace, Workspace]
    found: Differences
    left_out: tuple[str, ...]
    effect: Effect | None


class Group(NamedTuple):
    """Lines under a plan and, in it, a section (None: of the plan as a whole)."""

    plan: str
    section: str | None
    lines: tuple[str, ...]


class Account(NamedTuple):
    """A summary line, what was compared, the effect on the day, and the changes."""

    summary: str
    sides: str
    remarks: tuple[str, ...]
    effect: tuple[str, ...]
    groups: tuple[Group, ...]


def account(compared: Compared) -> Account:
    """The whole in words."""
    before, now = compared.before, compared.now
    sides = f"Thay đổi từ {before.name} đến {now.name}."
    several = max(len(side.plans) for side in compared.workspaces) > 1
    effect = effect_lines(compared.effect, several) if compared.effect else ()
    told = summary(compared.found.changes, whole=compared.effect is not None)
    return Account(told, sides, tuple(_remarks(compared)), effect, tuple(_groups(compared)))


def summary(changes: tuple[Change, ...], whole: bool = True) -> str:
    """ "3 nhiệm vụ sửa, 1 gia hạn, 2 cập nhật"; or that nothing differs, as far as all could be read (`whole`)."""
    said = ", ".join(f"{number} {_COUNTED[kind]}" for kind, number in counts(changes).items() if number)
    return said or f"Không có thay đổi nào {'về nội dung' if whole else 'ở phần đọc được'}"


def counts(changes: tuple[Change, ...]) -> dict[str, int]:
    """How many of each kind; a task that was edited counts once."""
    found = Counter(_kind(each) for each in changes)
    edited = {(each.plan, each.task) for each in changes if _kind(each) == "tasks_changed"}
    sizes = [(_kind(each), _size(each) - 1) for each in changes if each.what == "task"]
    for kind, more in sizes:
        found[kind] += more
    found["tasks_changed"] = len(edited)
    return {kind: found[kind] for kind in _COUNTED}


def _kind(change: Change) -> str:
    if change.what in _RECORDS and change.how != "added":
        return "rewritten"
    if change.what == "deadline":
        return "extensions" if change.after.action == "extend" else "decisions"
    if change.what in _RECORDS:
        return "updates" if change.what == "entry" else "records"
    if change.what == "plan" and change.how != "renamed":
        return f"plans_{change.how}"
    if change.what in _SHARED:
        return "agencies"
    if change.what == "task":
        return f"tasks_{'dropped' if change.how == 'removed' else change.how}"
    return "tasks_changed" if change.task is not None else "others"


def _size(change: Change) -> int:
    """How many tasks a row counts as: one that was added or removed counts the tasks below it."""
    row = change.after or change.before
    return _tasks(row) or 1 if isinstance(row, TaskRow) else 1


def _tasks(row: TaskRow) -> int:
    return is_task(row) + sum(map(_tasks, row.tasks))


def _remarks(compared: Compared) -> Iterator[str]:
    for side in (compared.before, compared.now):
        if side.errors:
            yield f"Còn {side.errors} lỗi ở {side.name} (xem: cchc validate); chỉ so phần đọc được."
    if compared.left_out:
        yield f"Chưa so được: {', '.join(compared.left_out)}."
    if compared.effect is None:
        yield "Không tính ảnh hưởng đến tình trạng nhiệm vụ, vì còn lỗi."


def _groups(compared: Compared) -> Iterator[Group]:
    """By plan, then section in plan order, then what all plans share."""
    speaking, titles = voice(compared), _titles(compared)
    lines: dict[_Place, list[str]] = {}
    for change in compared.found.changes:
        lines.setdefault((change.plan or "", change.section or ""), []).append(line(change, speaking))
    plans = list(dict.fromkeys(change.plan or "" for change in compared.found.changes))
    order = {place: number for number, place in enumerate(titles)}

    def turn(place: _Place) -> tuple[int, int]:
        return plans.index(place[0]), order.get(place, len(order) if place[1] else -1)

    for place in sorted(lines, key=turn):
        title = titles.get(place)
        yield Group(f"Kế hoạch {place[0]}" if place[0] else "Dùng chung", title, tuple(lines[place]))


def _titles(compared: Compared) -> dict[_Place, str]:
    """Headings of sections in their present order; removed sections come last."""
    plans = [plan for side in reversed(compared.workspaces) for plan in side.plans]
    found: dict[_Place, str] = {}
    for name, section in ((plan.name, section) for plan in plans for section in plan.sections):
        heading = UNDIVIDED if section.id == TASKS else f"{section.id}. {section.title}"
        found.setdefault((name, section.id), heading)
    found |= {(plan.name, GIVEN): GIVEN_FROM_ABOVE for plan in plans if plan.given}
    found |= {(plan.name, BODY): given_by_the_body((plan,)) for plan in reversed(plans)}
    return found


def voice(compared: Compared) -> Voice:
    """How agencies and days are called."""
    before, now = compared.workspaces
    years = {plan.name: plan.term.year for side in (before, now) for plan in side.plans}
    return Voice(now.registry, before.registry, years)
