"""New tasks must come by a decision."""

from collections.abc import Iterator

from cchc_cli.checking.rules import Finding, Found, rule
from cchc_cli.checking.rules.changes import Pair, pairs, shortened
from cchc_cli.differences.rows import rows
from cchc_cli.model import TaskRow
from cchc_cli.plan.workspace import Workspace
from cchc_cli.text.problems import Severity

_HINT = (
    "ghi added_by: LẦN_ĐIỀU_CHỈNH, hoặc bỏ dòng này rồi dùng cchc add; dòng có trong bản in mà lúc trước chép sót thì "
    "người duyệt đối chiếu bản in"
)


@rule(
    "CC239",
    "Thêm nhiệm vụ mà không có căn cứ",
    "Nhiệm vụ không ghi văn bản bổ sung được tính như có từ đầu, nên số đã báo cáo của các kỳ trước thay đổi theo.",
    Severity.WARNING,
)
def task_without_decision(before: Workspace, now: Workspace) -> Found:
    """Flags rows that came since then without `added_by`; of a new heading the rows below it are not named. A task
    given from above names its document in `basis`. Drafts may grow.

    Bad:
      before: {tasks: [{id: I.1}]}
      now: {tasks: [{id: I.1}, {id: I.2, title: Rà soát quy chế làm việc}]}
    Good:
      plan: {amendments: [{id: bo-sung-1, number: 9/QĐ-UBND, date: 2026-05-04, title: Bổ sung}]}
      before: {tasks: [{id: I.1}]}
      now: {tasks: [{id: I.1}, {id: I.2, title: Rà soát quy chế làm việc, added_by: bo-sung-1}]}
    """
    for pair in pairs(before, now):
        if not pair.now.is_draft and not pair.before.is_draft:
            yield from _new(pair)


def _new(pair: Pair) -> Iterator[Finding]:
    known = {new.key for _, new in pair.rows.both} | {row.key for row in rows(pair.before)}  # reused ids: CC214
    for row in rows(pair.now):
        is_below_new = row.parent is not None and row.parent.upper() not in known
        if row.key not in known and not is_below_new and not _is_decided(row.row):
            message = f"{row.row.id}: nhiệm vụ mới “{shortened(row.row.title)}” không ghi văn bản bổ sung"
            yield Finding(row.row.at, message, "id", hint=_HINT, task=row.row.id)


def _is_decided(row: TaskRow) -> bool:
    return row.added_by is not None or (row.given_by is not None and row.basis is not None)
