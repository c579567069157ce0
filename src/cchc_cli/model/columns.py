"""The columns of the appendix's table, and the cells of a row that have a column of their own."""

from typing import Final

from cchc_cli.model.labels import Said, record
from cchc_cli.model.place import Placed
from cchc_cli.model.words import Role

HOLDS: Final[tuple[str, ...]] = (
    "number", "title", "products", "result", "schedule", "assignment",
    "lead", "coordinate", "perform", "basis", "funding", "notes",
)  # fmt: skip
"""What a column can hold, by the key of a task; other columns hold `cells.NAME`."""
OWN: Final = "cells."
ROLE_CELLS: Final = {"lead": Role.LEAD, "coordinate": Role.COORDINATE, "perform": Role.PERFORM}
"""The columns whose cells name agencies, and the role that they give."""
TEXT_CELLS: Final = ("result", "assignment", *ROLE_CELLS, "basis", "funding", "notes")
"""The cells that are one printed text each."""


class Cells(dict[str, str]):
    """The texts of a row's `cells`, by name, and the place of their mapping."""

    at: int = -1

    @classmethod
    def of(cls, given: object) -> "Cells":
        """The cells of a YAML mapping; a `ValueError` if it is no mapping of texts."""
        if not isinstance(given, dict) or any(not isinstance(text, str) for name, text in given.items() if name != "@"):
            raise ValueError("not a mapping of texts")
        made = cls({name: text for name, text in given.items() if name != "@"})
        made.at = given.get("@", -1)
        return made


class Column(Placed, frozen=True):
    """A column whose head does not tell what it holds; a head of several lines is a list."""

    head: str | tuple[str, ...]
    holds: str

    said = record(
        "Cột của bảng",
        "Tên cột và khóa của nhiệm vụ mà cột in.",
        head=Said("Tên cột", "Đúng như in; tên cột in nhiều dòng thì ghi danh sách.", "Phòng chủ trì"),
        holds=Said(
            "In khóa nào",
            f"Một trong {', '.join(HOLDS)}, hoặc cells.TÊN cho cột khác.",
            "lead",
            "column",
        ),
    )
