"""A row of a form that came back: its cells as texts, and their names for messages."""

from typing import NamedTuple

from msgspec import Struct

from cchc_cli.forms import texts
from cchc_cli.forms.columns import Column, Page
from cchc_cli.forms.read import Line
from cchc_cli.forms.texts import Typed
from cchc_cli.recording.faults import Fault, Field, Words
from cchc_cli.recording.faults import text as words_of
from cchc_cli.vietnamese.names import fold

_CELLS = {
    Field.TASK: "id", Field.PLAN: "id", Field.AGENCY: "agency", Field.STATUS: "status", Field.DATE: "date",
    Field.EVIDENCE: "evidence", Field.LINK: "evidence", Field.NOTE: "note", Field.PERCENT: "percent",
    Field.DIFFICULTIES: "difficulties", Field.PROPOSALS: "proposals", Field.VALUE: "value",
}  # fmt: skip
"""The column in which each field is typed."""


class Refusal(NamedTuple):
    """What cannot be taken: the cell with its sheet, what is wrong, what to do."""

    cell: str
    message: str
    hint: str | None = None


class Looked(NamedTuple):
    """A cell that an officer should look at, with its sheet, and why."""

    cell: str
    words: str


class Row(Struct, frozen=True):
    """A row in which something was filled in."""

    page: Page
    line: Line

    @property
    def name(self) -> str:
        """The sheet and the row: "Tiến độ!17"."""
        return f"{self.page.name}!{self.line.number}"

    @property
    def id(self) -> str:
        """What stands in the column of ids."""
        return self.words("id")

    def words(self, key: str) -> str:
        """The text of a cell on one line; "" if it is empty."""
        found = self.line.cells.get(key)
        return texts.plain(found.value) if found else ""

    def cell(self, key: str) -> str:
        """A cell with its sheet: "Tiến độ!D17"; the row where the cell is empty."""
        found = self.line.cells.get(key)
        return f"{self.page.name}!{found.name}" if found else self.name

    def filled(self) -> dict[str, Typed]:
        """The filled cells by key."""
        found = ((column, self.line.cells.get(column.key)) for column in self.page.columns if column.filled_in)
        return {column.key: texts.typed(cell, column) for column, cell in found if cell is not None}

    def parts(self, key: str) -> tuple[str, ...]:
        """The lines of a cell."""
        found = self.line.cells.get(key)
        return texts.parts(found.value) if found else ()

    def unread(self) -> tuple[Refusal, ...]:
        """The filled cells that hold nothing that can be read."""
        return tuple(
            Refusal(self.cell(key), each.wrong, each.hint) for key, each in self.filled().items() if each.wrong
        )

    def looks(self) -> tuple[Looked, ...]:
        """The filled cells that an officer should look at."""
        return tuple(Looked(self.cell(key), each.look) for key, each in self.filled().items() if each.look)

    def refusal(self, fault: Fault) -> Refusal:
        """A fault with the cell that it is about; other cells are named by their letters."""
        key = _CELLS.get(fault.field, "id")
        listed = f"chọn trong danh sách: {', '.join(fault.choices)}" if fault.choices else None
        own = self.line.cells.get(key)
        before = f"ô {own.name}: " if own else ""  # the refusal names this cell itself
        message = self.said(fault.message).removeprefix(before)
        return Refusal(self.cell(key), message, listed or (self.said(fault.hint or "") or None))

    def said(self, words: Words) -> str:
        """The words, with the cells' names in place of the fields."""
        names = {field: f"ô {cell.name}" for field, key in _CELLS.items() if (cell := self.line.cells.get(key))}
        return words_of(words, names)

    def otherwise(self, title: str) -> Refusal | None:
        """The refusal of a row whose words are not those of its id, as when only one column was sorted; else None."""
        if fold(self.words("title")) == fold(title):
            return None
        column = next(each for each in self.page.columns if each.key == "title")
        told = f"mã {self.id} không khớp với {lowered(column)} ghi cùng dòng; theo kế hoạch: “{title}”"
        return Refusal(self.cell("title"), told, "sắp xếp thì chọn cả bảng; lấy lại dòng này từ phiếu gốc")


def lowered(column: Column) -> str:
    """The head of a column within a sentence."""
    return column.title[:1].lower() + column.title[1:]
