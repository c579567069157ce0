"""`cchc help`, `-h` and `-V`: the same words as the long options."""

import pytest

from conftest import Cchc


@pytest.mark.parametrize(
    ("short", "long"),
    [
        (("-h",), ("--help",)),
        (("-V",), ("--version",)),
        (("help",), ("--help",)),
        (("due", "-h"), ("due", "--help")),
        (("help", "due"), ("due", "--help")),
        (("help", "event"), ("event", "--help")),
    ],
)
def test_a_short_form_prints_the_same(cchc: Cchc, short: tuple[str, ...], long: tuple[str, ...]) -> None:
    assert cchc(*short).out == cchc(*long).out


def test_help_of_an_unknown_command_is_refused_with_the_nearest(cchc: Cchc) -> None:
    ran = cchc("help", "duee")
    assert (ran.code, ran.out) == (2, "")
    assert "cchc due" in ran.err
