"""Text → sort key of the Vietnamese alphabet, as dictionaries order it."""

from unicodedata import normalize

from cchc_cli.vietnamese.names.keys import words

_ALPHABET = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
_RANKS = {ord(letter): ord("a") + rank for rank, letter in enumerate(_ALPHABET)}
# Combining marks in the order of the tones: huyền, hỏi, ngã, sắc, nặng; ngang has none.
_TONES = "\u0300\u0309\u0303\u0301\u0323"
_TONELESS = dict.fromkeys(map(ord, _TONES))


def collation(text: str) -> tuple[tuple[tuple[str, str], ...], str]:
    """The sort key of a text. It compares words by their letters, then tones: ba, ba ba, bà, bá, bạ, bă, bâ (CLDR vi).

    In texts that are else equal, small letters precede capitals. Digits come before letters, foreign letters after z.
    """
    return tuple(_ranked(word) for word in words(text)), normalize("NFC", text).swapcase()


def _ranked(word: str) -> tuple[str, str]:
    parts = normalize("NFD", word)
    letters = normalize("NFC", parts.translate(_TONELESS)).translate(_RANKS)
    return letters, "".join(str(_TONES.index(mark)) for mark in parts if mark in _TONES)
