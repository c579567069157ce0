"""The files below plan/ of a commit, read as `tree` reads those on disk: links inside the workspace are followed."""

import posixpath
from collections.abc import Iterable
from typing import NamedTuple

from cchc_cli.disk.git import Listing
from cchc_cli.disk.plain import DANGLING, Unread
from cchc_cli.disk.tree import LOOP, OUTSIDE, fault
from cchc_cli.reading.places import PLAN_FOLDERS, TOP, is_document
from cchc_cli.text.problems import Problem

_ABSOLUTE = Unread("liên kết ghi đường dẫn tuyệt đối", "thay liên kết bằng tệp, thư mục thật")
_SUBMODULE = Unread(
    "kho con (submodule), nội dung nằm ở kho git khác", "chép các tệp vào kho này, hoặc xem riêng kho con"
)
_MOST_STEPS = 40
"""How many links may lead to each other: as many as Linux follows."""


class Committed(NamedTuple):
    """Git's id of each file, by path relative to the workspace, and a problem for each place that cannot be read."""

    files: dict[str, str]
    faults: tuple[Problem, ...]


def committed(listing: Listing, targets: dict[str, str], top: str) -> Committed:
    """The files below plan/ except hidden ones. `targets`: link → what it names; `top`: the workspace's folder."""
    walk = _Walk(listing, targets, top)
    leads = walk.target(top + TOP)
    if isinstance(leads, Unread):
        faults = (fault(TOP, leads),) if top + TOP in (*listing.links, *listing.submodules) else ()
        return Committed({}, faults)
    walk.folder(TOP, leads, ())
    while walk.linked:  # after all real folders, so that a link to one of them adds nothing
        walk.folder(*walk.linked.pop(0))
    return Committed(dict(sorted(walk.files.items())), tuple(sorted(walk.faults)))


class _Walk:
    """A walk through the folders of a commit, which collects files and faults."""

    def __init__(self, listing: Listing, targets: dict[str, str], top: str) -> None:
        self.listing = listing
        self.targets = targets
        self.top = top
        every = (*listing.files, *listing.links, *listing.submodules)
        self.inside = _folders(path for path in every if path.startswith(top))
        self.files: dict[str, str] = {}
        self.faults: list[Problem] = []
        self.linked: list[tuple[str, str, tuple[str, ...]]] = []
        self.seen: set[str] = set()

    def folder(self, path: str, real: str, above: tuple[str, ...]) -> None:
        """Collect the files of a folder, as `tree` does. `real`: its place in the repository, without links."""
        if real in self.seen and path.rpartition("/")[2] not in PLAN_FOLDERS:
            return
        if real in above:
            self.faults.append(fault(path, LOOP))
            return
        self.seen.add(real)
        for name in sorted(self.inside[real]):
            if not name.startswith("."):
                self._entry(f"{path}/{name}", f"{real}/{name}", (*above, real))

    def target(self, real: str, steps: int = _MOST_STEPS) -> str | Unread:
        """The place without links of a path in the repository, which must be inside the workspace."""
        place, names = "", real.split("/")
        for number, name in enumerate(names):
            if name == ".." and not place:
                return OUTSIDE
            place = posixpath.dirname(place) if name == ".." else posixpath.normpath(posixpath.join(place, name))
            leads = self.targets.get(place, "")
            if place in self.listing.submodules or posixpath.isabs(leads):
                return _SUBMODULE if not leads else _ABSOLUTE
            if leads:
                rest = posixpath.join(posixpath.dirname(place), leads, *names[number + 1 :])
                return self.target(rest, steps - 1) if steps else LOOP
        if not f"{place}/".startswith(self.top):
            return OUTSIDE
        return place if place in self.listing.files or place in self.inside else Unread(*DANGLING)

    def _entry(self, path: str, real: str, above: tuple[str, ...]) -> None:
        if real in self.listing.files:
            self.files[path] = self.listing.files[real]
        elif real in self.inside:
            self.folder(path, real, above)
        else:
            self._link(path, self.target(real), above)

    def _link(self, path: str, leads: str | Unread, above: tuple[str, ...]) -> None:
        if isinstance(leads, Unread):
            if not is_document(path):
                self.faults.append(fault(path, leads))
        elif leads in self.inside:
            self.linked.append((path, leads, above))
        else:
            self.files[path] = self.listing.files[leads]


def _folders(paths: Iterable[str]) -> dict[str, set[str]]:
    """The names in each folder, by its place in the repository."""
    inside: dict[str, set[str]] = {}
    for path in paths:
        folder, _, name = path.rpartition("/")
        while folder and folder not in inside:
            inside[folder] = {name}
            folder, _, name = folder.rpartition("/")
        if folder:
            inside[folder].add(name)
    return inside
