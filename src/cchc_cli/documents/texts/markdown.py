"""A Markdown document that officers wrote in → the texts of its places; and the stamp of one that was just made."""

import json
import re
from collections.abc import Iterator, Mapping

from cchc_cli.documents.texts import stamp
from cchc_cli.documents.texts.form import blocks
from cchc_cli.documents.texts.found import Found, cleaned
from cchc_cli.documents.texts.places import Place
from cchc_cli.documents.texts.rest import marks, rest
from cchc_cli.documents.texts.word import Read

_STAMP = re.compile(r"<!-- cchc\.texts (\{.*?\}) -->")
_BEGIN = re.compile(r"<!-- ([A-Za-z][A-Za-z0-9.]*) -->")
_ESCAPE = re.compile(r"\\([^\w\s])")
_LINK = re.compile(r"<(https?://[^\s<>]+)>")
_PLACED = re.compile(r"<!-- ([A-Za-z][A-Za-z0-9.]*) -->.*?<!-- /\1 -->", re.DOTALL)
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_RULE = re.compile(r"[|:\s-]*")
_APART = "&#8288;"
_HELD = "*|\\"


def stamped(text: str, places: tuple[Place, ...], about: Mapping[str, str]) -> str:
    """The document with its stamp as a comment at the end; unchanged if it has no places with names."""
    known = stamp.named(places)
    if not known or not about:
        return text
    kept = {name: stamp.kept(place, stamp.WHOLE) for name, place in known.items() if place.text is not None}
    said = json.dumps(stamp.values(about, kept, marks(_outside(text))), ensure_ascii=False, separators=(",", ":"))
    hidden = said.replace("<", "\\u003c").replace(">", "\\u003e").replace("--", "-\\u002d")
    return f"{text.rstrip()}\n\n<!-- cchc.texts {hidden} -->\n"


def read(text: str) -> Read:
    """The texts of a document's places."""
    found = _STAMP.search(text)
    try:
        values = json.loads(found[1]) if found is not None else {}
    except ValueError:
        values = {}
    kept = stamp.stamp({str(name): str(value) for name, value in values.items()})
    if kept is None:
        return Read(None, ())
    names = dict.fromkeys((*_BEGIN.findall(text), *kept.places))
    places = {name: kept.places.get(name, stamp.Kept(stamp.WHOLE, stamp.digest(None))) for name in names}
    found_ = tuple(_found(text, name, each.text) for name, each in places.items())
    return Read(kept._replace(places=places), found_, rest=rest(_outside(text), kept.rest))


def _found(text: str, name: str, was: str) -> Found:
    marked = re.escape(name)
    pieces = re.findall(rf"<!-- {marked} -->(.*?)<!-- /{marked} -->", text, re.DOTALL)
    texts = list(dict.fromkeys(cleaned(blocks(_unescaped(each))) for each in pieces))
    written = [each for each in texts if each]
    if len(written) > 1:
        return Found(name, was, None, ("có hai bản chép với nội dung khác nhau",))
    return Found(name, was, written[0] if written else "" if pieces else None)


def _outside(text: str) -> Iterator[str]:
    """The lines without places; a line that holds one beside other words is left out."""
    bare = _COMMENT.sub("", _PLACED.sub("\0", text))
    lines = (_unescaped(each.replace("<br>", " ")) for each in bare.splitlines() if "\0" not in each)
    return (each.strip() for each in lines if not _RULE.fullmatch(each))


def _unescaped(text: str) -> str:
    plain = _LINK.sub(r"\1", text.replace(_APART, "")).replace("<br>", "\n")
    return _ESCAPE.sub(lambda found: found[0] if found[1] in _HELD else found[1], plain)
