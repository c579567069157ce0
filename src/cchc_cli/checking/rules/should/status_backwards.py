"""Finished work must stay finished, unless the monitor sends it back."""

from cchc_cli.checking.rules import Finding, Found, rule
from cchc_cli.checking.rules.chains import Chain, chains
from cchc_cli.checking.rules.rows import called
from cchc_cli.checking.rules.should.records_disagree import disagree
from cchc_cli.model import Status
from cchc_cli.plan.plans import Plan
from cchc_cli.plan.workspace import Workspace
from cchc_cli.state.reports import Reported
from cchc_cli.text.problems import Severity
from cchc_cli.wording.states import PROGRESS

_CLOSED = (Status.DONE, Status.SUBMITTED)
_OPEN = (Status.NOT_STARTED, Status.IN_PROGRESS)


@rule(
    "CC409",
    "Tình trạng lùi lại",
    "Đã báo hoàn thành rồi báo lại đang làm thì số liệu kỳ trước sai hoặc dòng sau ghi nhầm.",
    Severity.WARNING,
)
def status_backwards(plan: Plan, workspace: Workspace) -> Found:
    """Flags a step from done or submitted back to open, by the agency itself, if the work was not closed again since.

    Skips what CC428 flags: two entries written on one day, of which only the order of lines tells which one holds.

    Bad:
      tasks: [{id: I.1}]
      entries:
        so-noi-vu:
        - {task: I.1, status: done, date: 2026-03-02, evidence: [{number: 12/KH-UBND}], recorded: 2026-03-02}
        - {task: I.1, status: in_progress, recorded: 2026-04-02}
    Good:
      tasks: [{id: I.1}]
      entries:
        so-noi-vu:
        - {task: I.1, status: in_progress, recorded: 2026-03-02}
        - {task: I.1, status: done, date: 2026-04-02, evidence: [{number: 12/KH-UBND}], recorded: 2026-04-02}
    """
    told: set[int] = set()
    for chain in chains(plan, workspace.registry):
        before, back = _step_back(chain, plan.file.monitor)
        if before and back and back.entry.at not in told:
            told.add(back.entry.at)
            was, now = PROGRESS[before.entry.status or Status.DONE], PROGRESS[back.entry.status or Status.IN_PROGRESS]
            message = f"{called(chain.task, chain.milestone)}: {was} rồi lại {now}"
            hint = "xem lại; nếu phải làm lại thì cơ quan theo dõi ghi action: return"
            yield Finding(back.entry.at, message, "status", hint=hint, task=chain.task.id)


def _step_back(chain: Chain, monitor: str) -> tuple[Reported | None, Reported | None]:
    """The report that closed the work and the one that reopened it; each None if there is none in force."""
    closed: Reported | None = None
    back: Reported | None = None
    for report in chain.reports:
        status, action = report.entry.status, report.entry.action
        if action == "confirm" or status in _CLOSED:
            closed, back = report, None
        elif closed and disagree(closed, report):
            continue
        elif action == "return" or (status and (report.by == monitor != chain.agency or status not in _OPEN)):
            closed, back = None, None
        elif status and closed and not back:
            back = report
    return (None, None) if chain.whole else (closed, back)
