"""The text of a file of records → where its list and the last record in it stand."""

from typing import NamedTuple

from cchc_cli.text.parser_events import Event, events
from cchc_cli.text.problems import Stop

_SCALAR = "ScalarEvent"


class Listing(NamedTuple):
    """Character offsets. `flow`: the list stands in [ ]; `close` is then its closing bracket.

    `item` is where the last record's content starts, None in an empty list. `end` is just behind its last character;
    behind a block scalar, the start of the line after it.
    """

    flow: bool
    start: int
    column: int
    close: int
    item: int | None
    end: int


def listing(text: str) -> Listing | None:
    """The list of a text that parses, or None where there is nothing but comments."""
    found: Listing | None = None
    flows: list[bool] = []
    for event in events(text):
        name = type(event).__name__
        if not flows and name in (_SCALAR, "MappingStartEvent") and getattr(event, "value", True):
            raise Stop("tệp không phải là danh sách các dòng ghi", "sửa tệp cho mỗi mục một dòng bắt đầu bằng dấu -")
        if name == "SequenceStartEvent" and not flows:
            found = Listing(bool(event.flow_style), event.start_mark.index, event.start_mark.column, 0, None, 0)
            flows.append(found.flow)
        elif found is not None and flows:
            found = _with(found, event, name, flows)
    return found


def _with(found: Listing, event: Event, name: str, flows: list[bool]) -> Listing:
    """The next event inside the list. A block collection has no last character of its own: what it holds has."""
    if len(flows) == 1 and not name.endswith("EndEvent"):
        found = found._replace(item=event.start_mark.index)
    if name.endswith("StartEvent"):
        flows.append(bool(event.flow_style))
    elif name.endswith("EndEvent"):
        in_brackets = flows.pop()
        if not flows:
            return found._replace(close=event.end_mark.index - 1)
        return found._replace(end=event.end_mark.index) if in_brackets else found
    elif name == _SCALAR:
        return found._replace(end=event.end_mark.index)
    return found
