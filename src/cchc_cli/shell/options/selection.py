"""The files that `validate` checks: those below the given paths, and those that no part of the program reads."""

import os
from collections.abc import Callable
from pathlib import Path

from cchc_cli.disk import look, tree
from cchc_cli.reading import places
from cchc_cli.reading.places import APPENDIX, is_document, read_files
from cchc_cli.text.problems import Problem, Severity, Span, Stop
from cchc_cli.text.sources import Sources
from cchc_cli.text.yaml import place_of


def stray_files(folder: Path) -> tuple[Problem, ...]:
    """Files below plan/, except documents, that the program ignores because their name or folder is wrong.

    For a plan without plan.yaml, all files are reported as one.
    """
    paths = tree.tree(folder).paths
    plans = places.plan_folders(paths)
    unread = sorted({path for path in paths if not is_document(path)}.difference(read_files(paths, plans)))
    inside = f"/{APPENDIX}/"
    headless = {path.rpartition(inside)[0] for path in unread if inside in path}.difference(plans)
    told: set[str] = set()
    found = []
    for path in unread:
        plan = next((each for each in headless if path.startswith(f"{each}/")), None)
        if plan is None:
            message = "tệp này không được đọc vì tên hoặc chỗ đặt không đúng"
            hint = "đổi đuôi thành .yaml và đặt vào appendix/, progress/, snapshots/ của kế hoạch, hoặc xóa đi"
            found.append(Problem(Span(path), "CC012", Severity.WARNING, message, hint))
        elif plan not in told:
            told.add(plan)
            message = f"{plan} không có plan.yaml nên không tệp nào của kế hoạch này được đọc"
            hint = f"đặt lại {plan}/plan.yaml, hoặc xóa thư mục này"
            found.append(Problem(Span(path), "CC012", Severity.WARNING, message, hint))
    return tuple(found)


def files_of(sources: Sources) -> tuple[str, ...]:
    """Every file that was read."""
    return tuple(sources.path(place_of(number, 0)) for number, _ in sources.texts())


def below(folder: Path, paths: list[Path] | None) -> Callable[[str], bool]:
    """Return a test whether a file (relative to the workspace) is at or below a path; true without paths."""
    top = Path(os.path.realpath(folder))
    wanted = [_place(path, top) for path in paths or ()]
    for path in wanted:
        if not look.is_there(path):
            raise Stop(f"không có tệp hay thư mục {path.as_posix()}", "xem lại đường dẫn")
        if not path.is_relative_to(top):
            raise Stop(
                f"{path.as_posix()} không nằm trong thư mục làm việc {folder.as_posix()}",
                "chỉ thư mục làm việc bằng -C",
            )
    inside = [path.relative_to(top).as_posix() for path in wanted]
    return lambda place: not inside or any(_meet(place, each) for each in inside)


def _place(path: Path, top: Path) -> Path:
    """Resolve a path, but not a link inside the workspace, because the file is read under the link's name."""
    itself = Path(os.path.realpath(path.parent), path.name)
    return itself if path.name not in ("", "..") and itself.is_relative_to(top) else Path(os.path.realpath(path))


def _meet(place: str, wanted: str) -> bool:
    """Whether the paths are equal or one contains the other, because an unreadable folder may hold the wanted file."""
    return wanted == "." or f"{place}/".startswith(f"{wanted}/") or f"{wanted}/".startswith(f"{place}/")


def above(folder: Path) -> str:
    """The workspace's path from the repository's root ("" or "cchc/"), because CI names files from the root."""
    inside = Path(os.path.realpath(folder))
    root = next((each for each in (inside, *inside.parents) if look.is_there(each / ".git")), inside)
    return f"{inside.relative_to(root).as_posix()}/" if root != inside else ""
