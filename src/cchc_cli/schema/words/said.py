"""What an editor says of a record or a field: title, explanation, example, and what the field refers to."""

from typing import Literal, NamedTuple

Refers = Literal["agency", "agency-id", "section", "row", "task", "milestone", "mark", "period", "code"]


class Said(NamedTuple):
    """Words for one field. `refers`: the form of the id that it holds, and for "agency" the ids of the registry."""

    title: str
    description: str
    example: str | int | float | bool | None = None
    refers: Refers | None = None


class Record(NamedTuple):
    """Words for a record and each of its fields, by their names in the file."""

    title: str
    description: str
    fields: dict[str, Said]
