"""Options → the workspace, day and agencies of a command; an invalid option raises a `Stop`."""

import re
from contextvars import ContextVar
from datetime import date as Day
from pathlib import Path
from typing import NamedTuple, TypeVar

from msgspec import structs

from cchc_cli.disk import files
from cchc_cli.model import GIVEN, Role, Settings
from cchc_cli.plan.chief import chief
from cchc_cli.plan.plans import Plan
from cchc_cli.plan.registry import Registry
from cchc_cli.plan.tasks import BODY, Task
from cchc_cli.plan.workspace import Workspace
from cchc_cli.queries.views import Asked
from cchc_cli.reading.load import Loaded
from cchc_cli.reading.places import above
from cchc_cli.recording import identities, values
from cchc_cli.recording.faults import Fault, Field
from cchc_cli.recording.identities import About, Listing
from cchc_cli.shell import environment
from cchc_cli.shell.faults import sound
from cchc_cli.shell.options import days, former, plan_files
from cchc_cli.shell.options.open_plans import open_plans
from cchc_cli.text.problems import Problem, Stop
from cchc_cli.text.yaml import Value
from cchc_cli.wording.roles import ROLE
from cchc_cli.wording.sections import GIVEN_FROM_ABOVE, given_by_the_body, title
from cchc_cli.wording.states import TYPED_STATE

T = TypeVar("T")
NO_REPORTER = Fault(
    Field.AGENCY,
    "chưa biết cơ quan nào báo cáo",
    'thêm --agency "Sở …", đặt biến CCHC_AGENCY, hoặc ghi agency trong plan/settings.yaml',
)
_DAYS_LATE = r"(?<![\s\d.])\s*\d[\d.]*\s+ngày\b"
"""What printed states add: "quá hạn 298 ngày", "còn 5 ngày"."""
CHOSEN: ContextVar[Path | None] = ContextVar("CHOSEN", default=None)
"""The folder given before the command (`cchc -C DIR due`)."""


def root(given: Path | None) -> Path:
    """The workspace's folder."""
    return files.workspace_root(given or CHOSEN.get() or environment.folder())


def root_or_none(given: Path | None) -> Path | None:
    """The workspace's folder, or None outside one."""
    try:
        return root(given)
    except Stop:
        return None


class Opened(NamedTuple):
    """A sound workspace, its folder, and the contents and data of its files by path."""

    workspace: Workspace
    folder: Path
    contents: dict[str, bytes]
    data: dict[str, Value]


def loaded(folder: Path, plans: list[str] | None = None) -> Loaded:
    """The workspace with the named plans, or all plans."""
    reading = plan_files.read(folder, plans)
    reading.keep(sound=False)
    return reading.loaded


def workspace(given: Path | None, plans: list[str] | None) -> Workspace:
    """A sound workspace with its open plans, or the named ones. Raise a `Stop` for any error in its files."""
    return opened(given, plans).workspace


def linked(given: Path | None, plans: list[str] | None) -> Workspace:
    """Like `workspace`; with named plans, also the others, as far as they can be read, for the links to them."""
    found = workspace(given, plans)
    if not plans:
        return found
    reading = plan_files.read(root(given), None)
    whole, asked_for = reading.loaded.workspace, {plan.name for plan in found.plans}
    faulty = {folder for each in reading.loaded.problems for folder in (each.span.file, *above(each.span.file))}
    beside = tuple(each for each in whole.plans if each.name not in asked_for and each.folder not in faulty)
    return structs.replace(whole, plans=tuple(each for each in whole.plans if each.name in asked_for), beside=beside)


def opened(given: Path | None, plans: list[str] | None) -> Opened:
    """Like `workspace`, but with the files that were read, for a command that writes."""
    found = _sound(given, plans)
    return found._replace(workspace=open_plans(found.workspace, plans))


def opened_with_closed(given: Path | None, plans: list[str] | None) -> Opened:
    """Like `opened`, but closed plans and drafts are there too."""
    return _sound(given, plans)


def every_plan(given: Path | None) -> Workspace:
    """A sound workspace with open and closed plans alike, even if there are none."""
    return every(given).workspace


def every(given: Path | None) -> Opened:
    """The same with its files."""
    return _sound(given, None)


def _sound(given: Path | None, plans: list[str] | None) -> Opened:
    folder = root(given)
    reading = plan_files.read(folder, plans)
    errors = _errors(reading)
    reading.keep(sound=not errors)
    if errors:
        message = f"kế hoạch còn {len(errors)} lỗi, sửa xong mới chạy được lệnh này"
        raise Stop(message, f"xem đủ: cchc {typed(given or CHOSEN.get() or Path())}validate", errors)
    return Opened(reading.loaded.workspace, folder, reading.contents, reading.loaded.data)


