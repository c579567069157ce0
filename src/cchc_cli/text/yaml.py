"""YAML text → plain data and every syntax problem, in one pass over parser events. Knows nothing about plans.

Scalars stay strings: the type of the field decides later what `no`, `05` or `2026-02-30` is. Every mapping keeps its
place under the key "@" (see `place_of`). Tags, anchors, aliases and merge keys are refused, deep nesting stops early.
"""

from collections.abc import Callable, Iterator

from msgspec import Struct

from cchc_cli.text.parser_events import DEEPEST, NULLS, Event, ParserFault, events, is_complaint

NUMBER_SHIFT = 32
PLACE = "@"
Value = str | int | None | list["Value"] | dict[str, "Value"]
"""Plain data as it was written. The only numbers are the places under `PLACE`."""


class Parsed(Struct, frozen=True):
    """Plain data of one document, and its faults. The data is None if a fault is fatal."""

    data: Value
    faults: tuple[ParserFault, ...]


def place_of(number: int, offset: int) -> int:
    """The value of a mapping's "@": the number of its file and the character offset where it starts."""
    return number << NUMBER_SHIFT | offset


def parse(text: str, number: int = 0) -> Parsed:
    """One YAML document → data and faults; `number` identifies the file in the places of mappings."""
    builder = _Builder(number)
    try:
        builder.take_all(events(text))
    except _Fatal as fatal:
        return Parsed(None, (*builder.faults, fatal.fault))
    except Exception as error:
        if not is_complaint(error):
            raise
        from cchc_cli.text.complaints import syntax_fault

        return Parsed(None, (*builder.faults, syntax_fault(error, text)))
    return Parsed(builder.data, tuple(builder.faults))


def at(mapping: dict[str, Value]) -> int:
    """The place of a mapping."""
    place = mapping[PLACE]
    assert isinstance(place, int)
    return place


def written(mapping: dict[str, Value]) -> dict[str, Value]:
    """The keys and values that were written in a mapping, without its place."""
    return {key: value for key, value in mapping.items() if key != PLACE}


def unplaced(value: Value, text: Callable[[str], str] = str) -> Value:
    """Data without places; `text` is applied to each key and text."""
    if isinstance(value, dict):
        return {text(key): unplaced(inner, text) for key, inner in value.items() if key != PLACE}
    if isinstance(value, list | tuple):  # a record that was turned into plain data contains tuples
        return [unplaced(inner, text) for inner in value]
    return text(value) if isinstance(value, str) else value


class _Fatal(Exception):  # noqa: N818
    def __init__(self, fault: ParserFault) -> None:
        super().__init__(fault.message)
        self.fault = fault


class _Builder:
    """Builds containers from events. The open container is `mapping` or `sequence`, whichever is not None."""

    def __init__(self, number: int) -> None:
        self.number = number
        self.data: Value = None
        self.faults: list[ParserFault] = []
        self.mapping: dict[str, Value] | None = None
        self.sequence: list[Value] | None = None
        self.key: str | None = None  # the key of the open mapping whose value comes next
        self.around: list[tuple[dict[str, Value] | None, list[Value] | None]] = []
        self.documents = 0

    def take_all(self, stream: Iterator[Event]) -> None:
        takers: dict[type, Callable[[Event], None]] = {}  # by class, so that each name is looked up once
        for event in stream:
            kind = type(event)
            if kind not in takers:
                takers[kind] = self.taker(kind.__name__)
            takers[kind](event)

    def taker(self, name: str) -> Callable[[Event], None]:
        known = {
            "ScalarEvent": self.scalar,
            "MappingStartEvent": self.open_mapping,
            "SequenceStartEvent": self.open_sequence,
            "MappingEndEvent": self.close,
            "SequenceEndEvent": self.close,
            "AliasEvent": self.alias,
            "DocumentStartEvent": self.document,
        }
        return known.get(name, lambda _: None)

    def scalar(self, event: Event) -> None:
        if event.anchor is not None or event.tag is not None:
            self.refuse_decoration(event)
        value = event.value
        if self.mapping is None or self.key is not None:
            self.put(None if value in NULLS and event.implicit[0] else value)
        elif value.isidentifier() and value not in self.mapping:  # most keys, without a call for each
            self.key = value
        else:
            self.key = self.new_key(event, value, self.mapping)

    def new_key(self, event: Event, key: str, mapping: dict[str, Value]) -> str:
        """The key, or "" for a refused key, whose value is dropped."""
        if key == "<<" and event.implicit[0]:
            self.fault(event, "CC006", "không dùng khóa gộp (<<) trong tệp kế hoạch", "viết lại nội dung tại chỗ")
        elif not key or key[0] == "@":
            self.fault(event, "CC009", "khóa trống hoặc không dùng được", "ghi tên khóa trước dấu hai chấm")
        elif key in mapping:
            self.fault(event, "CC004", f'khóa "{key}" ghi hai lần trong cùng một mục', "giữ một dòng, bỏ dòng kia")
        else:
            return key
        return ""

    def put(self, value: Value) -> None:
        if self.sequence is not None:
            self.sequence.append(value)
        elif self.mapping is not None:
            if self.key:
                self.mapping[self.key] = value
            self.key = None
        else:
            self.data = value

    def open_mapping(self, event: Event) -> None:
        mapping: dict[str, Value] = {PLACE: place_of(self.number, event.start_mark.index)}
        self.open(event, mapping)
        self.mapping, self.sequence = mapping, None

    def open_sequence(self, event: Event) -> None:
        sequence: list[Value] = []
        self.open(event, sequence)
        self.mapping, self.sequence = None, sequence

    def open(self, event: Event, container: dict[str, Value] | list[Value]) -> None:
        self.refuse_decoration(event)
        if self.mapping is not None and self.key is None:
            self.fatal(event, "CC009", "khóa phải là chữ", "ghi tên khóa trước dấu hai chấm")
        if len(self.around) >= DEEPEST:
            self.fatal(event, "CC007", f"lồng sâu quá {DEEPEST} cấp", "kiểm tra lại dấu ngoặc và thụt đầu dòng")
        self.put(container)
        self.around.append((self.mapping, self.sequence))

    def close(self, _: Event) -> None:
        self.mapping, self.sequence = self.around.pop()

    def alias(self, event: Event) -> None:
        self.fatal(event, "CC006", "không dùng bí danh (*) trong tệp kế hoạch", "viết lại nội dung tại chỗ")

    def document(self, event: Event) -> None:
        self.documents += 1
        if self.documents > 1:
            self.fatal(event, "CC008", "tệp có nhiều hơn một tài liệu YAML", "bỏ dòng --- và phần sau nó")

    def refuse_decoration(self, event: Event) -> None:
        if event.anchor is not None:
            self.fault(event, "CC006", "không dùng mỏ neo (&) trong tệp kế hoạch", "bỏ dấu & và tên sau nó")
        if event.tag is not None:
            self.fault(event, "CC005", "không dùng thẻ kiểu (!) trong tệp kế hoạch", "bỏ thẻ, chỉ giữ nội dung")

    def fault(self, event: Event, code: str, message: str, hint: str) -> None:
        end = event.end_mark.index if type(event).__name__ == "ScalarEvent" else event.start_mark.index + 1
        self.faults.append(ParserFault(event.start_mark.index, end, code, message, hint))

    def fatal(self, event: Event, code: str, message: str, hint: str) -> None:
        raise _Fatal(ParserFault(event.start_mark.index, event.start_mark.index + 1, code, message, hint))
