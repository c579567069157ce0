"""The day on which a plan is closed → the edit that closes it, or a fault."""

from datetime import date as Day

from cchc_cli.model import PlanFile
from cchc_cli.plan.plans import Plan
from cchc_cli.reading import places
from cchc_cli.recording import identities, values
from cchc_cli.recording.amend.edits import Amending, before
from cchc_cli.recording.edit.changes import Put, Remove
from cchc_cli.recording.faults import Fault, Field
from cchc_cli.vietnamese.paper import short_date


def closed(plan: Plan, typed: str, today: Day) -> Amending | Fault:
    """The edit that closes a plan: not before its last record, nor on a day that has not come."""
    shut = identities.writable(plan)
    if shut is not None:
        return shut
    day = values.past_day(typed, Field.CLOSED, today)
    if isinstance(day, Fault):
        return day
    if plan.is_draft:
        return Fault(Field.PLAN, f"kế hoạch {plan.name} mới là dự thảo", "chưa ban hành thì không đóng")
    last = _last(plan)
    if last is not None and day < last:
        message = f"kế hoạch {plan.name} còn ghi chép ngày {short_date(last)}, sau ngày {short_date(day)}"
        return Fault(Field.CLOSED, message, f"đóng từ ngày {short_date(last)} trở đi")
    if plan.issued is not None and day < plan.issued:
        message = f"ngày {short_date(day)} trước ngày ban hành kế hoạch ({short_date(plan.issued)})"
        return Fault(Field.CLOSED, message, "ghi ngày thôi theo dõi kế hoạch")
    return Amending(plan.name, {places.plan(plan.folder): (Put((), "closed", day, before(PlanFile, "closed")),)})


def reopened(plan: Plan, committed: bool) -> Amending | Fault:
    """The edit that takes the closing back; `committed`: git has kept it."""
    if plan.file.closed is None:
        return Fault(Field.PLAN, f"kế hoạch {plan.name} chưa đóng, không có gì để rút lại")
    if committed:
        return Fault(
            Field.PLAN,
            f"việc đóng kế hoạch {plan.name} đã lưu vào git, không rút lại được",
            "mở lại: bỏ dòng closed trong plan.yaml",
        )
    return Amending(plan.name, {places.plan(plan.folder): (Remove(("closed",)),)})


def _last(plan: Plan) -> Day | None:
    """The last day that a record or an amendment names."""
    records = plan.records
    days = [each.recorded for _, each in records.entries]
    days += [each.recorded for each in records.deadlines]
    days += [each.recorded for each in records.events]
    days += [each.recorded for each in records.measurements]
    days += [each.date for each in plan.file.amendments]
    return max(days, default=None)
