"""JSON as text: Vietnamese letters as they are, every control character escaped."""

from collections.abc import Iterable, Iterator

from msgspec import json, to_builtins

_ESCAPED = {code: f"\\u{code:04x}" for code in range(0x7F, 0xA0)}  # JSON itself escapes those below a space


def encoded(content: object) -> str:
    """A struct or plain data as a JSON document, indented, ended by a line end."""
    return _text(content) + "\n"


def item(content: object) -> str:
    """A struct as it stands in a list of a document. Both writers write counts and rates, its numbers, alike."""
    try:
        text = json.format(json.encode(content), indent=2).decode().translate(_ESCAPED)
    except UnicodeEncodeError:  # the name of a file is not UTF-8
        text = _text(content)
    return text.replace("\n", "\n    ")


def with_items(content: object, key: str, items: Iterable[str]) -> Iterator[str]:
    """The document, piece by piece, with items in its list `key`, which is empty."""
    before, _, after = encoded(content).partition(f'\n  "{key}": []')
    yield f'{before}\n  "{key}": ['
    between = "\n    "
    for each in items:
        yield f"{between}{each}"
        between = ",\n    "
    yield f"]{after}" if between[0] == "\n" else f"\n  ]{after}"


def _text(content: object) -> str:
    from json import dumps

    return dumps(to_builtins(content), ensure_ascii=False, indent=2).translate(_ESCAPED)
