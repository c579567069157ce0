"""A target must keep its id and what it demands."""

from cchc_cli.checking.rules import Finding, Found, rule
from cchc_cli.checking.rules.changes import Pair, amended_since, is_amended, pairs, stood
from cchc_cli.differences.fields import spaced
from cchc_cli.model import Target
from cchc_cli.plan.plans import Plan
from cchc_cli.plan.workspace import Workspace
from cchc_cli.text.problems import Severity
from cchc_cli.vietnamese.paper import short_date
from cchc_cli.wording.targets import level

_HINT = "khôi phục như cũ; văn bản được điều chỉnh thì ghi vào amendments, ghi former ở nhiệm vụ"
_SAYING = ("name", "comparator", "value", "unit", "by")


@rule(
    "CC523",
    "Đổi, bỏ chỉ tiêu mà không có căn cứ",
    "Số đã đo được so với chỉ tiêu; đổi hay bỏ chỉ tiêu làm việc chưa đạt thành đạt. Chép nhầm so với bản in thì sửa "
    "được: vì vậy đây là cảnh báo để người duyệt đối chiếu bản in, không phải lỗi.",
    Severity.WARNING,
)
def target_changed(before: Workspace, now: Workspace) -> Found:
    """Flags targets of objectives and tasks that were removed or changed without an amendment since then.

    Bad:
      before: {tasks: [{id: I.1, title: Đủ 95%, targets: [{id: A, name: Đủ, comparator: ">=", value: 95, unit: "%"}]}]}
      now: {tasks: [{id: I.1, title: Đủ 95%, targets: [{id: A, name: Đủ, comparator: "<=", value: 95, unit: "%"}]}]}
    Good:
      plan: {amendments: [{id: sua-1, number: 9/QĐ-UBND, date: 2026-05-04, title: Điều chỉnh}]}
      before: {tasks: [{id: I.1, title: Đủ 95%, targets: [{id: A, name: Đủ, comparator: ">=", value: 95, unit: "%"}]}]}
      now:
        tasks:
        - id: I.1
          title: Đủ 90%
          targets: [{id: A, name: Đủ, comparator: ">=", value: 90, unit: "%"}]
          former: [{changed_by: sua-1, title: Đủ 95%}]
    """
    for pair in pairs(before, now):
        if amended_since(pair):
            continue
        current = {target.id.upper(): target for target, _, _ in pair.now.targets()}
        for then, owner, _ in pair.before.targets():
            own = current.get(then.id.upper())
            if (own is not None and _is_same(then, own)) or _is_explained(owner, pair):
                continue
            message = f"chỉ tiêu {then.id} {_told(then, own)};"
            at, key = (own.at, None) if own is not None else (_at(owner, pair.now), "targets")
            named = owner if pair.now.task(owner) else None
            said = f"{named}: {message}" if named else message
            yield Finding(at, said, key, hint=_HINT, task=named, line=stood(before, then.at))


def _is_same(then: Target, own: Target) -> bool:
    return all(spaced(getattr(then, name)) == spaced(getattr(own, name)) for name in _SAYING)


def _is_explained(owner: str, pair: Pair) -> bool:
    """Whether the target's task was removed or got another id, which other rules report, or was amended."""
    old = next((each for each in pair.rows.both if each[0].key == owner.upper()), None)
    if old is None:
        return owner.upper() in pair.before.by_id and not pair.before.by_id[owner.upper()].is_body
    return old[0].key != old[1].key or is_amended(old[0].row, old[1].row, "title", "products")


def _told(then: Target, own: Target | None) -> str:
    if own is None:
        return f"không còn ({level(then)})"
    if level(then) != level(own):
        return f"đổi: {level(then)} → {level(own)}"
    if then.by != own.by:
        days = (short_date(day) if day else "không ghi ngày" for day in (then.by, own.by))
        return f"đổi ngày phải đạt: {' → '.join(days)}"
    return f"đổi tên: “{spaced(then.name)}” → “{spaced(own.name)}”"


def _at(owner: str, plan: Plan) -> int:
    """The place of the record that the target belonged to, else of the objectives."""
    task = plan.task(owner)
    known = {each: at for _, each, at in plan.targets()}
    return task.at if task else known.get(owner, plan.parts[0].at if plan.parts else plan.file.at)
