"""Limits on what a template computes: each step that can grow a value is measured before it runs.

A template can use only the filters, and the methods of texts, lists and days, that are listed here.
"""

import re
from collections.abc import Callable, Iterable
from datetime import date as Day
from functools import wraps
from types import GeneratorType

from jinja2 import Environment, Undefined, filters, pass_context, pass_eval_context
from jinja2.exceptions import SecurityError
from jinja2.nodes import EvalContext
from jinja2.runtime import Context
from msgspec import Struct, structs

LONGEST = 1_000_000
"""Characters or items that one operation may make."""
OUTPUT = 64_000_000
"""Characters that a template may print."""
_BITS = 10_000
_PLACES = 20

OPERATORS = frozenset({"+", "*", "**", "%"})
"""Operators that are measured."""
METHODS = frozenset({
    "capitalize", "casefold", "count", "endswith", "find", "get", "index", "isalnum", "isalpha", "isdigit", "isoformat",
    "isspace", "items", "keys", "lower", "lstrip", "partition", "removeprefix", "removesuffix", "rfind", "rpartition",
    "rsplit", "rstrip", "split", "splitlines", "startswith", "strip", "swapcase", "title", "upper", "values", "weekday",
})  # fmt: skip
"""Methods of plain values that a template may call: none makes a large value from a small one."""
_TAME = (
    "abs", "count", "d", "default", "dictsort", "first", "float", "groupby", "int", "items", "last", "length", "list",
    "map", "max", "min", "reject", "rejectattr", "reverse", "select", "selectattr", "sort", "unique",
)  # fmt: skip
_TEXTS = (
    "capitalize", "e", "escape", "lower", "string", "striptags", "title", "trim", "truncate", "upper", "wordcount",
)  # fmt: skip
"""Filters that turn their value into text."""
_DATA = (str, int, float, Day, range, Undefined, type(None))
_JINJAS = (Environment, EvalContext, Context)
"""Types of the argument that Jinja passes to some filters before the value."""
_WIDE = re.compile(r"%(?:\(.*?\))?[^%a-zA-Z]*?(?:\*|[0-9]{4,})", re.DOTALL)


def allowed() -> dict[str, Callable[..., object]]:
    """The filters of templates: Jinja's without those that write HTML, vary between runs, or have no size limit."""
    measured = {"format": _formatted, "indent": _indented, "join": _together, "replace": _replaced, "round": _rounded}
    texts = {name: _of_data(filters.FILTERS[name]) for name in _TEXTS}
    return {name: filters.FILTERS[name] for name in _TAME} | texts | measured | {"sum": _added}


def counted(*bounds: int) -> range:
    """Jinja's `range`, limited to the length that a value may have."""
    made = range(*bounds)
    check(abs(made.stop - made.start) // abs(made.step))
    return made


def operation(operator: str, left: object, right: object) -> None:
    """Stop an operation whose result would be too large."""
    if isinstance(left, int) and isinstance(right, int):
        bits = {"*": left.bit_length() + right.bit_length(), "**": left.bit_length() * max(right, 0)}
        if bits.get(operator, 0) > _BITS:
            raise SecurityError("tính ra số quá lớn")
    elif operator == "%" and isinstance(left, str):
        _narrow(left)
        _refuse_objects(right)
    elif operator == "+":
        check(size(left) + size(right))
    elif operator == "*":
        sized, times = (left, right) if isinstance(right, int) else (right, left)
        check(size(sized) * max(times, 0) if isinstance(times, int) else 0)


def size(value: object) -> int:
    """Characters of a text, or items of a list with everything nested inside; a repeated item counts each time."""
    if isinstance(value, str | bytes):
        return len(value)
    found, inside = 0, [value]
    while inside and found <= LONGEST:
        items = inside.pop()
        if isinstance(items, list | tuple | dict):
            found += len(items)
            inside.extend(items.values() if isinstance(items, dict) else items)
        elif isinstance(items, Struct):
            inside.append(structs.astuple(items))
    return found


def printed(pieces: Iterable[str]) -> str:
    """What a template prints, as one text; output above the limit is an error at the line that prints it."""
    found, length = [], 0
    for piece in pieces:
        length += len(piece)
        if length > OUTPUT:
            error = SecurityError(f"in ra quá {OUTPUT // 1_000_000} triệu chữ")
            raise pieces.throw(error) if isinstance(pieces, GeneratorType) else error
        found.append(piece)
    return "".join(found)


def check(length: int) -> None:
    """Stop what would have more characters or items than allowed."""
    if length > LONGEST:
        raise SecurityError(f"tạo ra dữ liệu dài quá {LONGEST // 1_000_000} triệu chữ hoặc phần tử")


def _narrow(form: str) -> None:
    if _WIDE.search(form):
        raise SecurityError("canh chữ quá rộng")


def _of_data(made: Callable[..., str]) -> Callable[..., str]:
    """A filter that refuses to make a text of anything but data."""

    @wraps(made)
    def checked(*values: object, **named: object) -> str:
        _refuse_objects(*(each for each in values if not isinstance(each, _JINJAS)))
        return made(*values, **named)

    return checked


def _refuse_objects(*values: object) -> None:
    """Refuse objects that are not data, such as what `unique` returns: they print an address that varies by run."""
    inside = list(values)
    while inside:
        each = inside.pop()
        if isinstance(each, list | tuple | dict):
            inside.extend(each.values() if isinstance(each, dict) else each)
        elif isinstance(each, Struct):
            inside.extend(structs.astuple(each))
        elif not isinstance(each, _DATA):
            raise TypeError("không in được cả danh sách hay hàm: dùng vòng lặp, hoặc thêm | list, | join")


def _formatted(form: str, *values: object, **named: object) -> str:
    _narrow(form)
    _refuse_objects(*values, *named.values())
    return filters.do_format(form, *values, **named)


def _indented(text: str, width: int = 4, first: bool = False, blank: bool = False) -> str:
    check(int(width) * (text.count("\n") + 1))
    return filters.do_indent(text, int(width), first, blank)


@pass_eval_context
def _together(context: EvalContext, values: Iterable[object], between: str = "", attribute: str | None = None) -> str:
    items = list(values)
    _refuse_objects(items)
    check(sum(len(each) for each in items if isinstance(each, str)) + len(between) * len(items))
    return filters.sync_do_join(context, items, between, attribute)


@pass_eval_context
def _replaced(context: EvalContext, text: str, old: str, new: str) -> str:
    _refuse_objects(text, old, new)
    check(len(text) + str(text).count(old) * len(new))
    return filters.do_replace(context, text, old, new)


def _rounded(value: float, places: int = 0) -> float:
    check(0 if abs(places) <= _PLACES else LONGEST + 1)
    return round(value, places)


@pass_context
def _added(context: Context, values: Iterable[float], attribute: str | None = None) -> float:
    """The sum of numbers; lists are refused, because adding many lists takes quadratic time."""
    total: float = 0
    for each in filters.sync_do_map(context, values, attribute=attribute) if attribute else values:
        operation("*", total, 1)
        total += each
    return total
