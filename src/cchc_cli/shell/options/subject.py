"""The one plan that a document, or a record without an id, is about (docs/promises.md#files)."""

from datetime import date as Day

from msgspec import structs

from cchc_cli.plan.chief import chief
from cchc_cli.plan.plans import Plan
from cchc_cli.plan.workspace import Workspace
from cchc_cli.shell.options import days, typed_names
from cchc_cli.text.problems import Stop
from cchc_cli.vietnamese.paper import count


def year(named: str | None, day: Day) -> int:
    """The year at hand: that of a period, if one is named, else that of the day."""
    found = days.named(named) if named else None
    return found.end.year if found else day.year


def about_one(workspace: Workspace, year: int) -> Workspace:
    """The workspace with the one plan that a document, or the figures of a period, are about."""
    return structs.replace(workspace, plans=(one_plan(workspace, year),))


def chief_first(workspace: Workspace, year: int) -> Workspace:
    """The workspace with its chief plan before the others."""
    first = chief(workspace, year)
    return structs.replace(workspace, plans=tuple(sorted(workspace.plans, key=lambda each: each is not first)))


def of_task(identity: str | None, workspace: Workspace, today: Day) -> Plan:
    """The plan of a task, or without one the plan that the command is about, if it still accepts records."""
    named = typed_names.task(identity, workspace, today)[0] if identity else None
    return typed_names.writable(named or one_plan(workspace, today.year))


def of_change(identity: str | None, workspace: Workspace, today: Day) -> Plan:
    """The same of a change that is taken back, of which nothing may be left: a task that was dropped from a draft, or
    one that was added, when the run that takes it back was killed.
    """
    folder = identity.rpartition(":")[0] if identity else ""
    named = [each for each in workspace.plans if each.name == folder or len(workspace.plans) == 1]
    return typed_names.writable(named[0]) if named else of_task(identity, workspace, today)


def one_plan(workspace: Workspace, year: int) -> Plan:
    """The plan that a command is about: the only one, or the chief plan of a year; else a `Stop` names all."""
    found = chief(workspace, year)
    if found is None:
        names = ", ".join(plan.name for plan in workspace.plans)
        told = f"có {count(len(workspace.plans))} kế hoạch đang mở, chưa rõ lệnh này về kế hoạch nào"
        raise Stop(told, f"chọn một bằng --plan: {names}")
    return found
