"""What `diff` and `validate --base` compare: the workspace of a commit, and the one on disk."""

import os
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from msgspec import structs

from cchc_cli.differences import paired
from cchc_cli.disk import git, look, plain, tree
from cchc_cli.disk.committed import committed
from cchc_cli.reading import places
from cchc_cli.reading.load import Loaded, load
from cchc_cli.reading.places import AGENCIES, TOP
from cchc_cli.recording import identities
from cchc_cli.shell.faults import sound
from cchc_cli.shell.options import scope
from cchc_cli.text.problems import Stop

_LINK_BYTES = 4096
"""The longest path that a symbolic link may name."""


class Revision(NamedTuple):
    """A workspace at a commit (`name` as the person wrote it), or on disk (`name` None)."""

    name: str | None
    loaded: Loaded


def compared(given: Path | None, revisions: list[str], plans: list[str] | None) -> tuple[Revision, Revision]:
    """The two sides: HEAD and the disk, one revision and the disk, or two revisions (also "A..B" and "A...B").

    "A...B" compares B with the merge base of both. A bare clone has no workspace on disk and needs two revisions.
    """
    root = scope.root_or_none(given)
    here = root or given or scope.CHOSEN.get() or look.here()
    names = _names(here, revisions)
    if root is None and len(names) < 2:
        _refuse(given, here)
    place = git.prefix(here) if root is not None else None
    before = at(here, names[0] if names else "HEAD", place)
    now = at(here, names[1], place) if len(names) == 2 else Revision(None, scope.loaded(here))
    return _only(before, now, plans) if plans else (before, now)


def base(root: Path, revision: str, now: Loaded, plans: list[str] | None) -> Loaded:
    """The workspace at the merge base of HEAD and a revision, so that later changes by others in that revision are
    ignored. `now` is the workspace on disk.
    """
    found = at(root, git.fork(root, revision, "HEAD"), git.prefix(root))
    return (_with(found, _either(found.loaded, now, map(identities.plan_name, plans))) if plans else found).loaded


def at(here: Path, revision: str, place: str | None) -> Revision:
    """The workspace at a commit. `place` is its path in the repository on disk ("" or "folder/")."""
    listing = git.listing(here, revision)
    top = _top(listing, revision, here, place)
    links = {path: identity for path, identity in listing.links.items() if path.startswith(top)}
    targets = zip(links, git.contents(here, list(links.values()), _LINK_BYTES), strict=True)
    found = committed(listing, {path: os.fsdecode(leads or b"") for path, leads in targets}, top)
    paths = places.read_files(found.files, places.plan_folders(found.files))
    texts = dict(zip(paths, git.contents(here, [found.files[path] for path in paths], plain.PLAN_BYTES), strict=True))
    large = (tree.fault(path, plain.too_large(plain.PLAN_BYTES)) for path, text in texts.items() if text is None)
    files = {path: text for path, text in texts.items() if text is not None}
    return Revision(revision, load(files, unread=(*found.faults, *large)))


def _names(here: Path, revisions: list[str]) -> list[str]:
    if len(revisions) > 2 or (len(revisions) == 2 and any(".." in each for each in revisions)):
        raise Stop("chỉ so được hai phiên bản", "ghi như: cchc diff main HEAD, hoặc cchc diff main...HEAD")
    if len(revisions) != 1 or ".." not in revisions[0]:
        return revisions
    before, _, after = revisions[0].partition("..")
    one, other = before or "HEAD", after.removeprefix(".") or "HEAD"
    return [git.fork(here, one, other) if after.startswith(".") else one, other]


def _only(before: Revision, now: Revision, plans: list[str]) -> tuple[Revision, Revision]:
    """Both sides with only the named plans (--plan); each must exist on at least one side."""
    known = {plan.name for side in (before, now) for plan in side.loaded.workspace.plans}
    meant = _either(before.loaded, now.loaded, sound(identities.plans(plans, sorted(known))))
    return _with(before, meant), _with(now, meant)


def _either(before: Loaded, now: Loaded, names: Iterable[str]) -> set[str]:
    """The names of plans on both sides, because the folder of a plan may have been renamed."""
    pairs = ({old.name, new.name} for old, new in paired(before.workspace, now.workspace))
    own = set(names)
    return own.union(*(pair for pair in pairs if not pair.isdisjoint(own)))


def _with(side: Revision, names: set[str]) -> Revision:
    workspace = side.loaded.workspace
    folders = [f"{TOP}/{name}" for name in names]
    others = tuple(f"{plan.folder}/" for plan in workspace.plans if plan.name not in names)
    kept = structs.replace(workspace, plans=tuple(plan for plan in workspace.plans if plan.name in names))
    unread = tuple(each for each in side.loaded.unread if places.bears_on(each.span.file, folders))
    left_out = set(side.loaded.unread).difference(unread)
    problems = tuple(
        each for each in side.loaded.problems if each not in left_out and not each.span.file.startswith(others)
    )
    return side._replace(loaded=structs.replace(side.loaded, workspace=kept, problems=problems, unread=unread))


def _refuse(given: Path | None, here: Path) -> None:
    git.prefix(here)
    try:
        scope.root(given)
    except Stop as stop:
        hint = "nêu hai phiên bản để so, như: cchc diff main nhanh-moi"
        raise Stop(stop.message, hint) from stop


def _top(listing: git.Listing, revision: str, here: Path, place: str | None) -> str:
    """The workspace's folder in the commit: the current one, else the only one that no longer has a workspace.

    If there is no workspace on disk (`place` None), it is the folder nearest to the top.
    """
    marks = (AGENCIES, TOP)  # plan/ itself may be a link or a submodule
    every = (*listing.files, *listing.links, *listing.submodules)
    tops = [f"/{path}".removesuffix(mark)[1:] for path in every for mark in marks if f"/{path}".endswith(f"/{mark}")]
    if place is not None:
        above = here.resolve().parents[place.count("/") - 1] if place else here
        gone = [top for top in tops if not (above / top / AGENCIES).is_file()]
        return gone[0] if place not in tops and len(gone) == 1 else place
    nearest = min((top.count("/") for top in tops), default=0)
    found = [top for top in tops if top.count("/") == nearest]
    if len(found) == 1:
        return found[0]
    if not found:
        raise Stop(f'phiên bản "{revision}" không có thư mục kế hoạch ({AGENCIES})', "xem lại tên phiên bản")
    listed = ", ".join(found)
    hint = "lấy kho về đủ tệp (git clone), rồi chỉ một thư mục bằng -C THƯ_MỤC"
    raise Stop(f'phiên bản "{revision}" có nhiều thư mục làm việc: {listed}', hint)
