"""Who usually follows the plans on administrative reform of a kind of body."""

from typing import Literal

BodyKind = Literal["province", "department", "commune", "ministry"]
USUAL_MONITORS: dict[BodyKind, str] = {
    "province": "Sở Nội vụ",
    "department": "Văn phòng Sở",
    "commune": "Văn phòng HĐND và UBND",
    "ministry": "Văn phòng Bộ",
}
"""The agency by the kind of the body whose plan it is."""
