"""Kinds of documents and the letters that stand for them in a number (NĐ 30/2020/NĐ-CP, Phụ lục III)."""

LETTERS = {
    "BÁO CÁO": "BC",
    "CHỈ THỊ": "CT",
    "CHƯƠNG TRÌNH": "CTr",
    "ĐỀ ÁN": "ĐA",
    "HƯỚNG DẪN": "HD",
    "KẾ HOẠCH": "KH",
    "NGHỊ QUYẾT": "NQ",
    "PHƯƠNG ÁN": "PA",
    "QUYẾT ĐỊNH": "QĐ",
    "THÔNG BÁO": "TB",
}


def kind_of(number: str) -> str | None:
    """The kind that a number names: "45/KH-SNV" is that of a KẾ HOẠCH; None for other numbers."""
    letters = number.rpartition("/")[2].partition("-")[0].strip().casefold()
    return next((kind for kind, own in LETTERS.items() if own.casefold() == letters), None)
