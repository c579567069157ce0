"""Rules of annexes and of tables of data (Phụ lục I)."""

from collections.abc import Iterator

from layout.model import Paragraph, Section, Table, paragraphs
from layout.opening import ISSUED_WITH
from layout.parts import Paper, under
from layout.ruling import OFFICIAL, Found, rule, unlike

_NUMBERS = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")


@rule(*OFFICIAL)
def annex_label(paper: Paper) -> Iterator[Found]:
    """1.2, `Phụ lục`: 14, upright, bold, centred, a line of its own; numbered in Roman where there are several."""
    for annex, number in zip(paper.annexes, _NUMBERS, strict=False):
        if annex.label is None:
            yield annex.section.place, "no `Phụ lục` at its head"
            continue
        yield from unlike(annex.label, 14, 14, bold=True, align="center")
        wanted = f"Phụ lục {number}" if len(paper.annexes) > 1 else "Phụ lục"
        if annex.label.words != wanted:
            yield annex.label.said_at, f"not `{wanted}`"


@rule(*OFFICIAL)
def annex_title(paper: Paper) -> Iterator[Found]:
    """1.2, Tên phụ lục: capitals, 13–14, upright, bold, centred."""
    for annex in paper.annexes:
        if annex.label and not annex.title:
            yield annex.section.place, "no title"
        for line in annex.title:
            yield from unlike(line, 13, 14, bold=True, caps=True, align="center")


@rule(*OFFICIAL)
def annex_note(paper: Paper) -> Iterator[Found]:
    """1.2, `(Kèm theo …)`: 13–14, italic, centred, below the title."""
    for annex in paper.annexes:
        if annex.title and not any(ISSUED_WITH.fullmatch(line.words) for line in annex.notes):
            yield annex.section.place, "no `(Kèm theo …)`"
        for line in annex.notes:
            yield from unlike(line, 13, 14, italic=True, align="center")


@rule(*OFFICIAL)
def annex_rule(paper: Paper) -> Iterator[Found]:
    """1.2, `(Kèm theo …)`: a line drawn below, centred."""
    for annex in paper.annexes:
        drawn = [under(_paragraphs(annex.section), line) for line in annex.notes]
        line = next(filter(None, drawn), None)
        if annex.notes and (line is None or not line.centred):
            yield annex.notes[-1].said_at, "no line drawn below it, or not centred"


@rule(*OFFICIAL)
def table_header(paper: Paper) -> Iterator[Found]:
    """1.3, Bảng phụ lục: rows at the head, bold, repeated on each page."""
    for _, table in _tables(paper):
        heads = [row for row in table.rows if row.repeats]
        if not heads or heads != list(table.rows[: len(heads)]):
            yield table.place, "its first row is not repeated on each page"
        for row in heads:
            for line in (text for cell in row.cells for text in cell.texts):
                if any(not run.bold for run in line.runs if run.text.strip()):
                    yield line.said_at, "a head that is not bold"


@rule(*OFFICIAL)
def rows_whole(paper: Paper) -> Iterator[Found]:
    """1.3, Bảng phụ lục: no row breaks across pages."""
    for _, table in _tables(paper):
        for row in table.rows:
            if not row.whole:
                yield row.place, "may break across pages"


@rule(*OFFICIAL)
def table_type(paper: Paper) -> Iterator[Found]:
    """1.3, Bảng phụ lục: 11–13."""
    for _, table in _tables(paper):
        for line in paragraphs((table,)):
            sizes = {run.size for run in line.runs if run.text.strip() and not 11 <= run.size <= 13}
            if sizes:
                yield line.said_at, f"size {', '.join(f'{size:g}' for size in sorted(sizes))}, not 11 to 13"


@rule(*OFFICIAL)
def table_width(paper: Paper) -> Iterator[Found]:
    """1.3: a table of data lies within the margins, its stated width the sum of its columns (Word and LibreOffice)."""
    for section, table in _tables(paper):
        total = sum(table.columns)
        if table.width is None or abs(table.width - total) > 1:
            yield table.place, f"columns of {total:.1f} mm, stated width {table.width and round(table.width, 1)}"
        if total > section.text_width + 0.5:
            yield table.place, f"{total:.1f} mm wide, between margins {section.text_width:.1f}"
        for row in table.rows:
            if abs(sum(cell.width for cell in row.cells) - total) > 1:
                yield row.place, "its cells are not as wide as the columns"


def _tables(paper: Paper) -> Iterator[tuple[Section, Table]]:
    """Tables of data with their sections: those with borders in the text, and all in annexes."""
    own = {table.place for part in paper.parts for table in part.tables if table.bordered}
    own |= {table.place for annex in paper.annexes for table in annex.tables}
    for section in paper.sections:
        yield from ((section, block) for block in section.blocks if isinstance(block, Table) and block.place in own)


def _paragraphs(section: Section) -> list[Paragraph]:
    return [block for block in section.blocks if isinstance(block, Paragraph)]
