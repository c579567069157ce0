"""An agency that ends with open work must have a successor."""

from collections.abc import Iterator

from cchc_cli.checking.rules import Finding, Found, rule
from cchc_cli.plan.plans import Plan
from cchc_cli.plan.workspace import Workspace
from cchc_cli.state.ledger import Ledger
from cchc_cli.state.seats import closing
from cchc_cli.state.states import TaskState
from cchc_cli.state.tasks import task_states
from cchc_cli.state.timing import Bucket
from cchc_cli.text.problems import Severity
from cchc_cli.vietnamese.paper import short_date

_SHOWN = 5


@rule(
    "CC238",
    "Cơ quan thôi hoạt động, việc còn lại chưa giao ai",
    "Việc còn lại của cơ quan đã thôi mà không ghi cơ quan kế tục thì không ai bị đôn đốc.",
    Severity.WARNING,
    shared=True,
    sound=True,
)
def work_without_successor(workspace: Workspace) -> Found:
    """An agency with `until` and without `successors` must not have open work on its last day.

    Bad:
      agencies: [{id: so-cu, name: Sở Cũ, kind: department, until: 2026-06-30}]
      tasks: [{id: I.1, schedule: Tháng 9/2026, assignments: [{agency: so-cu, role: lead}]}]
    Good:
      agencies: [{id: so-cu, name: Sở Cũ, kind: department, until: 2026-06-30, successors: [so-noi-vu]}]
      tasks: [{id: I.1, schedule: Tháng 9/2026, assignments: [{agency: so-cu, role: lead}]}]
    """
    for row in workspace.registry.rows:
        if row.until is None or row.successors or row.kind == "group":
            continue
        days = [(plan, state) for plan in workspace.plans for state in _states(plan, workspace, row.id)]
        if days:
            several = len(workspace.plans) > 1
            ids = [f"{plan.name}:{state.task.id}" if several else state.task.id for plan, state in days]
            listed = ", ".join(ids[:_SHOWN]) + (" …" if len(ids) > _SHOWN else "")
            message = (
                f"{row.name} thôi hoạt động sau ngày {short_date(row.until)}, còn {len(ids)} nhiệm vụ chưa hoàn thành"
            )
            hint = "thêm successors: các cơ quan nhận việc còn lại"
            yield Finding(row.at, f"{message}: {listed}", "until", hint=hint)


def _states(plan: Plan, workspace: Workspace, agency: str) -> Iterator[TaskState]:
    """The tasks of which the agency has an open part on its last day."""
    ledger, last = Ledger.of(plan, workspace), workspace.registry.succession.last_day(agency)
    if last is None or plan.file.closed is not None:
        return
    for state in task_states(ledger, last):
        for each in state.milestones:
            part = dict(each.parts).get(agency, each)
            is_open = part.bucket not in (Bucket.DONE, Bucket.CANCELLED) and not each.milestone.checkpoint
            if is_open and agency in closing(ledger, state.task, each.milestone, last):
                yield state
                break
