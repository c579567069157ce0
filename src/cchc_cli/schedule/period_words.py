"""A reporting period in words, as papers and outputs print it → its id: "Quý I/2026" → 2026-Q1."""

from re import Match
from re import compile as pattern

from cchc_cli.vietnamese.names import fold
from cchc_cli.vietnamese.paper import from_roman

_YEAR = r"(?: ?nam)? ?(?P<year>[0-9]{4})?"
_FORMS = tuple(
    (pattern(form + _YEAR), part)
    for form, part in (
        (r"(?:qu[iy] ?|q)(?P<quarter>[1-4]|i{1,3}|iv)", "Q"),
        (r"(?:6|sau) thang cuoi nam", "H2"),
        (r"(?:6|sau) thang(?: dau nam)?", "H1"),
        (r"(?:9|chin) thang(?: dau nam)?", "9M"),
        (r"thang (?P<month>0?[1-9]|1[0-2])", ""),
    )
)
_BARE_MONTH = pattern(r"(?P<month>0?[1-9]|1[0-2]) (?P<year>[0-9]{4})")
_WHOLE_YEAR = pattern(r"(?:ca )?nam (?P<year>[0-9]{4})")


def period_id(text: str, year: int) -> str | None:
    """The id of the period that the words name; `year` holds where they name none. None for any other text."""
    folded = fold(text)
    if whole := _WHOLE_YEAR.fullmatch(folded):
        return whole["year"]
    if bare := _BARE_MONTH.fullmatch(folded):
        return f"{bare['year']}-{_part(bare, '')}"
    for form, part in _FORMS:
        if found := form.fullmatch(folded):
            return f"{found['year'] or year}-{_part(found, part)}"
    return None


def _part(found: Match[str], part: str) -> str:
    if part == "Q":
        return f"Q{from_roman(found['quarter']) or found['quarter']}"
    return part or f"{int(found['month']):02}"
