"""The Vietnamese words of a record and its fields, declared in its class: what editors, `diff` and `show` call them."""

from typing import Literal

from msgspec import Struct

Refers = Literal[
    "agency",
    "agency-id",
    "section",
    "row",
    "task",
    "milestone",
    "mark",
    "period",
    "code",
    "link",
    "column",
    "spanned",
    "turn",
]


class Said(Struct, frozen=True):
    """Words for one field. `refers`: the form of the id that it holds, and for "agency" the ids of the registry.

    `label` is its name inside a sentence where that is not the title.
    """

    title: str
    description: str
    example: str | int | float | bool | None = None
    refers: Refers | None = None
    label: str | None = None

    @property
    def called(self) -> str:
        """The name of the field inside a sentence."""
        return self.label or self.title[:1].lower() + self.title[1:]


class Record(Struct, frozen=True):
    """Words for a record and each of its fields, by their names in the file."""

    title: str
    description: str
    fields: dict[str, Said]


def record(title: str, description: str, /, **fields: Said) -> Record:
    """Words for a record; a test fails where a field has none."""
    return Record(title, description, fields)
