"""Write output files (-o): reports, schemas, copies of templates; never below a workspace's plan/."""

import os
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from functools import partial
from pathlib import Path

from cchc_cli.disk import atomic, new, plain
from cchc_cli.disk.reasons import reason
from cchc_cli.reading.places import AGENCIES, TOP
from cchc_cli.text.problems import Stop

_ELSEWHERE = "chọn nơi khác bằng -o"
_LARGEST = 100_000_000


@contextmanager
def ready(path: Path, data: bytes) -> Iterator[Callable[[], None]]:
    """Prepare an output file (-o); yield a function that puts it in its place. Symlinks are followed; a device or FIFO
    is written to directly. Raise a `Stop` for a plan's own files, or if the system refuses.
    """
    target = outside_plans(path)
    with ExitStack() as stack:
        try:
            if path.exists() and not path.is_file():
                put: Callable[[], None] = partial(_send, path, data)
            else:
                put = stack.enter_context(atomic.ready(target, data, atomic.DOCUMENT))
        except OSError as error:
            raise _unwritten(path, error) from error
        yield lambda: _put(path, put)


def standing(path: Path) -> bytes | None:
    """What the file holds that an output would replace; None where nothing stands, or a device or FIFO.

    A file that cannot be read gives no bytes.
    """
    if path.exists() and not path.is_file():
        return None
    found = plain.content(path, _LARGEST)
    return b"" if isinstance(found, plain.Unread) and path.exists() else found if isinstance(found, bytes) else None


def write(path: Path, data: bytes) -> None:
    """Write an output file (-o)."""
    with ready(path, data) as put:
        put()


def silence(descriptor: int) -> None:
    """Redirect this descriptor to the null device, because its reader is gone or its disk is full."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), descriptor)


def _put(path: Path, put: Callable[[], None]) -> None:
    try:
        put()
    except OSError as error:
        raise _unwritten(path, error) from error


def _send(path: Path, data: bytes) -> None:
    if path.is_dir():
        raise IsADirectoryError  # Windows says that the right is missing
    with suppress(BrokenPipeError):  # it is not an error if the reader has closed the pipe
        path.write_bytes(data)


def write_all(folder: Path, documents: dict[str, bytes], again: str = _ELSEWHERE) -> None:
    """Write output files by path below a folder, which is created if missing: all of them, or nothing is changed.

    `again` is the advice that is given if this fails.
    """
    target = outside_plans(folder / "x").parent
    made: list[Path] = []
    try:
        if not target.exists():
            target.mkdir()
            made.append(target)
        contents = {Path(os.path.realpath(target / name)): data for name, data in documents.items()}
        for place in contents:
            made += new.folders(place.parent)
        atomic.replace_all(contents, atomic.DOCUMENT)
    except BaseException as error:
        new.take_away(made)
        if isinstance(error, OSError):
            raise _unwritten(folder, error, again) from error
        raise


def outside_plans(path: Path) -> Path:
    """Resolve a path; raise a `Stop` if it is below plan/, where only plans may be written."""
    target = Path(os.path.realpath(path))
    try:
        if any(folder.name == TOP and (folder.parent / AGENCIES).is_file() for folder in target.parents):
            raise Stop(f"{path.as_posix()} nằm trong thư mục plan/, nơi chỉ chứa tệp kế hoạch", "chọn nơi khác bằng -o")
        if ".git" in target.parts:
            raise Stop(f"{path.as_posix()} nằm trong thư mục .git, là của git", "chọn nơi khác bằng -o")
    except OSError as error:
        raise _unwritten(path, error) from error
    return target


def _unwritten(path: Path, error: OSError, again: str = _ELSEWHERE) -> Stop:
    return Stop(f"không ghi được {path.as_posix()}: {reason(error)}", again)
