"""Letters with separate combining marks → one character each (NFC)."""

from unicodedata import normalize

CODE = "CC508"
WORDS = "đổi chữ viết bằng dấu rời sang chữ dựng sẵn"


def fixed(text: str) -> str:
    """The text in NFC, so that names are found and sorted alike, whatever program wrote them."""
    return normalize("NFC", text)
