"""What the words of a field with a fixed set of values mean, for an editor that offers them."""

from collections.abc import Iterable
from enum import Enum

from cchc_cli.wording.words import AGENCY_KIND, BUCKET, KIND, PROGRESS, ROLE, TIMING

_SETS: tuple[Iterable[tuple[str, str]], ...] = (
    ROLE.items(),
    PROGRESS.items(),
    KIND.items(),
    TIMING.items(),
    BUCKET.items(),
    AGENCY_KIND.items(),
    {">=": "ít nhất", ">": "trên", "<=": "không quá", "<": "dưới", "=": "đúng bằng"}.items(),
    {"confirm": "xác nhận hoàn thành", "return": "trả lại để làm tiếp"}.items(),
    {"set": "ấn định hạn", "extend": "gia hạn", "request": "đề nghị gia hạn", "refuse": "không đồng ý gia hạn"}.items(),
    {
        "confirmed": "có văn bản, được tính",
        "computed": "suy từ luật, được tính",
        "proposed": "mới đề xuất, không được tính",
    }.items(),
    {"cutoff": "theo ngày chốt số liệu", "calendar": "theo lịch"}.items(),
    {"lead": "phần chủ trì", "other": "phần phối hợp, thực hiện"}.items(),
    {"agency": "theo cơ quan chủ trì", "section": "theo lĩnh vực"}.items(),
    {"met": "đạt", "not_met": "chưa đạt", "not_measured": "chưa đo"}.items(),
    {"error": "lỗi", "warning": "cảnh báo", "info": "lưu ý"}.items(),
)
_BY_VALUES = {frozenset(words): words for words in map(dict, _SETS)}


def meanings(values: list[str]) -> list[str] | None:
    """The Vietnamese of each value, in the same order; None for a set that nobody has explained."""
    words = _BY_VALUES.get(frozenset(values))
    return None if words is None else [words[value] for value in values]


def values_of(kind: type[Enum]) -> list[str]:
    """The values of an enumeration as they are written."""
    return [str(each.value) for each in kind]
