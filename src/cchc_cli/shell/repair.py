"""validate --fix: apply the fixes that need no decision, in all files or none."""

from collections.abc import Callable
from contextlib import ExitStack
from functools import partial
from pathlib import Path
from typing import NamedTuple

from cchc_cli.checking import fixes
from cchc_cli.checking.fixes import Fixed
from cchc_cli.disk import in_place
from cchc_cli.reading.load import Loaded, load
from cchc_cli.reading.places import TOP
from cchc_cli.shell import screen
from cchc_cli.shell.options import selection
from cchc_cli.text.lines import BREAK


class Mended(NamedTuple):
    """The workspace after the fixes, and for each file its changes and its former bytes."""

    loaded: Loaded
    files: dict[str, Fixed]
    before: dict[str, bytes]


def mended(folder: Path, loaded: Loaded, wanted: Callable[[str], bool], inside: Callable[[str], bool]) -> Mended:
    """Compute all fixes for the wanted codes in the selected files, without writing them."""
    paths = selection.files_of(loaded.workspace.sources)
    before = {path: data for path in paths if (data := in_place.content(folder / path)) is not None}
    tried = {path: fixes.fixed(data, wanted) for path, data in before.items() if inside(path)}
    found = {path: fixed for path, fixed in tried.items() if fixed is not None}
    now = load(
        before | {path: fixed.data for path, fixed in found.items()},
        unread=loaded.unread,
        absent=loaded.workspace.absent,
    )
    return Mended(now, found, {path: before[path] for path in found})


def write(folder: Path, mended: Mended) -> None:
    """Write all files or none; raise a `Stop` if a file has changed meanwhile."""
    places = {path: in_place.within(folder, path, "chạy lại") for path in sorted(mended.files)}
    with ExitStack() as held:
        for path, place in places.items():
            waiting = f"Đang chờ chương trình khác ghi xong {path} …"
            held.enter_context(in_place.locked(place, partial(screen.say, waiting)))
        if places:
            changes = {place: (mended.before[path], mended.files[path].data) for path, place in places.items()}
            in_place.replace_all(changes)
    if places:
        in_place.clear(folder / TOP)  # a run that was killed after some files had locked them all


def summary(mended: dict[str, Fixed]) -> str:
    """Describe what was done in which lines."""
    told = []
    for path, fixed in sorted(mended.items()):
        for words in dict.fromkeys(change.words for change in fixed.changes):
            lines = ", ".join(str(change.line) for change in fixed.changes if change.words == words)
            told.append(f"Đã sửa {path}: {words} (dòng {lines})")
    return "\n".join(told) or "Không có chỗ nào sửa tự động được."


def preview(mended: dict[str, Fixed]) -> str:
    """Describe what would be done: the lines before and after each fix, with trailing spaces made visible."""
    told = []
    for path, fixed in sorted(mended.items()):
        for change in fixed.changes:
            told += [
                f"{path}:{change.line}: {change.words}",
                *(f"  - {_shown(line)}" for line in BREAK.split(change.before)),
                *(f"  + {_shown(line)}" for line in BREAK.split(change.after)),
            ]
    return "".join(f"{line}\n" for line in told) or "Không có chỗ nào sửa tự động được.\n"


def _shown(line: str) -> str:
    body = line.rstrip(" \t")
    return body + line[len(body) :].replace(" ", "·").replace("\t", "→")
