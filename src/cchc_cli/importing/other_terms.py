"""Terms that papers print outside the schedule column: an act with a day in a cell of roles or products."""

from collections.abc import Iterator
from re import IGNORECASE, Match
from re import compile as pattern

from msgspec import Struct

from cchc_cli.schedule import Term, Unread, read_within

_DAY = r"\d{1,2}/\d{1,2}/\d{4}"
_INTERVAL = r"(?:quý\s+(?:[IV]+|[1-4])|tháng\s+\d{1,2})(?:/\d{4}|\s+năm\s+\d{4})"
_ACT = pattern(
    r"(?:xong\s+)?(?:trước|chậm nhất(?:\s+(?:là|vào|đến))?|đến hết|hết)"
    rf"\s+(?:ngày\s+{_DAY}|{_INTERVAL})"
    rf"|(?:ban hành|hoàn thành|trình|báo cáo|thực hiện)\s+trong\s+(?P<within>{_INTERVAL})",
    IGNORECASE,
)
_CITED = pattern(r"(?:số|theo|tại)\s+\S*/\S*\s*$", IGNORECASE)
_MARKS = " .,;:()-–"


class Act(Struct, frozen=True):
    """What is to be done (the words before the term, or the product), the printed term, and the line it stands in."""

    name: str
    schedule: str
    line: str


def acts(lines: tuple[str, ...], term: Term) -> Iterator[Act]:
    """The dated acts of a cell's lines; days of documents that are cited are none."""
    for line in lines:
        for found in _ACT.finditer(line):
            words = _words(found)
            if _CITED.search(line[: found.start()]) or isinstance(read_within(words, term), Unread):
                continue
            yield Act(_name(line[: found.start()]), words, line)


def _words(found: Match[str]) -> str:
    if found["within"]:
        return str(found["within"])
    return " ".join(found[0].split())


def _name(before: str) -> str:
    """The last clause before the term: "Phê duyệt Phương án"."""
    clause = before.rstrip(_MARKS).replace("(", ", ").rpartition(", ")[2] or before
    name = clause.strip(_MARKS)
    return f"{name[:1].upper()}{name[1:]}"
