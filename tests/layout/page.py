"""Rules of the page and of what holds for every letter (NĐ 30/2020/NĐ-CP, Phụ lục I, I)."""

import re
from collections.abc import Iterator

from layout.model import Paragraph, all_paragraphs
from layout.parts import Letterhead, Paper
from layout.ruling import Found, rule

_BLANK = re.compile(r"\[(?:Cần điền|Tham khảo)[^\]]*\]")
_A4 = (210, 297)


@rule()
def paper_size(paper: Paper) -> Iterator[Found]:
    """1.1, Khổ giấy: A4, 210 × 297 mm."""
    for section in paper.sections:
        sides = sorted((section.page.width, section.page.height))
        if any(abs(side - wanted) > 0.5 for side, wanted in zip(sides, _A4, strict=True)):
            yield section.place, f"paper of {sides[0]:.0f} × {sides[1]:.0f} mm"


@rule()
def orientation(paper: Paper) -> Iterator[Found]:
    """1.1, Hướng: the document upright, each annex a landscape section."""
    for section in paper.sections:
        wide = section.page.width > section.page.height
        if wide is not section.page.landscape:
            yield section.place, "the longer side and the stated orientation disagree"
        if wide is (section in paper.main):
            yield section.place, "landscape" if wide else "upright"


@rule()
def margins(paper: Paper) -> Iterator[Found]:
    """1.1, Lề: top and bottom 20–25, left 30–35, right 15–20 mm, landscape pages too."""
    for section in paper.sections:
        page = section.page
        allowed = {"top": (20, 25), "bottom": (20, 25), "left": (30, 35), "right": (15, 20)}
        for side, (least, most) in allowed.items():
            given = getattr(page, side) + (page.gutter if side == "left" else 0)
            if not least - 0.2 <= given <= most + 0.2:
                yield section.place, f"{side} margin {given:.1f} mm, not {least} to {most}"
        if not 0 < page.header < page.top:
            yield section.place, "the header does not stand within the top margin"


@rule()
def typeface(paper: Paper) -> Iterator[Found]:
    """1.1, Font: Times New Roman by name, in all four ranges of letters."""
    for paragraph in all_paragraphs(paper.sections):
        wrong = {face or "none" for run in paragraph.runs for face in run.faces if face != "Times New Roman"}
        if wrong:
            yield paragraph.said_at, f"typeface {', '.join(sorted(wrong))}"


@rule()
def ink(paper: Paper) -> Iterator[Found]:
    """1.1, Font: black."""
    for paragraph in all_paragraphs(paper.sections):
        if any(run.color not in ("auto", "000000") for run in paragraph.runs if run.text.strip()):
            yield paragraph.said_at, "not black"


@rule()
def language(paper: Paper) -> Iterator[Found]:
    """1.1, Font: `w:lang` vi-VN."""
    for paragraph in all_paragraphs(paper.sections):
        wrong = {run.language or "none" for run in paragraph.runs if run.language != "vi-VN"}
        if wrong:
            yield paragraph.said_at, f"language {', '.join(sorted(wrong))}"


@rule()
def page_number(paper: Paper) -> Iterator[Found]:
    """1.1, Số trang: Arabic, from 1, size 13–14, upright, centred in the header."""
    for section in paper.sections:
        lines = [each for each in section.headers.get("default", ()) if _numbers(each)]
        if len(lines) != 1:
            yield section.place, "no page number in the header"
        if section.page.digits != "decimal":
            yield section.place, "pages are not numbered in Arabic digits"
        for line in lines:
            if line.align != "center" or any(not 13 <= run.size <= 14 or run.italic for run in line.runs):
                yield line.place, "the page number is not centred, upright, of size 13 to 14"
        if any(_numbers(each) for footer in section.footers.values() for each in footer):
            yield section.place, "page number in the footer"
    if paper.sections[0].page.starts_at not in (None, 1):
        yield paper.sections[0].place, "pages do not begin at 1"


@rule()
def first_page_unnumbered(paper: Paper) -> Iterator[Found]:
    """1.1, Số trang: not on the first page, nor (as we take it) on that of an annex."""
    for section in paper.sections:
        if not section.page.title_page:
            yield section.place, "the first page has the header of the others"
        if any(each.runs for each in section.headers.get("first", ())):
            yield section.place, "the header of the first page is not empty"


@rule()
def annex_numbering(paper: Paper) -> Iterator[Found]:
    """1.1, Số trang phụ lục: each annex is a section whose pages begin at 1."""
    for annex in paper.annexes:
        if annex.section.page.starts_at != 1:
            yield annex.section.place, "its pages do not begin at 1"
    opening = {annex.label for annex in paper.annexes}
    for section in paper.sections:
        for text in section.texts:
            if text.words.startswith("Phụ lục") and len(text.words) < 15 and text not in opening:
                yield text.said_at, "an annex that does not begin a section"


@rule()
def no_underlining(paper: Paper) -> Iterator[Found]:
    """1.3, Đường kẻ: drawn, never underlined text."""
    for paragraph in all_paragraphs(paper.sections):
        if any(run.underlined for run in paragraph.runs):
            yield paragraph.said_at, "underlined"


@rule()
def no_alignment_by_spaces(paper: Paper) -> Iterator[Found]:
    """1.3, Khung ghép sẵn: tables and indents place things; only a blank to be written in is spaces."""
    blanks = {each.place for part in paper.parts for each in _left_blank(part.letterhead)}
    for paragraph in all_paragraphs(paper.sections):
        spaced = "\t" in paragraph.text or "   " in paragraph.text.replace("\xa0", " ")
        if spaced and paragraph.place not in blanks and not paragraph.words.startswith("("):
            yield paragraph.said_at, "tabs or spaces place the text"


@rule()
def no_empty_page(paper: Paper) -> Iterator[Found]:
    """1.1: a section ends with what it says, save the one empty paragraph that Word wants after a table."""
    for section in paper.sections:
        trailing = []
        for block in reversed(section.blocks):
            if not isinstance(block, Paragraph) or block.words or block.pictured or block.line or block.framed:
                break
            trailing.append(block)
        if len(trailing) > 1 or any(each.breaks_page for each in trailing):
            yield section.place, f"{len(trailing)} empty paragraphs at its end"


@rule()
def blanks(paper: Paper) -> Iterator[Found]:
    """What an officer must write is a marked blank; nothing else is marked."""
    for paragraph in all_paragraphs(paper.sections):
        marked = [run.highlighted for run in paragraph.runs for _ in run.text]
        places = {place for found in _BLANK.finditer(paragraph.text) for place in range(*found.span())}
        for place, letter in enumerate(paragraph.text):
            if not letter.isspace() and marked[place] is not (place in places):
                yield paragraph.said_at, "marked, yet no blank" if marked[place] else "a blank that is not marked"
                break


def _numbers(paragraph: Paragraph) -> bool:
    return any(run.field == "PAGE" for run in paragraph.runs)


def _left_blank(letterhead: Letterhead | None) -> tuple[Paragraph, ...]:
    return (*letterhead.numbers[:1], *letterhead.dates[:1]) if letterhead else ()
