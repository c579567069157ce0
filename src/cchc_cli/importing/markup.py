"""HTML, Markdown and plain text → paper."""

import re
from collections.abc import Iterator
from unicodedata import normalize

from lxml import etree, html

from cchc_cli.importing.cells import relisted
from cchc_cli.importing.paper import Cell, Grid, Laid, Line, Paper, laid_out, span

_UNSEEN = {"script", "style", "head", "template", "noscript"}
_HIDDEN = re.compile(r"display:\s*none|mso-hide:\s*all", re.IGNORECASE)
_NOTE = re.compile(r"mso-(?:foot|end)note-id", re.IGNORECASE)
_SPACES = re.compile(r"\s+")
_CP1258 = re.compile(rb"charset=[\"']?windows-1258", re.IGNORECASE)
_BLOCKS = {"p", "div", "li", "br", "tr", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "blockquote", "pre", "td"}
_TAG = re.compile(r"</?[a-zA-Z][^<>]*>")
_MARKS = re.compile(r"^#+\s*|[*_]{1,3}(?=\S)|(?<=\S)[*_]{1,3}")


def declared(data: bytes) -> str | None:
    """The text of a page that says itself that it is in Windows-1258, as Word and Excel save some."""
    if _CP1258.search(data[:2_000]):
        return normalize("NFC", data.decode("cp1258", "replace"))
    return None


def of_html(text: str) -> Paper:
    """Paragraphs and tables of a page, with rowspan and colspan; scripts and styles are not read."""
    try:  # as bytes, because a text that declares an encoding is refused
        root = html.document_fromstring(text.encode(), parser=html.HTMLParser(no_network=True, encoding="utf-8"))
    except etree.ParserError:  # nothing but comments, or nothing at all
        return Paper(())
    return Paper(tuple(_blocks(root)), tuple(_left_out(root)))


def of_markdown(text: str) -> Paper:
    """Markdown with tables, read by way of HTML."""
    from markdown_it import MarkdownIt

    return of_html(MarkdownIt("commonmark", {"html": True}).enable("table").render(text))


def of_text(text: str) -> Paper:
    """Lines; those with tabs are rows of a table, as cells copied from Word or Excel are."""
    blocks: list[Line | Grid] = []
    rows: list[tuple[int, list[str]]] = []
    for number, line in enumerate(text.splitlines(), 1):
        if "\t" in line:
            rows.append((number, line.split("\t")))
        elif line.strip():
            if rows:
                blocks.append(_tabbed(rows, len(blocks)))
                rows = []
            blocks.append(Line(" ".join(_untagged(line).split()), f"dòng {number}"))
    if rows:
        blocks.append(_tabbed(rows, len(blocks)))
    return Paper(tuple(blocks))


def _tabbed(rows: list[tuple[int, list[str]]], place: int) -> Grid:
    return laid_out(
        (
            [Laid(Cell(_cell(text), f"dòng {number}, ô {column}")) for column, text in enumerate(cells, 1)]
            for number, cells in rows
        ),
        f"bảng ở dòng {rows[0][0]}" if rows else str(place),
    )


def _cell(text: str) -> str:
    """A cell on one line: its paragraphs and the dashes of a list, each on a line of its own."""
    lines = (" ".join(line.split()) for line in _untagged(text).split("\n"))
    return "\n".join(part for line in lines for part in _listed(line) if part)


def _listed(line: str) -> list[str]:
    if not line.startswith(("-", "–")):
        return [line]
    return relisted(line).split("\n")


def _untagged(text: str) -> str:
    return (
        _TAG.sub("\n", text)
        if "<" in text
        else _MARKS.sub("", text)
        if text.lstrip().startswith(("#", "*", "_"))
        else text
    )


def _blocks(root: etree._Element) -> Iterator[Line | Grid]:
    """Paragraphs and tables in their order; a table inside a cell is read as lines of that cell."""
    lines, tables = 0, 0
    gathered: list[str] = []

    def put(pieces: list[str]) -> Iterator[Line]:
        nonlocal lines
        for text in "".join(pieces).split("\n"):
            if text.strip():
                lines += 1
                yield Line(" ".join(text.split()), f"đoạn {lines}")
        pieces.clear()

    def walk(element: etree._Element) -> Iterator[Line | Grid]:
        nonlocal tables
        if _is_unseen(element):
            gathered.append(_run(element.tail))
            return
        if element.tag == "table":
            yield from put(gathered)
            tables += 1
            yield _table(element, f"bảng {tables}")
        else:
            gathered.append("\n" if element.tag in _BLOCKS else "")
            gathered.append(_run(element.text))
            for child in element:
                yield from walk(child)
            gathered.append("\n" if element.tag in _BLOCKS else "")
        gathered.append(_run(element.tail))

    yield from walk(root)
    yield from put(gathered)


def _is_unseen(element: etree._Element) -> bool:
    """Whether a reader sees nothing of it: scripts, deleted or hidden text, the marks of notes."""
    return (
        not isinstance(element.tag, str)
        or element.tag in (*_UNSEEN, "del")
        or bool(_HIDDEN.search(element.get("style", "")) or _NOTE.search(element.get("style", "")))
    )


def _left_out(root: etree._Element) -> Iterator[Line]:
    """The words that somebody deleted or hid."""
    for each in root.iter("del", "span", "p", "div", "tr", "td"):
        told = "chữ đã xóa, còn ghi trong sửa đổi" if each.tag == "del" else "chữ ẩn"
        if each.tag == "del" or _HIDDEN.search(each.get("style", "")):
            text = " ".join("".join(each.itertext()).split())
            if text and not any(_is_unseen(above) for above in each.iterancestors()):
                yield Line(text, told)


def _table(table: etree._Element, place: str) -> Grid:
    rows = [row for row in table.iter("tr") if next(row.iterancestors("table")) is table]
    return laid_out(
        (
            [_laid(cell, f"{place}, hàng {number}, ô {column}") for column, cell in enumerate(_cells(row), 1)]
            for number, row in enumerate(rows, 1)
        ),
        place,
    )


def _cells(row: etree._Element) -> list[etree._Element]:
    return [cell for cell in row if cell.tag in ("td", "th")]


def _laid(cell: etree._Element, place: str) -> Laid:
    text = "\n".join(" ".join(line.split()) for line in "".join(_inside(cell)).split("\n") if line.strip())
    return Laid(Cell(text, place), span(cell.get("colspan")), span(cell.get("rowspan")))


def _inside(element: etree._Element) -> Iterator[str]:
    yield _run(element.text)
    for child in element:
        if not _is_unseen(child):
            yield "\n" if child.tag in _BLOCKS else ""
            yield "- " if child.tag == "li" else ""
            yield from _inside(child)
            yield "\n" if child.tag in _BLOCKS else ""
        yield _run(child.tail)


def _run(text: str | None) -> str:
    """Text between tags: a line end in it is a space, since pages are wrapped at any place."""
    return _SPACES.sub(" ", text or "")
