"""Find the workspace, list its files, read them."""

import os
import sys
from pathlib import Path

from cchc_cli.disk.reasons import reason
from cchc_cli.reading.places import AGENCIES, ENDING, PLAN, PLAN_FILES, PLAN_FOLDERS, SHARED_FILES, TOP
from cchc_cli.text.problems import Stop

_HERE = Path(__file__).resolve().parents[1]
_BESIDE = _HERE if (_HERE / "templates").is_dir() else _HERE.parents[1]
PACKAGED = _BESIDE / "templates"
EXAMPLE = _BESIDE / "examples" / "tinh-mau"
_TEMPLATE_BYTES = 50_000_000


def workspace_root(given: Path | None, start: Path) -> Path:
    """The nearest folder upwards from `start` that holds plan/agencies.yaml, or the one given (-C, CCHC_ROOT)."""
    if given is not None:
        if not (given / AGENCIES).is_file():
            raise Stop(f"không thấy {AGENCIES} trong {given}", "chỉ đúng thư mục có thư mục plan/")
        return given
    for folder in (start, *start.parents):
        if (folder / AGENCIES).is_file():
            return folder
    raise Stop(
        "không ở trong thư mục làm việc của cchc (không thấy plan/agencies.yaml ở đây hay các thư mục trên)",
        "chuyển vào thư mục kế hoạch, hoặc chỉ bằng -C THƯ_MỤC; tạo mới bằng cchc init",
    )


def plan_folders(root: Path) -> tuple[str, ...]:
    """Folders below plan/ that hold a plan.yaml, relative to the workspace, with "/"."""
    found = []
    for folder, names, files in os.walk(root / TOP):
        names[:] = sorted(name for name in names if not name.startswith("."))
        if PLAN in files:
            found.append(Path(folder).relative_to(root).as_posix())
            names[:] = [name for name in names if name not in PLAN_FOLDERS]
    return tuple(sorted(found))


def workspace_files(root: Path, folders: tuple[str, ...]) -> dict[str, bytes]:
    """The shared files and those of the plans in `folders`: path relative to the workspace → content."""
    return {path: data for path in _paths(root, folders) if (data := _content(root, path)) is not None}


def unread_files(root: Path, folders: tuple[str, ...]) -> tuple[str, ...]:
    """YAML-like files below plan/ that no command reads, by a wrong ending or place."""
    read = set(_paths(root, folders))
    found = []
    for folder, names, files in os.walk(root / TOP):
        names[:] = sorted(name for name in names if not name.startswith("."))
        paths = (Path(folder, name).relative_to(root).as_posix() for name in files if name.endswith((".yaml", ".yml")))
        found += [path for path in paths if path not in read]
    return tuple(sorted(found))


def template_folders(root: Path | None) -> tuple[Path, ...]:
    """Where templates are looked for: the workspace's folder first, then the packaged one."""
    own = (root / "templates",) if root is not None else ()
    return tuple(dict.fromkeys(folder.resolve() for folder in (*own, PACKAGED)))


def template(path: Path) -> bytes:
    """A template's content; none is that large."""
    try:
        if path.stat().st_size > _TEMPLATE_BYTES:
            raise Stop(f"mẫu {path.name} quá lớn", "mẫu chỉ nên vài trăm kB")
        return path.read_bytes()
    except OSError as error:
        raise Stop(f"không đọc được mẫu {path}: {reason(error)}", "xem lại quyền đọc của tệp") from error


def memory() -> int | None:
    """Bytes of address space that this process has, where the system tells (Linux)."""
    if sys.platform != "linux":
        return None
    try:
        return int(Path("/proc/self/statm").read_bytes().split()[0]) * os.sysconf("SC_PAGE_SIZE")
    except (OSError, ValueError):
        return None


def names_in(folder: Path) -> tuple[str, ...]:
    """Names of a folder's files; none where it is missing."""
    return tuple(sorted(path.name for path in folder.iterdir() if path.is_file())) if folder.is_dir() else ()


def _paths(root: Path, folders: tuple[str, ...]) -> list[str]:
    """Where the files of a workspace stand, whether they are there or not."""
    paths = [*SHARED_FILES]
    for folder in folders:
        paths += [f"{folder}/{name}" for name in PLAN_FILES]
        paths += [f"{folder}/{kind}/{name}" for kind in PLAN_FOLDERS for name in _yaml_names(root / folder / kind)]
    return paths


def _yaml_names(folder: Path) -> list[str]:
    try:
        return sorted(path.name for path in folder.iterdir() if path.suffix == ENDING and path.name[0] != ".")
    except FileNotFoundError:
        return []
    except OSError as error:
        raise Stop(f"không mở được thư mục {folder}: {reason(error)}", "xem lại quyền đọc") from error


def _content(root: Path, path: str) -> bytes | None:
    try:
        return (root / path).read_bytes()
    except FileNotFoundError:
        return None
    except OSError as error:
        raise Stop(f"không đọc được {path}: {reason(error)}", "xem lại quyền đọc của tệp") from error
