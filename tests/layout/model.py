"""A Word document as its reader sees it: sections, tables, paragraphs, runs with the properties that hold for them.

Lengths are millimetres, sizes and spacings of type are points.
"""

from collections.abc import Iterator
from typing import NamedTuple


class Run(NamedTuple):
    """A piece of text in one type; capitals set by a property are capitals here."""

    text: str
    faces: tuple[str, str, str, str]  # ascii, hAnsi, cs, eastAsia; "theme" where the theme decides
    size: float
    bold: bool
    italic: bool
    underlined: bool
    color: str
    language: str
    highlighted: bool
    field: str = ""  # the instruction of the field that yields this run


class Line(NamedTuple):
    """A solid drawn line: a border of a paragraph, or a drawing."""

    length: float
    centred: bool


class Paragraph(NamedTuple):
    """One paragraph; `width` is that of its column, indents not taken off."""

    place: str
    runs: tuple[Run, ...]
    align: str  # left, center, right, both
    left: float
    right: float
    first: float  # of the first line, beyond `left`; negative where it hangs
    before: float
    after: float
    leading: float  # distance of lines as a multiple of a single one
    keep_next: bool
    width: float
    line: Line | None
    boxed: bool
    auto_numbered: bool
    breaks_page: bool
    pictured: bool
    framed: tuple["Paragraph", ...]  # in text boxes anchored here

    @property
    def text(self) -> str:
        return "".join(run.text for run in self.runs)

    @property
    def words(self) -> str:
        """The text without spaces at its ends."""
        return self.text.strip(" \xa0\n\t")

    @property
    def said_at(self) -> str:
        return f"{self.place} “{self.words[:40]}”"


class Cell(NamedTuple):
    """One cell; cells of one row stand side by side."""

    width: float
    blocks: tuple["Paragraph | Table", ...]
    upright: str  # vAlign

    @property
    def paragraphs(self) -> tuple[Paragraph, ...]:
        return tuple(block for block in self.blocks if isinstance(block, Paragraph))

    @property
    def texts(self) -> tuple[Paragraph, ...]:
        return tuple(paragraph for paragraph in self.paragraphs if paragraph.words)


class Row(NamedTuple):
    """One row."""

    place: str
    cells: tuple[Cell, ...]
    repeats: bool
    whole: bool  # it does not break across pages


class Table(NamedTuple):
    """One table; `width` is None where it is not stated in a fixed unit."""

    place: str
    rows: tuple[Row, ...]
    columns: tuple[float, ...]
    width: float | None
    bordered: bool


Block = Paragraph | Table


class Page(NamedTuple):
    """The page of a section."""

    width: float
    height: float
    landscape: bool
    top: float
    bottom: float
    left: float
    right: float
    header: float
    gutter: float
    title_page: bool
    starts_at: int | None
    digits: str


class Section(NamedTuple):
    """A section with the headers and footers that show in it, inherited ones too, by type (default, first)."""

    place: str
    page: Page
    blocks: tuple[Block, ...]
    headers: dict[str, tuple[Paragraph, ...]]
    footers: dict[str, tuple[Paragraph, ...]]

    @property
    def texts(self) -> tuple[Paragraph, ...]:
        return tuple(block for block in self.blocks if isinstance(block, Paragraph) and block.words)

    @property
    def text_width(self) -> float:
        return self.page.width - self.page.left - self.page.right - self.page.gutter


def paragraphs(blocks: tuple[Block, ...]) -> Iterator[Paragraph]:
    """Every paragraph, those in cells too, as read."""
    for block in blocks:
        if isinstance(block, Paragraph):
            yield block
            yield from block.framed
            continue
        for row in block.rows:
            for cell in row.cells:
                yield from paragraphs(cell.blocks)


def all_paragraphs(sections: tuple[Section, ...]) -> Iterator[Paragraph]:
    """Every paragraph of a document, headers and footers too; one that several sections show comes once."""
    seen: set[str] = set()
    for section in sections:
        yield from paragraphs(section.blocks)
        for edge in (*section.headers.values(), *section.footers.values()):
            for paragraph in edge:
                if paragraph.place not in seen:
                    seen.add(paragraph.place)
                    yield paragraph
