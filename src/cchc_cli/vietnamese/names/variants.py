"""A name → the keys of other ways in which running text prints it."""

from collections.abc import Iterator
from itertools import product

from cchc_cli.vietnamese.names.forms import form
from cchc_cli.vietnamese.names.keys import key
from cchc_cli.vietnamese.names.own import Own

_COMMUNES = ("ubnd", "cấp", "xã")
_LISTS_OF_COMMUNES = ("xã phường", "phường xã", "xã phường đặc khu", "xã phường và đặc khu", "phường xã đặc khu")
_NOUNS = ("sở", "bộ", "phòng", "chi cục", "cục", "vụ", "viện", "văn phòng", "trung tâm", "ban quản lý")
_CITY, _TP = "thành phố", "tp"


def variants(name: str, own: Own, has_initials: bool = True) -> tuple[str, ...]:
    """Keys (`names.key`) of a name with initials, TP for thành phố, or the own place written out."""
    known = key(name)
    if form(name, own).words == _COMMUNES:
        return tuple(" ".join((*start, listed)) for start, listed in product(_starts(), _LISTS_OF_COMMUNES))
    found = [known, *_placed(known, own), *(_with_initials(known, own) if has_initials else ())]
    found += [each.replace(_CITY, _TP) for each in found if _CITY in each]
    return tuple(each for each in dict.fromkeys(found) if each != known)


def _starts() -> Iterator[tuple[str, ...]]:
    yield from (("ubnd", "các"), ("ubnd",), ("các",))


def _placed(known: str, own: Own) -> Iterator[str]:
    """ "Thuế Hà Nội" → "thuế thành phố hà nội"."""
    place = key(own.name)
    level = key(own.level)
    if place and level and known.endswith(f" {place}") and not known.endswith(f" {level} {place}"):
        yield f"{known.removesuffix(place)}{level} {place}"


def _with_initials(known: str, own: Own) -> Iterator[str]:
    """ "Sở Khoa học và Công nghệ" → "sở khcn", "sở kh và cn"; "Văn phòng UBND tỉnh" → "vp ubnd tỉnh"."""
    noun = next((each for each in _NOUNS if known.startswith(f"{each} ")), None)
    if noun is None:
        return
    rest = known.removeprefix(f"{noun} ")
    if " " in noun:
        yield f"{_letters(noun)} {rest}"
    stem, _ = own.apart(rest.split())
    parts = [_letters(part) for part in " ".join(stem).split(" và ")]
    if sum(map(len, parts)) > 1 and "ubnd" not in stem and "hđnd" not in stem:
        yield f"{noun} {''.join(parts)}"
        yield f"{noun} {' và '.join(parts)}"


def _letters(text: str) -> str:
    return "".join(word[0] for word in text.split())
