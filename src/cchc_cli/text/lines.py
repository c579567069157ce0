"""Where the lines of a text start and end. A line ends with \\r\\n, \\r or \\n."""

from re import Match
from re import compile as pattern

BREAK = pattern("\r\n|\r|\n")


def start(text: str, place: int) -> int:
    """The offset where the line of a place starts."""
    return max(text.rfind("\n", 0, place), text.rfind("\r", 0, place)) + 1


def starts(text: str) -> list[int]:
    """The offset where each line starts."""
    return [0, *map(Match.end, BREAK.finditer(text))]


def following(text: str, place: int) -> int:
    """The offset of the next start of a line; the place itself if a line starts there."""
    if place and text[place - 1] in "\r\n":
        return place
    found = BREAK.search(text, place)
    return found.end() if found else len(text)


def ending(text: str) -> str:
    """The line end that the last ended line has."""
    found = BREAK.findall(text)
    return found[-1] if found else "\n"


def ended(text: str) -> str:
    """The text, with a line end added to its last line if it has none."""
    return text if text.endswith(("\n", "\r")) else f"{text}\n"


def number(text: str, place: int) -> int:
    """The number of the line of a place, counted from 1."""
    return len(BREAK.findall(text, 0, place)) + 1
