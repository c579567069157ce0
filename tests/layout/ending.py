"""Rules of the foot: who signs, who receives, and what may stand below (Phụ lục I, boxes 7, 9b, 12, 13)."""

import re
from collections.abc import Iterator

from layout.model import Paragraph, paragraphs
from layout.parts import Kind, Paper, Signature
from layout.ruling import OFFICIAL, Found, rule, unlike

_TITLES = re.compile(r"(GS|PGS|TS|ThS|BS|CN|KS|LS|NGƯT|NGND)\b|(Giáo sư|Tiến sĩ|Thạc sĩ|Bác sĩ|Cử nhân|Kỹ sư|Ông|Bà)\s")
_DRAFT = re.compile(r"[\w.]+ ?\(\d+\)$")  # NVA (12)


@rule(*OFFICIAL)
def signature_block(paper: Paper) -> Iterator[Found]:
    """1.2, ô 9b: recipients beside the signature, begun on one level, in a table without borders."""
    if not _signatures(paper):
        yield paper.main[-1].place, "no table of recipients and signature at its end"
    for signature in _signatures(paper):
        table = signature.table
        if any(len(row.cells) != 2 for row in table.rows) or table.bordered:
            yield table.place, "not two columns without borders"
            continue
        level = [
            cell.paragraphs[:1] == lines[:1] for cell, lines in zip(table.rows[0].cells, signature[1:3], strict=True)
        ]
        if not (all(level) and signature.recipients and signature.capacity):
            yield table.place, "recipients and signature do not begin side by side"


@rule(*OFFICIAL)
def signer_capacity(paper: Paper) -> Iterator[Found]:
    """1.2, ô 7a: capitals, 13–14, upright, bold, centred."""
    for signature in _signatures(paper):
        for line in signature.capacity:
            yield from unlike(line, 13, 14, bold=True, caps=True, align="center")


@rule(*OFFICIAL)
def signer_name(paper: Paper) -> Iterator[Found]:
    """1.2, ô 7b: ordinary letters, 13–14, upright, bold, centred; no academic title."""
    for signature in _signatures(paper):
        for line in signature.name:
            yield from unlike(line, 13, 14, bold=True, align="center")
            if line.words.isupper():
                yield line.said_at, "in capitals"
            if _TITLES.match(line.words):
                yield line.said_at, "a title before the name"


@rule(*OFFICIAL)
def recipients_label(paper: Paper) -> Iterator[Found]:
    """1.2, ô 9b, `Nơi nhận:`: 12, italic, bold, at the left margin."""
    for signature in _signatures(paper):
        for line in signature.recipients[:1]:
            yield from unlike(line, 12, 12, bold=True, italic=True)
            if line.words != "Nơi nhận:" or line.align not in ("left", "both") or line.left + line.first > 0.5:
                yield line.said_at, "not `Nơi nhận:` at the left margin"


@rule(*OFFICIAL)
def recipients_type(paper: Paper) -> Iterator[Found]:
    """1.2, ô 9b, Danh sách nơi nhận: 11, upright."""
    for signature in _signatures(paper):
        for line in _recipients(signature):
            yield from unlike(line, 11, 11)


@rule(*OFFICIAL)
def recipients_listed(paper: Paper) -> Iterator[Found]:
    """1.2, ô 9b, Danh sách nơi nhận: `- …;` a line each, the last `- Lưu: VT, ….`."""
    for signature in _signatures(paper):
        lines = _recipients(signature)
        for line in lines:
            wanted = r"- Lưu: VT\b.*\." if line == lines[-1] else r"- \S.*;"
            if not re.fullmatch(wanted, line.words):
                yield line.said_at, "not of the form " + ("`- Lưu: VT, ….`" if line == lines[-1] else "`- …;`")


@rule(Kind.REPORT, Kind.LETTER, Kind.SHEET)
def recipients_first(paper: Paper) -> Iterator[Found]:
    """1.3, Báo cáo, Công văn: to whom it is addressed comes first, as `- Như trên;`."""
    for part in paper.parts:
        if part.addressees and part.signature:
            for line in _recipients(part.signature)[:1]:
                if line.words != "- Như trên;":
                    yield line.said_at, "not `- Như trên;`"


@rule(*OFFICIAL)
def drafter(paper: Paper) -> Iterator[Found]:
    """1.2, ô 12, where it stands: initials in capitals and number of copies, 11, upright."""
    for signature in _signatures(paper):
        for line in signature.recipients:
            if _DRAFT.match(line.words):
                yield from unlike(line, 11, 11, caps=True)


@rule(*OFFICIAL)
def address(paper: Paper) -> Iterator[Found]:
    """1.2, ô 13, where it stands at the foot of the first page: 11–12, upright, a line across the page."""
    for section in paper.sections:
        for line in (each for each in section.footers.get("first", ()) if each.words):
            yield from unlike(line, 11, 12)
            if not line.line or line.line.length < 0.95 * line.width:
                yield line.said_at, "no line across the page"
            if section != paper.sections[0]:
                yield section.place, "shown again on its first page"


@rule(*OFFICIAL)
def signature_kept_together(paper: Paper) -> Iterator[Found]:
    """The block stays on one page: its rows do not break and each keeps with the next."""
    for signature in _signatures(paper):
        rows = signature.table.rows
        for row in rows:
            if not row.whole:
                yield row.place, "the row may break across pages"
        for row in rows[:-1]:
            kept = [line.keep_next for cell in row.cells for line in paragraphs(cell.blocks)]
            if not all(kept):
                yield row.place, "the row does not keep with the next"


def _signatures(paper: Paper) -> list[Signature]:
    return [part.signature for part in paper.parts if part.signature]


def _recipients(signature: Signature) -> list[Paragraph]:
    return [line for line in signature.recipients[1:] if not _DRAFT.match(line.words)]
