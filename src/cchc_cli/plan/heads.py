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
    (r"phan cong(?: .*)?", ("assignment",)),
    (rf"(?:{_WHO} )?chu tri(?: va)? (?:{_WHO} )?phoi hop(?: .*)?", ("assignment",)),
    (rf"(?:{_WHO} )?(?:chu tri|dau moi)(?: {_DOES}| tham muu)?", ("lead",)),
    (rf"(?:{_WHO} )?(?:cung )?phoi hop(?: {_DOES})?", ("coordinate",)),
    (rf"(?:(?:{_WHO}|trach nhiem) )?{_DOES}", ("perform", "assignment")),
    (rf"(?:ten |ten nhom |nhom |danh muc |danh muc cac |cac )?{_WORK}(?: {_OF_WORK})*", ("title",)),
    (rf"(?:ket qua|muc tieu|chi tieu)(?: {_REACHED})* dinh luong|(?:muc tieu|chi tieu)(?: {_REACHED})*", ("result",)),
    (r"(?:du kien )?(?:ket qua(?: va| hoac)? )?san pham(?: .*)?", ("products",)),
    (rf"(?:du kien )?(?:ket qua(?: {_REACHED})*|dau ra)", ("products", "result")),
    (rf"(?:du kien )?{_TIME}(?: {_OF_TIME})*", ("schedule",)),
    (r"(?:can cu|co so)(?: phap li| thuc hien| thuc tien| trien khai)*|van ban (?:giao|chi dao)(?: .*)?", ("basis",)),
    (r"(?:du kien |du toan )?(?:nguon )?(?:kinh phi(?: .*)?|nguon luc(?: thuc hien)?|nguon von)", ("funding",)),
    (r"ghi chu(?: .*)?", ("notes",)),
)
"""Names without diacritics, as patterns, with what they can mean, the likeliest first."""
PLAIN: dict[str, tuple[str, ...]] = {
    "tt": ("number",), "stt": ("number",), "nhiem vu": ("title",), "noi dung": ("title",),
    "noi dung nhiem vu": ("title",), "noi dung cong viec": ("title",), "nhiem vu giai phap": ("title",),
    "san pham": ("products",), "ket qua san pham": ("products",), "ket qua san pham dat duoc": ("products",),
    "san pham dau ra": ("products",), "ket qua": ("products", "result"), "tien do": ("schedule",),
    "thoi gian": ("schedule",), "thoi han": ("schedule",), "thoi gian thuc hien": ("schedule",),
    "thoi gian hoan thanh": ("schedule",), "thoi han hoan thanh": ("schedule",), "tien do thuc hien": ("schedule",),
    "phan cong": ("assignment",), "co quan chu tri": ("lead",), "don vi chu tri": ("lead",),
    "co quan phoi hop": ("coordinate",), "don vi phoi hop": ("coordinate",), "ghi chu": ("notes",),
}  # fmt: skip
"""What the patterns say of the most usual names: most plans need no pattern compiled."""
_SAID = {
    "number": "TT", "title": "Nhiệm vụ", "products": "Sản phẩm", "result": "Kết quả", "schedule": "Tiến độ",
    "assignment": "Phân công", "lead": "Cơ quan chủ trì", "coordinate": "Cơ quan phối hợp",
    "perform": "Đơn vị thực hiện", "basis": "Căn cứ", "funding": "Kinh phí", "notes": "Ghi chú",
}  # fmt: skip


def meanings(head: str) -> tuple[str, ...]:
    """What a column under this head can hold, the likeliest first; () if the head is not known."""
    folded = fold(head)
    return PLAIN.get(folded) or by_pattern(folded) or by_pattern(fold(_BRACKETS.sub(" ", head)))


def usual(holds: str) -> str:
    """The head of a column where the plan gives none."""
    return _SAID.get(holds) or holds.partition(".")[2]


def by_pattern(folded: str) -> tuple[str, ...]:
    """The meanings of a name without diacritics; () if no pattern fits."""
    return next((holds for written, holds in _HEADS if _pattern(written).fullmatch(folded)), ())


@cache
def _pattern(written: str) -> re.Pattern[str]:
    return re.compile(written)
