"""Pieces of a Markdown page."""

from collections.abc import Iterable, Sequence

MADE = "*Made from the code by `make docs`; do not edit it by hand.*"


def table(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A table; "" where there is no row."""
    lines = [f"| {' | '.join(_cell(each) for each in row)} |" for row in rows]
    return "\n".join([f"| {' | '.join(heads)} |", "|---" * len(heads) + "|", *lines]) if lines else ""


def page(*pieces: str) -> str:
    """Pieces as paragraphs; empty ones are left out."""
    return "\n\n".join(piece.strip("\n") for piece in pieces if piece) + "\n"


def code(text: str) -> str:
    """A literal."""
    return f"`{text}`"


def anchor(heading: str) -> str:
    """Where a heading is found, as GitHub and GitLab name it."""
    kept = (letter for letter in heading.lower().replace(" ", "-") if letter.isalnum() or letter in "-_")
    return "#" + "".join(kept)


def _cell(text: str) -> str:
    return " ".join(text.split()).replace("|", "\\|").replace("<", "&lt;")
