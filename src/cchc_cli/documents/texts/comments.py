"""Places of a Markdown document: each stands between two comments with its name, which no reader sees."""

import re
from collections.abc import Sequence

from cchc_cli.documents.texts.form import ITEM, Block, Line, Paragraph, Run, Table, blocks
from cchc_cli.documents.texts.places import Place
from cchc_cli.formats.table_md import escaped

_MARK = re.compile(r"<!--place (\d+)-->")
_ALONE = re.compile(r"^[ \t]*<!--place (\d+)-->[ \t]*$", re.MULTILINE)
_LEADING = ("-", "+", "=")


def marker(number: int) -> str:
    """The comment that stands for the place with a number; no data can produce it, because "<" is escaped."""
    return f"<!--place {number}-->"


def placed(text: str, places: Sequence[Place]) -> str:
    """A document with what stands at each marked place; a place alone on its line may take several paragraphs."""
    whole = _ALONE.sub(lambda found: _whole(places[int(found[1])]), text)
    return _MARK.sub(lambda found: _inline(places[int(found[1])]), whole)


def _whole(place: Place) -> str:
    if place.text is None:
        inner = [f"**{_bracketed(place.mark)}**", *map(_bracketed, place.offered)]
    else:
        inner = [_table(each) if isinstance(each, Table) else _paragraph(each.runs) for each in blocks(place.text)]
    return "\n".join((_begin(place), "\n\n".join(inner), _end(place)))


def _inline(place: Place) -> str:
    if place.text is None:
        inner = f"**{_bracketed(place.mark)}**"
    else:
        inner = " ".join(_runs(each) for block in blocks(place.text) for each in _lines(block))
    return _begin(place) + inner + _end(place)


def _begin(place: Place) -> str:
    return f"<!-- {place.name} -->" if place.name else ""


def _end(place: Place) -> str:
    return f"<!-- /{place.name} -->" if place.name else ""


def _lines(block: Block) -> tuple[Line, ...]:
    if isinstance(block, Paragraph):
        return (block.runs,)
    return tuple(cell for row in block.rows for cell in row)


def _paragraph(runs: Line) -> str:
    """A paragraph; an item stays one, and nothing else begins a list or a heading."""
    first, *rest = runs
    if first.text.startswith(ITEM) and not first.bold:
        return ITEM + _runs((Run(first.text.removeprefix(ITEM)), *rest))
    shown = _runs(runs)
    return f"\\{shown}" if shown.startswith(_LEADING) else shown


def _runs(runs: Line) -> str:
    return "".join(f"**{_escaped(run.text)}**" if run.bold else _escaped(run.text) for run in runs)


def _table(table: Table) -> str:
    rows = ["| " + " | ".join(map(_runs, row)) + " |" for row in table.rows]
    return "\n".join((rows[0], "|" + " --- |" * len(table.rows[0]), *rows[1:]))


def _bracketed(text: str) -> str:
    return f"[{escaped(text[1:-1])}]"


def _escaped(text: str) -> str:
    """The characters of a run, escaped between the spaces and line ends that it begins and ends with."""
    inner = text.strip()
    front, _, back = text.partition(inner) if inner else (text, "", "")
    return front.replace("\n", "<br>") + escaped(inner) + back.replace("\n", "<br>")
