"""Adds a line at the end of a list or removes the last one, and reads the result again to check it."""

from collections.abc import Sequence
from typing import NamedTuple
from unicodedata import normalize

import msgspec

from cchc_cli.model import Placed
from cchc_cli.recording.edit.line import line_of
from cchc_cli.recording.edit.single_lines import Last, arranged, last
from cchc_cli.text import lines
from cchc_cli.text.problems import Stop
from cchc_cli.text.yaml import Value, parse, unplaced

_BOM = "\ufeff"
_SUBJECTS = ("task", "event", "target", "subject", "period")


class Edited(NamedTuple):
    """The whole new content; the added or removed line of YAML, without indent; and its number in the file.

    `arranged`: whether records were moved to lines of their own.
    """

    data: bytes
    line: str
    number: int
    arranged: bool


class _Piece(NamedTuple):
    at: int
    text: str


def added(data: bytes, record: Placed, shape: object) -> Edited:
    """Add `record` to the list, directly after the last record and before comments that follow it.

    Records that share a line or take several get a line each, so that branches merge by union. `shape` is the list's
    type, as `tuple[Entry, ...]`. A file that has no newline at its end stays so.
    """
    return added_all(data, (record,), shape)[0]


def added_all(data: bytes, records: Sequence[Placed], shape: object) -> tuple[Edited, ...]:
    """Add records in their order; each of the results has the whole new content."""
    head, text = _text(data)
    before = _records(text, shape)
    old = arranged(text)
    written = [line_of(each) for each in records]
    piece = _piece(old, last(old), written)
    after = old[: piece.at] + piece.text + old[piece.at :]
    if _records(after, shape) != [*before, *map(_plain, records)]:
        raise Stop("ghi thêm vào tệp này sẽ làm sai các dòng đang có", "mở tệp xem lại phần cuối, hoặc ghi tay")
    made, first = (head + after).encode(), lines.number(after, piece.at + piece.text.index(written[0]))
    return tuple(Edited(made, line, first + place, old != text) for place, line in enumerate(written))


def taken_back(data: bytes, shape: object) -> Edited:
    """Remove the last record with its line, including a comment on that line."""
    head, text = _text(data)
    before = _records(text, shape)
    old = arranged(text)
    found = last(old)
    if found is None or not before:
        raise Stop("tệp chưa có dòng nào để rút lại")
    start, end = _line_of(old, found)
    after = old[:start] + old[end:]
    if _records(after, shape) != before[:-1]:
        raise Stop("không tách riêng được dòng cuối của tệp", "mở tệp và xóa tay")
    line = old[start:end]
    number = lines.number(old, start + len(line) - len(line.lstrip()))
    return Edited((head + after).encode(), line.strip(), number, old != text)


def repeats(data: bytes, record: Placed, shape: object) -> bool:
    """Whether the last record about the same thing says exactly the same. Those of other agencies are passed over."""
    new = _plain(record)
    for old in reversed(_records(_text(data)[1], shape)):
        if old == new:
            return True
        if isinstance(old, dict) and isinstance(new, dict) and _about_one(old, new):
            return False
    return False


def holds(data: bytes, other: bytes, shape: object) -> bool:
    """Whether `other` contains the last record of `data` at least as often as `data` does."""
    records, others = (_records(_text(each)[1], shape) for each in (data, other))
    return bool(records) and others.count(records[-1]) >= records.count(records[-1])


def _text(data: bytes) -> tuple[str, str]:
    """The byte-order mark, if there is one, and the text after it."""
    try:
        whole = data.decode()
    except UnicodeDecodeError as error:
        raise Stop("tệp không ghi bằng UTF-8", "mở tệp, lưu lại với bảng mã UTF-8") from error
    text = whole.lstrip(_BOM)
    return whole[: len(whole) - len(text)], text


def _records(text: str, shape: object) -> list[object]:
    """The records as plain data without their places.

    A newline is assumed after the last line, so that a block scalar there has the same value with and without it.
    """
    parsed = parse(lines.ended(text))
    try:
        if not parsed.faults:
            return [_plain(record) for record in msgspec.convert(parsed.data or [], shape, strict=False)]
    except msgspec.ValidationError:
        pass
    raise Stop("tệp đang có lỗi hoặc không ghi thêm được", "chạy cchc validate, sửa lỗi rồi ghi lại")


def _plain(record: object) -> Value:
    return unplaced(msgspec.to_builtins(record), _composed)


def _about_one(one: dict[str, Value], other: dict[str, Value]) -> bool:
    """Whether two records are about the same task, event or target, and not each about another agency's part."""
    agencies = one.get("agency"), other.get("agency")
    return all(one.get(key) == other.get(key) for key in _SUBJECTS) and (None in agencies or agencies[0] == agencies[1])


def _composed(text: str) -> str:
    return normalize("NFC", text)


def _piece(text: str, before: Last | None, written: list[str]) -> _Piece:
    """The new lines with newlines, inserted at the start of a line, or after a last line that has no newline."""
    at = lines.following(text, before.end) if before else len(text)
    newline = lines.ending(text[:at])
    own = newline.join((before.margin if before else "") + line for line in written)
    if at == 0 or text[at - 1] in "\r\n":
        return _Piece(at, own + newline)
    return _Piece(at, newline + own)


def _line_of(text: str, record: Last) -> tuple[int, int]:
    """The offsets of the last record's line. If no newline ends the file, the newline before the line is included."""
    start, end = lines.start(text, record.start), lines.following(text, record.end)
    if end == len(text) and start and text[end - 1] not in "\r\n":
        start -= len(lines.ending(text[:start]))
    return start, end
