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
ROWS_BY: dict[By, str] = {"section": "Lĩnh vực", "agency": "Cơ quan chủ trì", "plan": "Kế hoạch", "level": "Cấp"}
"""The head of the column that names the rows."""
