"""Options → the workspace, day and agencies of a command; an invalid option raises a `Stop`."""

from contextvars import ContextVar
from datetime import date as Day
from pathlib import Path
from typing import Literal, NamedTuple, TypeVar

from msgspec import structs

from cchc_cli.disk import files
from cchc_cli.model import Ends, Role, Settings
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
from cchc_cli.schedule import Period, period
from cchc_cli.shell import clock, environment
from cchc_cli.shell.faults import sound
from cchc_cli.shell.options import plan_files
from cchc_cli.state.timing import Bucket
from cchc_cli.text.problems import Problem, Stop
from cchc_cli.text.yaml import Value
from cchc_cli.vietnamese.paper import short_date
from cchc_cli.wording.roles import ROLE
from cchc_cli.wording.states import STATE

T = TypeVar("T")
NO_REPORTER = Fault(
    Field.AGENCY,
    "chưa biết cơ quan nào báo cáo",
    'thêm --agency "Sở …", đặt biến CCHC_AGENCY, hoặc ghi agency trong plan/settings.yaml',
)
_YEARS = (1900, 2999)
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
    return found._replace(workspace=_open(found.workspace, plans))


def _open(found: Workspace, plans: list[str] | None) -> Workspace:
    if not found.plans:
        raise Stop(
            "chưa có kế hoạch nào trong plan/", "mỗi kế hoạch là một thư mục có plan.yaml, như plan/2026/plan.yaml"
        )
    if plans:
        return found
    closed = tuple(plan for plan in found.plans if plan.file.closed is not None)
    if closed and len(closed) == len(found.plans):
        ended = ", ".join(f"{plan.name} ({short_date(plan.file.closed)})" for plan in closed if plan.file.closed)
        raise Stop(f"không có kế hoạch nào đang mở; đã đóng: {ended}", f"thêm --plan {closed[-1].name}")
    return structs.replace(found, plans=tuple(p for p in found.plans if p.file.closed is None), closed=closed)


def every_plan(given: Path | None) -> Workspace:
    """A sound workspace with open and closed plans alike, even if there are none."""
    return _sound(given, None).workspace


def _sound(given: Path | None, plans: list[str] | None) -> Opened:
    folder = root(given)
    reading = plan_files.read(folder, plans)
    errors = _errors(reading)
    reading.keep(sound=not errors)
    if errors:
        raise Stop(f"kế hoạch còn {len(errors)} lỗi, sửa xong mới chạy được lệnh này", "xem đủ: cchc validate", errors)
    return Opened(reading.loaded.workspace, folder, reading.contents, reading.loaded.data)


def _errors(reading: plan_files.Reading) -> tuple[Problem, ...]:
    if reading.kept is not None and reading.kept.sound and not reading.loaded.unread:
        return ()
    from cchc_cli.checking import check  # imports every rule whose findings are errors

    return check.errors(reading.loaded)


def day(given: str | None, period_: str | None = None, settings: Settings | None = None) -> Day:
    """--as-of; else the cut-off day of --period; else today."""
    if given is None and period_ is not None:
        return period_of(period_, settings.ends if settings else "cutoff").end
    if given is None:
        return clock.today()
    found = sound(values.day(given, Field.AS_OF, "2026-03-31 hoặc 31/03/2026"))
    _refuse_far(f"--as-of: {given}", found.year)
    return found


def period_of(given: str, ends: Ends) -> Period:
    """--period → the period."""
    found = period(given, ends)
    if found is None:
        raise Stop(f'--period: không hiểu kỳ "{given}"', "ghi như 2026-Q1, 2026-H1, 2026-9M, 2026 hoặc 2026-03")
    _refuse_far(f"--period: {given}", found.end.year)
    return found


def _refuse_far(what: str, year: int) -> None:
    """Raise a `Stop` for a day far in the past or future, for which date arithmetic could overflow."""
    if not _YEARS[0] <= year <= _YEARS[1]:
        raise Stop(f"{what} không dùng được", f"ghi một năm từ {_YEARS[0]} đến {_YEARS[1]}")


def agencies(given: list[str] | None, registry: Registry) -> tuple[str, ...]:
    """--agency names → ids."""
    return tuple(dict.fromkeys(agency(name, registry) for name in given or ()))


def agency(name: str, registry: Registry) -> str:
    """One name → the agency that it means."""
    return sound(identities.agency(name, registry))


def sections(given: list[str] | None, workspace_: Workspace) -> tuple[str, ...]:
    """--section ids → those that the plans have, in their own spelling."""
    known = [section.id for plan in workspace_.plans for section in plan.sections] + [BODY]
    by_name = {name.upper(): name for name in known}
    for name in given or ():
        if name.upper() not in by_name:
            listed = ", ".join(dict.fromkeys(known))
            raise Stop(f'không có lĩnh vực "{name}"', f"các lĩnh vực: {listed}")
    return tuple(by_name[name.upper()] for name in given or ())


def roles(given: list[str] | None) -> tuple[Role, ...]:
    """--role words → roles, in English as in the files or in Vietnamese."""
    return tuple(sound(values.word(each, ROLE, Field.ROLE)) for each in given or ())


def states(given: list[str] | None) -> tuple[Bucket | Literal["requested"], ...]:
    """--state words → buckets, in English as in JSON or in Vietnamese; or extensions that await an answer."""
    return tuple(sound(values.word(each, STATE, Field.STATUS)) for each in given or ())


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
    """The parsed options of a query."""
    return Asked(
        day(as_of, period_, workspace_.own_settings),
        agencies(agency_, workspace_.registry),
        sections(section, workspace_),
        roles(role),
        states(state),
        search,
        period_of(period_, workspace_.own_settings.ends) if period_ is not None else None,
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
