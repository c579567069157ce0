"""Progress must be reported by agencies of the registry."""

from collections.abc import Iterator

from cchc_cli.checking.rules import Finding, Found, rule
from cchc_cli.checking.rules.nearest_ids import agency_hints
from cchc_cli.plan.plans import Plan
from cchc_cli.plan.workspace import Workspace


@rule(
    "CC402",
    "Cơ quan báo cáo không có trong danh bạ",
    "Tên tệp trong progress/ là id cơ quan; sai id thì tiến độ không tính cho cơ quan nào. Nhóm không tự báo cáo.",
)
def unknown_reporter(plan: Plan, workspace: Workspace) -> Found:
    """The name of each progress file and `agency` of entries and deadlines must be an agency, not a group.

    Bad:
      tasks: [{id: I.1}]
      entries: {so-noi-vu-2: [{task: I.1, status: in_progress, recorded: 2026-03-02}]}
    Good:
      tasks: [{id: I.1}]
      entries: {so-noi-vu: [{task: I.1, status: in_progress, recorded: 2026-03-02}]}
    """
    registry = workspace.registry
    if not registry.rows:
        return
    hints = agency_hints(registry)
    for at, key, agency, task in _reporters(plan):
        named = f"{task}: " if key == "agency" else f"tệp progress/{agency}.yaml: "
        if registry.is_group(agency):
            hint = "ghi cho từng cơ quan thành viên, hoặc để cơ quan theo dõi ghi"
            yield Finding(at, f'{named}"{agency}" là nhóm, không tự báo cáo', key, hint=hint, task=task, ground=agency)
        elif agency not in registry and agency not in plan.lost:
            message = f'{named}không có cơ quan "{agency}"'
            yield Finding(at, message, key, hint=hints.hint(agency), task=task, ground=agency)


def _reporters(plan: Plan) -> Iterator[tuple[int, str | None, str, str | None]]:
    """The place, key, agency and task of each reporter; the place of a file is its first entry."""
    files: set[str] = set()
    for agency, entry in plan.records.entries:
        if agency not in files:
            files.add(agency)
            yield entry.at, None, agency, None
        if entry.agency is not None:
            yield entry.at, "agency", entry.agency, entry.task
    for deadline in plan.records.deadlines:
        if deadline.agency is not None:
            yield deadline.at, "agency", deadline.agency, deadline.task
