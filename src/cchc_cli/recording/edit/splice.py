"""One line more at the end of a list, or the last one less; read again before it counts."""

from re import compile as pattern
from typing import NamedTuple
from unicodedata import normalize

import msgspec

from cchc_cli.model import Placed
from cchc_cli.recording.edit.layout import Listing, listing
from cchc_cli.recording.edit.line import line_of
from cchc_cli.text import lines
from cchc_cli.text.lines import BREAK
from cchc_cli.text.problems import Stop
from cchc_cli.text.yaml import Value, parse, unplaced

_BOM = "\ufeff"
_COMMENT_OR_COMMA = pattern("#[^\r\n]*|,")
_BEFORE_ALONE = pattern(r"[ \t]*,?[ \t]*")
_AFTER_ALONE = pattern(r"[ \t]*,?[ \t]*(#[^\r\n]*)?(\r\n|\r|\n|\Z)")


class Edited(NamedTuple):
    """The whole new content; the line of YAML that came or went, without indent; and its number in the file."""

    data: bytes
    line: str
    number: int


class _Piece(NamedTuple):
    at: int
    text: str


def added(data: bytes, record: Placed, shape: object) -> Edited:
    """`record` as the last of the list: directly behind the last record, before any comments that follow it.

    `shape`: the list's type, as `tuple[Entry, ...]`. A file without a newline at its end stays without one.
    """
    head, text = _text(data)
    before = _records(text, shape)
    piece = _piece(text, listing(text), line_of(record))
    after = text[: piece.at] + piece.text + text[piece.at :]
    if _records(after, shape) != [*before, _plain(record)]:
        raise Stop("ghi thêm vào tệp này sẽ làm sai các dòng đang có", "mở tệp xem lại phần cuối, hoặc ghi tay")
    line = BREAK.split(piece.text.strip())[-1].strip()
    return Edited((head + after).encode(), line, lines.number(after, piece.at + piece.text.rindex(line)))


def taken_back(data: bytes, shape: object) -> Edited:
    """The last record gone with its line or lines, and a comment behind it on the same line."""
    head, text = _text(data)
    before = _records(text, shape)
    found = listing(text)
    if found is None or found.item is None or not before:
        raise Stop("tệp chưa có dòng nào để rút lại")
    start, end = _lines_of_last(text, found, found.item)
    after = text[:start] + text[end:]
    if _records(after, shape) != before[:-1]:
        raise Stop("không tách riêng được dòng cuối của tệp", "mở tệp và xóa tay")
    line = text[start:end]
    number = lines.number(text, start + len(line) - len(line.lstrip()))
    return Edited((head + after).encode(), line.strip(), number)


def holds(data: bytes, other: bytes, shape: object) -> bool:
    """Whether the last record of `data` stands in `other` too, as often as in `data`."""
    records, others = (_records(_text(each)[1], shape) for each in (data, other))
    return bool(records) and others.count(records[-1]) >= records.count(records[-1])


def _text(data: bytes) -> tuple[str, str]:
    """Byte-order mark, and the text behind it."""
    try:
        whole = data.decode()
    except UnicodeDecodeError as error:
        raise Stop("tệp không ghi bằng UTF-8", "mở tệp, lưu lại với bảng mã UTF-8") from error
    text = whole.lstrip(_BOM)
    return whole[: len(whole) - len(text)], text


def _records(text: str, shape: object) -> list[object]:
    """The records as plain data without their places.

    A missing newline at the end is thought there: whether one follows is no part of what a last block scalar says.
    """
    parsed = parse(text if text.endswith(("\n", "\r")) else f"{text}\n")
    try:
        if not parsed.faults:
            return [_plain(record) for record in msgspec.convert(parsed.data or [], shape, strict=False)]
    except msgspec.ValidationError:
        pass
    raise Stop("tệp đang có lỗi hoặc không ghi thêm được", "chạy cchc validate, sửa lỗi rồi ghi lại")


def _plain(record: object) -> Value:
    return unplaced(msgspec.to_builtins(record), _composed)


def _composed(text: str) -> str:
    return normalize("NFC", text)


def _piece(text: str, found: Listing | None, line: str) -> _Piece:
    if found is None:
        return _own_line(text, len(text), line)
    if found.flow:
        return _in_brackets(text, found, line.removeprefix("- "))
    return _own_line(text, lines.following(text, found.end), " " * found.column + line)


def _own_line(text: str, at: int, line: str) -> _Piece:
    """A line at the start of another, or behind a last line that has no newline."""
    newline = lines.ending(text[:at])
    if at == 0 or text[at - 1] in "\r\n":
        return _Piece(at, line + newline)
    return _Piece(at, newline + line)


def _in_brackets(text: str, found: Listing, record: str) -> _Piece:
    """On a line of its own where the list has several, with the comma on the new line wherever that can be."""
    if found.item is None:
        return _Piece(found.start + 1, record)
    comma = next((each for each in _COMMENT_OR_COMMA.finditer(text, found.end, found.close) if each[0] == ","), None)
    behind = comma.end() if comma else found.end
    line = lines.start(text, found.item)
    margin = text[line : found.item][: -len(text[line : found.item].lstrip()) or None]
    if BREAK.search(text, behind, found.close):
        whole = f"{margin}{record}," if comma else f"{margin}, {record}"
        return _own_line(text, lines.following(text, behind), whole)
    gap = lines.ending(text[:behind]) + margin if line > found.start else " "
    return _Piece(behind, f"{gap}{record}," if comma else f",{gap}{record}")


def _lines_of_last(text: str, found: Listing, item: int) -> tuple[int, int]:
    """First and last offset of the last record's lines; at the end without a newline, the newline before them goes."""
    start, end = lines.start(text, item), lines.following(text, found.end)
    if found.flow:
        alone = _BEFORE_ALONE.fullmatch(text, start, item) and _AFTER_ALONE.fullmatch(text, found.end, end)
        if not alone:
            raise Stop("dòng cuối của tệp không đứng riêng một dòng", "mở tệp và xóa tay")
    else:
        while text[start + found.column : start + found.column + 1] != "-":
            start = lines.start(text, start - 1)
    if end == len(text) and start and text[end - 1] not in "\r\n":
        start -= len(lines.ending(text[:start]))
    return start, end
