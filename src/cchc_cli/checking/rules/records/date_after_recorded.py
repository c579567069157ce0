"""A record must not be written before its own date."""

from collections.abc import Iterator
from datetime import date

from cchc_cli.checking.rules import Finding, Found, rule
from cchc_cli.plan.plans import Plan
from cchc_cli.plan.workspace import Workspace
from cchc_cli.vietnamese.paper import short_date

Written = tuple[int, str, str | None, date, date]


@rule(
    "CC405",
    "Ngày của việc sau ngày ghi sổ",
    "Việc chưa xảy ra thì chưa ghi được; thường là gõ nhầm tháng hoặc năm, làm sai đúng hạn, quá hạn.",
)
def date_after_recorded(plan: Plan, workspace: Workspace) -> Found:  # noqa: ARG001
    """`date` of entries, events, measurements … and of the documents of deadlines must not be after `recorded`.

    Bad:
      tasks: [{id: I.1}]
      entries: {so-noi-vu: [{task: I.1, status: in_progress, date: 2026-03-12, recorded: 2026-03-02}]}
    Good:
      tasks: [{id: I.1}]
      entries: {so-noi-vu: [{task: I.1, status: in_progress, date: 2026-02-12, recorded: 2026-03-02}]}
    """
    for at, called, task, day, recorded in _written(plan):
        if day > recorded:
            message = f"{called}: ngày {short_date(day)} sau ngày ghi sổ {short_date(recorded)}"
            yield Finding(at, message, "date", hint="sửa date, hoặc sửa recorded", task=task)


def _written(plan: Plan) -> Iterator[Written]:
    """The place, name, task, date and day of writing of each record."""
    records = plan.records
    for _, entry in records.entries:
        if entry.date is not None:
            yield entry.at, entry.task, entry.task, entry.date, entry.recorded
    for deadline in records.deadlines:
        document = deadline.document
        if document is not None and document.date is not None:
            yield document.at, deadline.task, deadline.task, document.date, deadline.recorded
    for happening in records.events:
        yield happening.at, f'sự kiện "{happening.event}"', None, happening.date, happening.recorded
    for measured in records.measurements:
        yield measured.at, f'chỉ tiêu "{measured.target}"', None, measured.date, measured.recorded
    for kept in records.of_agencies:
        yield kept.at, kept.agency, None, kept.date, kept.written
