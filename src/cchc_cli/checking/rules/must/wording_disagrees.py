"""Fields beside a schedule's words must not contradict the words."""

from collections.abc import Iterator
from datetime import date

from cchc_cli.checking.rules import Finding, Found, rule
from cchc_cli.checking.rules.rows import rows, versions
from cchc_cli.model import Kind, ScheduleRow
from cchc_cli.plan.plans import Plan
from cchc_cli.plan.workspace import Workspace
from cchc_cli.schedule import Reading, read_within
from cchc_cli.vietnamese.paper import short_date

_OPEN = (Kind.NONE, Kind.EVENT, Kind.EXTERNAL)


@rule(
    "CC303",
    "Tiến độ in và khóa ghi kèm nói khác nhau",
    "Văn bản in một hạn, chương trình theo một hạn khác: người đọc và người theo dõi không cùng một ngày.",
)
def wording_disagrees(plan: Plan, workspace: Workspace) -> Found:  # noqa: ARG001
    """Checks `kind`, `start` and `due` against words that state them; words without a day allow any value.

    Bad:
      tasks: [{id: I.1, schedule: {text: Tháng 6/2026, due: 2026-06-15}}]
    Good:
      tasks: [{id: I.1, schedule: {text: Tháng 6/2026, due: 2026-06-30}}]
    """
    for row in rows(plan):
        for carrier in versions(row):
            if isinstance(carrier.schedule, ScheduleRow) and carrier.schedule.text:
                yield from _disagreeing(carrier.schedule, row.id, plan)


def _disagreeing(fields: ScheduleRow, task: str, plan: Plan) -> Iterator[Finding]:
    words = " ".join((fields.text or "").split())
    said = read_within((fields.text or "").strip(), plan.term, None if fields.after else plan.issued)
    if not isinstance(said, Reading):
        return
    for key, given, meant in (("start", fields.start, said.start), ("due", fields.due, said.due)):
        if given and meant and given != meant:
            message = f"{task}: ghi {key} {short_date(given)} nhưng “{words}” nghĩa là {short_date(meant)}"
            yield Finding(fields.at, message, key, hint=_hint(key, meant), task=task)
    if fields.kind not in (None, said.kind) and said.kind not in _OPEN:
        message = f"{task}: ghi kind {fields.kind} nhưng “{words}” là kind {said.kind}"
        yield Finding(fields.at, message, "kind", hint="bỏ dòng kind, hoặc sửa lời", task=task)


def _hint(key: str, meant: date) -> str:
    return f"bỏ dòng {key} hoặc ghi {key}: {meant.isoformat()}"
