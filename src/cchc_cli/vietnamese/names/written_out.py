"""Names with usual abbreviations → names written out, as letterheads and sentences of papers need them."""

import re

_WRITTEN = {"UBND": "Ủy ban nhân dân", "HĐND": "Hội đồng nhân dân"}
_SHORT = re.compile(rf"\b({'|'.join(_WRITTEN)})\b")


def written_out(name: str) -> str:
    """ "UBND xã Nam Cam Ranh" → "Ủy ban nhân dân xã Nam Cam Ranh"; other names are unchanged."""
    return _SHORT.sub(lambda found: _WRITTEN[found[1]], name)


def abbreviated(name: str) -> str:
    """ "ỦY BAN NHÂN DÂN TỈNH KHÁNH HÒA" → "UBND TỈNH KHÁNH HÒA", as the line of the superior may be printed."""
    for short, long in _WRITTEN.items():
        name = name.replace(long, short).replace(long.upper(), short)
    return name


def initials(name: str) -> str:
    """ "Sở Nông nghiệp và Môi trường" → SNNMT."""
    return "".join(word[0].upper() for word in re.findall(r"\w+", name) if word.casefold() != "và")
