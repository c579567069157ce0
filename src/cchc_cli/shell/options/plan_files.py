"""Read and parse the files of a workspace; parse results are kept for the next run."""

from pathlib import Path

from msgspec import Struct

from cchc_cli import schedule
from cchc_cli.disk import files, kept, tree
from cchc_cli.reading import archive, places
from cchc_cli.reading.load import Loaded, load
from cchc_cli.shell import environment
from cchc_cli.text.problems import Problem, Stop

MANY, VERY_MANY = 12, 500
"""From so many plans on, each can be read by itself (`plan_by_plan`); from so many, also where every word is told."""


class Reading(Struct, frozen=True):
    """The files that were read, and the cached parse results of the same files."""

    place: Path | None
    program: str
    contents: dict[str, bytes]
    loaded: Loaded
    kept: archive.Archive | None

    def keep(self, sound: bool) -> None:
        """Write the parse results to the cache, with the flag that tells whether the plans are known to be sound."""
        if not self.loaded.problems and (self.kept is None or self.kept.sound < sound):
            found = archive.Archive(self.program, self.contents, self.loaded.data, schedule.known(), sound)
            kept.keep(self.place, archive.packed(found))


def read(folder: Path, plans: list[str] | None) -> Reading:
    """Read the named plans, or all plans; the problems include each file that cannot be read."""
    listed = tree.tree(folder)
    every = places.plan_folders(listed.paths)
    chosen = _chosen(every, plans, listed.faults) if plans else every
    contents, closed = files.workspace_files(folder, places.read_files(listed.paths, chosen))
    unread = (*(fault for fault in listed.faults if not plans or places.bears_on(fault.span.file, chosen)), *closed)
    place = kept.place(environment.cache(), folder, (*chosen, *every))
    program, blob = kept.program(), kept.content(place)
    former = archive.unpacked(program, blob, contents) if blob is not None else None
    schedule.know(former.schedules if former else ())
    absent = (places.plan_name(each) for each in every if each not in chosen)
    found = load(contents, former.data if former else None, unread=unread, absent=absent)
    return Reading(place, program, contents, found, former)


def are_many(folder: Path) -> bool:
    """Whether there are so many plans that each is better read by itself."""
    return _count(folder) >= MANY


def are_very_many(folder: Path) -> bool:
    """Whether there are so many that each is better read by itself also where every word of it is told."""
    return _count(folder) >= VERY_MANY


def _count(folder: Path) -> int:
    return len(places.plan_folders(tree.tree(folder).paths))


def _chosen(every: tuple[str, ...], plans: list[str], faults: tuple[Problem, ...]) -> tuple[str, ...]:
    """The folders of the named plans. A plan that is not found may be in a folder that cannot be read."""
    from cchc_cli.recording import identities  # most questions name no plan
    from cchc_cli.recording.faults import Fault
    from cchc_cli.shell.faults import sound

    by_name = {places.plan_name(folder): folder for folder in every}
    found = identities.plans(plans, by_name)
    if isinstance(found, Fault) and faults:
        raise Stop("có chỗ trong plan/ không xem được, không biết có kế hoạch đó không", problems=faults)
    return tuple(by_name[name] for name in sound(found))
