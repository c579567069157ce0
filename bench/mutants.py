"""Makes the mistakes of `mistakes.py` one at a time in clones of HEAD and runs their tests: which mistakes live?

    python bench/mutants.py [WORD …]        all of them, or those whose name or file has one of the words

Exits 1 where a mistake lives, where its text stands in the file no longer (or twice), or where the tests fail without
it. The clones are thrown away; what is not committed is not seen.
"""

import os
import subprocess
import sys
from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from queue import Queue
from tempfile import TemporaryDirectory

from mistakes import MISTAKES, Mistake

ROOT = Path(__file__).resolve().parents[1]
PACKAGE = Path("src", "cchc_cli")
WORKERS = os.cpu_count() or 1
# The same random examples each time; slow tests find no mistake that the others do not.
PYTEST = (
    *(sys.executable, "-m", "pytest", "-x", "-q", "-p", "no:cacheprovider", "-m", "not slow"),
    *("--hypothesis-profile=fast", "--hypothesis-seed=0"),
)
LONGEST = 900


def main() -> int:
    chosen = [each for each in MISTAKES if not sys.argv[1:] or any(word in each.name or word in each.file
                                                                   for word in sys.argv[1:])]  # fmt: skip
    with TemporaryDirectory() as folder:
        clones: Queue[Path] = Queue()
        for number in range(WORKERS):
            clones.put(cloned(Path(folder, str(number))))
        stale = [each for each in chosen if not applies(each, Path(folder, "0"))]
        told("no longer applies", stale)
        with ThreadPoolExecutor(WORKERS) as pool:
            files = sorted({test for each in chosen for test in each.tests.split()})
            broken = [test for test, fine in zip(files, pool.map(lambda each: passes(each, clones), files), strict=True)
                      if not fine]  # fmt: skip
            for test in broken:
                print(f"fails without any mistake: test_{test}.py", flush=True)
            tried = [each for each in chosen if each not in stale]
            found = zip(tried, pool.map(lambda each: lives(each, clones), tried), strict=True)
            living = list(reported(found))
    told("lives", living)
    print(f"{len(tried)} mistakes made, {len(tried) - len(living)} found by their tests, {len(living)} live")
    return 1 if living or stale or broken else 0


def cloned(folder: Path) -> Path:
    subprocess.run(("git", "clone", "-q", "--shared", str(ROOT), str(folder)), check=True)
    return folder


def applies(mistake: Mistake, clone: Path) -> bool:
    """Whether the text to change stands in the file exactly once."""
    path = clone / PACKAGE / mistake.file
    return path.is_file() and path.read_text("utf-8").count(mistake.old) == 1


def passes(tests: str, clones: Queue[Path]) -> bool:
    with taken(clones) as clone:
        return ran(tests, clone) == 0


def lives(mistake: Mistake, clones: Queue[Path]) -> bool:
    with taken(clones) as clone:
        path = clone / PACKAGE / mistake.file
        sound = path.read_text("utf-8")
        path.write_text(sound.replace(mistake.old, mistake.new), "utf-8")
        try:
            return ran(mistake.tests, clone) == 0
        finally:
            path.write_text(sound, "utf-8")


@contextmanager
def taken(clones: Queue[Path]) -> Iterator[Path]:
    clone = clones.get()
    try:
        yield clone
    finally:
        clones.put(clone)


def ran(tests: str, clone: Path) -> int:
    """Pytest's exit code; that of a failed test where it does not end."""
    files = [str(path) for test in tests.split() for path in sorted(clone.rglob(f"tests/**/test_{test}.py"))]
    # Bytecode would outlive a mistake made within one second.
    environment = os.environ | {"PYTHONPATH": str(clone / "src"), "PYTHONDONTWRITEBYTECODE": "1", "PYTHONUTF8": "1"}
    try:
        code = subprocess.run(
            (*PYTEST, *files),
            cwd=clone,
            env=environment,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=LONGEST,
        ).returncode
    except subprocess.TimeoutExpired:
        return 1
    if code not in (0, 1, 2):  # 2: the mistake breaks the import of a test
        sys.exit(f"pytest could not run {' '.join(files)}: exit code {code}")
    return code


def reported(found: Iterable[tuple[Mistake, bool]]) -> Iterator[Mistake]:
    """Those that live; every verdict is printed as it comes."""
    for mistake, alive in found:
        print(f"{'LIVES' if alive else 'found':<6} {mistake.file:<32} {mistake.name}", flush=True)
        if alive:
            yield mistake


def told(what: str, mistakes: Iterable[Mistake]) -> None:
    for each in mistakes:
        print(f"{what}: {each.name} ({each.file})", flush=True)


if __name__ == "__main__":
    sys.exit(main())
