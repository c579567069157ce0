"""Rules of the text between opening and signature (Phụ lục I, box 6)."""

import re
from collections.abc import Iterator
from itertools import pairwise

from layout.model import Paragraph
from layout.parts import Paper
from layout.ruling import OFFICIAL, Found, rule, unlike, written

_POINTS = "abcdđeghiklmnopqrstuvxy"
_ROMAN = re.compile(r"[IVXLC]+\.\s+\S")
_CLAUSE = re.compile(r"\d+(\.\d+)*\.\s+\S")
_POINT = re.compile(r"(?P<letter>\w)\)\s+\S")
_CHAPTER = re.compile(r"(Phần|Chương) [IVXLC\d]+$", re.IGNORECASE)
_CAPTION = re.compile(r"(Hình|Biểu|Biểu đồ|Bảng|Đơn vị tính)\b.*[^.;]$")
_MISWRITTEN = re.compile(r"Sở nội vụ|Sở Nội Vụ|Ủy Ban|Ủy ban Nhân dân|[Nn]hân dân Tỉnh|ỦY BAN NHÂN DÂN|SỞ [A-ZĐ]")
_TITLE_AT_MOST = 150  # letters: a longer clause without a full stop has no title, it lacks its stop


@rule(*OFFICIAL)
def body_type(paper: Paper) -> Iterator[Found]:
    """1.2, ô 6, Nội dung: 13–14, upright."""
    for line in _prose(paper):
        yield from unlike(line, 13, 14, bold=None)


@rule(*OFFICIAL)
def body_justified(paper: Paper) -> Iterator[Found]:
    """1.2, ô 6, Nội dung: even at both margins."""
    for line in _prose(paper):
        if line.align != "both":
            yield line.said_at, f"aligned {line.align}"


@rule(*OFFICIAL)
def body_indent(paper: Paper) -> Iterator[Found]:
    """1.2, ô 6, Nội dung: the first line 1 or 1.27 cm in, the others at the margin."""
    for line in (each for each in _prose(paper) if not re.match(r"Điều \d", each.words)):
        if min(abs(line.left + line.first - indent) for indent in (10, 12.7)) > 0.3 or abs(line.left) > 0.3:
            yield line.said_at, f"first line at {line.left + line.first:.1f} mm, the others at {line.left:.1f}"


@rule(*OFFICIAL)
def body_spacing(paper: Paper) -> Iterator[Found]:
    """1.2, ô 6, Nội dung: at least 6 pt between paragraphs."""
    for line in _flow(paper):
        if max(line.before, line.after) < 6:
            yield line.said_at, f"{line.before:g} pt before it and {line.after:g} after"


@rule(*OFFICIAL)
def line_spacing(paper: Paper) -> Iterator[Found]:
    """1.2, ô 6, Nội dung: single lines to 1.5."""
    for line in _flow(paper):
        if not 0.995 <= line.leading <= 1.505:
            yield line.said_at, f"{line.leading:.2f} lines"


@rule(*OFFICIAL)
def roman_heading(paper: Paper) -> Iterator[Found]:
    """1.2, levels, `I. TIÊU ĐỀ`: capitals, 13–14, upright, bold."""
    for line in _lines(paper):
        if _ROMAN.match(line.words):
            yield from unlike(line, 13, 14, bold=True, caps=True)


@rule(*OFFICIAL)
def clause_heading(paper: Paper) -> Iterator[Found]:
    """1.2, levels, `1.`: bold on a line of its own where it has a title, else not bold; 13–14, upright."""
    for line in _lines(paper):
        if not _CLAUSE.match(line.words):
            continue
        titled = _titled(line)
        if titled:
            yield from unlike(line, 13, 14, bold=True)
        elif all(run.bold for run in written(line)):
            yield line.said_at, "bold, though it is no title"


@rule(*OFFICIAL)
def points(paper: Paper) -> Iterator[Found]:
    """1.2, levels, `a)`: letters a b c d đ e g h i k l m n o …, in order, typed (Word's own lists have no đ)."""
    before = ""
    for line in _lines(paper):
        found = _POINT.match(line.words)
        if line.auto_numbered:
            yield line.said_at, "numbered by Word"
        if _ROMAN.match(line.words) or _CLAUSE.match(line.words):
            before = ""
        if found:
            letter = found["letter"]
            expected = "a" if not before else _POINTS[(_POINTS.find(before) + 1) % len(_POINTS)]
            if letter != expected:
                yield line.said_at, f"expected {expected})"
            before = letter if letter in _POINTS else ""


@rule(*OFFICIAL)
def parts_and_chapters(paper: Paper) -> Iterator[Found]:
    """1.2, levels, `Phần I`: a bold centred line of its own; below it the title, capitals, bold, centred."""
    for line, title in pairwise(_lines(paper)):
        if _CHAPTER.match(line.words):
            yield from unlike(line, 13, 14, bold=True, align="center")
            yield from unlike(title, 13, 14, bold=True, align="center", caps=True)


@rule(*OFFICIAL)
def closing(paper: Paper) -> Iterator[Found]:
    """1.3, Dấu kết: the text ends with `./.` right after its last word, and nothing else does."""
    for part in paper.parts:
        if not part.body:
            yield paper.sections[0].place, "no text"
            continue
        last = part.body[-1]
        if not re.search(r"\w[”)\]]?\./\.$", last.words):
            yield last.said_at, "does not end with `./.` after its last word"
        for line in part.body[:-1]:
            if "./." in line.words:
                yield line.said_at, "`./.` before the end"


@rule(*OFFICIAL)
def capitals(paper: Paper) -> Iterator[Found]:
    """1.3, Viết hoa (Phụ lục II): a paragraph begins large; `Sở Nội vụ`, `Ủy ban nhân dân tỉnh …` within sentences."""
    for line in _prose(paper):
        wrong = _MISWRITTEN.search(line.words)
        if wrong:
            yield line.said_at, f"“{wrong[0]}”"
        if line.words[0].islower() and not _POINT.match(line.words):
            yield line.said_at, "begins with a small letter"


def _lines(paper: Paper) -> Iterator[Paragraph]:
    """The paragraphs of the text, addressees and bases left out."""
    return (line for part in paper.parts for line in part.body)


def _flow(paper: Paper) -> Iterator[Paragraph]:
    """All that is set as running text: headings too, captions not."""
    return (line for line in _lines(paper) if not _CAPTION.match(line.words))


def _prose(paper: Paper) -> Iterator[Paragraph]:
    """What is neither heading nor caption."""
    title = False  # the line below Phần I
    for line in _flow(paper):
        chapter = bool(_CHAPTER.match(line.words))
        heading = chapter or title or _ROMAN.match(line.words) or (_CLAUSE.match(line.words) and _titled(line))
        title = chapter
        if not heading:
            yield line


def _titled(line: Paragraph) -> bool:
    return line.words[-1] not in ".;:]" and len(line.words) <= _TITLE_AT_MOST
