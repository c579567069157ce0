"""A workspace of many plans, each read and checked by itself, so that memory follows the largest of them.

What was made of a plan is kept under a digest of its files (`reading.packs`). Whatever is out of the ordinary, as a
file that cannot be read or a plan with an error, is left to the road that reads all plans at once and tells what is
wrong.
"""

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from msgspec import structs

from cchc_cli.disk import files, kept, tree, workers
from cchc_cli.plan import links
from cchc_cli.plan.plans import Plan
from cchc_cli.plan.workspace import Workspace
from cchc_cli.reading import packs, places
from cchc_cli.reading.load import Shared, alone, shared
from cchc_cli.reading.packs import Head, Heads
from cchc_cli.shell import environment
from cchc_cli.shell.options.open_plans import open_plans
from cchc_cli.text.problems import Stop

_MOST, _MOST_NEW = 500, 30
"""More plans, or more that are to be read or asked anew, are worth another process."""


class Store(NamedTuple):
    """The plans of a workspace on disk, and what is kept of them. `first`: the key of what all plans share."""

    root: Path
    files: dict[str, list[str]]
    kept: Path
    first: bytes
    shared: Shared

    def head(self, folder: str, former: Head | None) -> Head | None:
        """The head of a plan, read anew if a file of it has changed; None if the plan is not sound."""
        contents, unread = files.workspace_files(self.root, self.files[folder])
        if unread:
            return None
        key = packs.key(self.first, contents)
        if former is not None and former.key == key:
            return former
        from cchc_cli.checking import check  # imports every rule whose findings are errors

        loaded = alone(contents, self.shared)
        if not check.is_sound_alone(loaded):
            return None
        (plan,) = loaded.workspace.plans
        kept.keep(kept.pack(self.kept, folder), packs.packed(key, plan))
        return Head(folder, key, packs.head_of(plan))

    def plan(self, folder: str, key: bytes) -> Plan:
        """A sound plan without most of its words, or whole if it could not be kept."""
        found = packs.unpacked(key, kept.content(kept.pack(self.kept, folder)), self.shared)
        if found is not None:
            return found
        return self.whole(folder, key).plans[0]

    def whole(self, folder: str, key: bytes) -> Workspace:
        """The workspace with a sound plan alone, read from its files."""
        contents, _ = files.workspace_files(self.root, self.files[folder])
        if packs.key(self.first, contents) != key:
            raise Stop(f"{folder} vừa bị sửa trong lúc đọc", "chạy lại lệnh này")
        return alone(contents, self.shared).workspace


class Survey(NamedTuple):
    """The open plans of a sound workspace, of which only the heads are read; the rest of a plan is read when asked."""

    workspace: Workspace
    store: Store
    keys: dict[str, bytes]

    def alone(self, folder: str) -> Workspace:
        """The workspace with one plan, whole but for most of its words."""
        return self.store.shared.workspace((self.store.plan(folder, self.keys[folder]),))

    def whole(self, folder: str) -> Workspace:
        """The same with every word."""
        return self.store.whole(folder, self.keys[folder])


def survey(root: Path, apart: bool = False) -> Survey | None:
    """A workspace of many plans, if nothing is wrong with it; with `apart`, only if no task implements another."""
    listed = tree.tree(root)
    every = sorted(places.plan_folders(listed.paths), key=places.plan)
    if listed.faults:
        return None
    own = places.by_plan(listed.paths, every)
    contents, unread = files.workspace_files(root, own[""])
    beside, problems = shared(contents)
    if unread or problems:
        return None
    first = packs.key(kept.program().encode(), contents)
    store = Store(root, own, kept.folder(environment.cache(), root), first, beside)
    former = packs.opened(kept.content(kept.heads(store.kept)), Heads)
    former = former if former is not None and former.key == first else None
    heads = _heads(store, every, former)
    return _together(store, heads, former, apart) if heads is not None else None


def is_worth_processes(plans: int, new: int) -> bool:
    """Whether so many plans, of which some are to be read or asked anew, are worth another process."""
    return plans > _MOST or new > _MOST_NEW


def _heads(store: Store, plans: Sequence[str], former: Heads | None) -> list[Head] | None:
    """The heads of the plans; None if one is not sound."""
    known = {head.folder: head for head in former.heads} if former is not None else {}

    def read(share: Sequence[str]) -> list[Head | None]:
        return [store.head(each, known.get(each)) for each in share]

    def unpacked(data: bytes) -> list[Head | None]:
        return packs.decoded(data, list[Head | None])

    worth = is_worth_processes(len(plans), len(plans) - len(known))
    parts = workers.spread(plans, workers.Work(read, packs.encoded, unpacked), worth)
    found = [head for part in parts for head in part]
    whole = [head for head in found if head is not None]
    return whole if len(whole) == len(found) else None


def _together(store: Store, heads: list[Head], former: Heads | None, apart: bool) -> Survey | None:
    """The survey of plans that are sound alone, if they are so together."""
    plans = tuple(packs.plan_of(packs.decoded(each.plan, Plan), store.shared) for each in heads)
    if apart and any(task.row.implements for plan in plans for task in plan.tasks):
        return None
    keys = {head.folder: head.key for head in heads}
    sound = packs.together(keys.values())
    if former is None or former.sound != sound:
        if not _hang_together(store, plans, keys):
            return None
        kept.keep(kept.heads(store.kept), packs.sealed(Heads(store.first, sound, tuple(heads))))
    return Survey(open_plans(store.shared.workspace(plans), None), store, keys)


def _hang_together(store: Store, plans: tuple[Plan, ...], keys: dict[str, bytes]) -> bool:
    """Whether the plans have no error together. Of those that others name all tasks are looked at."""
    from cchc_cli.checking import check

    named = {links.parts(reference)[0] for plan in plans for task in plan.tasks for reference in task.row.implements}
    whole = tuple(
        structs.replace(plan, tasks=store.plan(plan.folder, keys[plan.folder]).tasks) if plan.name in named else plan
        for plan in plans
    )
    return check.hang_together(store.shared.workspace(whole))
