"""Options → the workspace, day and agencies that a command asks about; what cannot be is a `Stop`."""

import os
from datetime import date as Day
from pathlib import Path

from cchc_cli import check, files
from cchc_cli.load import Loaded, load
from cchc_cli.model import Role
from cchc_cli.names import Several, Unknown, nearest
from cchc_cli.paper import parse_day
from cchc_cli.plans import BODY, Workspace
from cchc_cli.problems import Stop
from cchc_cli.registry import Registry
from cchc_cli.shell import clock


def root(given: Path | None) -> Path:
    """The workspace's folder."""
    named = given or (Path(os.environ["CCHC_ROOT"]) if os.environ.get("CCHC_ROOT") else None)
    return files.workspace_root(named, Path.cwd())


def loaded(folder: Path, plans: list[str] | None = None) -> Loaded:
    """The workspace with the plans named, or every plan."""
    every = files.plan_folders(folder)
    return load(files.workspace_files(folder, _chosen(every, plans) if plans else every))


def workspace(given: Path | None, plans: list[str] | None) -> Workspace:
    """A sound workspace: its open plans, or those named. Any error in what is read stops the run."""
    read = loaded(root(given), plans)
    errors = check.errors(read)
    if errors:
        raise Stop(f"kế hoạch còn {len(errors)} lỗi, sửa xong mới chạy được lệnh này", "xem đủ: cchc validate", errors)
    found = read.workspace
    if plans:
        return found
    return Workspace(
        found.registry,
        found.calendar,
        found.settings,
        tuple(plan for plan in found.plans if plan.file.closed is None),
        found.sources,
    )


def day(given: str | None) -> Day:
    """--as-of, or today."""
    if given is None:
        return clock.today()
    found = parse_day(given)
    if found is None:
        raise Stop(f'--as-of: "{given}" không phải là một ngày có thật', "ghi như 2026-03-31 hoặc 31/03/2026")
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
    from cchc_cli.names import fold
    from cchc_cli.wording import ROLE

    by_name = {fold(word): role for role, word in ROLE.items()} | {role.value: role for role in Role}
    for name in given or ():
        if fold(name) not in by_name:
            raise Stop(f'không có vai trò "{name}"', "các vai trò: " + ", ".join(role.value for role in Role))
    return tuple(by_name[fold(name)] for name in given or ())


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
