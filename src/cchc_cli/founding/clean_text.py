"""Text that was typed or comes from Excel → clean text for a file."""

from re import findall, split
from unicodedata import normalize

_PRINTED = ("UBND", "HĐND", "TP", "CP")
_VOWELS = frozenset("AEIOUY")
_LOOK_ALIKES = str.maketrans("ÐƉðɖ", "ĐĐđđ")


def tidy(text: str) -> str:
    """The text in NFC with single spaces, no invisible characters, and the Vietnamese Đ in place of look-alikes."""
    seen = "".join(sign if sign.isprintable() else " " for sign in text)
    return normalize("NFC", " ".join(seen.split()).translate(_LOOK_ALIKES))


def initials(text: str) -> str:
    """The first word that is initials ("KH&CN", "VHTTDL"), but for those that papers print; "" if there is none."""
    words = (each.strip("&") for each in findall(r"[^\W\d_]+(?:&[^\W\d_]+)*", text))
    return next((each for each in words if _is_initials(each)), "")


def _is_initials(word: str) -> bool:
    is_short = len(word) > 1 and word.isupper() and word not in _PRINTED
    return is_short and _VOWELS.isdisjoint(normalize("NFD", word))


def cased(place: str) -> str:
    """The name of a place; one typed in capitals or without any gets a capital for each word."""
    if place.isupper() or place.islower():
        return " ".join(word[:1].upper() + word[1:].lower() for word in place.split())
    return place[:1].upper() + place[1:]


def cased_field(name: str) -> str:
    """What a sở or a bộ deals with, likewise: each part of "Văn hóa, Thể thao và Du lịch" gets one capital."""
    if not (name.isupper() or name.islower()):
        return name
    parts = split(r"(, | - | và )", name.lower())
    return "".join(part[:1].upper() + part[1:] if place % 2 == 0 else part for place, part in enumerate(parts))
