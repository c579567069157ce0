"""What somebody typed or Excel kept → text fit to stand in a file."""

from unicodedata import normalize

_LOOK_ALIKES = str.maketrans("ÐƉðɖ", "ĐĐđđ")


def tidy(text: str) -> str:
    """One space between words, NFC, nothing that cannot be seen, the Vietnamese Đ for letters that look like it."""
    seen = "".join(sign if sign.isprintable() else " " for sign in text)
    return normalize("NFC", " ".join(seen.split()).translate(_LOOK_ALIKES))
