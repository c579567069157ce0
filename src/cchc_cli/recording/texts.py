"""The bytes of a file of texts + changes by place → new bytes: one line for each place, every other byte stays."""

from collections.abc import Mapping

import msgspec

from cchc_cli.model import Text
from cchc_cli.recording.edit import added, line_of
from cchc_cli.recording.edit.items import Item, listing
from cchc_cli.recording.edit.single_lines import arranged
from cchc_cli.text import lines
from cchc_cli.text.problems import Stop
from cchc_cli.text.yaml import parse

_SHAPE = tuple[Text, ...]
_BOM = "\ufeff"
Key = tuple[str, str | None]
"""A place, and the agency whose text it is (None: the report's own)."""


def changed(data: bytes | None, changes: Mapping[Key, str | None]) -> bytes | None:
    """The file with each place's new text; None takes its line out. A file without lines is None."""
    whole = (data or b"").decode()
    head = _BOM if whole.startswith(_BOM) else ""
    text, left = arranged(whole.removeprefix(_BOM)), dict(changes)
    for record, item in sorted(_placed(text), key=lambda each: each[1].start, reverse=True):
        key = (record.place, record.agency)
        if key in left:
            text = _rewritten(text, item, record, left.pop(key))
    made = (head + text).encode()
    for (place, agency), new in left.items():
        if new is not None:
            made = added(made, Text(place=place, text=new, agency=agency), _SHAPE).data
    _refuse_other(made, changes)
    return made if made.strip() else None


def texts(data: bytes | None) -> dict[Key, str]:
    """The texts of a file by place and agency."""
    found = _read((data or b"").decode().removeprefix(_BOM))
    return {(record.place, record.agency): record.text for record in found}


def _placed(text: str) -> list[tuple[Text, Item]]:
    found = listing(lines.ended(text))
    return list(zip(_read(text), found.items if found is not None else (), strict=True))


def _read(text: str) -> tuple[Text, ...]:
    parsed = parse(lines.ended(text))
    try:
        return msgspec.convert(parsed.data or [], _SHAPE, strict=False)
    except msgspec.ValidationError as error:
        raise Stop("tệp nội dung báo cáo đang có lỗi", "chạy cchc validate, sửa lỗi rồi chạy lại") from error


def _rewritten(text: str, item: Item, record: Text, new: str | None) -> str:
    if new is not None:
        line = line_of(Text(place=record.place, text=new, agency=record.agency))
        return text[: item.start] + line.removeprefix("- ") + text[item.end :]
    start = lines.start(text, item.start)
    end = lines.BREAK.search(text, item.end)
    return text[:start] + text[end.end() if end else len(text) :]


def _refuse_other(made: bytes, changes: Mapping[Key, str | None]) -> None:
    """Raise a `Stop` if reading the result again does not give the changes."""
    found = texts(made)
    wrong = [place for (place, agency), new in changes.items() if found.get((place, agency)) != new]
    if wrong:
        raise Stop(f"không ghi đúng được nội dung của {', '.join(wrong)}", "mở tệp nội dung báo cáo và ghi tay")
