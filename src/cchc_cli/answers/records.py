"""Documents, entries, decisions on deadlines → words; every answer uses the same."""

from collections.abc import Callable
from datetime import date as Day

from cchc_cli.answers.values import others, short
from cchc_cli.model import Deadline, Document, Entry
from cchc_cli.vietnamese.paper import long_date
from cchc_cli.wording.actions import CONFIRMATION, DECISION
from cchc_cli.wording.states import PROGRESS

_DOCUMENT = ("number", "name", "date", "issuer", "title", "link")
_ENTRY = ("task", "recorded", "date", "turn", "status", "action", "agency", "percent", "evidence", "note",
          "difficulties", "proposals")  # fmt: skip
_DEADLINE = ("task", "action", "recorded", "turn", "document", "to", "agency", "reason")


def about(record: Entry | Deadline) -> str:
    """The id of what a record is about, with its turn: I.7@2026-03."""
    return f"{record.task}@{record.turn}" if record.turn else record.task


def document_words(document: Document) -> str:
    """A document as cited: number, date, issuer, title; or a link or named thing."""
    dated = long_date(document.date) if document.date else None
    parts = (document.number or document.name, dated, document.issuer, document.title, document.link)
    return ", ".join(part for part in (*parts, *others(document, _DOCUMENT)) if part)


def entry_words(entry: Entry, longest: int | None = None) -> str:
    """What an entry says: "đã hoàn thành; 123/KH-UBND …; khó khăn: …". Texts over `longest` letters are cut."""
    said = [f"lần {entry.turn}" if entry.turn else ""]
    said += [CONFIRMATION[entry.action] if entry.action else "", PROGRESS[entry.status] if entry.status else ""]
    said += [f"{entry.percent}%" if entry.percent is not None else "", *map(document_words, entry.evidence)]
    texts = (("", entry.note), ("khó khăn: ", entry.difficulties), ("kiến nghị: ", entry.proposals))
    said += [f"{label}{short(text, longest) if longest else text}" for label, text in texts if text]
    return "; ".join(part for part in (*said, *others(entry, _ENTRY)) if part)


def decision_words(decision: Deadline, day: Callable[[Day], str]) -> str:
    """What a decision says: "gia hạn đến 31/3 theo 123/QĐ-UBND …: lý do". `day`: how days are written."""
    to = f" đến {day(decision.to)}" if decision.to else ""
    basis = f" theo {document_words(decision.document)}" if decision.document else ""
    reason = f": {decision.reason}" if decision.reason else ""
    turn = f" lần {decision.turn}" if decision.turn else ""
    return "; ".join((f"{DECISION[decision.action]}{turn}{to}{basis}{reason}", *others(decision, _DEADLINE)))


def decision_line(decision: Deadline, name: str, was: str, to: str, wished: str = "") -> str:
    """What a decision does to a deadline: "gia hạn VI.6: 31/01 → 31/3". `wished`: what was refused."""
    done = f"{DECISION[decision.action]} {name}"
    if decision.action == "set":
        return f"{done}: {to}"
    if decision.action == "refuse":
        return f"{done}{wished}: hạn vẫn là {was}"
    return f"{done}: {was} → {to}" if decision.to else f"{done}: {was}"
