"""Plain data → typed records, with every problem of shape at its place.

A sound file is converted at once, in C. A faulty file is walked: each problem is reported, the faulty part is left out
(a field, or the whole record if the field is required), and the rest is used, so that one run finds everything.
"""

from collections.abc import Iterator
from typing import Any, get_origin

import msgspec
from msgspec import Struct, inspect, structs

from cchc_cli.model import Cells, Placed
from cchc_cli.text.problems import Problem, Severity, Span
from cchc_cli.text.sources import Sources
from cchc_cli.text.yaml import written

_NOTHING = object()


class Decoded(Struct, frozen=True):
    """A record (None if nothing of the file can be used), its problems, and the ids of records that were left out."""

    value: Any
    problems: tuple[Problem, ...]
    lost: frozenset[str]


def decode(data: object, shape: Any, sources: Sources, number: int) -> Decoded:
    """Convert the data of file `number` to `shape`, a type of `model`."""
    try:
        return Decoded(msgspec.convert(_unplaced(data, shape), shape, strict=False, dec_hook=_made), (), frozenset())
    except msgspec.ValidationError:
        return _walked(data, shape, sources, number)


def _made(kind: type[Cells], given: object) -> Cells:
    """A value of a type of ours that is no record."""
    return kind.of(given)


def _unplaced(data: object, shape: object) -> object:
    """The data, without its place if `shape` is a plain mapping (calendar.yaml), which has no field for a place."""
    if get_origin(shape) is dict and isinstance(data, dict):
        return written(data)
    return data


def _walked(data: object, shape: Any, sources: Sources, number: int) -> Decoded:
    walk = _Walk(sources, number)
    sound = walk.value(data, inspect.type_info(shape), _Where(None, None, None))
    value = None if sound is _NOTHING else msgspec.convert(sound, shape, strict=False, dec_hook=_made)
    return Decoded(value, tuple(walk.problems), frozenset(walk.lost))


class _Where(Struct, frozen=True):
    """A value's place: the mapping that contains it, its key, its number in a list."""

    at: int | None
    key: str | None
    item: int | None


