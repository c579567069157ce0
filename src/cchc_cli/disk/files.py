"""Find the workspace and its templates, read their files."""

import os
from collections.abc import Iterable
from pathlib import Path

from cchc_cli.disk import look, plain, tree
from cchc_cli.disk.reasons import reason
from cchc_cli.reading.places import AGENCIES
from cchc_cli.text.problems import Problem, Stop

_HERE = Path(__file__).resolve().parents[1]
_BESIDE = _HERE if (_HERE / "templates").is_dir() else _HERE.parents[1]
PACKAGED = _BESIDE / "templates"
EXAMPLE = _BESIDE / "examples" / "tinh-mau"
_TEMPLATE_BYTES = 50_000_000


def workspace_root(given: Path | None) -> Path:
    """The folder given (-C, CCHC_ROOT), else the nearest one upwards from here that holds plan/agencies.yaml."""
    if given is not None:
        if not look.is_there(given / AGENCIES):
            hint = "chỉ đúng thư mục có thư mục plan/; tạo mới bằng cchc init"
            raise Stop(f"không thấy {AGENCIES} trong {given.as_posix()}", hint)
        return given
    start = look.here()
    for folder in (start, *start.parents):
        if look.is_there(folder / AGENCIES):
            return folder
    raise Stop(
        "không ở trong thư mục làm việc của cchc (không thấy plan/agencies.yaml ở đây hay các thư mục trên)",
        "chuyển vào thư mục kế hoạch, hoặc chỉ bằng -C THƯ_MỤC; tạo mới bằng cchc init",
    )


def workspace_files(root: Path, paths: Iterable[str]) -> tuple[dict[str, bytes], tuple[Problem, ...]]:
    """Files of a workspace by path relative to it: their content, and a problem for each that cannot be read.

    A file that was deleted after it had been listed is omitted.
    """
    contents: dict[str, bytes] = {}
    faults = []
    for path in paths:
        found = plain.content(os.path.join(root, path), plain.PLAN_BYTES)  # noqa: PTH118  (a `Path` takes as long)
        if isinstance(found, bytes):
            contents[path] = found
        elif found is not None:
            faults.append(tree.fault(path, found))
    return contents, tuple(faults)


def template_folders(root: Path | None) -> tuple[Path, ...]:
    """Where templates are looked for: the workspace's folder first, then the packaged one.

    A `Stop` is raised if the workspace's folder is a link that leads out of the workspace.
    """
    own = (root / PACKAGED.name,) if root is not None else ()
    for folder in own:
        _refuse_outside(folder, folder.parent)
    return tuple(dict.fromkeys(Path(os.path.realpath(folder)) for folder in (*own, PACKAGED)))


def template(path: Path) -> bytes:
    """A template's content; raise a `Stop` if it is a link out of its workspace, or if it is too large."""
    if path.parent != Path(os.path.realpath(PACKAGED)):
        _refuse_outside(path, path.parent.parent)
    found = plain.content(path, _TEMPLATE_BYTES)
    if isinstance(found, bytes):
        return found
    if found is None:
        found = plain.Unread("không còn ở đó")
    if found.why.startswith("tệp lớn"):
        raise Stop(f"mẫu {path.name} quá lớn", "mẫu chỉ nên vài trăm kB")
    raise Stop(f"không đọc được mẫu {path.as_posix()}: {found.why}", found.hint)


def _refuse_outside(path: Path, root: Path) -> None:
    """Raise a `Stop` unless the link leads to an existing path inside the workspace and outside .git."""
    if not path.is_symlink() and not path.parent.is_symlink():
        return
    target, inside = Path(os.path.realpath(path)), Path(os.path.realpath(root))
    if not target.is_relative_to(inside) or ".git" in target.relative_to(inside).parts:
        raise Stop(
            f"{path.as_posix()} là liên kết trỏ ra ngoài thư mục làm việc", "thay liên kết bằng tệp thật rồi chạy lại"
        )
    if not look.is_there(target):
        raise Stop(f"{path.as_posix()}: {plain.DANGLING[0]}", plain.DANGLING[1])


def names_in(folder: Path) -> tuple[str, ...]:
    """The sorted names of everything in a folder except subfolders; empty if the folder is missing."""
    if not look.is_there(folder):
        return ()
    try:
        with os.scandir(folder) as entries:
            return tuple(sorted(entry.name for entry in entries if not os.path.isdir(entry.path)))  # noqa: PTH112
    except OSError as error:
        raise Stop(
            f"không mở được thư mục {folder.as_posix()}: {reason(error)}", "xem lại thư mục này và quyền mở nó"
        ) from error
