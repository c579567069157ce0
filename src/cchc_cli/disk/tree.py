"""List every file below plan/ of a workspace, and report what cannot be read."""

import os
from collections.abc import Iterator
from pathlib import Path

from msgspec import Struct

from cchc_cli.disk.plain import DANGLING, Unread
from cchc_cli.disk.reasons import reason
from cchc_cli.disk.submodules import unfetched
from cchc_cli.reading.places import PLAN_FOLDERS, TOP, is_document
from cchc_cli.text.problems import Problem, Severity, Span

CODE = "CC013"
OUTSIDE = Unread("liên kết trỏ ra ngoài thư mục làm việc", "thay liên kết bằng tệp, thư mục thật")
UNFETCHED = Unread("kho con (submodule) chưa được lấy về", "lấy về bằng: git submodule update --init")
LOOP = Unread("liên kết trỏ vòng về thư mục chứa nó", "xóa liên kết này")
_Identity = tuple[int, int]


class Tree(Struct, frozen=True):
    """Paths of files relative to the workspace, with "/", sorted, and a problem for each place that cannot be read."""

    paths: tuple[str, ...]
    faults: tuple[Problem, ...]


def fault(path: str, unread: Unread) -> Problem:
    """The error for a file or folder that cannot be read."""
    return Problem(Span(path), CODE, Severity.ERROR, f"không đọc được: {unread.why}", unread.hint)


def tree(root: Path) -> Tree:
    """All files below plan/ except hidden ones. Links inside the workspace are followed; others are reported."""
    walk = _Walk(root)
    linked = walk.target(TOP) if (root / TOP).is_symlink() else ""
    if isinstance(linked, Unread):
        return Tree((), (fault(TOP, linked),))
    walk.folder(TOP, ())
    while walk.linked:  # after all real folders, so that a link to one of them adds nothing
        walk.folder(*walk.linked.pop(0))
    absent = (fault(path, UNFETCHED) for path in unfetched(root))
    return Tree(tuple(sorted(walk.paths)), tuple(sorted((*walk.faults, *absent))))


class _Walk:
    """A walk through folders, which collects paths and faults."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.real = ""
        self.paths: list[str] = []
        self.faults: list[Problem] = []
        self.linked: list[tuple[str, tuple[_Identity, ...]]] = []
        self.seen: set[_Identity] = set()

    def folder(self, path: str, above: tuple[_Identity, ...]) -> None:
        """Collect the files of a folder and its subfolders; skip folders that were already read under another name.

        The folders of a plan (progress/ …) are not skipped, because their files belong to that plan.
        """
        try:
            about = (self.root / path).stat()
            own = (about.st_dev, about.st_ino)
            if own in self.seen and path.rpartition("/")[2] not in PLAN_FOLDERS:
                return None
            if own in above:
                return self._fault(path, LOOP)
            self.seen.add(own)
            for inner in tuple(self._entries(path, (*above, own))):
                self.folder(inner, (*above, own))
        except OSError as error:
            self._fault(path, Unread(reason(error)))
        return None

    def target(self, path: str) -> str | Unread:
        """The target of a link, which must be inside the workspace and outside .git."""
        try:
            leads = os.path.realpath(self.root / path, strict=True)
        except FileNotFoundError:
            return Unread(*DANGLING)
        except OSError as error:
            return Unread(reason(error))
        self.real = self.real or os.path.realpath(self.root)
        inside = Path(leads).is_relative_to(self.real) and ".git" not in Path(leads).relative_to(self.real).parts
        return leads if inside else OUTSIDE

    def _entries(self, folder: str, above: tuple[_Identity, ...]) -> Iterator[str]:
        """Record the files and links of a folder; yield its subfolders."""
        with os.scandir(self.root / folder) as entries:
            for entry in entries:
                path = f"{folder}/{entry.name}"
                if entry.name.startswith("."):
                    continue
                if entry.is_symlink():
                    self._link(path, above)
                elif entry.is_dir(follow_symlinks=False):
                    yield path
                else:
                    self.paths.append(path)

    def _link(self, path: str, above: tuple[_Identity, ...]) -> None:
        leads = self.target(path)
        if isinstance(leads, Unread):
            if not is_document(path):
                self._fault(path, leads)
        elif Path(leads).is_dir():
            self.linked.append((path, above))
        else:
            self.paths.append(path)

    def _fault(self, path: str, unread: Unread) -> None:
        self.faults.append(fault(path, unread))
