"""An agency that has ended must not report what comes after its last day."""

from collections.abc import Iterator

from cchc_cli.checking.rules import Finding, Found, rule
from cchc_cli.checking.rules.involved import entries
from cchc_cli.model import Entry
from cchc_cli.plan.plans import Plan
from cchc_cli.plan.workspace import Workspace
from cchc_cli.text.problems import Severity
from cchc_cli.wording.agencies import ended, names


@rule(
    "CC429",
    "Cơ quan đã thôi hoạt động mà còn ghi tiến độ",
    "Việc sau ngày hoạt động cuối cùng là của cơ quan kế tục; ghi vào tệp cũ thì không rõ ai chịu trách nhiệm.",
    Severity.WARNING,
)
def entry_after_end(plan: Plan, workspace: Workspace) -> Found:
    """Flags entries of an agency, or for it, dated after its `until`. Late entries on earlier days are right.

    Bad:
      agencies: [{id: so-cu, name: Sở Cũ, kind: department, until: 2026-06-30, successors: [so-noi-vu]}]
      tasks: [{id: I.1, assignments: [{agency: so-cu, role: lead}]}]
      entries: {so-cu: [{task: I.1, status: in_progress, recorded: 2026-07-02}]}
    Good:
      agencies: [{id: so-cu, name: Sở Cũ, kind: department, until: 2026-06-30, successors: [so-noi-vu]}]
      tasks: [{id: I.1, assignments: [{agency: so-cu, role: lead}]}]
      entries: {so-cu: [{task: I.1, status: in_progress, date: 2026-06-29, recorded: 2026-07-02}]}
    """
    registry = workspace.registry
    for agency, entry, task in _reported(plan):
        day = entry.date or entry.recorded
        told = ended(registry, agency, day)
        if told is not None:
            now = registry.succession.holders(agency, day)
            hint = "ghi đúng ngày" if now == (agency,) else f"ghi cho {names(registry, now)}, hoặc ghi đúng ngày"
            yield Finding(entry.at, f"{task}: {told}", "date" if entry.date else "recorded", hint=hint, task=task)


def _reported(plan: Plan) -> Iterator[tuple[str, Entry, str]]:
    """Each report with the agency that it is of, and its task; confirmations and returns are the monitor's."""
    for by, entry, about in entries(plan):
        if entry.action is None:
            yield entry.agency or by, entry, about.task.id
