"""A report's view → the names that a template may use, each with today's value."""

from collections.abc import Iterator
from datetime import date as Day
from textwrap import shorten
from typing import NamedTuple

from msgspec import Struct, structs

from cchc_cli.documents.charts import Chart
from cchc_cli.vietnamese.paper import long_date

_SHOWN = 100
EMPTY = "(trống)"


class Field(NamedTuple):
    """A name that a template may use, and its value; `tasks[].title`, a field of list items, has the first item's."""

    name: str
    value: str


def fields(view: Struct, sample: Struct) -> tuple[Field, ...]:
    """All fields in the order of the view; a value that is empty today gets the field names of the sample."""
    return tuple(_below("", view, sample))


def _below(name: str, value: object, sample: object) -> Iterator[Field]:
    own, others = _group(value), _group(sample)
    if own is not None:
        for key in dict.fromkeys((*own, *(others or ()))):
            yield from _below(f"{name}.{key}".lstrip("."), own.get(key), (others or {}).get(key))
    elif isinstance(value, list | tuple) and value:
        first = sample[0] if isinstance(sample, list | tuple) and sample else None
        yield from _below(f"{name}[]", value[0], first)
    elif value in (None, [], ()) and (others or (isinstance(sample, list | tuple) and sample)):
        yield from (field._replace(value=EMPTY) for field in _below(name, sample, None))
    else:
        yield Field(f"{name}[]" if isinstance(value, list | tuple) else name, _shown(value))


def _group(value: object) -> dict[str, object] | None:
    """What is nested in a value: the fields of a struct or the items of a dict; None for any other value."""
    if isinstance(value, Struct) and not isinstance(value, Chart):
        return structs.asdict(value)
    return value if isinstance(value, dict) else None


def _shown(value: object) -> str:
    if isinstance(value, Chart):
        return f"biểu đồ: {value.title}"
    if isinstance(value, bool):
        return "có" if value else "không"
    if isinstance(value, Day):
        return long_date(value)
    return EMPTY if value in (None, "", [], (), {}) else shorten(str(value), _SHOWN, placeholder=" …")
