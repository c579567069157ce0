"""Changes of values anywhere in a YAML file: only the lines of what changes are touched, in any style of writing.

After each change the text is read again and refused unless exactly that value differs.
"""

from collections.abc import Iterable
from typing import Any, NamedTuple

from cchc_cli.recording.edit import nodes
from cchc_cli.recording.edit.block import block, entry, item, plain
from cchc_cli.recording.edit.items import COMMENT
from cchc_cli.recording.edit.line import flow
from cchc_cli.recording.edit.nodes import Mapping, Node, Path, Scalar, Sequence, Step
from cchc_cli.text import lines
from cchc_cli.text.problems import Stop
from cchc_cli.text.yaml import Value, parse, unplaced

_MARK = "\ufeff"


class Put(NamedTuple):
    """Give a key of a mapping a value. A new key comes behind those of `after` that are there, else last."""

    path: Path
    key: str
    value: object
    after: tuple[str, ...] = ()


class Append(NamedTuple):
    """Add an item to the list under a key of a mapping, which is made if it is not there."""

    path: Path
    key: str
    value: object
    after: tuple[str, ...] = ()


class Remove(NamedTuple):
    """Remove a key of a mapping, or an item of a list; a list in block style that would be empty goes with its key."""

    path: Path


Change = Put | Append | Remove


def changed(data: bytes, changes: Iterable[Change]) -> bytes:
    """The content after the changes, one after the other; a `Stop` where one cannot be made without harm."""
    whole = data.decode()
    text = whole.lstrip(_MARK)
    head = whole[: len(whole) - len(text)]
    for each in changes:
        wanted = _expected(unplaced(parse(text).data) or {}, each)
        after = _text(text, each)
        parsed = parse(after)
        if parsed.faults or (unplaced(parsed.data) or {}) != wanted:
            raise Stop("không sửa riêng được chỗ này của tệp", "mở tệp và sửa tay")
        text = after
    return (head + text).encode()


def applied(data: Value, changes: Iterable[Change]) -> Value:
    """Plain data after the changes; the given data stays."""
    found = unplaced(data)
    for each in changes:
        found = _expected(found, each)
    return found


def lines_of(before: bytes, after: bytes) -> list[tuple[str, int, str]]:
    """The lines that differ, in order: ("-" or "+", number, text)."""
    from difflib import SequenceMatcher

    old, new = (lines.BREAK.split(each.decode()) for each in (before, after))
    found: list[tuple[str, int, str]] = []
    for tag, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag != "equal":
            found += [("-", number + 1, old[number]) for number in range(a, b)]
            found += [("+", number + 1, new[number]) for number in range(c, d)]
    return found


def _text(text: str, change: Change) -> str:
    root = nodes.root(text)
    if root is None and not isinstance(change, Remove):
        value = (change.value,) if isinstance(change, Append) else change.value
        return text + entry(change.key, value, "", lines.ending(text)) + lines.ending(text)
    if isinstance(change, Remove):
        return _removed(text, root, change.path)
    mapping = nodes.at(root, change.path)
    if not isinstance(mapping, Mapping):
        raise Stop("không tìm thấy chỗ phải sửa trong tệp", "mở tệp xem lại")
    if isinstance(change, Append):
        held = mapping.values.get(change.key)
        if isinstance(held, Sequence) and not held.items and not change.path:  # "tasks: []"
            newline = lines.ending(text)
            written = f"{newline}  - {item(change.value, ' ' * 4, newline)}"
            return text[: held.start].rstrip(" ") + written + text[held.end :]
        if isinstance(held, Sequence):
            return _appended(text, held, change.value)
        return _put(text, mapping, Put(change.path, change.key, (change.value,), change.after))
    return _put(text, mapping, change)


def _put(text: str, mapping: Mapping, change: Put) -> str:
    key, value = change.key, change.value
    newline = lines.ending(text)
    if key in mapping.values:
        return _replaced(text, mapping, key, value, newline)
    behind = next((each for each in reversed(change.after) if each in mapping.values), None)
    last = behind or (list(mapping.values)[-1] if mapping.values else None)
    if last is None or mapping.is_flow:
        written = f"{key}: {flow(value)}"
        place = mapping.values[last].end if last else mapping.start + 1
        return text[:place] + (f", {written}" if last else written) + text[place:]
    margin = " " * nodes.column(text, mapping.keys[last].start)
    written = margin + entry(key, value, margin, newline)
    apart = newline if newline in written and _stands_apart(text, mapping.keys[last].start) else ""
    return _inserted(text, mapping.values[last].end, apart + written, newline)


def _stands_apart(text: str, place: int) -> bool:
    """Whether an empty line stands above the line of a place and the comments over it."""
    above = lines.BREAK.split(text[: lines.start(text, place)])[:-1]
    first = next((line for line in reversed(above) if not line.lstrip().startswith("#")), "-")
    return not first.strip()


