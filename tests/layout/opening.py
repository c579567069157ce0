"""Rules between letterhead and text: title, addressees, legal bases, decision (Phụ lục I, boxes 5a, 6, 9a)."""

import re
from collections.abc import Iterator

from layout.model import Paragraph
from layout.parts import Kind, Paper, Part, under
from layout.ruling import Found, rule, ruled, unlike
from layout.widths import width

ISSUED_WITH = re.compile(r"\((Ban hành kèm|Kèm) theo .*\)", re.DOTALL)
_TITLED = (Kind.REPORT, Kind.DECISION, Kind.SHEET)


@rule(*_TITLED)
def kind_name(paper: Paper) -> Iterator[Found]:
    """1.2, ô 5a, Tên loại: capitals, 13–14, upright, bold, centred."""
    for part in paper.parts:
        for name in part.title[:1]:
            yield from unlike(name, 13, 14, bold=True, caps=True, align="center")


@rule(*_TITLED)
def subject(paper: Paper) -> Iterator[Found]:
    """1.2, ô 5a, Trích yếu: ordinary letters, 13–14, upright, bold, centred, right below the name."""
    for part in paper.parts:
        for line in part.title[1:]:
            yield from unlike(line, 13, 14, bold=True, align="center")
            if line.words.isupper():
                yield line.said_at, "in capitals"


@rule(*_TITLED)
def subject_rule(paper: Paper) -> Iterator[Found]:
    """1.2, ô 5a, Trích yếu: a solid line below, a third to a half of the text; in an issued plan below its note."""
    for part in paper.parts:
        if len(part.title) > 1:
            drawn = [under(part.between, each) for each in (part.title[-1], *part.note[-1:])]
            yield from ruled(next(filter(None, drawn), None), part.title[-1], 0.3, 0.55)


@rule(Kind.DECISION)
def issued_with(paper: Paper) -> Iterator[Found]:
    """1.3, Kế hoạch kèm theo: letterhead without number and date, then `(Kèm theo …)` italic, 13–14, centred."""
    for part in paper.parts[1:]:
        if part.letterhead and (part.letterhead.numbers or part.letterhead.dates):
            yield part.letterhead.table.place, "number or date in the letterhead of what is issued"
        if not part.note or not ISSUED_WITH.fullmatch(part.note[0].words):
            yield part.title[0].said_at, "no `(Kèm theo …)` below the title"
        for line in part.note:
            yield from unlike(line, 13, 14, italic=True, align="center")


@rule(Kind.DECISION)
def authority(paper: Paper) -> Iterator[Found]:
    """1.3, Quyết định: who decides, in capitals, bold, centred, 13–14, before the bases."""
    for part in paper.parts:
        for line in part.authority:
            yield from unlike(line, 13, 14, bold=True, caps=True, align="center")


@rule(Kind.DECISION)
def legal_bases(paper: Paper) -> Iterator[Found]:
    """1.2, ô 6, Căn cứ: italic, 13–14; a line each, ending with `;`, the last with `.`."""
    for part in paper.parts[:1]:
        if not part.bases:
            yield part.title[0].said_at, "no bases"
        for line in part.bases:
            yield from unlike(line, 13, 14, italic=True)
            wanted = "." if line == part.bases[-1] else ";"
            if not line.words.endswith(wanted):
                yield line.said_at, f"does not end with `{wanted}`"


@rule(Kind.DECISION)
def bases_cited(paper: Paper) -> Iterator[Found]:
    """1.2, Viện dẫn: in full with its date; a law or ordinance without its number."""
    for part in paper.parts[:1]:
        for line in part.bases:
            if re.match(r"Căn cứ (Luật|Pháp lệnh)\b.*\bsố \d", line.words):
                yield line.said_at, "a law cited with its number"
            elif re.search(r"số \d+/", line.words) and not re.search(r"ngày \d+ tháng \d+ năm \d{4}", line.words):
                yield line.said_at, "cited without its date"


@rule(Kind.DECISION)
def decides(paper: Paper) -> Iterator[Found]:
    """1.3, Quyết định: `QUYẾT ĐỊNH:` capitals, bold, centred, between the bases and the articles."""
    for part in paper.parts[:1]:
        if not part.decides:
            yield part.title[0].said_at, "no `QUYẾT ĐỊNH:` before the articles"
        for line in part.decides:
            yield from unlike(line, 13, 14, bold=True, caps=True, align="center")
            if line.words.upper() != "QUYẾT ĐỊNH:":
                yield line.said_at, "not `QUYẾT ĐỊNH:`"


@rule(Kind.LETTER, Kind.REPORT, Kind.SHEET)
def addressee(paper: Paper) -> Iterator[Found]:
    """1.2, ô 9a: `Kính gửi:` 13–14, upright, not bold; a letter has one."""
    for part in paper.parts:
        if not part.addressees and paper.kind is Kind.LETTER:
            yield paper.sections[0].place, "no `Kính gửi:`"
        for line in part.addressees:
            yield from unlike(line, 13, 14)


@rule(Kind.LETTER, Kind.REPORT, Kind.SHEET)
def addressees_listed(paper: Paper) -> Iterator[Found]:
    """1.2, ô 9a: one on the line itself, without a full stop; more on lines of their own, `- …;`, the last `.`."""
    for part in paper.parts:
        if not part.addressees:
            continue
        first, *others = part.addressees
        if len(others) == 1 or not re.match(r"Kính gửi: \S" if not others else r"Kính gửi:$", first.words):
            yield first.said_at, "one addressee stands on the line itself, several below"
        if not others and first.words[-1] in ".;":
            yield first.said_at, "a stop after the one addressee"
        for line in others:
            wanted = "." if line == others[-1] else ";"
            if not line.words.startswith("- ") or not line.words.endswith(wanted):
                yield line.said_at, f"not of the form `- …{wanted}`"


@rule(Kind.LETTER, Kind.REPORT, Kind.SHEET)
def addressees_aligned(paper: Paper) -> Iterator[Found]:
    """1.2, ô 9a: the dashes stand in one line below the colon."""
    for part in paper.parts:
        lines = part.addressees
        if len(lines) < 2:
            continue
        if lines[0].align != "left" or any(line.align not in ("left", "both") for line in lines[1:]):
            yield lines[0].said_at, "several addressees not aligned left"
            continue
        colon = _begins(lines[0]) + width("Kính gửi", lines[0].runs[0].size, False)
        for line in lines[1:]:
            if abs(_begins(line) - _begins(lines[1])) > 0.5 or abs(_begins(line) - colon) > 3:
                yield line.said_at, f"its dash at {_begins(line):.1f} mm, the colon at {colon:.1f}"


@rule(Kind.DECISION)
def articles(paper: Paper) -> Iterator[Found]:
    """1.2, Điều: indented 1 or 1.27 cm, `Điều 1.` bold with its dot."""
    for part in paper.parts[:1]:
        for line in _articles(part):
            label = re.match(r"Điều \d+\.", line.words)
            if not label:
                yield line.said_at, "no dot after the number"
                continue
            bold = "".join(run.text for run in line.runs if run.bold).strip()
            if bold != label[0] and bold != line.words:
                yield line.said_at, "not just its label (or the whole, as a title) is bold"
            if min(abs(_begins(line) - indent) for indent in (10, 12.7)) > 0.3:
                yield line.said_at, f"begins at {_begins(line):.1f} mm"


def _articles(part: Part) -> Iterator[Paragraph]:
    return (line for line in part.body if re.match(r"Điều \d+", line.words))


def _begins(line: Paragraph) -> float:
    """Where the first line begins, from the left of its column, in mm."""
    return line.left + line.first
