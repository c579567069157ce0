"""A name → its form, which is equal for the ways in which officers write the same name."""

from msgspec import Struct

from cchc_cli.vietnamese.names.own import Own
from cchc_cli.vietnamese.names.spelled import bare, same, spelled

_FILLERS = ("và", "các", "va", "cac")
_COMMUNES = ["ubnd", "cấp", "xã"]
_COMMUNE_WORDS = frozenset(("ubnd", "cac", "va", "cap", "xa", "phuong", "dac", "khu"))


class Form(Struct, frozen=True):
    """The words that tell a name from others, and whether it ends with the own place (`Own`)."""

    words: tuple[str, ...]
    own: bool = False

    @property
    def text(self) -> str:
        """The form as one text; "@" stands for the own place."""
        return " ".join((*self.words, "@") if self.own else self.words)

    @property
    def stem(self) -> str:
        """The form without the own place."""
        return " ".join(self.words)


def form(text: str, own: Own) -> Form:
    """The form of a name."""
    return form_of(spelled(text, own.initials), own)


def form_of(typed: list[str], own: Own) -> Form:
    """The form of a name whose `spelled` words are known."""
    stem, is_own = own.apart(typed)
    return Form(tuple(_plain(_communes(stem))), is_own)


def _plain(typed: list[str]) -> list[str]:
    """The words without "và" and "các", and without "có" of "có liên quan"; a single word never remains alone."""
    kept = [word for word in typed if word not in _FILLERS]
    if len(kept) > 3 and same(kept[-3], "có") and same(kept[-2], "liên") and same(kept[-1], "quan"):
        del kept[-3]
    return kept if len(kept) > 1 else typed


def _communes(typed: list[str]) -> list[str]:
    """The words with "UBND cấp xã" in place of a closing "(UBND) các xã, phường(, đặc khu)" or "địa phương"."""
    plain = [bare(word) for word in typed]
    if plain[-2:] == ["dia", "phuong"] and typed[-1] != "phường":
        start = len(plain) - 2
        while start and plain[start - 1] in ("ubnd", "cac"):
            start -= 1
        return [*typed[:start], *_COMMUNES]
    start = len(plain)
    while start and plain[start - 1] in _COMMUNE_WORDS:
        start -= 1
    while start < len(plain) and plain[start] == "va":
        start += 1
    listed = plain[start:]
    is_all = "xa" in listed and ("phuong" in listed or "cap" in listed)
    is_apart = start == 0 or listed[:1] in (["ubnd"], ["cac"])
    return [*typed[:start], *_COMMUNES] if is_all and is_apart else typed
