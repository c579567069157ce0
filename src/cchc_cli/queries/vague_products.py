"""Products that do not say what there is to be: documents or meetings of any kind, on anything."""

import re

from cchc_cli.vietnamese.names import fold

_KINDS = (
    "van ban", "bao cao", "quyet dinh", "ke hoach", "cong van", "thong bao", "chuong trinh", "huong dan", "to trinh",
    "phuong an", "nghi quyet", "chi thi", "hoi nghi", "hoi thao", "tap huan", "lop tap huan",
    "dao tao", "lop dao tao", "boi duong", "cuoc hop",
)  # fmt: skip
"""Kinds of documents and meetings, folded."""
_ACTS = (
    "trien khai", "chi dao", "huong dan", "don doc", "kiem tra", "de xuat", "tong ket", "thuc hien", "ket qua",
    "dieu hanh",
)  # fmt: skip
"""What a document may do without saying about what, folded."""
_LEAST = "van ban"
"""A document of no kind."""
_ISSUER = r"(?: cua (?:ubnd|uy ban nhan dan|chu tich|hdnd|so|cac)\b.*)?"
_PIECE = re.compile(rf"(?:cac )?(?:{'|'.join((*_KINDS, *_ACTS))})(?: (?:{'|'.join(_ACTS)}))*{_ISSUER}")
_BETWEEN = re.compile(r"[,/+]| và ")
_OPEN = re.compile(r"(?:(?<!\.)\.{2,}|…|v\.v\.?)\s*$")


def is_vague(product: str) -> bool:
    """Whether a product names documents or meetings without saying which: several kinds, or "văn bản" alone.

    One kind is enough to be clear ("Kế hoạch"), for the task says what about; semicolons part products.
    """
    return all(_is_vague(each) for each in product.split(";") if each.strip())


def _is_vague(product: str) -> bool:
    pieces = [folded for each in _BETWEEN.split(_OPEN.sub("", product)) if (folded := fold(each))]
    if not pieces or not all(_PIECE.fullmatch(piece) for piece in pieces):
        return False
    return len(pieces) > 1 or pieces[0].removeprefix("cac ").startswith(_LEAST) or _OPEN.search(product) is not None