class _Walk:
    def __init__(self, sources: Sources, number: int) -> None:
        self.sources = sources
        self.number = number
        self.problems: list[Problem] = []
        self.lost: set[str] = set()

    def value(self, value: object, kind: inspect.Type, where: _Where) -> object:
        """The sound part of the value; _NOTHING if there is none."""
        if isinstance(kind, inspect.UnionType):
            return self.union(value, kind, where)
        if value is None and not isinstance(kind, inspect.NoneType):
            return () if isinstance(kind, inspect.VarTupleType) else self.empty(where)
        if isinstance(kind, inspect.StructType):
            return self.struct(value, kind, where)
        if isinstance(kind, inspect.VarTupleType):
            return self.items(value, kind.item_type, where)
        if isinstance(kind, inspect.DictType):
            return self.mapping(value, kind, where)
        if isinstance(kind, inspect.CustomType):
            return self.cells(value, where)
        return self.scalar(value, kind, where)

    def empty(self, where: _Where) -> object:
        hint = "ghi nội dung vào tệp" if where.key is None else "ghi nội dung sau dấu hai chấm"
        if where.item is not None:
            hint = "ghi nội dung sau dấu gạch, hoặc bỏ dòng này"
        return self.wrong(where, f"{_called(where)} đang để trống", "CC102", hint)

    def union(self, value: object, kind: inspect.UnionType, where: _Where) -> object:
        if value is None and kind.includes_none:
            return None
        options = [each for each in kind.types if not isinstance(each, inspect.NoneType)]
        for option in options:
            shape = (isinstance(option, inspect.StructType), isinstance(option, inspect.VarTupleType))
            if shape == (isinstance(value, dict), isinstance(value, list)):
                return self.value(value, option, where)
        return self.value(value, options[0], where)

    def struct(self, value: object, kind: inspect.StructType, where: _Where) -> object:
        if not isinstance(value, dict):
            keys = ", ".join(field.encode_name for field in kind.fields if field.encode_name != "@")
            return self.keys_wanted(where, f"các khóa dùng được: {keys}")
        at = value["@"]
        fields = {field.encode_name: field for field in kind.fields}
        sound: dict[str, object] = {"@": at}
        whole = True
        meant: set[str] = set()
        for key, content in value.items():
            if key == "@":
                continue
            name = key if key in fields else self.unknown_key(value, key, list(fields))
            if name is None:
                continue
            meant.add(name)
            told = content is None and name != key
            taken = _NOTHING if told else self.value(content, fields[name].type, _Where(at, key, None))
            if taken is not _NOTHING:
                sound[name] = taken
            elif fields[name].required:
                whole = False
        for key, field in fields.items():
            if field.required and key not in meant:
                self.problem(self.sources.span(at), "CC102", f'thiếu khóa "{key}"', f"thêm {key}: … vào mục này")
                whole = False
        whole &= self.one_is_there(at, sound, meant, kind.cls.wanted if issubclass(kind.cls, Placed) else ())
        if not whole and isinstance(value.get("id"), str):
            self.lost.update(_ids(value))
        return sound if whole else _NOTHING

    def one_is_there(self, at: int, sound: dict[str, object], meant: set[str], wanted: tuple[str, ...]) -> bool:
        """Whether one of the keys of which one is wanted has a sound value; report it if none has any."""
        if not wanted or any(sound.get(key) is not None for key in wanted):
            return True
        if meant.intersection(wanted) - sound.keys():  # its value was reported
            return False
        hint = f"thêm {' hoặc '.join(f'{key}: …' for key in wanted)} vào mục này"
        named = '" hoặc "'.join(wanted)
        self.problem(self.sources.span(at), "CC109", f'thiếu khóa "{named}"', hint)
        return False

    def items(self, value: object, kind: inspect.Type, where: _Where) -> object:
        if not isinstance(value, list):
            hint = 'xuống dòng, thêm "- " trước mỗi mục'
            return self.wrong(where, f"{_called(where)} phải là danh sách", hint=hint)
        taken = [self.value(item, kind, structs.replace(where, item=place)) for place, item in enumerate(value)]
        return [item for item in taken if item is not _NOTHING]

    def mapping(self, value: object, kind: inspect.DictType, where: _Where) -> object:
        if not isinstance(value, dict):
            return self.keys_wanted(where, "ghi như 2026:, nội dung ở các dòng dưới, thụt vào")
        sound: dict[str | int, object] = {}
        for key, content in value.items():
            if key == "@":
                continue
            name = self.mapping_key(value["@"], key, kind.key_type)
            if name is None:
                continue
            taken = self.value(content, kind.value_type, _Where(value["@"], key, None))
            if taken is not _NOTHING:
                sound[name] = taken
        return sound

    def cells(self, value: object, where: _Where) -> object:
        if not isinstance(value, dict):
            return self.keys_wanted(where, "ghi mỗi ô một dòng TÊN: chữ như in, thụt vào")
        texts = {
            key: self.value(text, inspect.StrType(), _Where(value["@"], key, None))
            for key, text in written(value).items()
        }
        return {"@": value["@"], **{key: text for key, text in texts.items() if text is not _NOTHING}}

    def mapping_key(self, at: int, key: str, kind: inspect.Type) -> str | int | None:
        """The key, converted to a number if it must be a year of the calendar; None if it is not a year."""
        if not isinstance(kind, inspect.IntType):
            return key
        from cchc_cli.reading.scalars import scalar

        year = scalar(key, kind) if len(key) == len("2026") else None
        if isinstance(year, int):
            return year
        self.problem(self.sources.key_span(at, key), "CC103", f'"{key}" phải là số năm', "ghi như 2026:")
        return None

    def scalar(self, value: object, kind: inspect.Type, where: _Where) -> object:
        if isinstance(value, dict | list):
            hint = 'bỏ dấu "- " hoặc [ ]' if isinstance(value, list) else "có dấu hai chấm thì đặt trong ngoặc kép"
            message = f"{_called(where)} phải là một dòng chữ, không phải danh sách hay nhóm khóa"
            return self.wrong(where, message, hint=hint)
        from cchc_cli.reading.scalars import Misfit, scalar

        read = scalar(str(value), kind)
        if isinstance(read, Misfit):
            return self.wrong(where, f"{_called(where)} {read.message}", read.code, read.hint)
        return read

    def keys_wanted(self, where: _Where, hint: str) -> object:
        return self.wrong(where, f"{_called(where)} phải gồm các dòng dạng khóa: nội dung", hint=hint)

    def unknown_key(self, record: dict[str, Any], key: str, known: list[str]) -> str | None:
        """Report an unknown key. Return the unused key that was probably meant, so that its value can be read."""
        from difflib import get_close_matches

        free = [name for name in known if name not in record]
        near = get_close_matches(key, free, 1, 0.6)
        others = "các khóa còn dùng được: " + ", ".join(free) if free else "bỏ khóa này"
        hint = f'có phải "{near[0]}"?' if near else others
        if record[key] is None and not key.isascii():  # {words: chủ trì, tham mưu}
            hint = "nội dung có dấu phẩy thì đặt trong ngoặc kép"
        self.problem(self.sources.key_span(record["@"], key), "CC101", f'khóa lạ "{key}"', hint)
        return near[0] if near else None

    def wrong(self, where: _Where, message: str, code: str = "CC103", hint: str | None = None) -> object:
        self.problem(self.span(where), code, message, hint)
        return _NOTHING

    def span(self, where: _Where) -> Span:
        if where.at is None and where.item is not None:
            return self.sources.item_span(self.number, where.item)
        if where.at is None:
            return self.sources.stretch(self.number, 0, 1)
        return self.sources.span(where.at, where.key, where.item)

    def problem(self, span: Span, code: str, message: str, hint: str | None) -> None:
        self.problems.append(Problem(span, code, Severity.ERROR, message, hint))


def _called(where: _Where) -> str:
    if where.key is None:
        return "tệp" if where.item is None else f"mục thứ {where.item + 1}"
    return f'"{where.key}"' if where.item is None else f'mục thứ {where.item + 1} của "{where.key}"'


def _ids(value: object) -> Iterator[str]:
    """The ids inside a record that is left out, so that references to them are not reported."""
    if isinstance(value, dict):
        if isinstance(value.get("id"), str):
            yield value["id"]
        for inner in value.values():
            yield from _ids(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _ids(inner)
