"""A report's view → the names that a template may use, each with today's value."""

from collections.abc import Iterator
from textwrap import shorten
from typing import Any, NamedTuple

from cchc_cli.charts import Chart
from cchc_cli.paper import long_date

_SHOWN = 100
EMPTY = "(trống)"


class Field(NamedTuple):
    """`tasks[].title`: a field of each row of a list, shown by the first of them."""

    name: str
    value: str


def fields(view: dict[str, Any], sample: dict[str, Any]) -> tuple[Field, ...]:
    """In the order of the view; what is empty today is unfolded as the sample has it, without its values."""
    return tuple(_below("", view, sample))


def _below(name: str, value: Any, sample: Any) -> Iterator[Field]:
    if isinstance(value, dict):
        others = sample if isinstance(sample, dict) else {}
        for key in dict.fromkeys((*value, *others)):
            yield from _below(f"{name}.{key}".lstrip("."), value.get(key), others.get(key))
    elif isinstance(value, list | tuple) and value:
        first = sample[0] if isinstance(sample, list | tuple) and sample else None
        yield from _below(f"{name}[]", value[0], first)
    elif value in (None, [], ()) and isinstance(sample, dict | list | tuple) and sample:
        yield from (field._replace(value=EMPTY) for field in _below(name, sample, None))
    else:
        yield Field(f"{name}[]" if isinstance(value, list | tuple) else name, _shown(value))


def _shown(value: Any) -> str:
    if isinstance(value, Chart):
        return f"biểu đồ: {value.title}"
    if isinstance(value, bool):
        return "có" if value else "không"
    if hasattr(value, "isoformat"):
        return long_date(value)
    return EMPTY if value in (None, "", [], (), {}) else shorten(str(value), _SHOWN, placeholder=" …")
