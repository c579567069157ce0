"""Options → the workspace, day and agencies that a command asks about; what cannot be is a `Stop`."""

from contextvars import ContextVar
from datetime import date as Day
from pathlib import Path
from typing import Literal, TypeVar

from msgspec import structs

from cchc_cli import check, parsed
from cchc_cli.disk import files, kept
from cchc_cli.load import Loaded, load
from cchc_cli.model import Ends, Role, Settings, Status
from cchc_cli.names import Several, Unknown, fold, nearest
from cchc_cli.paper import parse_day, short_date
from cchc_cli.plans import BODY, Milestone, Plan, Task, Workspace
from cchc_cli.problems import Stop
from cchc_cli.queries.views import Asked
from cchc_cli.registry import Registry
from cchc_cli.schedule import Period, period
from cchc_cli.shell import clock, environment
from cchc_cli.timing import Bucket
from cchc_cli.wording import PROGRESS, ROLE, STATE

W = TypeVar("W", bound=str)
CHOSEN: ContextVar[Path | None] = ContextVar("CHOSEN", default=None)
"""The folder given before the command (`cchc -C DIR due`)."""


def root(given: Path | None) -> Path:
    """The workspace's folder."""
    return files.workspace_root(given or CHOSEN.get() or environment.folder(), Path.cwd())


def root_or_none(given: Path | None) -> Path | None:
    """The workspace's folder, or None outside one."""
    try:
        return root(given)
    except Stop:
        return None


def loaded(folder: Path, plans: list[str] | None = None) -> Loaded:
    """The workspace with the plans named, or every plan."""
    every = files.plan_folders(folder)
    chosen = _chosen(every, plans) if plans else every
    contents = files.workspace_files(folder, chosen)
    place = kept.place(environment.cache(), folder, chosen)
    blob = kept.content(place)
    data = parsed.unpacked(blob, contents) if blob is not None else None
    found = load(contents, data)
    if data is None and not found.problems:
        kept.keep(place, parsed.packed(contents, found.data))
    return found


def workspace(given: Path | None, plans: list[str] | None) -> Workspace:
    """A sound workspace: its open plans, or those named. Any error in what is read stops the run."""
    found = _sound(given, plans)
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


def registry(given: Path | None) -> Registry:
    """The agencies of a sound workspace, whether or not a plan is open."""
    return _sound(given, None).registry


def _sound(given: Path | None, plans: list[str] | None) -> Workspace:
    read = loaded(root(given), plans)
    errors = check.errors(read)
    if errors:
        raise Stop(f"kế hoạch còn {len(errors)} lỗi, sửa xong mới chạy được lệnh này", "xem đủ: cchc validate", errors)
    return read.workspace


def day(given: str | None, period_: str | None = None, settings: Settings | None = None) -> Day:
    """--as-of; else the cut-off day of --period; else today."""
    if given is None and period_ is not None:
        return period_of(period_, settings.ends if settings else "cutoff").end
    if given is None:
        return clock.today()
    found = parse_day(given)
    if found is None:
        raise Stop(f'--as-of: "{given}" không phải là một ngày có thật', "ghi như 2026-03-31 hoặc 31/03/2026")
    return found


def period_of(given: str, ends: Ends) -> Period:
    """--period → the period."""
    found = period(given, ends)
    if found is None:
        raise Stop(f'--period: không hiểu kỳ "{given}"', "ghi như 2026-Q1, 2026-H1, 2026-9M, 2026 hoặc 2026-03")
    return found


def agencies(given: list[str] | None, registry: Registry) -> tuple[str, ...]:
    """--agency names → ids."""
    return tuple(dict.fromkeys(agency(name, registry) for name in given or ()))


def agency(name: str, registry: Registry) -> str:
    """One name → the one agency it means."""
    found = registry.find(name)
    if isinstance(found, Several):
        names = "; ".join(registry.name(each) for each in found.ids)
        raise Stop(f'"{name}" có thể là nhiều cơ quan: {names}', "ghi rõ hơn tên cơ quan")
    if isinstance(found, Unknown):
        near = "; ".join(registry.name(each) for each in found.nearest)
        raise Stop(
            f'không có cơ quan nào tên "{name}"',
            f"gần nhất: {near}" if near else "xem tên các cơ quan: cchc agencies",
        )
    return found.id


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
    return _words(given, ROLE, "vai trò")


