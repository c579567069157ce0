"""A Word document that officers wrote in → the texts of its places; and the stamp of one that was just made."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from cchc_cli.documents.render import properties
from cchc_cli.documents.render.nodes import Node
from cchc_cli.documents.render.package import BODY, tree
from cchc_cli.documents.texts import stamp
from cchc_cli.documents.texts.body import Body, Region
from cchc_cli.documents.texts.found import Found, cleaned
from cchc_cli.documents.texts.look import tag
from cchc_cli.documents.texts.numbering import Numbering
from cchc_cli.documents.texts.places import Place, of_bookmark
from cchc_cli.documents.texts.prose import Prose, line, prose
from cchc_cli.documents.texts.rest import Rest, marks, rest
from cchc_cli.documents.texts.stamp import Kept, Stamp

_START, _END = tag("bookmarkStart"), tag("bookmarkEnd")
Parts = Mapping[str, bytes]


class Read(NamedTuple):
    """What a document says: its stamp, what stands at each place, and what it says otherwise outside of them."""

    stamp: Stamp | None
    found: tuple[Found, ...]
    changes: bool = False
    """Whether it holds tracked changes, which are read as if they were accepted."""
    rest: Rest = Rest()


def read(parts: Parts) -> Read:
    """The texts of a document's places."""
    kept = stamp.stamp(properties.read(parts))
    if kept is None:
        return Read(None, ())
    root = tree(parts[BODY])
    reader = _Reader(root, kept, _beside(parts, "numbering"), _beside(parts, "styles"))
    changed = next(root.iter(*map(tag, ("ins", "del", "moveFrom", "moveTo"))), None) is not None
    return Read(kept, tuple(reader.found(name) for name in kept.places), changed, reader.rest)


def stamped(parts: Parts, places: tuple[Place, ...], about: Mapping[str, str]) -> dict[str, bytes]:
    """The parts of a finished document with its stamp; unchanged if it has no places with names."""
    known = stamp.named(places)
    if not known or not about:
        return dict(parts)
    body = Body(tree(parts[BODY]), frozenset(known))
    kept: dict[str, Kept] = {}
    whole: list[Region] = []
    for name, place in known.items():
        regions = body.regions(name)
        if regions and not _in_line(body, name):
            kept[name] = stamp.kept(place, stamp.WHOLE, *body.around(regions[0]))
            whole += regions
        else:
            kept[name] = stamp.kept(place, stamp.INLINE)
    return properties.written(parts, stamp.values(about, kept, marks(body.outside(whole))))


def _in_line(body: Body, name: str) -> bool:
    """Whether the control of a place stands within a paragraph."""
    return any(name in body.named(each) and _holder(each) == tag("p") for each in body.root.iter(tag("sdt")))


def _holder(node: Node) -> str:
    return node.getparent().tag


class _Reader:
    """Reads the places of one document."""

    def __init__(self, root: Node, kept: Stamp, lists: Node | None, styles: Node | None) -> None:
        self._kept, self._lists, self._styles = kept, lists, styles
        self._body = Body(root, frozenset(kept.places))

    def found(self, name: str) -> Found:
        """What stands at a place."""
        kept = self._kept.places[name]
        pieces = list(self._in_line(name) if kept.kind == stamp.INLINE else self._whole(name))
        texts = list(dict.fromkeys(cleaned(each.blocks) for each in pieces))
        written = [text for text in texts if text]
        unkept = tuple(dict.fromkeys(what for each in pieces for what in each.unkept))
        if len({stamp.digest(text) for text in written}) > 1:
            return Found(name, kept.text, None, ("có hai bản chép với nội dung khác nhau",))
        text = written[0] if written else "" if pieces else None
        return Found(name, kept.text, text, tuple(f"có {what}, chữ không giữ được" for what in unkept))

    @property
    def rest(self) -> Rest:
        """What stands outside the places otherwise than when the document was made."""
        whole = (name for name, kept in self._kept.places.items() if kept.kind == stamp.WHOLE)
        taken = [region for name in whole for region in self._regions(name)]
        return rest(self._body.outside(taken), self._kept.rest)

    def _whole(self, name: str) -> Iterator[Prose]:
        for start, end in self._regions(name):
            yield prose(self._body.leaves[start:end], Numbering(self._lists, self._styles))

    def _regions(self, name: str) -> tuple[Region, ...]:
        """Where a place stands, with what was typed right beside it."""
        kept, regions = self._kept.places[name], self._body.regions(name)
        if not regions:
            lost = self._body.between(kept)
            return (lost,) if lost is not None else ()
        return (self._body.with_beside(regions[0], kept),) if len(regions) == 1 else regions

    def _in_line(self, name: str) -> Iterator[Prose]:
        controls = [each for each in self._body.root.iter(tag("sdt")) if name in self._body.named(each)]
        for each in controls:
            content = each.find(tag("sdtContent"))
            yield line((content,) if content is not None else ())
        if not controls:
            found = _between(self._body.root, name)
            if found is not None:
                yield line(found)


def _between(root: Node, name: str) -> list[Node] | None:
    """The runs within the bookmark of a place; None if there is no such bookmark."""
    identity, runs = None, None
    for each in root.iter(_START, _END, tag("r")):
        if each.tag == _START and of_bookmark(each.get(tag("name")) or "") == name and runs is None:
            identity, runs = each.get(tag("id")), list[Node]()
        elif each.tag == _END and identity is not None and each.get(tag("id")) == identity:
            return runs
        elif each.tag == tag("r") and runs is not None:
            runs.append(each)
    return None


def _beside(parts: Parts, name: str) -> Node | None:
    data = parts.get(f"word/{name}.xml")
    return tree(data) if data is not None else None
