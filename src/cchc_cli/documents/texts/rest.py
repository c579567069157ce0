"""What a document says outside its places: sentences and rows that the program wrote, and what people made of them."""

import re
from base64 import urlsafe_b64encode
from collections.abc import Iterable
from hashlib import sha256
from typing import NamedTuple

from cchc_cli.documents.render.legible import plain

_BYTES, _LETTERS = 3, 4
_FILLED = re.compile(r"\W*Số:[^/]*/|\(Kèm theo |.*, ngày\s+\d*\s*tháng\s+\d*\s*năm[\s\d]*$")
"""Where the registry writes number and day: nobody has to be told that they are not kept."""


class Rest(NamedTuple):
    """What a document says otherwise than when it was made, and how many of its pieces are no longer there."""

    other: tuple[str, ...] = ()
    gone: int = 0


def marks(pieces: Iterable[str]) -> str:
    """The fingerprints of the pieces, each once."""
    return "".join(sorted({_mark(each) for each in pieces if _counts(each)}))


def rest(pieces: Iterable[str], made: str) -> Rest:
    """The pieces of a document compared with the fingerprints that it was made with; "" if it has none."""
    known = {made[at : at + _LETTERS] for at in range(0, len(made), _LETTERS)}
    now = {_mark(each): " ".join(each.split()) for each in pieces if _counts(each)}
    return (
        Rest(tuple(text for mark, text in now.items() if mark not in known), len(known - now.keys()))
        if known
        else Rest()
    )


def _counts(piece: str) -> bool:
    return bool(piece.strip(" |")) and _FILLED.match(piece) is None


def _mark(piece: str) -> str:
    return urlsafe_b64encode(sha256(plain(piece).encode()).digest()[:_BYTES]).decode()