def states(given: list[str] | None) -> tuple[Bucket | Literal["requested"], ...]:
    """--state words → buckets, in English as in JSON or in Vietnamese; or extensions that await an answer."""
    return _words(given, STATE, "tình trạng")


def status(given: str) -> Status:
    """--status → progress, in English or in Vietnamese as printed."""
    return _words([given], PROGRESS, "tình trạng")[0]


def _words(given: list[str] | None, words: dict[W, str], what: str) -> tuple[W, ...]:
    """Words of an option, by value or in Vietnamese with or without diacritics."""
    by_name = {fold(word): value for value, word in words.items()} | {fold(value): value for value in words}
    for name in given or ():
        if fold(name) not in by_name:
            raise Stop(f'không có {what} "{name}"', "chọn: " + ", ".join(f"{v} ({w})" for v, w in words.items()))
    return tuple(by_name[fold(name)] for name in given or ())


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
    """The options of a question, understood."""
    return Asked(
        day(as_of, period_, workspace_.own_settings),
        agencies(agency_, workspace_.registry),
        sections(section, workspace_),
        roles(role),
        states(state),
        search,
        period_of(period_, workspace_.own_settings.ends) if period_ is not None else None,
    )


def task(identity: str, workspace_: Workspace) -> tuple[Plan, Task]:
    """A task's or milestone's id, bare or with its plan ("2026:I.9") → the one plan that has it, and the task."""
    name, _, bare = identity.rpartition(":")
    plans = [plan for plan in workspace_.plans if name in ("", plan.name)]
    found = [(plan, one) for plan in plans if (one := plan.task(bare)) is not None]
    if len(found) == 1:
        return found[0]
    if found:
        candidates = ", ".join(f"{plan.name}:{one.id}" for plan, one in found)
        raise Stop(f'nhiều kế hoạch có nhiệm vụ "{bare}"', f"ghi rõ một trong: {candidates}")
    for plan in plans:
        heading = plan.headings.get(bare.upper())
        if heading is not None:
            below = ", ".join(row.id for row in heading.tasks)
            raise Stop(f"{heading.id} chỉ là dòng tiêu đề, không phải nhiệm vụ", f"xem các dòng dưới nó: {below}")
    refuse_closed(identity, [plan for plan in workspace_.closed if plan.task(bare) is not None])
    near = nearest(bare, [one.id for plan in plans for one in plan.tasks])
    raise Stop(f'không có nhiệm vụ "{identity}"', "gần nhất: " + ", ".join(near) if near else "xem: cchc list")


def refuse_closed(identity: str, having: list[Plan]) -> None:
    """Stop where an id, bare or with its plan, is that of a closed plan (of `having`): such a plan must be named."""
    name = identity.rpartition(":")[0]
    for plan in reversed(having):
        if name in ("", plan.name) and plan.file.closed is not None:
            ended = short_date(plan.file.closed)
            raise Stop(f"{identity} thuộc kế hoạch {plan.name}, đã đóng ngày {ended}", f"thêm --plan {plan.name}")


def milestone(identity: str, workspace_: Workspace) -> tuple[Plan, Task, Milestone | None]:
    """The id of a milestone ("I.9/2") or of a whole task (then None) → the one plan that has it, task and milestone."""
    plan, found = task(identity, workspace_)
    bare = identity.rpartition(":")[2]
    if "/" not in bare:
        return plan, found, None
    for each in found.milestones:
        if each.id.upper() == bare.upper():
            return plan, found, each
    raise Stop(f'{found.id} không có mốc "{bare}"', "các mốc: " + ", ".join(each.id for each in found.milestones))


def _chosen(every: tuple[str, ...], plans: list[str]) -> tuple[str, ...]:
    names = {folder.removeprefix("plan/"): folder for folder in every}
    chosen = []
    for name in plans:
        key = name.replace("\\", "/").strip("/").removeprefix("plan/")
        if key not in names:
            near = nearest(key, list(names))
            raise Stop(f'không có kế hoạch "{name}"', "các kế hoạch: " + ", ".join(near or tuple(names)))
        chosen.append(names[key])
    return tuple(dict.fromkeys(chosen))
