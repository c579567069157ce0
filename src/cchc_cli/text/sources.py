"""The texts of a workspace's files, and the positions of records, keys, items and words in them.

Positions are computed only when a problem must be shown, by a second pass over the file concerned.
"""

from bisect import bisect_right
from collections.abc import Callable, Iterator

from msgspec import Struct

from cchc_cli.text import lines
from cchc_cli.text.parser_events import DEEPEST, NULLS, Event, events, is_complaint
from cchc_cli.text.problems import Span
from cchc_cli.text.yaml import NUMBER_SHIFT

_FEW = 8
_OFFSET = (1 << NUMBER_SHIFT) - 1


class _Places(Struct, frozen=True):
    """The character offsets of a key, its value and the value's items."""

    key: tuple[int, int]
    value: tuple[int, int]
    items: tuple[tuple[int, int], ...]


class Sources:
    """Files by number, the `first` of another's. Each has its path relative to the workspace (with "/"), its text."""

    def __init__(self, first: "Sources | None" = None) -> None:
        self._files: list[tuple[str, str]] = [*first._files] if first else []
        self._numbers: dict[str, int] = {**first._numbers} if first else {}
        self._lines: dict[int, list[int]] = {}
        self._places: dict[int, _Found] = {}
        self._records: dict[int, dict[tuple[int, str | None], dict[str, _Places]]] = {}

    def add(self, path: str, text: str) -> int:
        """Add a file and return its number, which the places of its mappings contain."""
        self._files.append((path, text))
        self._numbers.setdefault(path, len(self._files) - 1)
        return len(self._files) - 1

    def line_text(self, path: str, line: int) -> str | None:
        """One line of a file, without its line end, to show with a problem; None if there is no such file or line."""
        number = self._numbers.get(path)
        if number is None:
            return None
        text, starts = self._files[number][1], self._starts(number)
        if line > len(starts):
            return None
        end = starts[line] if line < len(starts) else len(text)
        return text[starts[line - 1] : end].rstrip("\r\n")

    def texts(self) -> Iterator[tuple[int, str]]:
        """Every file's number and text, in the order in which they were read."""
        return ((number, text) for number, (_, text) in enumerate(self._files))

    def count(self, at: int, key: str) -> int:
        """The number of items under a record's key, readable or not. A text or a mapping counts as one item."""
        place = self._record(at, key).get(key)
        return len(place.items) if place else 0

    def keys(self, at: int) -> frozenset[str]:
        """The keys that a record has in its file, known or unknown."""
        return frozenset(self._record(at))

    def path(self, at: int) -> str:
        """The file of a record."""
        return self._files[at >> NUMBER_SHIFT][0]

    def line(self, at: int) -> int:
        """The line where a record starts."""
        return self.stretch(at >> NUMBER_SHIFT, at & _OFFSET, at & _OFFSET).line

    def span(self, at: int, key: str | None = None, item: int | None = None, words: str | None = None) -> Span:
        """The span of a record, of the value of its key, of an item of that list, or of some of its words.

        The span of an empty value, a list or a mapping is that of its key; of an empty item, its dash; of an absent
        key, the record.
        """
        number, offset = at >> NUMBER_SHIFT, at & _OFFSET
        keys = self._keys(number).get(offset, {}) if key is None else self._record(at, key)
        if key is None or key not in keys:
            first = next(iter(keys.values()), None)
            return self.stretch(number, *(first.key if first else (offset, offset + 1)))
        place = keys[key]
        if item is not None and item < len(place.items):
            start, end = place.items[item]
            start -= start == end
        else:
            start, end = place.value if place.value[1] > place.value[0] else place.key
        return self.stretch(number, *self._within(number, start, end, words))

    def key_span(self, at: int, key: str) -> Span:
        """The span of a key itself."""
        number, offset = at >> NUMBER_SHIFT, at & _OFFSET
        place = self._record(at, key).get(key)
        return self.stretch(number, *(place.key if place else (offset, offset + 1)))

    def item_span(self, number: int, item: int) -> Span:
        """The span of an item of a file that is a list."""
        return self.span(number << NUMBER_SHIFT | _OFFSET, "", item)

    def stretch(self, number: int, start: int, end: int) -> Span:
        """Character offsets of a file → lines and columns."""
        path, text = self._files[number]
        start, end = min(start, len(text)), min(max(start, end), len(text))
        starts = self._starts(number)
        first, last = bisect_right(starts, start) - 1, bisect_right(starts, end) - 1
        return Span(path, first + 1, start - starts[first] + 1, last + 1, end - starts[last] + 1)

    def _starts(self, number: int) -> list[int]:
        if number not in self._lines:
            self._lines[number] = lines.starts(self._files[number][1])
        return self._lines[number]

    def _within(self, number: int, start: int, end: int, words: str | None) -> tuple[int, int]:
        text = self._files[number][1]
        if words:
            found = text.find(words, start, end)
            if found >= 0:
                return found, found + len(words)
        return start, start + len(text[start:end].rstrip())

    def _record(self, at: int, wanted: str | None = None) -> dict[str, _Places]:
        """The keys of a mapping, up to the wanted one. The first few mappings of a file are read without the rest."""
        number, offset = at >> NUMBER_SHIFT, at & _OFFSET
        few = self._records.setdefault(number, {})
        if (offset, wanted) not in few:
            is_read = number in self._places or offset == _OFFSET or len(few) >= _FEW
            alone = None if is_read else _alone(self._files[number][1], offset, wanted)
            few[offset, wanted] = self._keys(number).get(offset, {}) if alone is None else alone
        return few[offset, wanted]

    def _keys(self, number: int) -> dict[int, dict[str, _Places]]:
        if number not in self._places:
            self._places[number] = _places(self._files[number][1])
        return self._places[number]


