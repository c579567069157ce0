"""The files of a workspace, read and understood; what was parsed is kept for the next run."""

from pathlib import Path
from typing import NamedTuple

from cchc_cli.disk import files, kept, tree
from cchc_cli.reading import archive, places
from cchc_cli.reading.load import Loaded, load
from cchc_cli.reading.places import SHARED_FILES, TOP
from cchc_cli.recording import identities
from cchc_cli.recording.faults import Fault
from cchc_cli.shell import environment
from cchc_cli.shell.faults import sound
from cchc_cli.text.problems import Problem, Stop


class Reading(NamedTuple):
    """What was read, and what an earlier run kept of these very files."""

    place: Path | None
    program: str
    contents: dict[str, bytes]
    loaded: Loaded
    kept: archive.Archive | None

    def keep(self, sound: bool) -> None:
        """Keep it for the next run, with whether it is known to be sound."""
        if not self.loaded.problems and (self.kept is None or self.kept.sound < sound):
            kept.keep(self.place, archive.packed(self.program, self.contents, self.loaded.data, sound))


def read(folder: Path, plans: list[str] | None) -> Reading:
    """The plans named, or every plan; what cannot be read is among the problems."""
    listed = tree.tree(folder)
    every = places.plan_folders(listed.paths)
    chosen = _chosen(every, plans, listed.faults) if plans else every
    contents, closed = files.workspace_files(folder, places.read_files(listed.paths, chosen))
    unread = (*(fault for fault in listed.faults if not plans or _bears_on(fault.span.file, chosen)), *closed)
    place = kept.place(environment.cache(), folder, chosen)
    program, blob = kept.program(), kept.content(place)
    former = archive.unpacked(program, blob, contents) if blob is not None else None
    found = load(contents, former.data if former else None, unread=unread)
    return Reading(place, program, contents, found, former)


def _chosen(every: tuple[str, ...], plans: list[str], faults: tuple[Problem, ...]) -> tuple[str, ...]:
    """The folders of the plans named. Where one is not found, it may be in what could not be looked into."""
    by_name = {folder.removeprefix(f"{TOP}/"): folder for folder in every}
    found = identities.plans(plans, by_name)
    if isinstance(found, Fault) and faults:
        raise Stop("có chỗ trong plan/ không xem được, không biết có kế hoạch đó không", problems=faults)
    return tuple(by_name[name] for name in sound(found))


def _bears_on(path: str, folders: tuple[str, ...]) -> bool:
    """Whether a place that cannot be read belongs to one of the plans, or to what all share."""
    return path in (TOP, *SHARED_FILES) or any(f"{path}/".startswith(f"{each}/") for each in folders)
