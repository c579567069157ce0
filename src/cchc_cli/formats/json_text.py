"""JSON as text: Vietnamese letters as they are, every control character escaped."""

from msgspec import to_builtins

_ESCAPED = {code: f"\\u{code:04x}" for code in range(0x7F, 0xA0)}  # JSON itself escapes those below a space


def encoded(content: object) -> str:
    """A struct or plain data as a JSON document, indented, ended by a line end."""
    import json

    return json.dumps(to_builtins(content), ensure_ascii=False, indent=2).translate(_ESCAPED) + "\n"
