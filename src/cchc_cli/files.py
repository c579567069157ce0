"""The disk: find the workspace, list its files, read them. The only room that opens files."""

import os
import sys
from contextlib import suppress
from errno import EBADF, EDQUOT, EIO, ENOSPC, EROFS
from pathlib import Path
from stat import S_IMODE
from zlib import crc32

from cchc_cli.places import AGENCIES, ENDING, PLAN, PLAN_FILES, PLAN_FOLDERS, SHARED_FILES, TOP
from cchc_cli.problems import Stop

_HERE = Path(__file__).resolve().parent
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


def kept_place(root: Path, folders: tuple[str, ...]) -> Path | None:
    """Where what was parsed of these plans is kept between runs: in the user's cache folder, if there is one."""
    above = os.environ.get("LOCALAPPDATA") if os.name == "nt" else os.environ.get("XDG_CACHE_HOME")
    home = os.path.expanduser("~")  # noqa: PTH111  (Path.home raises where there is none)
    folder = Path(above) if above else Path(home, ".cache") if home != "~" else None
    name = crc32("\0".join((str(root.resolve()), *folders)).encode("utf-8", "surrogateescape"))
    return folder / "cchc" / f"{name:08x}.parsed" if folder is not None and folder.is_absolute() else None


def kept(place: Path | None) -> bytes | None:
    """What is kept there, or None."""
    try:
        return place.read_bytes() if place is not None else None
    except OSError:
        return None


def keep(place: Path | None, data: bytes | None) -> None:
    """Keep it for the next run, for this user alone; where that cannot be, the next run parses again."""
    if place is None or data is None:
        return
    beside = place.with_name(f".{place.name}.{os.getpid()}.part")
    with suppress(OSError):
        place.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        try:
            beside.touch(mode=0o600)
            beside.write_bytes(data)
            beside.replace(place)
        finally:
            beside.unlink(missing_ok=True)


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


def write(path: Path, data: bytes) -> None:
    """A finished file (-o), through symlinks; a device or a FIFO is written into. A plan's own files are a `Stop`."""
    target = _outside_plans(path)
    try:
        if path.exists() and not path.is_file():
            path.write_bytes(data)
        else:
            _replace(target, data)
    except OSError as error:
        raise _unwritten(path, error) from error


def write_all(folder: Path, documents: dict[str, bytes]) -> None:
    """Finished files by name into a folder, made where it is missing: all of them, or all is as it was before."""
    target = _outside_plans(folder / "x").parent
    before: dict[Path, bytes | None] = {}
    made = not target.exists()
    try:
        target.mkdir(exist_ok=True)
        for name, data in documents.items():
            path = target / name
            before[path] = path.read_bytes() if path.exists() else None
            _replace(path, data)
    except BaseException as error:
        _restore(before)
        if made and target.is_dir():
            target.rmdir()
        if isinstance(error, OSError):
            raise _unwritten(folder, error) from error
        raise


def _restore(before: dict[Path, bytes | None]) -> None:
    """Files as they were: the new ones go first, so that there is room for the others."""
    for path, data in sorted(before.items(), key=lambda each: each[1] is not None):
        with suppress(OSError):
            path.unlink(missing_ok=True) if data is None else _replace(path, data)


def _outside_plans(path: Path) -> Path:
    """Where a path leads; below plan/ stand plans only, and nothing else is written there."""
    target = Path(os.path.realpath(path))
    try:
        if any(folder.name == TOP and (folder.parent / AGENCIES).is_file() for folder in target.parents):
            raise Stop(f"{path} nằm trong thư mục plan/, nơi chỉ chứa tệp kế hoạch", "chọn nơi khác bằng -o")
    except OSError as error:
        raise _unwritten(path, error) from error
    return target


def _unwritten(path: Path, error: OSError) -> Stop:
    return Stop(f"không ghi được {path}: {reason(error)}", "chọn nơi khác bằng -o")


def _replace(path: Path, data: bytes) -> None:
    """Written beside and moved into place, so that it is never half there; an existing file's mode stays."""
    beside = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        if path.exists():
            beside.touch(mode=0o600)
            beside.chmod(S_IMODE(path.stat().st_mode))
        beside.write_bytes(data)
        beside.replace(path)
    finally:
        beside.unlink(missing_ok=True)


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


def reason(error: OSError) -> str:
    """Why the system refused, in words."""
    by_number = {
        ENOSPC: "đĩa đầy",
        EDQUOT: "hết dung lượng được cấp",
        EROFS: "đĩa chỉ cho đọc",
        EIO: "đĩa hoặc thiết bị hỏng",
        EBADF: "nơi nhận đã đóng",
    }
    if error.errno in by_number:
        return by_number[error.errno]
    reasons: dict[type[OSError], str] = {
        PermissionError: "không có quyền",
        IsADirectoryError: "đó là một thư mục",
        FileExistsError: "ở đó đã có một tệp cùng tên",
        NotADirectoryError: "đường dẫn sai",
        FileNotFoundError: "không có thư mục đó",
        BrokenPipeError: "nơi nhận đã đóng",
    }
    return reasons.get(type(error), f"lỗi của máy số {error.errno}")
