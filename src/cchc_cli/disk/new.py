"""Create new folders and files, all of them or none; existing ones are never overwritten."""

import os
from collections.abc import Callable, Iterable
from contextlib import suppress
from pathlib import Path

from cchc_cli.disk import atomic, held
from cchc_cli.disk.reasons import reason
from cchc_cli.reading.places import AGENCIES, TOP
from cchc_cli.text.problems import Stop


def in_the_way(folder: Path, paths: Iterable[str]) -> tuple[str, ...]:
    """Return what prevents new files: those of `paths` (relative to `folder`) that exist, and files where folders are
    needed. Raise a `Stop` if the folder is read-only or inside plan/ of a workspace.
    """
    _refuse_plans(folder)
    above = next(each for each in (folder, *folder.absolute().parents) if os.path.lexists(each))
    if not above.is_dir():
        raise Stop(f"{above.as_posix()} là một tệp, không phải thư mục", "chọn thư mục khác")
    if not os.access(above, os.W_OK) or (os.name != "nt" and not above.stat().st_mode & 0o222):
        raise Stop(f"thư mục {above.as_posix()} chỉ cho đọc, không ghi được", "chọn thư mục khác, hoặc cấp quyền ghi")
    wanted = tuple(paths)
    found = {path for path in wanted if os.path.lexists(folder / path)}
    folders = {parent.as_posix() for path in wanted for parent in Path(path).parents}
    found |= {each for each in folders if os.path.lexists(folder / each) and not (folder / each).is_dir()}
    return tuple(sorted(found))


def create_all(folder: Path, contents: dict[str, bytes]) -> None:
    """Create files (by path relative to `folder`) in the order given: all of them, or none if a `Stop` is raised.

    Existing files are never changed, including those created after the call of `in_the_way` and those that a killed run
    has left.
    """
    made: list[Path] = []
    try:
        for path, data in contents.items():
            place = folder / path
            if stands(place, data):
                atomic.clear(place)
                continue
            made += folders(place.parent)
            atomic.create(place, data, atomic.RECORD)
            made.append(place)
    except BaseException as error:
        left = take_away(made)
        if not isinstance(error, OSError):
            raise
        why = "vừa có tệp tên đó" if isinstance(error, FileExistsError) else reason(error)
        hint = f"đã ghi {', '.join(path.as_posix() for path in left)}" if left else "chưa tạo gì"
        raise Stop(
            f"không tạo được {Path(error.filename or folder).as_posix()}: {why}", f"{hint}; sửa rồi chạy lại"
        ) from error


def refuse_there(folder: Path) -> None:
    """Raise a `Stop` if a new folder would stand where something is already."""
    if os.path.lexists(folder):
        raise Stop(f"đã có {folder.as_posix()}", "chuyển nó đi hoặc đổi tên nó rồi chạy lại; chưa ghi gì")


def create_tree(folder: Path, contents: dict[str, bytes], last: Callable[[], None] | None = None) -> None:
    """Create a folder with its files (by path relative to it) at once: it appears whole or not at all.

    It is filled under a hidden name beside its place, which other runs pass over, and then renamed; `last` is called
    just before, and may raise.
    """
    refuse_there(folder)
    made: list[Path] = []
    part = folder.parent / f".{folder.name}.part"
    clear_tree(part)
    try:
        made += folders(folder.parent)
        for path, data in contents.items():
            made += folders((part / path).parent)
            atomic.create(part / path, data, atomic.RECORD)
            made.append(part / path)
        if last is not None:
            last()
        held.patient(lambda: part.rename(folder))
    except BaseException as error:
        take_away(made)
        if not isinstance(error, OSError):
            raise
        raise Stop(f"không tạo được {folder.as_posix()}: {reason(error)}", "chưa tạo gì; sửa rồi chạy lại") from error
    atomic.settle(folder, atomic.RECORD)


def clear_tree(part: Path) -> None:
    """Remove what a killed run left of a folder under its hidden name."""
    if part.is_dir() and not part.is_symlink():
        take_away([part, *sorted(part.rglob("*"))])


def stands(path: Path, data: bytes | None) -> bool:
    """Whether the file exists and holds these bytes."""
    return path.is_file() and path.read_bytes() == data


def create_folder(folder: Path) -> None:
    """Create a folder and its parents; an existing folder is accepted."""
    _refuse_plans(folder)
    try:
        folders(folder)
    except OSError as error:
        why = "đã có tệp tên đó" if isinstance(error, FileExistsError) else reason(error)
        raise Stop(f"không tạo được thư mục {folder.as_posix()}: {why}", "chọn nơi khác") from error


def folders(folder: Path) -> list[Path]:
    """Create the missing folders; return them, the outermost first."""
    missing = [each for each in (folder, *folder.parents) if not each.is_dir()]
    for each in reversed(missing):
        each.mkdir()
    return missing[::-1]


def take_away(made: list[Path]) -> list[Path]:
    """Remove what was created, the newest first; return the files that cannot be removed."""
    for each in reversed(made):
        with suppress(OSError):
            each.rmdir() if each.is_dir() else each.unlink()
    return [each for each in made if os.path.lexists(each) and not each.is_dir()]


def _refuse_plans(folder: Path) -> None:
    place = Path(os.path.realpath(folder))
    if any(each.name == TOP and (each.parent / AGENCIES).is_file() for each in (place, *place.parents)):
        raise Stop(f"{folder.as_posix()} nằm trong thư mục plan/, nơi chỉ chứa tệp kế hoạch", "chọn thư mục khác")
