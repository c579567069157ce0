"""A record → its line of YAML in flow style, with quotes only where YAML needs them."""

from collections.abc import Iterator
from functools import cache
from re import IGNORECASE
from re import compile as pattern
from unicodedata import normalize

from msgspec import NODEFAULT, Struct, structs

from cchc_cli.text.problems import Stop

# A plain scalar inside { } must not start with, contain or end with these, so that readers of YAML 1.1 and 1.2 agree.
_NEEDS_QUOTES = pattern(r"""^[\s\-?:,\[\]{}#&*!|>'"%@`]|[,?\[\]{}:]|\s\#|\s$|^$""")
# Plain words and numbers that another reader would not read as text.
_NOT_TEXT = pattern(
    r"~|null|true|false|y|n|yes|no|on|off|<<|=|[-+]?(\d[\d_]*(\.[\d_]*)?|\.[\d_]+)(e[-+]?\d+)?|0[xob][\da-f_]+"
    r"|[-+]?\.(inf|nan)|\d{4}-\d\d?-\d\d?(\s.*|t.*)?",
    IGNORECASE,
)
ESCAPED = pattern('["\\\\\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]')
_SHORT = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\t": "\\t"}


def line_of(record: Struct) -> str:
    """`- {task: I.1, recorded: 2026-01-28, …}`: keys in the order of the model, without fields at their default."""
    return f"- {flow(record)}"


def flow(value: object) -> str:
    """A record, list or scalar as YAML in flow style, with text in NFC."""
    if isinstance(value, Struct):
        return _mapping(value)
    if isinstance(value, dict):
        return "{" + ", ".join(f"{_text(key)}: {flow(each)}" for key, each in value.items()) + "}"
    if isinstance(value, tuple):
        return f"[{', '.join(map(flow, value))}]"
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, str):
        return _text(value)
    return repr(value).removesuffix(".0") if isinstance(value, float) else str(value)


def given(record: Struct) -> Iterator[tuple[str, object]]:
    """The keys and values of a record in the order of the model, without fields at their default."""
    for field in _fields(type(record)):
        value = getattr(record, field.name)
        if field.name != "at" and value != _default(field):
            yield field.encode_name, value


@cache
def _fields(kind: type[Struct]) -> tuple[structs.FieldInfo, ...]:
    return structs.fields(kind)


def is_read_otherwise(text: str) -> bool:
    """Whether some reader of YAML takes the plain text for a number, a day, a truth value or nothing."""
    return _NOT_TEXT.fullmatch(text) is not None


def _mapping(record: Struct) -> str:
    return "{" + ", ".join(f"{key}: {flow(value)}" for key, value in given(record)) + "}"


def _default(field: structs.FieldInfo) -> object:
    if field.default_factory is not NODEFAULT:
        return field.default_factory()
    return field.default


def _text(value: str) -> str:
    text = normalize("NFC", value)
    try:
        text.encode()
    except UnicodeEncodeError as error:
        raise Stop("nội dung có ký tự hỏng, không ghi được bằng UTF-8", "gõ lại nội dung đó") from error
    return quoted(text) if is_read_otherwise(text) else plain_or_quoted(text)


def plain_or_quoted(text: str) -> str:
    """A scalar, without quotes if it is valid so inside { }. Whether others read it as text is not considered."""
    return quoted(text) if _NEEDS_QUOTES.search(text) or ESCAPED.search(text) else text


def quoted(text: str) -> str:
    """A text in double quotes on one line."""
    return '"' + ESCAPED.sub(lambda found: _escape(found[0]), text) + '"'


def _escape(character: str) -> str:
    return _SHORT.get(character) or f"\\u{ord(character):04X}"
