"""A few of the inputs that bench/fuzz.py makes for every door of the program; those that once failed stand in test
files of their own.
"""

import os
import random
import subprocess
import sys
from pathlib import Path

import pytest

import fuzz
import fuzzed
from conftest import ROOT

INPUTS = 25


@pytest.mark.slow
@pytest.mark.parametrize("name", fuzzed.TARGETS)
def test_any_input_is_taken_or_refused(name: str, capfd: pytest.CaptureFixture[str]) -> None:
    tally, chance = fuzz.Tally(name), random.Random(2026)
    for _ in range(INPUTS * (20 if name == "words" else 1)):
        tally(chance.randbytes(chance.randrange(1, 300)))
    capfd.readouterr()
    assert not tally.findings, "\n".join(tally.findings)


@pytest.mark.parametrize(
    ("done", "is_seen"),
    [
        ("open({inside!r}, 'w').close()", False),
        ("open({inside!r}, 'w').close(); os.replace({inside!r}, {inside!r} + '2'); open({outside!r}, 'rb')", False),
        ("open({outside!r}, 'a')", True),
        ("open({inside!r}[:-1] + '../neighbour', 'w')", True),
        ("os.mkdir({outside!r} + '2')", True),
        ("os.unlink({outside!r})", True),
        ("subprocess.run([sys.executable, '-V'])", True),
    ],
)
def test_what_reaches_over_the_fence_is_seen(done: str, is_seen: bool, tmp_path: Path) -> None:
    (tmp_path / "inside").mkdir()
    outside = tmp_path / "neighbour"
    outside.write_bytes(b"kept")
    tried = done.format(inside=str(tmp_path / "inside" / "x"), outside=str(outside))
    line = f"import os, subprocess, sys; from fence import fence; fence({str(tmp_path / 'inside')!r}); {tried}"
    # Coverage writes a file of its own where it measures processes too.
    unmeasured = {name: value for name, value in os.environ.items() if not name.startswith("COVERAGE")}
    ran = subprocess.run(
        (sys.executable, "-c", line), cwd=ROOT / "bench", env=unmeasured, capture_output=True, check=False
    )
    assert (b"OutsideError" in ran.stderr, ran.returncode) == (is_seen, int(is_seen)), ran.stderr.decode()
    assert [each.name for each in sorted(tmp_path.iterdir())] == ["inside", "neighbour"]
    assert outside.read_bytes() == b"kept"
