"""A rule of layout: its name, the kinds of document it is for, and its check; the list of all of them."""

from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from layout.model import Line, Paragraph, Run
from layout.parts import Kind, Paper
from layout.widths import lines

OFFICIAL = (Kind.REPORT, Kind.LETTER, Kind.DECISION, Kind.SHEET)
Found = tuple[str, str]  # where, and what is wrong
Check = Callable[[Paper], Iterable[Found]]


class Rule(NamedTuple):
    """One rule of layout."""

    name: str
    kinds: tuple[Kind, ...]
    check: Check


RULES: dict[str, Rule] = {}


def rule(*kinds: Kind) -> Callable[[Check], Check]:
    """Enter a check in the list, for all kinds where none is named."""

    def entered(check: Check) -> Check:
        RULES[check.__name__] = Rule(check.__name__, kinds or tuple(Kind), check)
        return check

    return entered


def unlike(
    paragraph: Paragraph,
    least: float,
    most: float,
    *,
    bold: bool | None = False,
    italic: bool = False,
    align: str = "",
    caps: bool = False,
) -> Iterator[Found]:
    """What in the type of a paragraph is not so: sizes in points, `bold` None for either."""
    runs = written(paragraph)
    where = paragraph.said_at
    sizes = {run.size for run in runs if not least <= run.size <= most}
    if sizes:
        yield where, f"size {', '.join(f'{size:g}' for size in sorted(sizes))}, not {least:g} to {most:g}"
    if bold is not None and any(run.bold is not bold for run in runs):
        yield where, "not bold" if bold else "bold"
    if any(run.italic is not italic for run in runs):
        yield where, "not italic" if italic else "italic"
    if align and paragraph.align != align:
        yield where, f"aligned {paragraph.align}, not {align}"
    if align == "center" and abs(paragraph.left + paragraph.first - paragraph.right) > 1 and not paragraph.line:
        yield where, "centred between unequal indents"
    said = "".join(run.text for run in runs)
    if caps and said != said.upper():
        yield where, "not in capitals"


def written(paragraph: Paragraph) -> list[Run]:
    """The runs that have letters, marked blanks for the officer left out."""
    return [run for run in paragraph.runs if run.text.strip() and not run.highlighted]


def ruled(line: Line | None, above: Paragraph, least: float, most: float) -> Iterator[Found]:
    """Whether a drawn line is there, centred, and as long as that share of the longest or the last line of text."""
    if line is None:
        yield above.said_at, "no line drawn below"
        return
    if not line.centred:
        yield above.said_at, "the line below is not centred"
    run = max(above.runs, key=lambda each: len(each.text))
    texts = lines(above.words, run.size, run.bold, above.width)
    shares = {line.length / length for length in (max(texts), texts[-1]) if length}
    if not any(least <= share <= most for share in shares):
        told = ", ".join(f"{share:.2f}" for share in sorted(shares))
        yield above.said_at, f"the line below is {told} of the text, not {least:g} to {most:g}"
