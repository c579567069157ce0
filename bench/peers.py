"""cchc beside programs that officers or developers may know, on as many items. Report only: `peers.py [FOLDER...]`.

Programs are looked for on the PATH and in the folders given, and left out where they are missing. Ratios are medians of
pairs, run one after the other, of processor seconds, which a busy machine changes less than the clock.
"""

import compileall
import json
import os
import random
import resource
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import NamedTuple

import many
from processes import ENVIRONMENT

ROOT = Path(__file__).resolve().parents[1]
DAY = "2026-03-31"
FEW, MANY = 84, 9_996
PAIRS = 7


class Peer(NamedTuple):
    """A program: its command, where it is run and with what variables, how many items it has, what cchc is asked."""

    name: str
    command: tuple[str, ...]
    variables: dict[str, str]
    items: int
    asked: tuple[str, ...] = ("due",)
    wanted: float | None = None
    folder: Path = ROOT


def cchc(kept: Path, workspace: Path, *words: str) -> Peer:
    command = (sys.executable, "-m", "cchc_cli", "-C", str(workspace), *words, "--as-of", DAY)
    return Peer("cchc", command, {"XDG_CACHE_HOME": str(kept)}, 0)


def seconds(peer: Peer) -> float:
    """Processor seconds of one run, with those of its children."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    environment = ENVIRONMENT | {"PATH": os.environ["PATH"], "LANG": "C.UTF-8"} | peer.variables
    subprocess.run(peer.command, cwd=peer.folder, env=environment, stdin=subprocess.DEVNULL, capture_output=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def days(chance: random.Random, count: int) -> Iterator[tuple[int, int, int]]:
    """Numbers with a month and a day of the year."""
    return ((number, chance.randrange(1, 13), chance.randrange(1, 28)) for number in range(count))


def taskwarrior(folder: Path, count: int) -> Peer:
    folder.mkdir()
    tasks = [{"description": f"Rà soát văn bản số {number}", "project": f"k{number % 119}", "status": "pending",
              "due": f"2026{month:02}{day:02}T000000Z", "entry": "20260101T000000Z"}
             for number, month, day in days(random.Random(1), count)]  # fmt: skip
    (folder / "tasks.json").write_text(json.dumps(tasks), encoding="utf-8")
    (folder / "taskrc").write_text(f"data.location={folder / 'data'}\nconfirmation=off\n", encoding="utf-8")
    (folder / "data").mkdir()
    variables = {"TASKRC": str(folder / "taskrc")}
    if shutil.which("task"):
        subprocess.run(["task", "import", str(folder / "tasks.json")], env=os.environ | variables, capture_output=True)
    return Peer("Taskwarrior list", ("task", "rc.gc=off", "list"), variables, count, ("list",))


def hledger(folder: Path, count: int) -> Peer:
    folder.mkdir()
    entries = (f"2026-{month:02}-{day:02} việc số {number}\n    k{number % 119}:đã làm    {number % 97} việc\n"
               f"    cơ quan:{number % 79}\n" for number, month, day in days(random.Random(2), count))  # fmt: skip
    (folder / "all.journal").write_text("\n".join(entries), encoding="utf-8")
    return Peer("hledger check", ("hledger", "-f", str(folder / "all.journal"), "check"), {}, count)


def todoman(folder: Path, count: int) -> Peer:
    (folder / "list").mkdir(parents=True)
    for number, month, day in days(random.Random(3), count):
        (folder / f"list/{number}.ics").write_text(
            f"BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:x\nBEGIN:VTODO\nUID:{number}\nDTSTAMP:20260101T000000Z\n"
            f"SUMMARY:Rà soát văn bản số {number}\nDUE;VALUE=DATE:2026{month:02}{day:02}\nEND:VTODO\nEND:VCALENDAR\n",
            encoding="utf-8",
        )
    (folder / "config.py").write_text(f'path = "{folder}/list"\ncache_path = "{folder}/cache"\n', encoding="utf-8")
    return Peer("todoman list", ("todo", "--config", str(folder / "config.py"), "list"), {}, count, ("due",), 1 / 3)


def doorstop(folder: Path, count: int) -> Peer:
    folder.mkdir()
    if shutil.which("doorstop"):
        for command in ("git init -q .", "doorstop create K docs", f"doorstop add K -c {count}"):
            subprocess.run(command.split(), cwd=folder, capture_output=True)
    return Peer("doorstop check", ("doorstop", "-W", "-F"), {}, count, ("due",), 1 / 5, folder)


def compared(peer: Peer, own: Peer) -> None:
    """One line: the median of the peer's seconds, and the ratio of cchc to it."""
    if not shutil.which(peer.command[0]):
        print(f"  {peer.name:<18} {peer.items:>6} items: not installed")
        return
    for each in (peer, own):
        seconds(each)
    pairs = [(seconds(peer), seconds(own)) for _ in range(PAIRS)]
    ratio = median(ours / theirs for theirs, ours in pairs)
    wanted = f" (goal: {peer.wanted or 1:.2f})" if peer.wanted or peer.items == MANY else ""
    theirs, ours = (median(each) for each in zip(*pairs, strict=True))
    words = " ".join(peer.asked)
    print(f"  {peer.name:<18} {peer.items:>6} items {theirs:6.2f} s, cchc {words} {ours:6.2f} s: {ratio:.2f} x{wanted}")


def main(folders: list[str]) -> None:
    compileall.compile_dir(ROOT / "src", quiet=1)
    os.environ["PATH"] = os.pathsep.join((*folders, os.environ["PATH"]))
    with TemporaryDirectory() as name:
        folder = Path(name)
        many.make(folder / "many", many.PROVINCE)
        peers = (
            taskwarrior(folder / "tw-few", FEW), hledger(folder / "hl-few", FEW), todoman(folder / "todo", FEW),
            doorstop(folder / "doorstop", FEW), taskwarrior(folder / "tw", MANY), hledger(folder / "hl", MANY),
        )  # fmt: skip
        print(f"processor seconds, medians of {PAIRS} pairs; load {os.getloadavg()[0]:.1f}")
        for peer in peers:
            workspace = folder / "many" if peer.items == MANY else ROOT
            every = ("due", "list", "stats") if peer.items == MANY else peer.asked
            for word in every:
                compared(peer._replace(asked=(word,)), cchc(folder / "kept", workspace, word))
        everybody, own = (cchc(folder / "kept", folder / "many", "due", *words) for words in ((), ("--agency", "STP")))
        compared(everybody._replace(name="cchc due", items=MANY, asked=("due --agency",)), own)


if __name__ == "__main__":
    main(sys.argv[1:])
