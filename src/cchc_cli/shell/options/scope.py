"""Options → the workspace and the question of a command; an invalid option raises a `Stop`."""

from contextvars import ContextVar
from pathlib import Path

from msgspec import Struct, structs

from cchc_cli.disk import files
from cchc_cli.plan.workspace import Workspace
from cchc_cli.queries.views import Asked
from cchc_cli.reading.load import Loaded
from cchc_cli.reading.places import above
from cchc_cli.shell import environment
from cchc_cli.shell.options import days, former, plan_files
from cchc_cli.shell.options.open_plans import open_plans
from cchc_cli.text.problems import Problem, Stop
from cchc_cli.text.yaml import Value

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


class Opened(Struct, frozen=True):
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
    return structs.replace(found, workspace=open_plans(found.workspace, plans))


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
    settings = workspace_.own_settings
    found = Asked(days.day(as_of, period_, settings), search=search)
    if agency_ or section or role or state:
        from cchc_cli.shell.options import typed_names  # most questions name nothing

        chosen = typed_names.agencies(agency_, workspace_.registry)
        former.say(chosen, workspace_.registry, found.as_of)
        found = structs.replace(
            found,
            agencies=chosen,
            sections=typed_names.sections(section, workspace_),
            roles=typed_names.roles(role),
            states=typed_names.states(state),
        )
    if period_ is None:
        return found
    return structs.replace(found, period=days.period_of(period_, settings.ends))
