"""Texts are as wide as a terminal shows them, and fold into lines that fit."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from cchc_cli.text.cells import folded, width


def lines(text: str, most: int) -> list[str]:
    return [text[start:end] for start, end in folded(text, most)]


@pytest.mark.parametrize(
    ("text", "most", "found"),
    [
        ("", 5, [""]),
        ("một hai ba", 7, ["một hai", "ba"]),
        ("một  hai ba", 7, ["một", "hai ba"]),
        ("một\n\nhai", 7, ["một", "", "hai"]),
        ("  một hai", 5, ["  một", "hai"]),
        ("mộthaiba bốn", 4, ["mộth", "aiba", "bốn"]),
        ("ab 漢漢漢", 5, ["ab", "漢漢", "漢"]),
        ("một ", 3, ["một"]),
    ],
)
def test_lines_break_at_spaces_and_only_words_wider_than_a_line_anywhere(
    text: str, most: int, found: list[str]
) -> None:
    assert lines(text, most) == found


@given(text=st.text("aế–/ \n😀漢\u0301", max_size=60), most=st.integers(2, 20))
def test_no_line_is_too_wide_and_nothing_but_spaces_is_lost(text: str, most: int) -> None:
    found = lines(text, most)
    assert all(width(line) <= most for line in found)
    assert "".join("".join(found).split()) == "".join(text.split())


@given(text=st.text(st.sampled_from("aăâđêôơưếỆ漢😀 –…“”0/(e\u0301")))
def test_the_width_is_what_a_terminal_takes(text: str) -> None:
    assert width(text) == cell_len(text)
