"""Terms of a cell taken by themselves: their names, conditions, usual words."""

from collections.abc import Iterator
from datetime import date

from msgspec import structs

from cchc_cli.model import Kind
from cchc_cli.schedule.clauses import Clause, Part
from cchc_cli.schedule.reading import Piece, Reading
from cchc_cli.vietnamese.paper import roman, short_date


def alone_said(loose: list[Clause], route: str) -> Reading:
    """The reading of a condition that is a term of its own."""
    row = next((each.row for clause in loose for each in clause.conditions), None)
    return Reading(row.kind if row else Kind.EXTERNAL, condition=route)


def under(reading: Reading, condition: str) -> Reading:
    """A reading with one condition more."""
    if not condition:
        return reading
    return structs.replace(reading, condition=f"{condition}; {reading.condition}" if reading.condition else condition)


def named(term: Piece, part: Part, text: str) -> Piece:
    """Of several terms, one without other words is named by the bracket beside it ("Quý I (ban hành); …")."""
    if term.name or part.conditions or len(part.remarks) != 1 or part.remarks[0][1]:
        return term
    start, end = part.remarks[0][0]
    words = term.words.removesuffix(f" ({term.reading.condition})")
    return Piece(words, text[start:end], structs.replace(term.reading, condition=None))


def by_day(term: Piece) -> date:
    """The day by which terms are numbered; those without one come last."""
    return term.reading.due or date.max


def tells_itself(words: str, start: date) -> bool:
    """Whether the words of a period are more than what is left of a list ("III/2026", "Tháng 3")."""
    return str(start.year) in words and words[0].isalpha() and words[0] not in "IVX"


def spelled_out(reading: Reading) -> str:
    """The usual words of a day or period."""
    start, due = reading.start, reading.due
    said = ""
    if reading.kind is Kind.DATE and due:
        said = f"Đến hết ngày {short_date(due)}"
    elif reading.kind is Kind.MONTH and start:
        said = f"Tháng {start.month}/{start.year}"
    elif reading.kind is Kind.QUARTER and start:
        said = f"Quý {roman((start.month + 2) // 3)}/{start.year}"
    elif reading.kind is Kind.YEAR and start:
        said = f"Năm {start.year}"
    return f"{said} ({reading.condition})" if said and reading.condition else said


def is_own(condition: str) -> bool:
    """Whether it is the plan's own day: "ngày Kế hoạch này được ban hành", "ngày ký Quyết định này"."""
    words = tuple(word for word in condition.split() if word not in ("sau", "khi", "ngày", "được"))
    return words in _OWN_DAYS


def _own_days() -> Iterator[tuple[str, ...]]:
    """A decision is the plan's own one only where "này" says so."""
    for paper in (("kế", "hoạch"), ("kế", "hoạch", "này"), ("quyết", "định", "này")):
        for act in (("ban", "hành"), ("ký",), ("ký", "ban", "hành")):
            yield (*act, *paper)
            yield (*paper, *act)


_OWN_DAYS = frozenset(_own_days())
