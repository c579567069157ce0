"""Write several output files row by row into one folder: all of them appear together at the end, or none."""

import shutil
import sys
from collections.abc import Iterable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from functools import partial
from pathlib import Path
from typing import BinaryIO

from cchc_cli.disk import held, results
from cchc_cli.disk.reasons import reason
from cchc_cli.text.problems import Stop


@contextmanager
def together(folder: Path, names: tuple[str, ...]) -> Iterator[dict[str, BinaryIO]]:
    """Yield an open file for each name; the folder is created if it is missing.

    The files are written under hidden names beside their places and renamed at the end. After any exception they are
    removed, and what they had replaced is put back. What the system refuses is a `Stop`.
    """
    target = results.outside_plans(folder / "x").parent
    made = not target.exists()
    parts = {name: target / f".{name}.part" for name in names}
    former = {name: target / f".{name}.former.part" for name in names}
    done: list[str] = []
    try:
        target.mkdir(exist_ok=True)
        _take_away(former.values())  # left by a run that was killed
        with ExitStack() as opened:
            yield {name: opened.enter_context(part.open("wb")) for name, part in parts.items()}
        for name, part in parts.items():
            if (target / name).exists():
                _keep(target / name, former[name])
            held.patient(partial(part.replace, target / name))
            done.append(name)
    except BaseException as error:
        changed = [(folder / name).as_posix() for name in done if not _put_back(target / name, former[name])]
        _take_away(parts.values())
        if made:
            with suppress(OSError):
                target.rmdir()
        if not isinstance(error, OSError):
            raise
        said = f"ghi dở dang, đã ghi {', '.join(changed)}" if changed else f"không ghi được vào {folder.as_posix()}"
        raise Stop(f"{said}: {reason(error)}", "xem lại thư mục và chỗ trống của đĩa") from error
    finally:
        _take_away(former.values())


def _keep(place: Path, former: Path) -> None:
    """Let a second name hold what is to be replaced; a copy does where the file system has none, and on Windows.

    There no name of a file goes away while another program has it open.
    """
    if sys.platform != "win32":
        with suppress(OSError):
            former.hardlink_to(place)
            return
    former.unlink(missing_ok=True)
    shutil.copyfile(place, former)


def _put_back(place: Path, former: Path) -> bool:
    """Restore the former file, or remove the new one if there was none; return whether that succeeded."""
    try:
        former.replace(place) if former.exists() else place.unlink()
    except OSError:
        return False
    return True


def _take_away(hidden: Iterable[Path]) -> None:
    for each in hidden:
        with suppress(OSError):
            each.unlink(missing_ok=True)
