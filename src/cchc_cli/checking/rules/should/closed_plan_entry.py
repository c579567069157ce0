"""A closed plan must not get new records."""

from collections.abc import Iterator
from datetime import date

from cchc_cli.checking.rules import Finding, Found, rule
from cchc_cli.plan.plans import Plan
from cchc_cli.plan.workspace import Workspace
from cchc_cli.text.problems import Severity
from cchc_cli.vietnamese.paper import short_date


@rule(
    "CC423",
    "Ghi vào kế hoạch đã đóng",
    "Kế hoạch đã đóng thì số liệu đã báo cáo xong; dòng ghi sau ngày đóng làm số liệu đổi mà không ai thấy.",
    Severity.WARNING,
)
def closed_plan_entry(plan: Plan, workspace: Workspace) -> Found:  # noqa: ARG001
    """Flags entries, decisions, events, measurements, inspections, filings recorded after `closed` of plan.yaml.

    Bad:
      plan: {closed: 2027-01-31}
      tasks: [{id: I.1}]
      entries: {so-noi-vu: [{task: I.1, status: in_progress, recorded: 2027-02-02}]}
    Good:
      plan: {closed: 2027-01-31}
      tasks: [{id: I.1}]
      entries: {so-noi-vu: [{task: I.1, status: in_progress, recorded: 2027-01-30}]}
    """
    closed = plan.file.closed
    for at, called, task, recorded in _recorded(plan) if closed else ():
        if closed and recorded > closed:
            message = f"{called}: ghi ngày {short_date(recorded)}, sau ngày đóng kế hoạch {short_date(closed)}"
            yield Finding(at, message, "recorded", hint="ghi vào kế hoạch năm sau, hoặc sửa closed", task=task)


def _recorded(plan: Plan) -> Iterator[tuple[int, str, str | None, date]]:
    records = plan.records
    for _, entry in records.entries:
        yield entry.at, entry.task, entry.task, entry.recorded
    for deadline in records.deadlines:
        yield deadline.at, deadline.task, deadline.task, deadline.recorded
    for happening in records.events:
        yield happening.at, f'sự kiện "{happening.event}"', None, happening.recorded
    for measured in records.measurements:
        yield measured.at, f'chỉ tiêu "{measured.target}"', None, measured.recorded
    for kept in records.of_agencies:
        yield kept.at, kept.agency, None, kept.written
