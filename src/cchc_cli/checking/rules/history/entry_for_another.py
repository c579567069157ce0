"""An agency's file must only contain that agency's progress."""

from cchc_cli.checking.rules import Finding, Found, rule
from cchc_cli.checking.rules.changes import pairs
from cchc_cli.checking.rules.involved import Involved, are_roles_known, named
from cchc_cli.differences.fields import plain
from cchc_cli.differences.records import lines
from cchc_cli.model import Entry
from cchc_cli.plan.registry import Registry
from cchc_cli.plan.tasks import Task, leads
from cchc_cli.plan.workspace import Workspace


@rule(
    "CC426",
    "Dòng mới ghi việc của cơ quan khác",
    "Mỗi cơ quan chỉ ghi vào tệp của mình việc của mình; chỉ cơ quan theo dõi được ghi thay. Dòng cũ như vậy chỉ bị "
    "cảnh báo (CC407); dòng mới thì chặn lại để sửa trước khi gộp.",
)
def entry_for_another(before: Workspace, now: Workspace) -> Found:
    """Flags new entries outside the monitor's file, if the agency has no role in the task or the entry was moved from
    another agency's file. CC414 checks entries for another agency (`agency`).

    Bad:
      tasks: [{id: I.1}]
      before: {}
      now: {entries: {so-tu-phap: [{task: I.1, status: in_progress, recorded: 2026-03-02}]}}
    Good:
      tasks: [{id: I.1}]
      before: {}
      now: {entries: {so-noi-vu: [{task: I.1, status: in_progress, recorded: 2026-03-02}]}}
    """
    involved = Involved(now.registry)
    for pair in pairs(before, now):
        found = lines(pair.before, pair.now, pair.rows.renamed)
        gone = {plain(entry): by for (by, entry), other in found.entries if other is None}
        for by, entry in found.new_entries:
            about = named(pair.now, entry.task)
            if about is None or not _is_own(by, entry, pair.now.file.monitor, now.registry):
                continue
            former = gone.get(plain(entry))
            if former is not None and former != by:
                message = f"{entry.task}: dòng này trước ở tệp của {now.registry.name(former)}"
                yield Finding(entry.at, message, "task", hint=f"trả về progress/{former}.yaml", task=about.task.id)
            elif by not in involved.with_role(about.task) and _is_closed(about.task, involved, now):
                message = f"{entry.task}: {now.registry.name(by)} không có phần trong việc này"
                hint = f"ghi vào tệp của cơ quan chủ trì ({_leads(about.task, now)}), hoặc xem lại id"
                yield Finding(entry.at, message, "task", hint=hint, task=about.task.id)


def _is_own(by: str, entry: Entry, monitor: str, registry: Registry) -> bool:
    """Whether a known agency other than the monitor reports for itself; other rules check the rest."""
    known = by != monitor and by in registry and not registry.is_group(by)
    return known and entry.action is None and entry.agency in (None, by)


def _is_closed(task: Task, involved: Involved, now: Workspace) -> bool:
    """Whether all agencies of the task are known: no open group leads, and every role could be read."""
    return not involved.is_led_openly(task) and are_roles_known(task, now)


def _leads(task: Task, now: Workspace) -> str:
    found = dict.fromkeys(map(now.registry.name, leads(task.assignments)))
    return ", ".join(found) or "xem cchc show"
