"""The terms of a schedule cell, of which there may be several."""

from collections.abc import Iterator
from datetime import date as Day

from cchc_cli.model import ScheduleRow, TaskRow
from cchc_cli.schedule import Piece, Term, Unread, cell_within

_PLAIN = frozenset(" /.")


def printed(row: TaskRow) -> str:
    """The text of the schedule cell as printed."""
    text = row.schedule.text if isinstance(row.schedule, ScheduleRow) else row.schedule
    return text or ""


def terms(text: str, term: Term, issued: Day | None) -> tuple[Piece, ...]:
    """The terms of a cell that can be told, also where its words do not say which of them belongs to what."""
    found = cell_within(text.strip(), term, issued)
    if not isinstance(found, Unread):
        return found
    lines = text.splitlines() if not found.terms else ()
    others = (line for line in lines if line.strip() and line.strip() != text.strip())
    return (*found.terms, *(piece for line in others for piece in terms(line, term, issued)))


def unclear(text: str, term: Term, issued: Day | None) -> tuple[Piece, ...]:
    """The terms of a cell whose words do not say which of them belongs to what; none of any other cell."""
    found = cell_within(text.strip(), term, issued)
    return found.terms if isinstance(found, Unread) else ()


def milestones(task: str, found: tuple[Piece, ...], first: int = 1) -> str:
    """The terms as milestones to paste into a file, numbered from `first` on."""
    return ", ".join(milestone(f"{task}/{place}", piece) for place, piece in enumerate(found, first))


def milestone(identity: str, piece: Piece) -> str:
    """A term as a milestone to paste into a file."""
    return "{" + ", ".join(f"{key}: {value}" for key, value in _fields(identity, piece)) + "}"


def _fields(identity: str, piece: Piece) -> Iterator[tuple[str, str]]:
    yield "id", identity
    if piece.name:
        yield "name", _scalar(piece.name)
    yield "schedule", _scalar(piece.words)


def _scalar(text: str) -> str:
    """The text as YAML within braces: bare if it is of letters and digits only and begins with a letter."""
    bare = text[:1].isalpha() and all(sign.isalnum() or sign in _PLAIN for sign in text) and text[-1:] not in " ."
    if bare:
        return text
    from json import dumps  # only where a finding is told

    return dumps(text, ensure_ascii=False)
