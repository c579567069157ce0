"""Write several output files row by row into one folder: all of them appear together at the end, or none."""

from collections.abc import Iterator
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
    removed. What the system refuses is a `Stop`.
    """
    target = results.outside_plans(folder / "x").parent
    made = not target.exists()
    parts = {name: target / f".{name}.part" for name in names}
    try:
        target.mkdir(exist_ok=True)
        with ExitStack() as opened:
            yield {name: opened.enter_context(part.open("wb")) for name, part in parts.items()}
        for name, part in parts.items():
            held.patient(partial(part.replace, target / name))
    except BaseException as error:
        _take_away(parts, target if made else None)
        if isinstance(error, OSError):
            hint = "xem lại thư mục và chỗ trống của đĩa"
            raise Stop(f"không ghi được vào {folder.as_posix()}: {reason(error)}", hint) from error
        raise


def _take_away(parts: dict[str, Path], folder: Path | None) -> None:
    for part in parts.values():
        with suppress(OSError):
            part.unlink(missing_ok=True)
    if folder is not None:
        with suppress(OSError):
            folder.rmdir()
