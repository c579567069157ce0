"""Records must not be changed or removed after they were written."""

from collections.abc import Iterator
from typing import Any

from cchc_cli.checking.rules import Finding, Found, rule
from cchc_cli.checking.rules.changes import Pair, pairs, stood
from cchc_cli.differences.fields import plain
from cchc_cli.differences.records import lines, unmatched
from cchc_cli.plan.plans import Plan
from cchc_cli.plan.workspace import Workspace
from cchc_cli.vietnamese.paper import short_date

_KINDS = (
    ("events", "event", "sự kiện"),
    ("measurements", "target", "chỉ tiêu"),
    ("inspections", "agency", "kiểm tra"),
    ("filings", "agency", "gửi báo cáo của"),
)
"""The other records of a plan, the key that says what they are about, and how a message calls that."""
_HINT = "khôi phục dòng cũ; có gì mới hoặc cần đính chính thì ghi thêm một dòng"


@rule(
    "CC425",
    "Dòng đã ghi bị sửa hoặc bỏ",
    "Số liệu đã báo cáo dựa vào các dòng này; sửa lại thì không ai biết hôm đó đã báo cáo gì. Sổ chỉ ghi thêm.",
)
def record_rewritten(before: Workspace, now: Workspace) -> Found:
    """Earlier records of every kind must still exist; duplicates may be removed.

    Bad:
      tasks: [{id: I.1}]
      before: {entries: {so-noi-vu: [{task: I.1, status: in_progress, recorded: 2026-03-02}]}}
      now: {entries: {so-noi-vu: [{task: I.1, status: paused, recorded: 2026-03-02}]}}
    Good:
      tasks: [{id: I.1}]
      before: {entries: {so-noi-vu: [{task: I.1, status: in_progress, recorded: 2026-03-02}]}}
      now:
        entries:
          so-noi-vu:
          - {task: I.1, status: in_progress, recorded: 2026-03-02}
          - {task: I.1, status: paused, recorded: 2026-04-01, evidence: [{number: 5/UBND-TH, date: 2026-04-01}]}
    """
    for pair in pairs(before, now):
        yield from _entries(pair, before, now)
        yield from _deadlines(pair, before)
        yield from _others(pair, before)


def _entries(pair: Pair, before: Workspace, now: Workspace) -> Iterator[Finding]:
    found = lines(pair.before, pair.now, pair.rows.renamed)
    first = {by: entry.at for by, entry in reversed(pair.now.records.entries)}
    still = {plain(each) for each in pair.now.records.entries}
    for (by, entry), other in found.entries:
        if plain((by, entry)) in still:
            continue
        name, task = now.registry.name(by), entry.task
        done = "bị sửa" if other else "bị bỏ"
        message = f"{task}: dòng {name} ghi ngày {short_date(entry.recorded)} {done};"
        at = other[1].at if other else first.get(by, pair.now.file.at)
        ground = by if other is None and by not in first else None
        yield Finding(at, message, "task", hint=_HINT, task=task, ground=ground, line=stood(before, entry.at))


def _deadlines(pair: Pair, before: Workspace) -> Iterator[Finding]:
    still = {plain(each) for each in pair.now.records.deadlines}
    for deadline, other in lines(pair.before, pair.now, pair.rows.renamed).deadlines:
        if plain(deadline) not in still:
            done = "bị sửa" if other else "bị bỏ"
            message = f"{deadline.task}: dòng về hạn ghi ngày {short_date(deadline.recorded)} {done};"
            at = other.at if other else next((each.at for each in pair.now.records.deadlines), pair.now.file.at)
            yield Finding(at, message, "task", hint=_HINT, task=deadline.task, line=stood(before, deadline.at))


def _others(pair: Pair, before: Workspace) -> Iterator[Finding]:
    for of, name, what in _KINDS:
        old, new = (getattr(side.records, of) for side in (pair.before, pair.now))
        still = {plain(each) for each in new}
        for each in unmatched(old, new, plain)[0]:
            if plain(each) not in still:
                label = f"{what} {getattr(each, name)}"
                written = short_date(each.recorded or each.date)
                message = f"dòng {label} ghi ngày {written} bị sửa hoặc bỏ;"
                at = _near(pair.now, new, name, getattr(each, name))
                yield Finding(at, message, name, hint=_HINT, line=stood(before, each.at))


def _near(plan: Plan, records: tuple[Any, ...], name: str, wanted: str) -> int:
    """The place of the record of the same event or target, else of the first record, else of the plan."""
    alike = [each.at for each in records if getattr(each, name) == wanted]
    return next(iter((*alike, *(each.at for each in records))), plan.file.at)
