"""Text that was typed or comes from Excel → clean text for a file."""

from unicodedata import normalize

_LOOK_ALIKES = str.maketrans("ÐƉðɖ", "ĐĐđđ")


def tidy(text: str) -> str:
    """The text in NFC with single spaces, no invisible characters, and the Vietnamese Đ in place of look-alikes."""
    seen = "".join(sign if sign.isprintable() else " " for sign in text)
    return normalize("NFC", " ".join(seen.split()).translate(_LOOK_ALIKES))
