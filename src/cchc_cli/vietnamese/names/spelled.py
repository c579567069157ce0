"""The words of a name, with the abbreviations of places written out: TP, P., X., ĐK."""

from collections.abc import Iterable
from functools import lru_cache

from cchc_cli.vietnamese.names.keys import fold_key, words

_COMMITTEE = ["uy", "ban", "nhan", "dan"]
_CITY = ("thành", "phố")
# Before the name of a place: UBND P. Nha Trang, X. Suối Cát.
_KINDS = {"p": ("phường",), "x": ("xã",), "đk": ("đặc", "khu"), "dk": ("đặc", "khu")}


def spelled(text: str, city: str = "") -> list[str]:
    """The words of `names.key`, with TP, P., X. and ĐK written out, and TPHN for the initials `hn` of the city."""
    return [each for word in typed_words(text) for each in _city_written_out(word, city)]


def typed_words(text: str) -> list[str]:
    """The same, with TP as typed: in "Sở TP" it is Tư pháp."""
    return _kinds_written_out(_joined(_committee_shortened(words(text))))


@lru_cache(1 << 14)
def bare(word: str) -> str:
    """A word without diacritics."""
    return fold_key(word)


def same(word: str, other: str) -> bool:
    """Whether a typed word is the other one, typed with its diacritics or without any."""
    return word in (other, bare(other))


def starts(typed: list[str], phrase: Iterable[str]) -> bool:
    """Whether the words start with the phrase."""
    wanted = tuple(phrase)
    return len(typed) >= len(wanted) and all(map(same, typed, wanted))


def ends(typed: list[str], phrase: Iterable[str]) -> bool:
    """Whether the words end with the phrase."""
    wanted = tuple(phrase)
    return len(typed) >= len(wanted) and starts(typed[len(typed) - len(wanted) :], wanted)


def initials(name: str) -> str:
    """The initials of a name, in lower case and without diacritics: Hà Nội → hn."""
    return "".join(bare(word)[0] for word in words(name))


def _committee_shortened(typed: list[str]) -> list[str]:
    """ "Ủy ban nhân dân", with or without diacritics, as one word."""
    for at in range(len(typed) - 3):
        if typed[at] in ("ủy", "uy") and [bare(word) for word in typed[at : at + 4]] == _COMMITTEE:
            return [*typed[:at], "ubnd", *_committee_shortened(typed[at + 4 :])]
    return typed


def _joined(typed: list[str]) -> list[str]:
    """Single letters that follow each other are one word: T.P. is tp."""
    found: list[str] = []
    after_letter = False
    for word in typed:
        is_letter = len(word) == 1
        if is_letter and after_letter:
            found[-1] += word
        else:
            found.append(word)
        after_letter = is_letter
    return found


def _kinds_written_out(typed: list[str]) -> list[str]:
    at = 1 if typed[:1] == ["ubnd"] else 0
    kind = _KINDS.get(typed[at]) if len(typed) > at + 1 else None
    return [*typed[:at], *kind, *typed[at + 1 :]] if kind else typed


def _city_written_out(word: str, city: str) -> tuple[str, ...]:
    if word == "tp":
        return _CITY
    return (*_CITY, city) if city and bare(word) == f"tp{city}" else (word,)
