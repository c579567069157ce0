"""The text of a cell → products, one line, a date the other way round."""

from contextlib import suppress
from datetime import date as Day
from re import compile as pattern

from cchc_cli.vietnamese.paper import short_date

DASHES = "-–—+•"
"""The marks that begin an item of a list."""
DASH = pattern(rf"^\s*[{DASHES}]\s*")
_DATE = pattern(r"(\d{1,2})/(\d{1,2})/(\d{4})")
_DASH_WITHIN = pattern(r"(?<!\s)\s+[-–]\s*(?=[A-ZĐÀ-Ỹ0-9])")


def products(text: str) -> tuple[str, ...]:
    """A cell of products: those with a dash each, else the whole cell as one."""
    lines = [line.strip() for line in text.split("\n") if line.strip()]
    if not any(DASH.match(line) for line in lines):
        return (" ".join(lines),) if lines else ()
    found: list[str] = []
    for line in lines:
        if DASH.match(line) or not found:
            found.append(DASH.sub("", line))
        else:
            found[-1] = f"{found[-1]} {line}"
    return tuple(found)


def relisted(text: str) -> str:
    """A text in which dashes on one line begin items of a list: each on a line of its own."""
    return _DASH_WITHIN.sub("\n- ", text)


def bare(text: str) -> str:
    """A text without the marks around it that emphasize it in Markdown."""
    return text.strip(" *_")


def joined(text: str) -> str:
    """A text on one line."""
    return " ".join(text.split())


def turned(text: str) -> str:
    """The first date of a text that is one with day and month exchanged too, as a cell of Excel may have them, so
    exchanged; "" if there is none.
    """
    for month, day, year in _DATE.findall(text):
        with suppress(ValueError):
            return short_date(Day(int(year), int(month), int(day)))
    return ""
