"""phrases.tsv: cells as people write them, in a plan of 2027 without a day of its own, and what each is read as.

After a tab: kind first..due, what is printed about turns, | condition. SEVERAL: milestones by themselves; OFFER: what
the hint offers; REFUSED: an error, with the words left over. Look at the diff before you change a line.
"""

from datetime import date
from pathlib import Path

import pytest

from cchc_cli.schedule import Piece, Reading, Unread, cell

ROWS = [line.split("\t") for line in (Path(__file__).parent / "phrases.tsv").read_text("utf-8").splitlines()]


@pytest.mark.parametrize(("words", "outcome"), ROWS, ids=[words for words, _ in ROWS])
def test_a_cell_is_read_as_an_officer_means_it(words: str, outcome: str) -> None:
    found = cell(words, 2027)
    if not isinstance(found, Unread):
        assert (_told(found[0].reading) if len(found) == 1 else f"SEVERAL {_listed(found)}") == outcome
    elif found.terms:
        assert f"OFFER {_listed(found.terms)}" == outcome
    else:
        assert "REFUSED" + (f" left «{found.left}»" if found.left else "") == outcome


def _listed(pieces: tuple[Piece, ...]) -> str:
    return " ;; ".join(f"[{piece.name}] «{piece.words}» {_told(piece.reading)}" for piece in pieces)


def _told(reading: Reading) -> str:
    said = f"{reading.kind} {_day(reading.start)}..{_day(reading.due)}"
    said += f" days={reading.days}{'w' if reading.working else ''}" if reading.days is not None else ""
    said += f" since {_day(reading.since)}" if reading.since else ""
    said += f" every={reading.every}" if reading.every else ""
    if reading.again:
        again, interval = reading.again, reading.again.interval
        facts = {
            "also": interval.also, "count": interval.count if interval.count > 1 else 0, "wd": interval.weekdays,
            "on": again.on, "before": again.before, "span": again.until, "from": None if again.until else again.since,
        }  # fmt: skip
        said += "".join(f" {name}={value}" for name, value in facts.items() if value)
    return said + (f" | {reading.condition}" if reading.condition else "")


def _day(day: date | None) -> str:
    return f"{day:%d/%m/%Y}" if day else "-"
