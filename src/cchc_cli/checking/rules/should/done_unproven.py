"""Finished work must have a date and evidence."""

from cchc_cli.checking.rules import Finding, Found, rule
from cchc_cli.checking.rules.chains import Chain, chains
from cchc_cli.checking.rules.rows import called, is_unread
from cchc_cli.model import Entry, Status
from cchc_cli.plan.plans import Plan
from cchc_cli.plan.workspace import Workspace
from cchc_cli.text.problems import Severity
from cchc_cli.text.sources import Sources

_CALLED = {"date": "ngày", "evidence": "tài liệu kiểm chứng"}


@rule(
    "CC408",
    "Hoàn thành chưa có ngày hoặc tài liệu kiểm chứng",
    "Không có ngày và văn bản, sản phẩm thì không tính là hoàn thành đúng hạn.",
    Severity.WARNING,
)
def done_unproven(plan: Plan, workspace: Workspace) -> Found:
    """Flags the last `done` or `confirm` of an agency's part, unless a later entry adds the evidence or takes it back.

    Bad:
      tasks: [{id: I.1}]
      entries: {so-noi-vu: [{task: I.1, status: done, date: 2026-03-02, recorded: 2026-03-02}]}
    Good:
      tasks: [{id: I.1}]
      entries:
        so-noi-vu:
        - {task: I.1, status: done, date: 2026-03-02, evidence: [{number: 12/KH-UBND}], recorded: 2026-03-02}
    """
    found = list(chains(plan, workspace.registry))
    proven = {chain.milestone.id for chain in found if _is_proven(chain)}
    told: set[int] = set()
    for chain in found:
        entry = next((each.entry for each in reversed(chain.reports) if each.entry.status or each.entry.action), None)
        if entry is None or not (entry.status is Status.DONE or entry.action == "confirm") or entry.at in told:
            continue
        is_proven = chain.milestone.id in proven if chain.whole else _is_proven(chain)
        lacking = _lacking(entry, is_proven, workspace.sources)
        if lacking:
            told.add(entry.at)
            what = " và ".join(_CALLED[key] for key in lacking)
            message = f"{called(chain.task, chain.milestone)}: hoàn thành nhưng chưa ghi {what}"
            hint = f"thêm {' và '.join(lacking)}, ở dòng này hoặc ở một dòng mới"
            yield Finding(entry.at, message, "status" if entry.status else "action", hint=hint, task=chain.task.id)


def _lacking(entry: Entry, is_proven: bool, sources: Sources) -> list[str]:
    keys = [key for key, given in (("date", entry.date), ("evidence", is_proven)) if not given]
    return [key for key in keys if not is_unread(sources, entry.at, key, shapes=(Entry,))]


def _is_proven(chain: Chain) -> bool:
    """Whether evidence came after the last return; earlier evidence was sent back and does not count."""
    since = max((place for place, each in enumerate(chain.reports) if each.entry.action == "return"), default=-1)
    return any(report.entry.evidence for report in chain.reports[since + 1 :])
