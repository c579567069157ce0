"""A command run with faults, each time in a process of its own, and what a fault may leave."""

import ctypes
import importlib
import os
import pkgutil
from collections.abc import Iterable, Iterator
from errno import EACCES, EIO, ENOSPC, EROFS
from pathlib import Path
from typing import NamedTuple

import cchc_cli
from cchc_cli.start.program import run
from writers import Case, prepare

KILLED_BEFORE, KILLED_MIDDLE, KILLED_AFTER, ONCE, FOR_GOOD = range(1, 6)
WAYS = {
    "killed before": (KILLED_BEFORE, 0),
    "killed in the middle": (KILLED_MIDDLE, 0),
    "killed after": (KILLED_AFTER, 0),
    "ENOSPC once": (ONCE, ENOSPC),
    "EIO once": (ONCE, EIO),
    "ENOSPC for good": (FOR_GOOD, ENOSPC),
    "EACCES for good": (FOR_GOOD, EACCES),
    "EROFS for good": (FOR_GOOD, EROFS),
}
Files = dict[str, tuple[int, bytes]]
"""Mode and bytes by path; a folder's path ends with "/"."""


class Ended(NamedTuple):
    """How a run ended: its exit code (None: killed), what it said, the operations that it tried, and the files."""

    code: int | None
    said: str
    operations: list[str]
    files: Files


class Found(NamedTuple):
    """What came of the faults of one command."""

    operations: int
    runs: int
    ends: tuple[int, int, int]
    findings: list[str]


