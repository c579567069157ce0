"""A document's fingerprint of itself, by which a later run tells whether a person has changed it.

It is made of what a person reads, so a document that a program saved again with the same words still fits. Word
documents carry it as a custom property, text documents as a comment on the last line, mails as a head of their own.
"""

import re
from enum import Enum
from hashlib import sha256

_PROPERTY = "cchc.fingerprint"
_COMMENT = re.compile(r"(?<!\s)\s*<!-- cchc:([0-9a-f]+) -->")
_HEAD = re.compile(r"\AX-Cchc: ([0-9a-f]+)\r?\n")
_DIGITS = 32
_TEXTS = ("md", "html")


class Touched(Enum):
    """What has become of a document since it was made."""

    NO = "no"
    YES = "yes"
    UNKNOWN = "unknown"
    """It carries no fingerprint: made by a person, another program or an older version."""


def marked(form: str, data: bytes) -> bytes:
    """The finished document with its fingerprint; a form that cannot carry one stays as it is."""
    if form == "docx":
        return _marked_word(data)
    if form in _TEXTS:
        text = data.decode()
        return f"{text.rstrip()}\n\n<!-- cchc:{_digest(_words(text))} -->\n".encode()
    if form == "eml":
        return f"X-Cchc: {_digest(_words(data.decode()))}\r\n".encode() + data
    return data


def touched(form: str, data: bytes) -> Touched:
    """Whether a person has changed the document; it may be any file."""
    if form == "docx":
        return _touched_word(data)
    mark = _HEAD if form == "eml" else _COMMENT
    try:
        text = data.decode() if form in (*_TEXTS, "eml") else ""
    except UnicodeDecodeError:
        return Touched.UNKNOWN
    found = mark.search(text)
    return _verdict(found[1], _words(mark.sub("", text))) if found is not None else Touched.UNKNOWN


def _marked_word(data: bytes) -> bytes:
    from cchc_cli.documents.render import legible, package, properties

    parts = package.unpacked(data)
    return package.fixed(properties.written(parts, {_PROPERTY: _digest(legible.legible(parts))}))


def _touched_word(data: bytes) -> Touched:
    from cchc_cli.documents.render import legible, package, properties

    try:
        parts = package.opened(data)
        mark = properties.read(parts).get(_PROPERTY)
        return _verdict(mark, legible.legible(parts)) if mark is not None else Touched.UNKNOWN
    except Exception:  # any file may bear the name; one that cannot be read is left alone
        return Touched.UNKNOWN


def _verdict(mark: str, words: str) -> Touched:
    return Touched.NO if mark == _digest(words) else Touched.YES


def _words(text: str) -> str:
    """A text without what editors change by themselves: line ends, trailing spaces, a byte-order mark."""
    return "\n".join(line.rstrip() for line in text.removeprefix("\ufeff").splitlines()).strip()


def _digest(words: str) -> str:
    return sha256(words.encode()).hexdigest()[:_DIGITS]
