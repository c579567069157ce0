"""The head of a column → what the column holds, by the many names that papers give it."""

import re
from functools import cache

from cchc_cli.vietnamese.names import fold

_BRACKETS = re.compile(r"\([^()]*\)")


def _any(*words: str) -> str:
    return f"(?:{'|'.join(words)})"


_WHO = "(?:cac )?" + _any(
    "co quan", "don vi", "co quan don vi", "co quan to chuc", "co quan don vi dia phuong", "to chuc", "dia phuong",
    "ban nganh", "phong", "phong ban", "bo phan",
)  # fmt: skip
_DOES = _any(
    "thuc hien", "trien khai", "trien khai thuc hien", "to chuc thuc hien", "phu trach", "chiu trach nhiem", "duoc giao"
)
_WORK = _any(
    "nhiem vu", "cong viec", "viec", "hoat dong", "noi dung", "dau viec", "giai phap", "nhiem vu giai phap",
    "noi dung nhiem vu", "noi dung cong viec", "noi dung hoat dong", "noi dung thuc hien",
)  # fmt: skip
_OF_WORK = _any(
    "nhiem vu", "cong viec", "hoat dong", "giai phap", "cong tac", "cu the", "chu yeu", "trong tam", "chi tiet", "va",
    "cai cach hanh chinh", "can", "thuc hien", "trien khai", "duoc giao",
)  # fmt: skip
_TIME = _any("tien do", "thoi gian", "thoi han", "han", "thoi diem", "moc thoi gian")
_OF_TIME = _any(
    "du kien", "thuc hien", "hoan thanh", "trien khai", "bao cao", "ket thuc", "xu li", "trinh", "ban hanh", "va",
    "to chuc", "nhiem vu",
)  # fmt: skip
_REACHED = _any("du kien", "can", "phai", "dat", "dat duoc", "hoan thanh", "thuc hien", "dau ra", "va")
_HEADS: tuple[tuple[str, tuple[str, ...]], ...] = (
    (r"(?:so )?(?:tt|stt|thu tu|so thu tu)", ("number",)),
    (rf"phan cong(?: .*)?|(?:{_WHO} )?chu tri(?: va)? (?:{_WHO} )?phoi hop(?: .*)?", ("assignment",)),
    (rf"(?:{_WHO} )?(?:chu tri|dau moi)(?: {_DOES}| tham muu)?", ("lead",)),
    (rf"(?:{_WHO} )?(?:cung )?phoi hop(?: {_DOES})?", ("coordinate",)),
    (rf"(?:(?:{_WHO}|trach nhiem) )?{_DOES}", ("perform", "assignment")),
    (rf"(?:ten |danh muc |danh muc cac |cac )?{_WORK}(?: {_OF_WORK})*", ("title",)),
    (rf"(?:ket qua|muc tieu|chi tieu)(?: {_REACHED})* dinh luong|(?:muc tieu|chi tieu)(?: {_REACHED})*", ("result",)),
    (r"(?:du kien )?(?:ket qua(?: va| hoac)? )?san pham(?: .*)?", ("products",)),
    (rf"(?:du kien )?(?:ket qua(?: {_REACHED})*|dau ra)", ("products", "result")),
    (rf"(?:du kien )?{_TIME}(?: {_OF_TIME})*", ("schedule",)),
    (r"(?:can cu|co so)(?: phap li| thuc hien| thuc tien| trien khai)*|van ban (?:giao|chi dao)(?: .*)?", ("basis",)),
    (r"(?:du kien |du toan )?(?:nguon )?(?:kinh phi(?: .*)?|nguon luc(?: thuc hien)?|nguon von)", ("funding",)),
    (r"ghi chu(?: .*)?", ("notes",)),
)
"""Names without diacritics, as patterns, with what they can mean, the likeliest first."""
_SAID = {
    "number": "TT", "title": "Nhiệm vụ", "products": "Sản phẩm", "result": "Kết quả", "schedule": "Tiến độ",
    "assignment": "Phân công", "lead": "Cơ quan chủ trì", "coordinate": "Cơ quan phối hợp",
    "perform": "Đơn vị thực hiện", "basis": "Căn cứ", "funding": "Kinh phí", "notes": "Ghi chú",
}  # fmt: skip


def meanings(head: str) -> tuple[str, ...]:
    """What a column under this head can hold, the likeliest first; () if the head is not known."""
    return _meanings(fold(head)) or _meanings(fold(_BRACKETS.sub(" ", head)))


def usual(holds: str) -> str:
    """The head of a column where the plan gives none."""
    return _SAID.get(holds) or holds.partition(".")[2]


def _meanings(folded: str) -> tuple[str, ...]:
    return next((holds for pattern, holds in _patterns() if pattern.fullmatch(folded)), ())


@cache
def _patterns() -> tuple[tuple[re.Pattern[str], tuple[str, ...]], ...]:
    return tuple((re.compile(pattern), holds) for pattern, holds in _HEADS)