class Bench(NamedTuple):
    """A folder to run a command in, as it is before, and the faults."""

    case: Case
    folder: Path
    before: Files
    faults: ctypes.CDLL

    def run(self, at: int = 0, way: int = 0, error: int = 0) -> Ended:
        """The command, in a process of its own, with one fault or none."""
        said, names = self.folder.with_name("said"), self.folder.with_name("names")
        names.unlink(missing_ok=True)
        child = os.fork()
        if child == 0:
            self._as_child(said, names, at, way, error)
        status = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
        operations = names.read_text("utf-8").splitlines() if names.exists() else []
        return Ended(None if status < 0 else status, said.read_text("utf-8"), operations, files(self.folder))

    def _as_child(self, said: Path, names: Path, at: int, way: int, error: int) -> None:
        code = 70
        try:
            descriptor = os.open(said, os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
            for each in (1, 2):
                os.dup2(descriptor, each)
            os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
            os.chdir(self.folder)
            self.faults.faults_arm(at, way, error, os.fsencode(self.folder))
            code = run(list(self.case.words))
            names.write_bytes(self.faults.faults_names())
        finally:
            os._exit(code)


def bench(case: Case, folder: Path, library: str) -> Bench:
    """A fresh copy of the made-up province, and all modules loaded, so that each run starts at once."""
    prepare(case, folder)
    for module in pkgutil.walk_packages(cchc_cli.__path__, "cchc_cli."):
        if not module.name.endswith("__main__"):
            importlib.import_module(module.name)
    faults = ctypes.CDLL(library)
    faults.faults_names.restype = ctypes.c_char_p
    return Bench(case, folder, files(folder), faults)


def files(folder: Path) -> Files:
    """All files and folders below a folder, but for what git keeps of them."""
    found: Files = {}
    for path in (each for each in folder.rglob("*") if ".git" not in each.relative_to(folder).parts):
        name = path.relative_to(folder).as_posix()
        found[f"{name}/" if path.is_dir() else name] = (
            path.stat().st_mode & 0o777,
            b"" if path.is_dir() else path.read_bytes(),
        )
    return found


def restored(folder: Path, wanted: Files) -> None:
    """The folder as it was, by what differs."""
    now = files(folder)
    for name in sorted(now.keys() - wanted.keys(), reverse=True):
        (folder / name).rmdir() if name.endswith("/") else (folder / name).unlink()
    for name, (mode, data) in sorted(wanted.items()):
        if now.get(name) != (mode, data):
            if name.endswith("/"):
                (folder / name).mkdir(exist_ok=True)
            else:
                (folder / name).write_bytes(data)
            (folder / name).chmod(mode)


def tried(case: Case, folder: Path, library: str, some: int | None) -> Found:
    """Every fault at every operation of a command, or so many of these."""
    on = bench(case, folder, library)
    once, twice = clean(on)
    points = [(at, way) for at in range(1, len(once.operations) + 1) for way in WAYS if possible(once, at, way)]
    chosen = points if some is None else points[:: max(1, -(-len(points) // some))]
    ends, findings = [0, 0, 0], []
    for at, way in chosen:
        restored(folder, on.before)
        after = on.run(at, *WAYS[way])
        ends[end(kept(after.files), kept(on.before), kept(once.files))] += 1
        where = f"{case.name}, {way} at {at} ({once.operations[at - 1]})"
        findings += [f"{where}: {fault}" for fault in judged(on, after, once, twice)]
    return Found(len(once.operations), len(chosen), (ends[0], ends[1], ends[2]), findings)


def clean(on: Bench) -> tuple[Ended, Ended]:
    """The command without a fault, once and twice. What writes nothing, or fails, is a mistake of this list."""
    once = on.run()
    twice = on.run()
    if once.code != 0 or once.files == on.before or leftovers(once.files):
        raise SystemExit(f"{on.case.name}: {once.code}, {leftovers(once.files)}, {once.said}")
    return once, twice


def possible(once: Ended, at: int, way: str) -> bool:
    return way != "killed in the middle" or once.operations[at - 1].startswith("write ")


def judged(on: Bench, after: Ended, once: Ended, twice: Ended) -> Iterator[str]:
    """What is wrong after a fault, and after the same command once more."""
    old, new, now = kept(on.before), kept(once.files), kept(after.files)
    yield from torn(now, old, new)
    if after.code not in (None, 0, 2):
        yield f"exit code {after.code}: {after.said.strip()}"
    if after.code == 0 and now != new:
        yield f"exit code 0, not done: {differing(now, new)}"
    if after.code == 2 and now != old and not named(after, old):
        yield f"exit code 2, changed: {differing(now, old)}"
    again = on.run()
    expected = twice if now == new else once
    learnt = on.case.learns if now not in (old, new) else ()
    ends, wanted = (without(kept(each.files), learnt) for each in (again, expected))
    if again.code != expected.code or ends != wanted:
        yield f"run again: exit code {again.code}, {differing(ends, wanted)}: " + (
            again.said.strip().replace("\n", " ")
        )
    if kept(again.files) != now and leftovers(again.files):  # a run that writes nothing clears nothing
        yield f"run again: left behind {leftovers(again.files)}"


def torn(now: Files, old: Files, new: Files) -> Iterator[str]:
    """Files that are neither the old nor the new one; a new folder is no fault."""
    for name in sorted(now.keys() | old.keys()):
        if now.get(name) not in (old.get(name), new.get(name)):
            yield f"torn: {name}"


def named(after: Ended, old: Files) -> bool:
    """Where a disk refuses for good between two files, what was written cannot be put back: each must be named."""
    names = changed(kept(after.files), old)
    return all(name in after.said.partition("đã ghi ")[2] for name in names)


def end(now: Files, old: Files, new: Files) -> int:
    """0: as before; 1: done; 2: some files are old and some new."""
    return 0 if now == old else 1 if now == new else 2


def kept(found: Files) -> Files:
    """Without what the next run clears away, and without folders."""
    return {name: each for name, each in found.items() if not name.endswith("/") and not is_left(name)}


def without(found: Files, names: Iterable[str]) -> Files:
    return {name: each for name, each in found.items() if name not in names}


def leftovers(found: Files) -> list[str]:
    return [name for name in found if is_left(name)]


def is_left(name: str) -> bool:
    return any(each.startswith(".") and each.endswith((".lock", ".part")) for each in name.split("/"))


def changed(one: Files, other: Files) -> list[str]:
    return sorted(name for name in one.keys() | other.keys() if one.get(name) != other.get(name))


def differing(one: Files, other: Files) -> str:
    names = changed(one, other)
    return ", ".join(names[:3]) + (f" and {len(names) - 3} more" if len(names) > 3 else "")
