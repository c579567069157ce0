"""The base of every record, which keeps its place in the file; and the numbers that a field may hold."""

from typing import Annotated, ClassVar

from msgspec import Meta, Struct, field

from cchc_cli.model.labels import Record

Year = Annotated[int, Meta(ge=2000, le=2100)]
Format = Annotated[int, Meta(ge=1)]
Percent = Annotated[int, Meta(ge=0, le=100)]
Count = Annotated[int, Meta(ge=0)]
Figure = Annotated[float, Meta(ge=-1e12, le=1e12)]


class Placed(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A mapping of a YAML file, with its place; `said` holds the Vietnamese words for it and its fields.

    Of the keys in `wanted`, if there are any, one at least must be there.
    """

    said: ClassVar[Record]
    wanted: ClassVar[tuple[str, ...]] = ()
    at: int = field(default=-1, name="@")


def names(record: Struct | type[Struct]) -> list[str]:
    """The names of a record's fields, except the field that holds its place."""
    return [name for name in record.__struct_fields__ if name != "at"]
