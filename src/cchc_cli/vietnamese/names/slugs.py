"""A name → an id of plain words joined by hyphens."""

from unicodedata import normalize

from cchc_cli.vietnamese.names.keys import key


def slug(name: str) -> str:
    """ "Sở Y tế" → so-y-te, "Ủy ban nhân dân xã Đại Lãnh" → ubnd-xa-dai-lanh; "" if no letter is left."""
    bare = normalize("NFD", key(name)).replace("đ", "d").encode("ascii", "ignore").decode()
    return "-".join("".join(sign if sign.isalnum() else " " for sign in bare).split())