class _Level:
    """A container whose places are being collected: the keys of a mapping, or the items of a sequence."""

    __slots__ = ("items", "key", "keys")

    def __init__(self, keys: dict[str, _Places] | None) -> None:
        self.keys = keys
        self.key: tuple[str, tuple[int, int]] | None = None
        self.items: list[tuple[int, int]] = []


_Found = dict[int, dict[str, _Places]]
_Note = Callable[[Event, _Found, list[_Level]], None]


def _places(text: str, whole: bool = True, wanted: str | None = None) -> _Found:
    """Every mapping's offset → its keys → places. In a text that cannot be parsed, the places before the fault.

    Unless `whole`, only the first list or mapping is read, and it is complete if there is a place for `_OFFSET`; a
    mapping is read up to the wanted key.
    """
    found: _Found = {}
    levels: list[_Level] = []
    notes: dict[type, _Note | None] = {}  # by class: the name is looked up once a class, not once an event
    try:
        for event in events(text):
            kind = type(event)
            if kind not in notes:
                notes[kind] = _NOTES.get(kind.__name__)
            note = notes[kind]
            if note is not None:
                note(event, found, levels)
                is_had = wanted is not None and len(levels) == 1 and wanted in (levels[0].keys or ())
                if is_had or len(levels) > DEEPEST or not (levels or whole):
                    break
    except Exception as error:
        if not is_complaint(error):
            raise
    return found


def _alone(text: str, at: int, wanted: str | None) -> dict[str, _Places] | None:
    """The keys of the mapping at `at`, up to the wanted one; None if the mapping cannot be read by itself."""
    line = lines.start(text, at)
    indent = 0 if text[at : at + 1] == "{" else at - line
    found = _places(" " * indent + text[at:], whole=False, wanted=wanted)
    if indent not in found or not (_OFFSET in found or wanted in found[indent]):
        return None
    shift = at - indent
    return {key: _shifted(places, shift) for key, places in found[indent].items()}


def _shifted(places: _Places, by: int) -> _Places:
    key, value = places.key, places.value
    moved = tuple((start + by, end + by) for start, end in places.items)
    return _Places((key[0] + by, key[1] + by), (value[0] + by, value[1] + by), moved)


def _note_scalar(event: Event, found: _Found, levels: list[_Level]) -> None:  # noqa: ARG001
    if levels:
        stretch = (event.start_mark.index, event.end_mark.index)
        if levels[-1].keys is None:
            levels[-1].items.append(stretch)
        else:
            _scalar(event.value, stretch, levels[-1])


def _note_start(event: Event, found: _Found, levels: list[_Level]) -> None:
    start: int = event.start_mark.index
    if levels and levels[-1].keys is None:
        levels[-1].items.append((start, start + 1))
    levels.append(_Level(found.setdefault(start, {}) if type(event).__name__ == "MappingStartEvent" else None))


def _note_end(event: Event, found: _Found, levels: list[_Level]) -> None:
    start: int = event.start_mark.index
    level = levels.pop()
    if not levels:
        found[_OFFSET] = {"": _Places((0, 1), (0, 1), tuple(level.items))}
    if level.keys is None and levels and levels[-1].key is not None:
        _settle(levels[-1], (start, start), tuple(level.items))
    elif levels and levels[-1].key is not None:
        _settle(levels[-1], (start, start), ((start, start),) if level.keys else ())


_NOTES: dict[str, _Note] = {
    "ScalarEvent": _note_scalar,
    "MappingStartEvent": _note_start,
    "SequenceStartEvent": _note_start,
    "MappingEndEvent": _note_end,
    "SequenceEndEvent": _note_end,
}


def _scalar(value: str, stretch: tuple[int, int], parent: _Level) -> None:
    if parent.key is None:
        parent.key = (value, stretch)
    else:
        _settle(parent, stretch, () if value.strip() in NULLS else (stretch,))


def _settle(level: _Level, value: tuple[int, int], items: tuple[tuple[int, int], ...]) -> None:
    assert level.keys is not None
    assert level.key is not None
    level.keys.setdefault(level.key[0], _Places(level.key[1], value, items))
    level.key = None
