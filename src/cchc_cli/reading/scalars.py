"""A scalar as it was written → the value for its field, or a message in Vietnamese that says what is wrong."""

from datetime import date
from re import fullmatch
from typing import NamedTuple, TypeVar

import msgspec
from msgspec import inspect

T = TypeVar("T")

_LONGEST_QUOTED = 60


class Misfit(NamedTuple):
    """What is wrong with a scalar. The message is the rest of a sentence that begins with the field's name."""

    code: str
    message: str
    hint: str | None = None


def scalar(value: str, kind: inspect.Type) -> object:
    """The value for a field of `kind`, or a `Misfit`."""
    try:
        return _read(value, kind)
    except ValueError as error:
        message, *hint = error.args
        meant = hint[0] if hint else _meant(value, kind) or _HINTS.get(type(kind))
        return Misfit(_CODES.get(type(kind), "CC103"), message, meant)


def _meant(value: str, kind: inspect.Type) -> str | None:
    """The day or number that was meant, in the form that a file must have; None if it is not clear."""
    from cchc_cli.vietnamese.paper import parse_day, parse_number

    if isinstance(kind, inspect.DateType):
        day = parse_day(value)
        return f"ghi như {day.isoformat()}" if day else None
    if not isinstance(kind, inspect.IntType | inspect.FloatType):
        return None
    number = parse_number(value)
    if number is None or abs(number) > 1e12 or not _is_within(number, kind):
        return None
    if number == int(number):
        return f"ghi như {int(number)}"
    return f"ghi như {number!r}" if isinstance(kind, inspect.FloatType) else None


def _read(value: str, kind: inspect.Type) -> object:
    match kind:
        case inspect.IntType():
            return _whole(value, kind)
        case inspect.FloatType():
            return _number(value, kind)
        case inspect.BoolType():
            return _converted(value, bool, f'phải là true hoặc false, không phải "{_short(value)}"')
        case inspect.DateType():
            wrong = f'phải là một ngày có thật dạng năm-tháng-ngày, không phải "{_short(value)}"'
            return _converted(value, date, wrong)
        case inspect.EnumType():
            return _one_of(value, [str(each.value) for each in kind.cls])
        case inspect.LiteralType():
            return _one_of(value, [str(each) for each in kind.values])
        case inspect.StrType():
            return value
    raise TypeError(f"no scalar is a {kind}")


def _whole(value: str, kind: inspect.IntType) -> int:
    number = _converted(value.lstrip("0") or "0", int, f'phải là số nguyên, không phải "{_short(value)}"')
    if _is_within(number, kind):
        return number
    upwards = "trở lên" if kind.le is None else f"đến {kind.le}"
    raise ValueError(f"phải từ {kind.ge} {upwards}, không phải {number}", "sửa lại số này")


def _number(value: str, kind: inspect.FloatType) -> float:
    plain = value.lstrip("0") if fullmatch("0[0-9.]+", value) else value
    plain = f"0{plain}" if plain.startswith(".") else plain or "0"
    wrong = f'phải là số (phần lẻ sau dấu chấm), không phải "{_short(value)}"'
    number = _converted(plain, float, wrong)
    if not _is_within(number, kind):
        raise ValueError(wrong)
    return number


def _is_within(number: float, kind: inspect.IntType | inspect.FloatType) -> bool:
    return (kind.ge is None or number >= kind.ge) and (kind.le is None or number <= kind.le)


def _converted(value: str, shape: type[T], wrong: str) -> T:
    """Convert a scalar as `msgspec` converts those of a sound file, so that a walked file gives the same values."""
    try:
        return msgspec.convert(value, shape, strict=False)
    except msgspec.ValidationError:
        raise ValueError(wrong) from None


def _short(value: str) -> str:
    return value if len(value) <= _LONGEST_QUOTED else f"{value[:_LONGEST_QUOTED]}…"


def _one_of(value: str, options: list[str]) -> str:
    if value not in options:
        from difflib import get_close_matches

        near = get_close_matches(value, options, 1, 0.7)
        hint = f'có phải "{near[0]}"?' if near else "ghi một trong: " + ", ".join(options)
        raise ValueError(f'không nhận "{_short(value)}"', hint)
    return value


_CODES: dict[type[inspect.Type], str] = {
    inspect.DateType: "CC105",
    inspect.EnumType: "CC104",
    inspect.LiteralType: "CC104",
    inspect.IntType: "CC106",
    inspect.FloatType: "CC106",
}
_HINTS: dict[type[inspect.Type], str] = {
    inspect.DateType: "ghi như 2026-01-31",
    inspect.IntType: "chỉ ghi chữ số, như 2026",
    inspect.FloatType: "chỉ ghi chữ số, phần lẻ sau dấu chấm, như 85.7",
    inspect.BoolType: "ghi true nếu có, false nếu không",
}
