"""The bytes of a DOCX → what in its layout is not as Nghị định 30/2020/NĐ-CP, Phụ lục I, wants it."""

from typing import NamedTuple

from layout import appended, body, ending, heading, opening, page
from layout.parts import Kind, paper
from layout.reading import sections
from layout.ruling import RULES

MODULES = (page, heading, opening, body, ending, appended)  # importing them enters their rules


class Finding(NamedTuple):
    """One thing that is not so: the rule, the place in the document, what is there."""

    rule: str
    place: str
    said: str


def findings(docx: bytes, kind: Kind) -> list[Finding]:
    """Everything in a document that breaks a rule for its kind, rule by rule."""
    read = paper(kind, sections(docx))
    checks = (each for each in RULES.values() if kind in each.kinds)
    return [Finding(each.name, place, said) for each in checks for place, said in each.check(read)]


__all__ = ["Finding", "Kind", "RULES", "findings"]
