"""Random and spoiled inputs at every door: no exception, no input over two seconds, no memory over 300 MB, no write
outside of a folder, no program started.

`fuzz.py [SECONDS] [TARGET...]`, 60 seconds a target unless said otherwise; `fuzz.py --again TARGET INPUT` runs an input
that was printed. Fails with exit code 1. Where atheris is installed, coverage guides the inputs; else chance does.
"""

import os
import random
import subprocess
import sys
import time
from base64 import b64decode, b64encode
from collections.abc import Callable
from contextlib import nullcontext
from pathlib import Path
from traceback import format_exception

from fence import fence

try:
    import atheris
except ImportError:
    atheris = None
with atheris.instrument_imports(include=["cchc_cli"]) if atheris else nullcontext():
    import fuzzed

SECONDS, MEGABYTES = 2.0, 300
_LONGEST = 400
_GUIDED = (f"-max_len={_LONGEST}", "-len_control=0", "-timeout=600", "-rss_limit_mb=4096", "-verbosity=0")
_SEEDS = 30


class Tally:
    """Runs a target on inputs and keeps what is wrong, each place of the code once."""

    def __init__(self, name: str) -> None:
        self._target = fuzzed.TARGETS[name]
        self._places: set[str] = set()
        self.inputs, self.slowest = 0, 0.0
        self.findings: list[str] = []

    def __call__(self, data: bytes) -> None:
        self.inputs += 1
        started, wrong = time.process_time(), ""
        try:
            self._target(data)
        except Exception as error:
            wrong = "".join(format_exception(error)[-3:])
        seconds = time.process_time() - started
        self.slowest = max(self.slowest, seconds)
        wrong = wrong or (f"{seconds:.1f} s" if seconds > SECONDS else "")
        if wrong and wrong.splitlines()[0] not in self._places:
            self._places.add(wrong.splitlines()[0])
            self.findings.append(f"{b64encode(data).decode()}\n{wrong}")


def by_chance(tally: Callable[[bytes], None], seconds: float, seed: int) -> None:
    chance, ends = random.Random(seed), time.monotonic() + seconds
    while time.monotonic() < ends:
        tally(chance.randbytes(chance.randrange(1, _LONGEST)))


def by_coverage(tally: Callable[[bytes], None], seconds: float, told: Callable[[], int]) -> None:
    """Run inputs that reach new code, then end the process, which the fuzzer would not leave otherwise."""
    ends, seeds = time.monotonic() + seconds, fuzzed.folder() / "seeds"
    seeds.mkdir()
    for number in range(_SEEDS):
        (seeds / str(number)).write_bytes(random.randbytes(random.randrange(1, _LONGEST)))

    def run(data: bytes) -> None:
        tally(data)
        if time.monotonic() > ends:
            os._exit(told())

    atheris.Setup([sys.argv[0], *_GUIDED, str(seeds)], run)
    atheris.Fuzz()


def memory() -> int:
    """The most megabytes that this process has had."""
    import resource

    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


def told(name: str, tally: Tally) -> int:
    findings = [*tally.findings, *([f"{memory()} MB"] if memory() > MEGABYTES else [])]
    print(f"{name:9} {tally.inputs:8} inputs, slowest {tally.slowest:.2f} s, {memory()} MB, {len(findings)} findings")
    print(*findings, sep="\n", end="\n" if findings else "", flush=True)
    return 1 if findings else 0


def one(name: str, seconds: float) -> int:
    tally = Tally(name)
    tally(b"")  # what is made once, such as a document to spoil
    fence(fuzzed.folder())
    if atheris:
        by_coverage(tally, seconds, lambda: told(name, tally))
    by_chance(tally, seconds, random.randrange(10**6))
    return told(name, tally)


def main() -> int:
    words = sys.argv[1:]
    if words[:1] == ["--again"]:
        fuzzed.TARGETS[words[1]](b64decode(words[2]))
        return 0
    if words[:1] == ["--one"]:
        return one(words[1], float(words[2]))
    seconds = words.pop(0) if words and words[0].isdigit() else "60"
    command = (sys.executable, str(Path(__file__).resolve()), "--one")
    ended = [subprocess.run((*command, name, seconds)).returncode for name in words or fuzzed.TARGETS]
    return max(ended)


if __name__ == "__main__":
    sys.exit(main())
