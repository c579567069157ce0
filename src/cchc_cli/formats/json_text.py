"""JSON as text: Vietnamese letters as they are, every control character escaped."""

from typing import Any

_ESCAPED = {code: f"\\u{code:04x}" for code in range(0x7F, 0xA0)}  # JSON itself escapes those below a space


def encoded(content: dict[str, Any] | list[Any]) -> str:
    """A JSON document, indented, ended by a line end."""
    import json

    return json.dumps(content, ensure_ascii=False, indent=2).translate(_ESCAPED) + "\n"
