"""Text → keys under which two spellings of one name are equal."""

import re
from unicodedata import normalize

# Marks that Word and PDF leave inside words: soft hyphen, zero-width signs, byte order mark.
_INVISIBLE = dict.fromkeys((0xAD, *range(0x200B, 0x2010), 0x2060, 0xFEFF))
# Tone on the second vowel of an open rhyme (hoà) → on the first (hòa).
_OPEN_RHYMES = {
    "oà": "òa", "oá": "óa", "oả": "ỏa", "oã": "õa", "oạ": "ọa",
    "oè": "òe", "oé": "óe", "oẻ": "ỏe", "oẽ": "õe", "oẹ": "ọe",
    "uỳ": "ùy", "uý": "úy", "uỷ": "ủy", "uỹ": "ũy", "uỵ": "ụy",
}  # fmt: skip
_WORD = re.compile(r"[^\W_]+")
_TONED = frozenset(rhyme[-1] for rhyme in _OPEN_RHYMES)


def words(text: str) -> list[str]:
    """Lower-case words with their diacritics, in NFC. Punctuation separates words; `&` is "và", `hoà` is `hòa`."""
    # Signs are replaced one by one: a translation table takes ten times as long, and a registry has hundreds of names.
    visible = text if text.isprintable() else text.translate(_INVISIBLE)
    plain = normalize("NFKC", normalize("NFKC", visible).casefold())
    plain = plain.replace("&", " và ").replace("ð", "đ").replace("ɖ", "đ")
    return [_toned(word) if word[-1] in _TONED else word for word in _WORD.findall(plain)]


def key(text: str) -> str:
    """The key of a name: it ignores case, spaces, Unicode form, tone placement and punctuation, but keeps diacritics.

    "Ủy ban nhân dân" and "UBND" have the same key (docs/promises.md#agency-names).
    """
    return _shortened(" ".join(words(text)), "ủy ban nhân dân")


def fold(text: str) -> str:
    """The search form of a text: `key` without diacritics, final `y` after a consonant or `qu` as `i` (lý = lí).

    Compare it only with other folded texts and never print it: "Quản lý" becomes "quan li".
    """
    return fold_key(key(text))


def fold_key(known: str) -> str:
    """The `fold` of a text whose `key` is already known."""
    bare = re.sub("[\u0300-\u036f]+", "", normalize("NFKD", known)).replace("đ", "d")
    return re.sub(r"(?<=[hklmstv])y\b|(?<=\bqu)y\b", "i", _shortened(bare, "uy ban nhan dan"))


def _shortened(text: str, committee: str) -> str:
    return re.sub(rf"\b{committee}\b", "ubnd", text) if committee in text else text


def _toned(word: str) -> str:
    rhyme = _OPEN_RHYMES.get(word[-2:])
    return word if rhyme is None or word[-3:-2] == "q" else word[:-2] + rhyme
