"""The text of a cell → products, one line, a date the other way round."""

from re import compile as pattern

DASHES = "-–—+•"
"""The marks that begin an item of a list."""
DASH = pattern(rf"^\s*[{DASHES}]\s*")
_DASH_WITHIN = pattern(r"\s+[-–]\s*(?=[A-ZĐÀ-Ỹ0-9])")


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


def turned(date: str) -> str:
    """A date with day and month exchanged, as a cell of Excel may have them."""
    parts = date.split("/")
    return f"{parts[1]}/{parts[0]}/{parts[2]}" if len(parts) == 3 else ""
