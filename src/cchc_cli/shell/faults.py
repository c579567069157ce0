"""The command line's name for each field; turn faults of typed values into a `Stop`."""

from collections.abc import Iterable
from datetime import date as Day
from typing import TYPE_CHECKING, TypeVar

from cchc_cli.recording.faults import Fault, Field, Names, Words, text
from cchc_cli.shell import screen
from cchc_cli.text.problems import Stop

if TYPE_CHECKING:
    from cchc_cli.model import Document

T = TypeVar("T")
OPTIONS = {
    Field.STATUS: "--status",
    Field.DATE: "--date",
    Field.AGENCY: "--agency",
    Field.EVIDENCE: "--evidence",
    Field.LINK: "--link",
    Field.NOTE: "--note",
    Field.DIFFICULTIES: "--difficulties",
    Field.PROPOSALS: "--proposals",
    Field.PERCENT: "--percent",
    Field.CONFIRM: "--confirm",
    Field.RETURN: "--return",
    Field.MEMBER: "--for",
    Field.TO: "--to",
    Field.BASIS: "--basis",
    Field.DECIDED: "--date",
    Field.REASON: "--reason",
    Field.REQUEST: "--request",
    Field.REFUSE: "--refuse",
    Field.AS_OF: "--as-of",
    Field.PLAN: "--plan",
    Field.BY: "--by",
    Field.SECTION: "--section",
    Field.TURN: "--turn",
    Field.TITLE: "--title",
    Field.CELL: "--cell",
    Field.PRODUCT: "--product",
    Field.SCHEDULE: "--schedule",
    Field.LEAD: "--lead",
    Field.COORDINATE: "--coordinate",
    Field.PERFORM: "--perform",
    Field.UNDER: "--under",
    Field.GIVEN_BY: "--given-by",
    Field.SUBJECT: "--subject",
    Field.KIND: "--kind",
    Field.DOCUMENT: "--document",
    Field.FINDINGS: "--findings",
    Field.MENDED: "--mended",
    Field.NUMBER: "--number",
    Field.PERIOD: "--period",
}
"""The fields that are options; arguments are described in words."""


def sound(found: T | Fault) -> T:
    """Return the parsed value; raise a `Stop` if it is a fault."""
    if isinstance(found, Fault):
        raise Stop(text(found.message, OPTIONS), text(found.hint, OPTIONS) if found.hint else None)
    return found


def documents(typed: Iterable[str] | None, default: Day) -> tuple["Document", ...]:
    """--evidence → documents, dated `default` if they name no day; print a warning if one is unusual."""
    from cchc_cli.recording import evidence

    found = sound(evidence.read_all(typed or (), default))
    for doubt in evidence.doubts(found):
        warn(doubt)
    return found


def warn(doubt: Words | None, names: Names = OPTIONS) -> None:
    """Print a warning about something that is recorded anyway but should be checked."""
    if doubt:
        screen.say(f"Cảnh báo: {text(doubt, names)}.")


def remark(words: Words | None, names: Names = OPTIONS) -> None:
    """Print a remark about what was assumed."""
    if words:
        screen.say(text(words, names))
