"""What cannot be recorded as typed: words that leave it to whoever asked how each field is called."""

from collections.abc import Mapping
from enum import Enum
from typing import Literal

from msgspec import Struct


class Field(Enum):
    """What is filled in; the value names it in running text."""

    TASK = "nhiệm vụ"
    STATUS = "tình trạng"
    DATE = "ngày"
    AGENCY = "cơ quan"
    EVIDENCE = "tài liệu kiểm chứng"
    LINK = "đường dẫn"
    NOTE = "ghi chú"
    PERCENT = "phần trăm"
    CONFIRM = "xác nhận"
    RETURN = "trả lại"
    MEMBER = "báo cáo thay"
    TO = "hạn mới"
    BASIS = "văn bản"
    DECIDED = "ngày văn bản"
    REASON = "lý do đề nghị"
    REQUEST = "đề nghị"
    REFUSE = "không đồng ý"
    HAPPENED = "ngày diễn ra"
    VALUE = "số đo"
    AS_OF = "ngày tính đến"
    PLAN = "kế hoạch"
    ROLE = "vai trò"


class Mention(Struct, frozen=True):
    """A field named otherwise than by its name alone, where it has one of its own: "--to (hạn mới)", or " (--for)"."""

    field: Field
    manner: Literal["explained", "aside"]


Words = str | tuple[str | Field | Mention, ...]
Names = Mapping[Field, str]
"""What each field is called where it is filled in; one that is missing is called by its value."""


class Fault(Struct, frozen=True):
    """What is wrong with what was typed, and what to do. `field`: where it was typed."""

    field: Field
    message: Words
    hint: Words | None = None


def explained(field: Field) -> Mention:
    """Its name with what it is: "--to (hạn mới)"; "hạn mới" where that is its name."""
    return Mention(field, "explained")


def aside(field: Field) -> Mention:
    """Its name as a hint behind words that say what is meant: " (--for)"; nothing where it has no name of its own."""
    return Mention(field, "aside")


def text(words: Words, names: Names) -> str:
    """The words with every field called by its name."""
    return words if isinstance(words, str) else "".join(_piece(each, names) for each in words)


def _piece(piece: str | Field | Mention, names: Names) -> str:
    if isinstance(piece, str):
        return piece
    if isinstance(piece, Field):
        return names.get(piece, piece.value)
    own, name = piece.field.value, names.get(piece.field)
    if piece.manner == "aside":
        return f" ({name})" if name else ""
    return f"{name} ({own})" if name else own
