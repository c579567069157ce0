"""A few of the inputs that bench/fuzz.py makes for every door of the program; those that once failed stand in test
files of their own.
"""

import random

import pytest

import fuzz
import fuzzed

INPUTS = 25


@pytest.mark.slow
@pytest.mark.parametrize("name", fuzzed.TARGETS)
def test_any_input_is_taken_or_refused(name: str, capfd: pytest.CaptureFixture[str]) -> None:
    tally, chance = fuzz.Tally(name), random.Random(2026)
    for _ in range(INPUTS * (20 if name == "words" else 1)):
        tally(chance.randbytes(chance.randrange(1, 300)))
    capfd.readouterr()
    assert not tally.findings, "\n".join(tally.findings)
