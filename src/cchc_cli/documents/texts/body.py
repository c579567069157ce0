"""The paragraphs and tables of a Word document's body in order, and which of them belong to which place.

A place is found by the title of a content control, by its tag, or by a bookmark: programs and people drop some of them.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from cchc_cli.documents.render.nodes import Node
from cchc_cli.documents.texts.look import tag
from cchc_cli.documents.texts.places import of_bookmark
from cchc_cli.documents.texts.prose import words
from cchc_cli.documents.texts.stamp import Kept, digest

_GONE = (tag("del"), tag("moveFrom"), tag("sectPr"), tag("sdtPr"))
_START, _END, _SDT = tag("bookmarkStart"), tag("bookmarkEnd"), tag("sdt")
_CELL, _TEXT = tag("tc"), tag("t")
_SAYS = (_SDT, _START, _CELL, _TEXT, tag("noBreakHyphen"))
_FAR = 40
"""How many paragraphs are searched for the one that stood beside a place."""


class Region(NamedTuple):
    """The paragraphs of a place: from `start` up to `end`, which is left out."""

    start: int
    end: int


class Body:
    """What a document's body holds, for the places with these names."""

    def __init__(self, root: Node, names: frozenset[str]) -> None:
        self.root, self._names = root, names
        self.leaves: list[Node] = []
        self._controls: dict[str, list[Region]] = defaultdict(list)
        self._marks: dict[str, list[int]] = defaultdict(list)
        self._ids: dict[str, str] = {}
        body = root.find(tag("body"))
        if body is not None:
            self._walk(body)
        self._digests: dict[int, str] = {}
        self._taken = {at for name in names for region in self.regions(name) for at in range(*region)}

    def regions(self, name: str) -> tuple[Region, ...]:
        """Where a place stands; several if somebody copied it."""
        found = sorted(self._controls[name])
        marks = self._marks[name]
        if marks:
            found = sorted((*found, Region(min(marks), max(max(marks), min(marks)))))
        joined: list[Region] = []
        for each in found:
            if joined and each.start <= joined[-1].end:
                joined[-1] = Region(joined[-1].start, max(joined[-1].end, each.end))
            else:
                joined.append(each)
        return tuple(joined)

    def around(self, region: Region) -> tuple[str | None, str | None]:
        """The words before and behind a place; None where that is another place, or the end."""
        places = (self._beside(range(region.start - 1, -1, -1)), self._beside(range(region.end, len(self.leaves))))
        before, after = (None if at is None else words(self.leaves[at]) for at in places)
        return before, after

    def with_beside(self, region: Region, kept: Kept) -> Region:
        """The region with what was typed right before and behind it, up to the paragraphs that stood there."""
        start = self._reach(range(region.start - 1, max(region.start - _FAR, -1), -1), kept.before)
        end = self._reach(range(region.end, min(region.end + _FAR, len(self.leaves))), kept.after)
        return Region(region.start if start is None else start + 1, region.end if end is None else end)

    def between(self, kept: Kept) -> Region | None:
        """Where a place stood whose control and bookmark are gone: between the paragraphs that were around it."""
        begins = [at for at in range(len(self.leaves)) if self._digest(at) == kept.before]
        if len(begins) != 1:
            return None
        start = begins[0] + 1
        end = self._reach(range(start, min(start + _FAR, len(self.leaves))), kept.after)
        return Region(start, end) if end is not None and end > start else None

    def outside(self, taken: Iterable[Region]) -> Iterator[str]:
        """The words of each paragraph, and of each row of a table, outside these regions and without any place."""
        inside = {at for region in taken for at in range(*region)}
        for at, leaf in enumerate(self.leaves):
            if at not in inside:
                pieces = leaf.iter(tag("tr")) if leaf.tag == tag("tbl") else (leaf,)
                yield from filter(None, map(self._said, pieces))

    def _said(self, node: Node) -> str:
        """The words of a paragraph or row, of a row those of its cells apart; "" if it holds a place."""
        cells = [""]
        for each in node.iter(*_SAYS):
            if each.tag == _CELL:
                cells.append("")
            elif each.tag in (_SDT, _START):
                if self.named(each) or of_bookmark(each.get(tag("name")) or "") in self._names:
                    return ""
            else:
                cells[-1] += (each.text or "") if each.tag == _TEXT else "-"
        return " | ".join(cell for cell in cells if cell.strip())

    def _beside(self, ats: range) -> int | None:
        at = next((at for at in ats if at in self._taken or self._digest(at) != "-"), None)
        return None if at is None or at in self._taken else at

    def _reach(self, ats: range, wanted: str) -> int | None:
        for at in ats:
            if at in self._taken:
                return None
            if wanted != "-" and self._digest(at) == wanted:
                return at
        return None

    def _digest(self, at: int) -> str:
        if at not in self._digests:
            self._digests[at] = digest(words(self.leaves[at]))
        return self._digests[at]

    def _walk(self, parent: Node) -> None:
        for each in parent:
            if each.tag in (tag("p"), tag("tbl")):
                self._leaf(each)
            elif each.tag == _SDT:
                start = len(self.leaves)
                inner = each.find(tag("sdtContent"))
                if inner is not None and each.find(f"{tag('sdtPr')}/{tag('showingPlcHdr')}") is None:
                    self._walk(inner)
                for name in self.named(each):
                    self._controls[name].append(Region(start, len(self.leaves)))
            elif each.tag in (_START, _END):
                self._mark(each, len(self.leaves))
            elif isinstance(each.tag, str) and each.tag not in _GONE:
                self._walk(each)

    def _leaf(self, node: Node) -> None:
        at, has_text = len(self.leaves), False
        self.leaves.append(node)
        for each in node.iter(_START, _END, _SDT, tag("t")):
            if each.tag == tag("t"):
                has_text = has_text or bool(each.text)
            elif each.tag == _SDT:
                for name in self.named(each):
                    self._controls[name].append(Region(at, at + 1))
            else:
                is_before = each.tag == _START or not has_text
                self._mark(each, at if is_before else at + 1, inside=at if each.tag == _START else None)

    def named(self, control: Node) -> tuple[str, ...]:
        """The place that a control names by its title or tag."""
        found = (control.find(f"{tag('sdtPr')}/{tag(kind)}") for kind in ("alias", "tag"))
        texts = (each.get(tag("val")) or "" for each in found if each is not None)
        return tuple({each.strip(): None for each in texts if each.strip() in self._names})

    def _mark(self, mark: Node, at: int, inside: int | None = None) -> None:
        """Note one end of a bookmark; one that begins in a paragraph has this paragraph at least."""
        identity = mark.get(tag("id")) or ""
        if mark.tag == _START:
            self._ids[identity] = of_bookmark(mark.get(tag("name")) or "")
        name = self._ids.get(identity, "")
        if name in self._names:
            self._marks[name].append(at)
            if inside is not None:
                self._marks[name].append(inside + 1)
