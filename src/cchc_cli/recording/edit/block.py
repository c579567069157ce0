"""A value → its YAML in block style, as the files of a plan are written by hand."""

from re import compile as pattern
from unicodedata import normalize

from msgspec import Struct, structs

from cchc_cli.recording.edit.line import flow, is_read_otherwise, quoted

_NEEDS_QUOTES = pattern(r"""^[\s\-?:,\[\]{}#&*!|>'"%@`]|:(?:\s|$)|\s#|\s$|^$""")
_HIDDEN = pattern("[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")
_WIDEST = 110  # characters of a list in brackets with its margin


def entry(key: str, value: object, margin: str, newline: str) -> str:
    """A key with its value, without the margin of the first line and without a line end."""
    written = block(value, margin, newline)
    return f"{key}:{written}" if written.startswith(newline) else f"{key}: {written}"


def block(value: object, margin: str, newline: str, is_listed: bool = False) -> str:
    """A value that stands after a key of this margin: one line, or text that begins with a line end.

    `is_listed`: a list gets a line for each item, as it has one now.
    """
    if isinstance(value, str):
        return text(value, margin, newline)
    is_wide = isinstance(value, tuple) and (_holds_records(value) or len(margin + flow(value)) > _WIDEST)
    if isinstance(value, tuple) and value and (is_listed or is_wide):
        return "".join(f"{newline}{margin}  - {item(each, margin + '    ', newline)}" for each in value)
    return flow(value)


def item(value: object, margin: str, newline: str) -> str:
    """An item of a list after its dash; `margin` is that of its keys."""
    if isinstance(value, dict):
        return f"{newline}{margin}".join(entry(key, each, margin, newline) for key, each in value.items())
    return text(value, margin, newline) if isinstance(value, str) else flow(value)


def _holds_records(value: tuple[object, ...]) -> bool:
    return any(isinstance(each, Struct | dict) for each in value)


def text(value: str, margin: str, newline: str) -> str:
    """A text after a key or dash of this margin: plain, in quotes, or its lines below in a block."""
    words = normalize("NFC", value)
    is_hidden = _HIDDEN.search(words) is not None
    lines = words.split("\n")
    if len(lines) == 1 or is_hidden:
        is_plain = not (is_hidden or _NEEDS_QUOTES.search(words) or is_read_otherwise(words))
        return words if is_plain else quoted(words)
    if not lines[0] or lines[0][0].isspace() or not lines[-1] or any(line != line.rstrip() for line in lines):
        return quoted(words)
    return "".join(("|-", *(f"{newline}{margin}  {line}" if line else newline for line in lines)))


def plain(value: object) -> object:
    """A value as the parser gives it back: scalars are texts, fields at their default are left out."""
    if isinstance(value, Struct):
        given = {field.encode_name: getattr(value, field.name) for field in structs.fields(value)}
        return plain({key: each for key, each in given.items() if key != "@" and not _is_default(value, key, each)})
    if isinstance(value, dict):
        return {key: plain(each) for key, each in value.items() if key != "@"}
    if isinstance(value, tuple | list):
        return [plain(each) for each in value]
    if isinstance(value, bool):
        return str(value).lower()
    return None if value is None else normalize("NFC", value if isinstance(value, str) else flow(value))


def _is_default(record: Struct, key: str, value: object) -> bool:
    return any(field.encode_name == key and value == field.default for field in structs.fields(record))
