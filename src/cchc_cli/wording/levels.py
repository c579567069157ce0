"""The words for the levels of bodies that issue plans, and for what rows of figures stand for."""

from typing import Literal

By = Literal["agency", "section", "plan", "level"]

LEVEL = {
    "central": "cấp Trung ương",
    "province": "cấp tỉnh",
    "department": "cấp sở",
    "commune": "cấp xã",
    "division": "cấp phòng",
    "other": "cơ quan, tổ chức khác",
}
BY: dict[By, str] = {"section": "lĩnh vực", "agency": "cơ quan", "plan": "kế hoạch", "level": "cấp"}
"""What each row of figures is, by the word that asks for it."""
