"""Plain data → typed records, with every problem of shape at its place.

A sound file is converted at once, in C. One that is not is walked: each problem is noted, what is wrong is left out
(a field, or the whole record where the field is required), and the rest is used, so that one run finds everything.
"""

from collections.abc import Iterator
from datetime import date
from typing import Any, NamedTuple, TypeVar

import msgspec

from cchc_cli.problems import Problem, Severity, Span
from cchc_cli.sources import Sources

T = TypeVar("T")
_NOTHING = object()


class Decoded(NamedTuple):
    """A record (None where nothing of the file can be used), its problems, and the ids of records left out."""

    value: Any
    problems: tuple[Problem, ...]
    lost: frozenset[str]


def decode(data: Any, shape: Any, sources: Sources, number: int) -> Decoded:
    """Data of file `number` as `shape`, a type of `model`."""
    try:
        return Decoded(msgspec.convert(data, shape, strict=False), (), frozenset())
    except msgspec.ValidationError:
        return _walked(data, shape, sources, number)


def _walked(data: Any, shape: Any, sources: Sources, number: int) -> Decoded:
    from msgspec import inspect

    walk = _Walk(sources, number)
    sound = walk.value(data, inspect.type_info(shape), _Where(None, None, None))
    value = None if sound is _NOTHING else msgspec.convert(sound, shape, strict=False)
    return Decoded(value, tuple(walk.problems), frozenset(walk.lost))


class _Where(NamedTuple):
    """A value's place: the mapping that holds it, its key, its number in a list."""

    at: int | None
    key: str | None
    item: int | None


class _Walk:
    def __init__(self, sources: Sources, number: int) -> None:
        self.sources = sources
        self.number = number
        self.problems: list[Problem] = []
        self.lost: set[str] = set()

    def value(self, value: Any, kind: Any, where: _Where) -> Any:
        """The value as far as it is sound; _NOTHING where it is not."""
        name = type(kind).__name__
        if name == "UnionType":
            return self.union(value, kind, where)
        if value is None and name != "NoneType":
            return () if name == "VarTupleType" else self.wrong(where, f"{_called(where)} đang để trống", "CC102")
        if name == "StructType":
            return self.struct(value, kind, where)
        if name == "VarTupleType":
            return self.items(value, kind.item_type, where)
        if name == "DictType":
            return self.mapping(value, kind, where)
        return self.scalar(value, kind, name, where)

    def union(self, value: Any, kind: Any, where: _Where) -> Any:
        if value is None and kind.includes_none:
            return None
        for option in kind.types:
            name = type(option).__name__
            shape = (name == "StructType", name == "VarTupleType")
            if shape == (isinstance(value, dict), isinstance(value, list)):
                return self.value(value, option, where)
        return self.value(value, next(each for each in kind.types if type(each).__name__ != "NoneType"), where)

    def struct(self, value: Any, kind: Any, where: _Where) -> Any:
        if not isinstance(value, dict):
            return self.wrong(where, f"{_called(where)} phải gồm các dòng dạng khóa: nội dung")
        at = value["@"]
        fields = {field.encode_name: field for field in kind.fields}
        sound: dict[str, Any] = {"@": at}
        whole = True
        meant: set[str] = set()
        for key, content in value.items():
            if key == "@":
                continue
            name = key if key in fields else self.unknown_key(at, key, [name for name in fields if name not in value])
            if name is None:
                continue
            meant.add(name)
            taken = self.value(content, fields[name].type, _Where(at, key, None))
            if taken is not _NOTHING:
                sound[name] = taken
            elif fields[name].required:
                whole = False
        for key, field in fields.items():
            if field.required and key not in meant:
                self.problem(self.sources.span(at), "CC102", f'thiếu khóa "{key}"', f"thêm dòng {key}: … vào mục này")
                whole = False
        if not whole and isinstance(value.get("id"), str):
            self.lost.update(_ids(value))
        return sound if whole else _NOTHING

    def items(self, value: Any, kind: Any, where: _Where) -> Any:
        if not isinstance(value, list):
            return self.wrong(where, f'{_called(where)} phải là danh sách, mỗi mục một dòng bắt đầu bằng "- "')
        taken = [self.value(item, kind, where._replace(item=place)) for place, item in enumerate(value)]
        return [item for item in taken if item is not _NOTHING]

    def mapping(self, value: Any, kind: Any, where: _Where) -> Any:
        if not isinstance(value, dict):
            return self.wrong(where, f"{_called(where)} phải gồm các dòng dạng khóa: nội dung")
        sound = {}
        for key, content in value.items():
            if key == "@":
                continue
            if type(kind.key_type).__name__ == "IntType" and not key.isdecimal():
                span = self.sources.key_span(value["@"], key)
                self.problem(span, "CC103", f'"{key}" phải là số năm', "ghi như 2026:")
                continue
            taken = self.value(content, kind.value_type, _Where(value["@"], key, None))
            if taken is not _NOTHING:
                sound[key] = taken
        return sound

    def scalar(self, value: Any, kind: Any, name: str, where: _Where) -> Any:
        if isinstance(value, dict | list):
            return self.wrong(where, f"{_called(where)} phải là một dòng chữ, không phải danh sách hay nhóm khóa")
        try:
            return _READERS[name](value, kind)
        except ValueError as error:
            return self.wrong(where, f"{_called(where)} {error}", _CODES.get(name, "CC103"))

    def unknown_key(self, at: int, key: str, free: list[str]) -> str | None:
        """Report a key that the record does not have; answers the free key that was meant, to read on with it."""
        from difflib import get_close_matches

        near = get_close_matches(key, free, 1, 0.6)
        hint = f'có phải "{near[0]}"?' if near else "các khóa còn dùng được: " + ", ".join(free)
        self.problem(self.sources.key_span(at, key), "CC101", f'khóa lạ "{key}"', hint)
        return near[0] if near else None

    def wrong(self, where: _Where, message: str, code: str = "CC103") -> Any:
        span = self.span(where)
        self.problem(span, code, message, _HINTS.get(code))
        return _NOTHING

    def span(self, where: _Where) -> Span:
        if where.at is None:
            return self.sources.stretch(self.number, 0, 1)
        return self.sources.span(where.at, where.key, where.item)

    def problem(self, span: Span, code: str, message: str, hint: str | None) -> None:
        self.problems.append(Problem(span, code, Severity.ERROR, message, hint))


