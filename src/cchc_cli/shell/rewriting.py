"""Give files of the workspace new content together: checked first, then written in all files or in none."""

from collections.abc import Callable, Iterable
from contextlib import ExitStack
from functools import partial
from pathlib import Path
from typing import NamedTuple

from msgspec import structs

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
    for folder in _plans(given):
        in_place.clear(folder)  # a run that was killed after some files had locked more than this one
    return given


def _plans(given: Rewriting) -> list[Path]:
    """The folders of the plans whose files were written."""
    workspace = given.opened.workspace
    folders = {each.folder for each in (*workspace.plans, *workspace.left_out)}
    return [given.opened.folder / each for each in folders if any(path.startswith(f"{each}/") for path in given.before)]


def put_back(given: Rewriting) -> None:
    """Give files that were just written their former contents; raise a `Stop` if another program has written since."""

    def refuse(_: Contents) -> Contents:
        raise Stop("tệp vừa bị chương trình khác sửa")

    opened = structs.replace(given.opened, contents={**given.opened.contents, **_there(given.after)})
    write(Rewriting(opened, given.after, given.before, refuse))


def _there(contents: Contents) -> dict[str, bytes]:
    return {path: data for path, data in contents.items() if data is not None}


def refuse_errors(opened: Opened, after: Contents) -> None:
    """Raise a `Stop` if the workspace would have errors with the new contents."""
    gone = [path for path, data in after.items() if data is None and path in opened.contents]
    contents = {path: data for path, data in opened.contents.items() if path not in gone}
    changed = _there(after)
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
    if contents:
        in_place.replace_all(dict(sorted(contents.items(), key=lambda each: each[1][1] is None)))  # removals last


def _waiting(name: str) -> None:
    screen.say(f"Đang chờ chương trình khác ghi xong {name} …")
