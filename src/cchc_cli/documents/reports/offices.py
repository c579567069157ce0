"""What the kind and the name of an agency say about its papers: who signs, and the letters of its symbol.

NĐ 30/2020/NĐ-CP, Phụ lục I. What is not certain is None, and the officer fills it in.
"""

from msgspec import structs

from cchc_cli.model import AgencyRow, Signatory
from cchc_cli.plan.registry import Registry
from cchc_cli.vietnamese.names.written_out import initials, written_out

_COMMITTEE = "Ủy ban nhân dân "
_HEADS = (
    ("department", "Sở", "GIÁM ĐỐC"),
    ("office", "Văn phòng", "CHÁNH VĂN PHÒNG"),
    ("inspectorate", "Thanh tra", "CHÁNH THANH TRA"),
    ("unit", "Trung tâm", "GIÁM ĐỐC"),
    ("ministry", "Bộ", "BỘ TRƯỞNG"),
    ("bureau", "Vụ", "VỤ TRƯỞNG"),
    ("bureau", "Cục", "CỤC TRƯỞNG"),
    ("bureau", "Văn phòng", "CHÁNH VĂN PHÒNG"),
    ("bureau", "Thanh tra", "CHÁNH THANH TRA"),
    ("division", "Phòng", "TRƯỞNG PHÒNG"),
    ("division", "Văn phòng", "CHÁNH VĂN PHÒNG"),
    ("division", "Trung tâm", "GIÁM ĐỐC"),
)
"""A kind, the first words of a name, and the position of the head."""
_WITH_INITIALS = (("department", "Sở "), ("ministry", "Bộ "))
"""Kinds of agencies whose symbol is the initials of their name, and how the name begins."""


def is_committee(row: AgencyRow | None) -> bool:
    """Whether the agency is the People's Committee of a province or a commune."""
    return row is not None and row.kind in ("council", "commune") and written_out(row.name).startswith(_COMMITTEE)


def authority(row: AgencyRow) -> str | None:
    """The line above the position: a committee's head signs for the committee."""
    return "TM. ỦY BAN NHÂN DÂN" if is_committee(row) else None


def position(row: AgencyRow) -> str | None:
    """The position of the agency's head."""
    if is_committee(row):
        return "CHỦ TỊCH"
    return next((head for kind, first, head in _HEADS if row.kind == kind and row.name.startswith(f"{first} ")), None)


def signs(row: AgencyRow, known: Signatory | None) -> Signatory:
    """Who signs for the agency: as known, and its head where no position is known and nobody signs for the head."""
    told, above = known or Signatory(agency=row.id), authority(row)
    if told.position or (told.authority and told.authority != above):
        return told
    return structs.replace(told, authority=above, position=position(row))


def symbol(row: AgencyRow, registry: Registry) -> str | None:
    """The agency's letters: its abbreviation, UBND, or the initials that no other agency has (STP for Sở Tư pháp)."""
    if row.abbreviation or is_committee(row):
        return row.abbreviation or "UBND"
    if not any(row.kind == kind and row.name.startswith(first) for kind, first in _WITH_INITIALS):
        return None
    letters = initials(row.name)
    alike = [each for each in registry.rows if letters in (each.abbreviation, initials(each.name))]
    return letters if alike == [row] else None
