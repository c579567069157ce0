"""What is wrong with typed words. A message contains fields instead of their names, which the caller supplies."""

from collections.abc import Mapping
from enum import Enum
from typing import Literal

from msgspec import Struct


class Field(Enum):
    """A field that an officer fills in. The value is its name in a sentence."""

    TASK = "nhiệm vụ"
    STATUS = "tình trạng"
    DATE = "ngày"
    AGENCY = "cơ quan"
    EVIDENCE = "tài liệu kiểm chứng"
    LINK = "đường dẫn"
    NOTE = "ghi chú"
    DIFFICULTIES = "khó khăn"
    PROPOSALS = "kiến nghị"
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
    SUBJECT = "chuyên đề"
    KIND = "hình thức kiểm tra"
    DOCUMENT = "văn bản kết luận"
    FINDINGS = "số vấn đề phát hiện"
    MENDED = "số vấn đề đã xử lý"
    NUMBER = "số, ký hiệu"
    PERIOD = "kỳ"
    AS_OF = "ngày tính đến"
    PLAN = "kế hoạch"
    ROLE = "vai trò"
    BY = "cách chia dòng"
    SECTION = "lĩnh vực"
    TURN = "lần"
    TITLE = "tên nhiệm vụ"
    CELL = "ô của bảng"
    PRODUCT = "sản phẩm"
    SCHEDULE = "tiến độ"
    LEAD = "cơ quan chủ trì"
    COORDINATE = "cơ quan phối hợp"
    PERFORM = "đơn vị thực hiện"
    UNDER = "dòng trên"
    GIVEN_BY = "cấp giao"
    CLOSED = "ngày đóng"


class Mention(Struct, frozen=True):
    """A field with its explanation, or in brackets, if the caller has a name for it: "--to (hạn mới)", " (--for)"."""

    field: Field
    manner: Literal["explained", "aside"]


Words = str | tuple[str | Field | Mention, ...]
Names = Mapping[Field, str]
"""The caller's names of fields, as "--to"; a field without one is called by its value."""


class Fault(Struct, frozen=True):
    """What is wrong with typed words, and what to do. `field`: the field in which they were typed.

    `choices`: the words that it takes, where a list holds them all; `hint` has them with their ids.
    """

    field: Field
    message: Words
    hint: Words | None = None
    choices: tuple[str, ...] = ()


def explained(field: Field) -> Mention:
    """A field with its caller's name and its meaning: "--to (hạn mới)"; "hạn mới" if the caller has no name for it."""
    return Mention(field, "explained")


def aside(field: Field) -> Mention:
    """A field's name in brackets after words that explain it: " (--for)"; empty if the caller has no name for it."""
    return Mention(field, "aside")


def text(words: Words, names: Names) -> str:
    """The words, with the caller's name in place of each field."""
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
