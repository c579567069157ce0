"""A scalar as it was written → what its field wants, or what is wrong with it, in Vietnamese."""

from collections.abc import Callable
from datetime import date
from re import fullmatch
from typing import Any, NamedTuple

import msgspec

_LONGEST_QUOTED = 60


class Misfit(NamedTuple):
    """What is wrong with a scalar; the message goes on after the name of the field."""

    code: str
    message: str
    hint: str | None = None


def scalar(value: str, kind: Any) -> Any:
    """The value for a field of `kind` (a type of `msgspec.inspect`), or a `Misfit`."""
    name = type(kind).__name__
    try:
        return _READERS[name](value, kind)
    except ValueError as error:
        message, *hint = error.args
        return Misfit(_CODES.get(name, "CC103"), message, hint[0] if hint else _HINTS.get(name))


def _text(value: str, _kind: Any) -> str:
    return value


def _whole(value: str, kind: Any) -> int:
    number: int = _converted(value.lstrip("0") or "0", int, f'phải là số nguyên, không phải "{_short(value)}"')
    if _is_within(number, kind):
        return number
    upwards = "trở lên" if kind.le is None else f"đến {kind.le}"
    raise ValueError(f"phải từ {kind.ge} {upwards}, không phải {number}", "sửa lại số này")


def _number(value: str, kind: Any) -> float:
    plain = value.lstrip("0") if fullmatch("0[0-9.]+", value) else value
    plain = f"0{plain}" if plain.startswith(".") else plain or "0"
    wrong = f'phải là số (phần lẻ sau dấu chấm), không phải "{_short(value)}"'
    number: float = _converted(plain, float, wrong)
    if not _is_within(number, kind):
        raise ValueError(wrong)
    return number


def _is_within(number: float, kind: Any) -> bool:
    return (kind.ge is None or number >= kind.ge) and (kind.le is None or number <= kind.le)


def _truth(value: str, _kind: Any) -> bool:
    truth: bool = _converted(value, bool, f'phải là true hoặc false, không phải "{_short(value)}"')
    return truth


def _day(value: str, _kind: Any) -> date:
    wrong = f'phải là một ngày có thật dạng năm-tháng-ngày, không phải "{_short(value)}"'
    day: date = _converted(value, date, wrong)
    return day


def _converted(value: str, shape: Any, wrong: str) -> Any:
    """As a sound file is converted, so that a walked one reads alike."""
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


_READERS: dict[str, Callable[[Any, Any], Any]] = {
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
    "DateType": "ghi như 2026-01-31",
    "IntType": "chỉ ghi chữ số, như 2026",
    "FloatType": "chỉ ghi chữ số, phần lẻ sau dấu chấm, như 85.7",
    "BoolType": "ghi true nếu có, false nếu không",
}
