"""Columns and rows of the table → what was not sure about them, and the texts in which misprints are looked for."""

from collections.abc import Container, Iterable, Iterator

from cchc_cli.importing.guesses import Guess, Weight
from cchc_cli.importing.heads import Heads
from cchc_cli.importing.misprints import Said
from cchc_cli.importing.paper import Line
from cchc_cli.importing.tree import Branch, Grown
from cchc_cli.model import OWN, TASKS, Correction
from cchc_cli.plan.heads import usual
from cchc_cli.vietnamese.paper import from_roman

_SHOWN = 100


def columns(heads: Heads, periods: Container[str]) -> Iterator[Guess]:
    """The columns whose head does not tell what they hold; those headed by `periods` are known."""
    for column in heads.guessed:
        holds = heads.holds[column]
        if holds not in periods:
            told = "cột riêng của bảng" if holds.startswith(OWN) else f"cột “{usual(holds)}”"
            head = " ".join(heads.lines[column])
            mend = "sửa holds của cột trong plan.yaml"
            yield Guess(Weight.COLUMN, "tên cột", "", head, told, "tên cột không quen", mend)


def places(tree: Grown) -> Iterator[Guess]:
    """The rows and sections whose place was guessed, and the rows that were joined over the end of a page."""
    for node, why in tree.guessed:
        title = " ".join(node.row.text("title").split())[:_SHOWN]
        yield Guess(Weight.ROW, node.row.place, node.id, title, f"id {node.id}", why)
    yield from (_section(each) for each in tree.branches if each.id not in (TASKS, each.number))
    for node in tree.nodes:
        for seam in node.row.seams:
            yield Guess(Weight.TEXT, seam.place, node.id, seam.text, "nối với dòng trên", "dòng bị ngắt qua trang")


def _section(branch: Branch) -> Guess:
    is_roman = from_roman(branch.number) is not None
    why = f"số {branch.number} {'đã có ở lĩnh vực trên' if is_roman else 'không phải là số La Mã'}"
    printed = f"{branch.number} {branch.title}"
    return Guess(Weight.ROW, branch.place, branch.id, printed, f"lĩnh vực {branch.id}", why)


def corrected(corrections: Iterable[Correction]) -> Iterator[Guess]:
    """What was put right."""
    for each in corrections:
        yield Guess(Weight.TEXT, each.place, "", each.printed, each.corrected, "in sai", "giữ như in")


def said(tree: Grown, around: Iterable[Line]) -> Iterator[Said]:
    """The texts of the rows, joined where a page broke them, and of the paragraphs around the table."""
    for node in tree.nodes:
        for row in (node.row, *node.parts):
            yield from (Said(cell.text, cell.place, node.id) for cell in row.cells.values())
    yield from (Said(line.text, line.place) for line in around)