def _replaced(text: str, mapping: Mapping, key: str, value: object, newline: str) -> str:
    old, place = mapping.values[key], mapping.keys[key]
    margin = " " * nodes.column(text, place.start)
    is_flow = mapping.is_flow or (not isinstance(old, Scalar) and old.is_flow)
    written = flow(value) if is_flow else block(value, margin, newline, isinstance(old, Sequence))
    if isinstance(old, Scalar) and old.start < old.end and not written.startswith(newline):
        return text[: old.start] + written + text[old.end :]
    colon = text.index(":", place.end) + 1
    comments = () if mapping.is_flow else (*COMMENT.findall(text[colon : old.start]), *_comments(text, old))
    kept = "".join(f"{each}{newline}{margin}" for each in comments)
    gap = "" if written.startswith(newline) else " "
    return text[: place.start] + kept + text[place.start : colon] + gap + written + text[old.end :]


def _comments(text: str, node: Node) -> list[str]:
    """The comments inside a list or mapping that is replaced whole."""
    if isinstance(node, Scalar):
        return []
    inner = node.items if isinstance(node, Sequence) else tuple(node.values.values())
    ends = [node.start, *(each.end for each in inner)]
    starts = [*(each.start for each in inner), node.end]
    return [found for start, end in zip(ends, starts, strict=True) for found in COMMENT.findall(text[start:end])]


def _appended(text: str, held: Sequence, value: object) -> str:
    newline = lines.ending(text)
    if held.is_flow:
        place = held.items[-1].end if held.items else held.start + 1
        return text[:place] + (", " if held.items else "") + flow(value) + text[place:]
    last = held.items[-1]
    dash = text.rfind("-", 0, last.start)
    margin, inside = " " * nodes.column(text, dash), " " * nodes.column(text, last.start)
    apart = newline if len(held.items) > 1 and _is_apart(text, held.items[-2], last) else ""
    written = item(value, inside, newline)
    return _inserted(text, last.end, f"{apart}{margin}-{' ' * (last.start - dash - 1)}{written}", newline)


def _is_apart(text: str, one: Node, other: Node) -> bool:
    """Whether an empty line stands between two items."""
    return any(not line.strip() for line in lines.BREAK.split(text[lines.following(text, one.end) : other.start])[:-1])


def _inserted(text: str, end: int, written: str, newline: str) -> str:
    """The text with lines added below the line in which a value ends."""
    place = lines.following(text, end)
    if place and text[place - 1] in "\r\n":
        return text[:place] + written + newline + text[place:]
    return text[:place] + newline + written + text[place:]


def _removed(text: str, root: Node | None, path: Path) -> str:
    holder, step = nodes.at(root, path[:-1]), path[-1]
    gone = nodes.at(root, path)
    assert gone is not None
    assert isinstance(holder, Mapping | Sequence)
    if isinstance(holder, Sequence) and len(holder.items) == 1 and not holder.is_flow:
        return _removed(text, root, path[:-1])
    start = holder.keys[str(step)].start if isinstance(holder, Mapping) else gone.start
    if holder.is_flow:
        return _out_of_flow(text, holder, step, start, gone.end)
    first, following = lines.start(text, start), lines.following(text, gone.end)
    if isinstance(holder, Mapping) and text[first:start].strip():  # the key shares its line with the dash of an item
        others = [each.start for each in holder.keys.values() if each.start > start]
        return text[:start] + text[min(others) :] if others else text
    blank = text[:first].rstrip(" \t\r\n")
    above = lines.following(text, len(blank)) if blank else 0
    is_last_item = isinstance(holder, Sequence) and gone is holder.items[-1]
    next_is_blank = not lines.BREAK.split(text[following:], maxsplit=1)[0].strip()
    if above < first and (is_last_item or (isinstance(holder, Mapping) and next_is_blank)):
        first = above
    if following == len(text) and not text.endswith(("\n", "\r")) and first:
        first -= len(lines.ending(text[:first]))
    return text[:first] + text[following:]


def _out_of_flow(text: str, holder: Mapping | Sequence, step: Step, start: int, end: int) -> str:
    ends = [each.end for each in (holder.items if isinstance(holder, Sequence) else holder.values.values())]
    place = step if isinstance(step, int) else list(holder.values).index(step)  # type: ignore[union-attr]
    if place:
        return text[: ends[place - 1]] + text[end:]
    rest = text[end:].lstrip(" \t\r\n")
    return text[:start] + (rest[1:].lstrip(" \t\r\n") if rest.startswith(",") else text[end:])


def _expected(data: Any, change: Change) -> Any:
    """Plain data after a change."""
    if isinstance(change, Remove):
        *above, last = change.path
        return _without(data, above, last)
    holder = _within(data, change.path)
    if isinstance(change, Append):
        holder[change.key] = [*(holder.get(change.key) or ()), plain(change.value)]
    else:
        holder[change.key] = plain(change.value)
    return data


def _within(data: Any, path: Iterable[Step]) -> Any:
    for step in path:
        data = data[step]
    return data


def _without(data: Any, above: list[Step], last: Step) -> Any:
    holder = _within(data, above)
    del holder[last]
    if holder == [] and above:  # in block style no empty list can be written
        del _within(data, above[:-1])[above[-1]]
    return data
