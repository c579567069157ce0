"""An agency's name, with a word for its kind if one is given → its kind, and its printed name."""

from re import IGNORECASE
from re import compile as pattern

from cchc_cli.model.agencies import AgencyKind
from cchc_cli.vietnamese.names import fold
from cchc_cli.wording.roles import AGENCY_KIND

# The folded first words of a name → the kind; the first match is used.
_BY_START: tuple[tuple[str, AgencyKind], ...] = (
    ("bo chi huy", "organisation"), ("bo doi", "organisation"), ("bao hiem", "organisation"), ("bo chinh tri", "party"),
    ("dai bieu hdnd", "council"), ("chinh phu", "central"), ("thu tuong", "central"), ("quoc hoi", "central"),
    ("vien kiem sat", "organisation"), ("van phong tinh uy", "party"), ("van phong thanh uy", "party"),
    ("ubnd tinh", "council"), ("ubnd thanh pho", "council"), ("hdnd", "council"), ("hoi dong nhan dan", "council"),
    ("chu tich", "council"), ("so", "department"), ("van phong ubnd", "office"), ("thanh tra", "inspectorate"),
    ("cong an", "police"), ("trung tam", "unit"), ("vien", "unit"), ("tinh uy", "party"), ("thanh uy", "party"),
    ("ban thuong vu", "party"), ("hoi", "association"), ("hiep hoi", "association"), ("lien doan", "association"),
    ("bao", "press"), ("dai phat thanh", "press"), ("bo", "ministry"),
)  # fmt: skip
# Likewise for the agencies of a body that is no province.
_WITHIN: tuple[tuple[str, AgencyKind], ...] = (
    ("van phong ubnd", "office"), ("van phong tinh uy", "party"), ("van phong thanh uy", "party"),
    ("van phong", "division"), ("phong", "division"), ("thanh tra", "division"), ("vu", "bureau"), ("cuc", "bureau"),
    ("chi cuc", "bureau"), ("tong cuc", "bureau"), ("truong", "unit"), ("benh vien", "unit"), ("tram", "unit"),
    ("ban quan li", "unit"), ("hoc vien", "unit"),
)  # fmt: skip
_COMMUNE = pattern(r"(?:(?:ubnd|ủy ban nhân dân|uỷ ban nhân dân)\s+)?(xã|phường|đặc khu)\s+(.+)", IGNORECASE)
_COMMUNE_KINDS = {"xa": "xã", "phuong": "phường", "dac khu": "đặc khu"}
_BY_WORD: dict[str, AgencyKind] = {
    **{fold(kind): kind for kind in AGENCY_KIND},  # type: ignore[misc]
    **{fold(word): kind for kind, word in AGENCY_KIND.items()},  # type: ignore[misc]
}


def kind_of(name: str, word: str = "", within: bool = False) -> AgencyKind | None:
    """The kind by `word` (English as in the files, or Vietnamese), else by the name; None for an unknown word.

    `within`: the agency belongs to a body that is no province.
    """
    if word:
        return "commune" if fold(word) in _COMMUNE_KINDS else _BY_WORD.get(fold(word))
    if _COMMUNE.fullmatch(name):
        return "commune"
    start = f"{fold(name)} "
    known = (*_WITHIN, *_BY_START) if within else _BY_START
    return next((kind for words, kind in known if start.startswith(f"{words} ")), "organisation")


def printed(name: str, kind: AgencyKind, word: str = "") -> str:
    """ "UBND xã Nam Cam Ranh" for every way to name a commune; other names are unchanged."""
    if kind != "commune":
        return name
    named = _COMMUNE.fullmatch(name)
    if named is not None:
        return f"UBND {named[1].lower()} {named[2]}"
    level = _COMMUNE_KINDS.get(fold(word))
    return f"UBND {level} {name}" if level else name
