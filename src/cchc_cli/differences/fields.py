"""Two records field by field, without regard to where they stand in their files."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from typing import NamedTuple, TypeGuard, TypeVar, overload

from msgspec import Struct

from cchc_cli.model import names

R = TypeVar("R")
_KEYS = ("id", "number", "code", "period", "agency", "date", "printed", "title")


class FieldChange(NamedTuple):
    """A path from the outer record down, and the value before and after: a plain value, a list of these, a record."""

    path: tuple[str, ...]
    before: object
    after: object


def same(one: object, other: object) -> bool:
    """Whether two values are equal, their places in the files aside."""
    return bool(plain(one) == plain(other))


@overload
def spaced(value: str) -> str: ...
@overload
def spaced(value: tuple[object, ...]) -> tuple[object, ...]: ...
@overload
def spaced(value: object) -> object: ...
def spaced(value: object) -> object:
    """A text with single spaces between words: line breaks and double spaces do not count."""
    if isinstance(value, str):
        return " ".join(value.split())
    return tuple(map(spaced, value)) if isinstance(value, tuple) else value


def plain(value: object) -> object:
    """A value to compare and to count by: records as tuples without their place."""
    if isinstance(value, Struct):
        return (type(value).__name__, *(plain(getattr(value, each)) for each in names(value)))
    if isinstance(value, dict):
        return tuple(value.items())
    return tuple(map(plain, value)) if isinstance(value, tuple) else value


def field_changes(before: object, after: object, path: tuple[str, ...] = ()) -> Iterator[FieldChange]:
    """What differs below a record; records of a list are compared by key; an added or removed one is reported whole."""
    if isinstance(before, Struct) and type(before) is type(after):
        for name in names(before):
            yield from field_changes(getattr(before, name), getattr(after, name), (*path, name))
    elif _is_records(before) and _is_records(after) and (before or after):
        old, new = keyed(before), keyed(after)
        for key in dict.fromkeys((*new, *old)):
            yield from field_changes(old.get(key), new.get(key), (*path, key))
    elif not same(spaced(before), spaced(after)):
        yield FieldChange(path, before, after)


def other_changes(
    before: Struct, after: Struct, told: Collection[str], path: tuple[str, ...] = ()
) -> Iterator[FieldChange]:
    """What differs in the fields of a record but those in `told`; so a new field is reported without further code."""
    for name in names(before):
        if name not in told:
            yield from field_changes(getattr(before, name), getattr(after, name), (*path, name))


def keyed(records: Iterable[R]) -> dict[str, R]:
    """Records by key; records with equal keys are numbered in their order."""
    found: dict[str, R] = {}
    alike: Counter[str] = Counter()
    for record in records:
        key = _key(record)
        alike[key] += 1
        found[f"{key}#{alike[key]}" if alike[key] > 1 else key] = record
    return found


def _key(record: object) -> str:
    given = [getattr(record, name, None) for name in _KEYS]
    code = getattr(record, "code", None)
    if code is not None:  # a waiver belongs to one place
        return f"{code} {getattr(record, 'task', '')}".strip()
    return str(next((each for each in given if each is not None), ""))


def _is_records(value: object) -> TypeGuard[tuple[Struct, ...]]:
    return isinstance(value, tuple) and all(isinstance(each, Struct) for each in value)
