"""Text → WordprocessingML: what XML cannot hold is marked, line ends become breaks; paragraphs are quoted."""

import re
from html import unescape
from typing import Any

from markupsafe import Markup, escape

_ODD = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufffe\uffff]")
_LINE_ENDS = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
_LOST = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_IN_TEXT = '</w:t><{}/><w:t xml:space="preserve">'
_BREAK, _TAB = _IN_TEXT.format("w:br"), _IN_TEXT.format("w:tab")
_TAG = re.compile("<[^>]+>")
_QUOTED = 80


def text(value: Any) -> Markup:
    """A value inside a run's text, as XML; what is XML already stays."""
    if hasattr(value, "__html__"):
        return Markup(value)
    written = value if isinstance(value, str) else str(value)
    if not _ODD.search(written):
        return escape(written)
    return Markup(str(escape(plain(written))).replace("\n", _BREAK).replace("\t", _TAB))


def plain(value: Any) -> str:
    """A value as text that XML can hold, line ends as "\\n"; a character that it cannot hold is shown as "�"."""
    return _LOST.sub("\ufffd", _LINE_ENDS.sub("\n", str(value)))


def lines(xml: str) -> str:
    """The XML of a part with each paragraph on a line of its own, and no other line ends."""
    return re.sub(r"<w:p(?=[ >])", "\n<w:p", xml.replace("\n", " "))


def unlined(xml: bytes) -> bytes:
    """`lines` undone."""
    return xml.replace(b"\n<w:p ", b"<w:p ").replace(b"\n<w:p>", b"<w:p>")


def quoted(lined: str, line: int, name: str | None) -> str:
    """`đoạn 12 “…{{ plan.titel }}…”`: the paragraph on a line of `lines`, cut around the name that fails."""
    rows = lined.split("\n")
    words = unescape(_TAG.sub("", rows[line - 1] if 0 < line <= len(rows) else "")).strip()
    at = max(words.find(name), 0) if name else max(words.find("{"), 0)
    start = max(at - _QUOTED // 2, 0)
    part = words[start : start + _QUOTED].strip()
    before, after = "…" if start else "", "…" if start + _QUOTED < len(words) else ""
    return f"đoạn {max(line - 1, 1)} “{before}{part}{after}”"
