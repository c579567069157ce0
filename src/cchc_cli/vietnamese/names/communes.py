"""A commune's kind and bare name ↔ the names it answers to."""

_SHORT, _LONG = "UBND", "Ủy ban nhân dân"
_KINDS = ("xã", "phường", "đặc khu")


def commune_names(kind: str, bare: str) -> tuple[str, ...]:
    """Nha Trang, phường Nha Trang, UBND phường Nha Trang, Ủy ban nhân dân phường Nha Trang."""
    place = f"{kind.lower()} {bare}"
    return bare, place, f"{_SHORT} {place}", f"{_LONG} {place}"


def commune_aliases(name: str) -> tuple[str, ...]:
    """The other names of the commune whose People's Committee `name` is; none where it is not such a name."""
    for prefix in (_SHORT, _LONG):
        for kind in _KINDS:
            bare = name.removeprefix(f"{prefix} {kind} ")
            if bare != name and bare[:1].isupper():
                return tuple(other for other in commune_names(kind, bare) if other != name)
    return ()
