"""Letters with loose marks → one sign each (NFC)."""

from unicodedata import normalize

CODE = "CC508"
WORDS = "đổi chữ viết bằng dấu rời sang chữ dựng sẵn"


def fixed(text: str) -> str:
    """The text in NFC; names are then found and sorted whatever wrote them."""
    return normalize("NFC", text)
