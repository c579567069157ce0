"""Finished files (-o): reports, schemas, copies of templates. Never below a workspace's plan/."""

import os
from contextlib import suppress
from pathlib import Path

from cchc_cli.disk import atomic
from cchc_cli.disk.reasons import reason
from cchc_cli.reading.places import AGENCIES, TOP
from cchc_cli.text.problems import Stop


def write(path: Path, data: bytes) -> None:
    """A finished file (-o), through symlinks; a device or a FIFO is written into. A plan's own files are a `Stop`."""
    target = _outside_plans(path)
    try:
        if path.exists() and not path.is_file():
            path.write_bytes(data)
        else:
            atomic.replace(target, data, atomic.DOCUMENT)
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
            atomic.replace(path, data, atomic.DOCUMENT)
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
        with suppress(OSError, Stop):
            path.unlink(missing_ok=True) if data is None else atomic.replace(path, data, atomic.DOCUMENT)


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