def _called(where: _Where) -> str:
    if where.key is None:
        return "tệp" if where.item is None else f"mục thứ {where.item + 1}"
    return f'"{where.key}"' if where.item is None else f'mục thứ {where.item + 1} của "{where.key}"'


def _ids(value: Any) -> Iterator[str]:
    """Ids inside a record that is left out, so that nobody who names them is blamed."""
    if isinstance(value, dict):
        if isinstance(value.get("id"), str):
            yield value["id"]
        for inner in value.values():
            yield from _ids(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _ids(inner)


def _text(value: Any, _kind: Any) -> str:
    return str(value)


def _whole(value: Any, _kind: Any) -> int:
    try:
        return int(value)
    except (TypeError, ValueError):
        raise ValueError(f'phải là số nguyên, không phải "{value}"') from None


def _number(value: Any, _kind: Any) -> float:
    try:
        return float(value)
    except (TypeError, ValueError):
        raise ValueError(f'phải là số (phần lẻ sau dấu chấm), không phải "{value}"') from None


def _truth(value: Any, _kind: Any) -> bool:
    if str(value).casefold() in ("true", "false"):
        return str(value).casefold() == "true"
    raise ValueError(f'phải là true hoặc false, không phải "{value}"')


def _day(value: Any, _kind: Any) -> str:
    try:
        if len(str(value)) != len("2026-01-31"):
            raise ValueError
        date.fromisoformat(value)
    except ValueError:
        raise ValueError(f'phải là một ngày có thật dạng năm-tháng-ngày, không phải "{value}"') from None
    return str(value)


def _one_of(value: Any, options: list[str]) -> str:
    if value not in options:
        from difflib import get_close_matches

        near = get_close_matches(str(value), options, 1, 0.6)
        rest = f'có phải "{near[0]}"?' if near else "phải là một trong: " + ", ".join(options)
        raise ValueError(f'không nhận "{value}"; {rest}')
    return str(value)


_READERS = {
    "StrType": _text,
    "IntType": _whole,
    "FloatType": _number,
    "BoolType": _truth,
    "DateType": _day,
    "EnumType": lambda value, kind: _one_of(value, [each.value for each in kind.cls]),
    "LiteralType": lambda value, kind: _one_of(value, list(kind.values)),
}
_CODES = {"DateType": "CC105", "EnumType": "CC104", "LiteralType": "CC104", "IntType": "CC106", "FloatType": "CC106"}
_HINTS = {
    "CC105": "ghi như 2026-01-31",
    "CC102": "ghi nội dung sau dấu hai chấm",
}
