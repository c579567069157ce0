"""A commune's kind and bare name ↔ every name by which papers call it."""

_SHORT, _LONG = "UBND", "Ủy ban nhân dân"
_KINDS = ("xã", "phường", "đặc khu")


def commune_names(kind: str, bare: str) -> tuple[str, ...]:
    """Its names: Nha Trang, phường Nha Trang, UBND phường Nha Trang, Ủy ban nhân dân phường Nha Trang."""
    place = f"{kind.lower()} {bare}"
    return bare, place, f"{_SHORT} {place}", f"{_LONG} {place}"


def commune_aliases(name: str) -> tuple[str, ...]:
    """The other names of the commune whose People's Committee is called `name`; empty for any other name."""
    for prefix in (_SHORT, _LONG):
        for kind in _KINDS:
            bare = name.removeprefix(f"{prefix} {kind} ")
            if bare != name and bare[:1].isupper():
                return tuple(other for other in commune_names(kind, bare) if other != name)
    return ()