def typed(folder: Path) -> str:
    """The option that names a folder, to be typed before a command; "" for the current one."""
    if folder == Path():
        return ""
    path = folder.as_posix()
    return f'-C "{path}" ' if " " in path else f"-C {path} "


def _errors(reading: plan_files.Reading) -> tuple[Problem, ...]:
    if reading.kept is not None and reading.kept.sound and not reading.loaded.unread:
        return ()
    from cchc_cli.checking import check  # imports every rule whose findings are errors

    return check.errors(reading.loaded)


def agencies(given: list[str] | None, registry: Registry) -> tuple[str, ...]:
    """--agency names → ids."""
    return tuple(dict.fromkeys(found for name in given or () for found in _listed(name, registry)))


def _listed(name: str, registry: Registry) -> tuple[str, ...]:
    """One agency, or several separated by commas if the whole is no name: names hold commas too."""
    whole = identities.agency(name, registry)
    if isinstance(whole, Fault) and "," in name:
        parts = [identities.agency(part, registry) for part in name.split(",") if part.strip()]
        known = [part for part in parts if not isinstance(part, Fault)]
        if known and len(known) == len(parts):
            return tuple(known)
    return (sound(whole),)


def agency(name: str, registry: Registry) -> str:
    """One name → the agency that it means."""
    return sound(identities.agency(name, registry))


def sections(given: list[str] | None, workspace_: Workspace) -> tuple[str, ...]:
    """--section ids, numbers or words of titles → ids of the plans' sections."""
    if not given:
        return ()
    known = {section.id: title(plan, section.id) for plan in workspace_.plans for section in plan.sections}
    if any(plan.given for plan in workspace_.plans):
        known[GIVEN] = GIVEN_FROM_ABOVE
    if any(plan.gives_duties for plan in workspace_.plans):
        known[BODY] = given_by_the_body(workspace_.plans)
    return sound(identities.sections(given, known))


def roles(given: list[str] | None) -> tuple[Role, ...]:
    """--role words → roles, in English as in the files or in Vietnamese."""
    return sound(values.words(given or (), {role: (taken,) for role, taken in ROLE.items()}, Field.ROLE))


def states(given: list[str] | None) -> tuple[str, ...]:
    """--state words → buckets, progress and timings, in English as in JSON or in Vietnamese as outputs print them."""
    return sound(values.words([re.sub(_DAYS_LATE, "", each) for each in given or ()], TYPED_STATE, Field.STATUS))


def asked(
    workspace_: Workspace,
    as_of: str | None,
    period_: str | None,
    agency_: list[str] | None = None,
    section: list[str] | None = None,
    role: list[str] | None = None,
    state: list[str] | None = None,
    search: str | None = None,
) -> Asked:
    """The parsed options of a query; a remark names who has the work of an agency that has ended."""
    on, chosen = days.day(as_of, period_, workspace_.own_settings), agencies(agency_, workspace_.registry)
    former.say(chosen, workspace_.registry, on)
    return Asked(
        on,
        chosen,
        sections(section, workspace_),
        roles(role),
        states(state),
        search,
        days.period_of(period_, workspace_.own_settings.ends) if period_ is not None else None,
    )


def task(identity: str, workspace_: Workspace, day_: Day) -> tuple[Plan, Task]:
    """A task's or milestone's id, bare or with its plan ("2026:I.9") → the one plan that has it, and the task."""
    return sound(identities.task(identity, workspace_, day_.year))


def about(identity: str, workspace_: Workspace, day_: Day) -> About:
    """The id of a milestone ("I.9/2") or of a whole task → the one plan that has it, task and milestone."""
    return sound(identities.about(identity, workspace_, day_.year))


def one(identity: str, kind: Listing[T], workspace_: Workspace, day_: Day) -> tuple[Plan, T]:
    """An id, bare or with its plan → the single item that it names, in a plan that still accepts records."""
    plan, found = sound(identities.one(identity, kind, chief(workspace_, day_.year)))
    return writable(plan), found


def writable(plan: Plan) -> Plan:
    """Return the plan if it still accepts records; otherwise raise a `Stop`."""
    return sound(identities.writable(plan) or plan)


def reporter(given: str | None, registry_: Registry, settings: Settings) -> str:
    """The reporting agency: --agency, else CCHC_AGENCY, else the settings."""
    name = given or reporter_named(settings)
    return sound(identities.reporter(name, registry_) if name else NO_REPORTER)


def reporter_named(settings: Settings) -> str | None:
    """The reporting agency if no option names one: CCHC_AGENCY, else the settings."""
    return environment.agency() or settings.agency
