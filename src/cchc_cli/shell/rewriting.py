"""Give files of the workspace new content together: checked first, then written in all files or in none."""

from collections.abc import Callable, Iterable
from contextlib import ExitStack
from functools import partial
from pathlib import Path
from typing import NamedTuple

from cchc_cli.checking import check
from cchc_cli.disk import in_place
from cchc_cli.reading.load import load
from cchc_cli.shell import screen
from cchc_cli.shell.options.scope import Opened
from cchc_cli.text.problems import Stop

Contents = dict[str, bytes | None]
"""Files by path, relative to the workspace with "/"; None: no such file."""


class Rewriting(NamedTuple):
    """New contents that were checked but are not written; `make` makes them again from other former contents."""

    opened: Opened
    before: Contents
    after: Contents
    make: Callable[[Contents], Contents]

    @property
    def changed(self) -> tuple[str, ...]:
        """The files that would change, in the order in which they are written."""
        return tuple(path for path, data in self.after.items() if data != self.before[path])


def prepared(opened: Opened, paths: Iterable[str], make: Callable[[Contents], Contents]) -> Rewriting:
    """Make the new contents of the files at `paths` from the former ones; raise a `Stop` if they cause an error.

    If the machine fails between two files, only the first ones are written: begin with what is sound without the rest.
    """
    places = {path: in_place.within(opened.folder, path, "ghi lại") for path in paths}
    return _made(opened, {path: in_place.content(place) for path, place in places.items()}, make)


def write(given: Rewriting) -> Rewriting:
    """Write the new contents. If a file has changed meanwhile, make and check all of them again from what it holds."""
    places = {path: in_place.within(given.opened.folder, path, "ghi lại") for path in given.before}
    with ExitStack() as held:
        for place in sorted(set(places.values())):
            held.enter_context(in_place.locked(place, partial(_waiting, place.name)))
        now = {path: in_place.content(place) for path, place in places.items()}
        if now != given.before:
            given = _made(given.opened, now, given.make)
        _replace(given, places)
    return given


def refuse_errors(opened: Opened, after: Contents) -> None:
    """Raise a `Stop` if the workspace would have errors with the new contents."""
    gone = [path for path, data in after.items() if data is None and path in opened.contents]
    contents = {path: data for path, data in opened.contents.items() if path not in gone}
    changed = {path: data for path, data in after.items() if data is not None}
    parsed = None if gone else opened.data  # it holds the numbers of files, which change with their count
    errors = check.errors(load(contents, parsed, changed, absent=opened.workspace.absent))
    if errors:
        message = f"ghi như vậy thì kế hoạch có {len(errors)} lỗi nên chưa ghi"
        raise Stop(message, "sửa lại nội dung rồi chạy lại", errors)


def _made(opened: Opened, before: Contents, make: Callable[[Contents], Contents]) -> Rewriting:
    after = make(before)
    refuse_errors(opened, after)
    return Rewriting(opened, before, after, make)


def _replace(given: Rewriting, places: dict[str, Path]) -> None:
    contents = {places[path]: (given.before[path], given.after[path]) for path in given.changed}
    if len(contents) < len(given.changed):
        raise Stop("hai tệp phải ghi là liên kết đến cùng một tệp", "thay liên kết bằng tệp thật rồi ghi lại")
    written = {place: (before, after) for place, (before, after) in contents.items() if after is not None}
    if written:
        in_place.replace_all(written)
    for place, (before, after) in contents.items():
        if before is not None and after is None:
            in_place.remove(place, before)


def _waiting(name: str) -> None:
    screen.say(f"Đang chờ chương trình khác ghi xong {name} …")
