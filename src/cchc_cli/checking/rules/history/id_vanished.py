"""Parts of a plan must keep their ids."""

from collections.abc import Iterator

from cchc_cli.checking.rules import Finding, Found, rule
from cchc_cli.checking.rules.changes import Pair, pairs, stood
from cchc_cli.differences import paired
from cchc_cli.differences.parts import milestones
from cchc_cli.differences.rows import PlacedRow, rows
from cchc_cli.plan.plans import Plan, clauses
from cchc_cli.plan.workspace import Workspace

_KEEP = "khôi phục dòng này; nhiệm vụ không làm nữa thì giữ dòng và ghi dropped_by: LẦN_ĐIỀU_CHỈNH"


@rule(
    "CC213",
    "Id của nhiệm vụ không còn",
    "Tiến độ, gia hạn, văn bản đã phát hành đều gọi nhiệm vụ bằng id; mất id thì không còn biết chúng nói về việc nào. "
    "Nhiệm vụ đã bỏ vẫn ở lại trong tệp, ghi dropped_by.",
)
def id_vanished(before: Workspace, now: Workspace) -> Found:
    """Ids of plans, rows, milestones and duties of the body must not disappear. Parts below a removed one are reported
    with it.

    Bad:
      before: {tasks: [{id: I.1}, {id: I.2, title: Rà soát quy chế làm việc}]}
      now: {tasks: [{id: I.1}]}
    Good:
      plan: {amendments: [{id: bo-1, number: 9/QĐ-UBND, date: 2026-05-04, title: Điều chỉnh}]}
      before: {tasks: [{id: I.1}, {id: I.2, title: Rà soát quy chế làm việc}]}
      now: {tasks: [{id: I.1}, {id: I.2, title: Rà soát quy chế làm việc, dropped_by: bo-1}]}
    """
    kept = {id(old) for old, _ in paired(before, now)}
    for plan in before.plans:
        if id(plan) not in kept and now.registry.rows:
            message = f"không còn kế hoạch {plan.name};"
            hint = "khôi phục thư mục này; kế hoạch đã kết thúc thì ghi closed: NGÀY vào plan.yaml của nó"
            yield Finding(now.registry.rows[0].at, message, hint=hint, line=stood(before, plan.file.at))
    for pair in pairs(before, now):
        known = {row.key: row for row in rows(pair.now)}
        renamed = {old.key: new for old, new in pair.rows.both}
        for old in rows(pair.before):
            if old.key not in known:
                yield _finding(old, renamed.get(old.key), pair, known, before)
        yield from _milestones(pair, before)
        yield from _duties(pair, before)


def _finding(
    old: PlacedRow, new: PlacedRow | None, pair: Pair, known: dict[str, PlacedRow], before: Workspace
) -> Finding:
    identity, where = old.row.id, stood(before, old.row.at)
    if new is not None:
        message = f"{identity}: id không còn, nhiệm vụ này nay mang id {new.row.id};"
        hint = f"giữ id cũ {identity}; số in ghi ở number"
        together = f"{pair.now.folder}/{new.section} {new.parent}"
        return Finding(new.row.at, message, "id", hint=hint, task=identity, ground=together, line=where)
    at, ground = _place(old, pair.now, known)
    message = f"{identity}: không còn trong kế hoạch;"
    return Finding(at, message, "id", hint=_KEEP, task=identity, ground=ground, line=where)


def _place(old: PlacedRow, now: Plan, known: dict[str, PlacedRow]) -> tuple[int, str | None]:
    """The place of the heading above, the section or the plan, and the ground that findings below it share."""
    if old.parent is not None and old.parent.upper() in known:
        return known[old.parent.upper()].row.at, None
    section = next((each for each in now.sections if each.id == old.section), None)
    if section is None:
        return now.file.at, old.section
    return section.at, old.parent or (old.row.id if old.row.tasks else None)


def _milestones(pair: Pair, before: Workspace) -> Iterator[Finding]:
    for old, new in pair.rows.both:
        current = milestones(new)
        for key, milestone in milestones(old).items():
            if current and key not in current:
                identity = f"{new.row.id}/{key}"
                message = f"{identity}: mốc không còn;"
                hint = "khôi phục mốc này; mốc mới thì lấy số tiếp theo"
                where = stood(before, milestone.at)
                yield Finding(new.row.at, message, "milestones", hint=hint, task=new.row.id, line=where)


def _duties(pair: Pair, before: Workspace) -> Iterator[Finding]:
    """The removed duties, each shown at its clause if that still exists."""
    if pair.before.file is pair.now.file:  # unreadable on one side: see `level`
        return
    parts = pair.now.parts
    places = {each.text: each.at for part in parts for each in clauses(part.items)}
    last = parts[-1].at if parts else pair.now.file.at
    for duty in pair.before.tasks:
        if duty.is_body and pair.now.task(duty.id) is None:
            at = places.get(duty.title, last)
            message = f"{duty.id}: không còn trong kế hoạch;"
            yield Finding(at, message, "task", hint="khôi phục id này", task=duty.id, line=stood(before, duty.at))
