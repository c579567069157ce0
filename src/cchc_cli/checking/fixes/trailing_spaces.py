"""Spaces at the end of a line that have no meaning → removed."""

from bisect import bisect_right
from collections.abc import Iterator
from re import compile as pattern

from cchc_cli.text.parser_events import readable_events

CODE = ""
WORDS = "bỏ dấu cách thừa ở cuối dòng"
_SPACES = pattern(r"(?<![ \t])[ \t]+(?=[\r\n]|\Z)")  # each run of spaces is tried once


def fixed(text: str) -> str:
    """The text without spaces and tabs before line ends, except inside block text and quotes, where they may matter."""
    kept = list(_where_they_count(text)) if _SPACES.search(text) else []
    starts = [start for start, _ in kept]

    def counts(place: int) -> bool:
        before = bisect_right(starts, place) - 1
        return before >= 0 and place < kept[before][1]

    return _SPACES.sub(lambda spaces: spaces[0] if counts(spaces.start()) else "", text)


def _where_they_count(text: str) -> Iterator[tuple[int, int]]:
    """The stretches of quoted text, and of block text below its first line."""
    for event in readable_events(text):
        if type(event).__name__ == "ScalarEvent" and event.style:
            start, end = event.start_mark.index, event.end_mark.index
            if event.style in "|>":
                start = min((at for sign in "\r\n" if (at := text.find(sign, start, end)) >= 0), default=end)
            yield start, end
