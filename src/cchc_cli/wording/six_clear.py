"""The six that must be clear in a task: their names, what may be missing, and how to mend it."""

from typing import Literal

What = Literal["person", "work", "responsibility", "authority", "time", "result"]
Cause = Literal[
    "no_lead", "inferred_lead", "group_lead", "bare_title", "several_leads", "no_leader", "no_decision",
    "no_schedule", "no_day", "no_product", "vague_product",
]  # fmt: skip

WHAT: dict[What, str] = {
    "person": "rõ người",
    "work": "rõ việc",
    "responsibility": "rõ trách nhiệm",
    "authority": "rõ thẩm quyền",
    "time": "rõ thời gian",
    "result": "rõ kết quả",
}
CAUSE: dict[Cause, str] = {
    "no_lead": "chưa có cơ quan chủ trì",
    "inferred_lead": "cơ quan chủ trì phải suy ra từ lời văn",
    "group_lead": "chủ trì là nhóm cơ quan, không nêu đích danh",
    "bare_title": "nội dung chưa nói làm gì, về việc gì",
    "several_leads": "có nhiều cơ quan chủ trì",
    "no_leader": "chưa ghi lãnh đạo phụ trách",
    "no_decision": "chưa ghi cấp, người quyết định",
    "no_schedule": "cột tiến độ để trống",
    "no_day": "tiến độ không có ngày",
    "no_product": "chưa ghi kết quả, sản phẩm",
    "vague_product": "sản phẩm chung chung",
}
WHERE: dict[Cause, str] = {
    "bare_title": "cột nhiệm vụ",
    "no_schedule": "cột tiến độ",
    "no_day": "cột tiến độ",
    "no_product": "cột kết quả, sản phẩm",
    "vague_product": "cột kết quả, sản phẩm",
}
"""Where in the appendix it is mended, where that is not the column of who does what."""
WHERE_ELSE = "cột phân công"
MEND: dict[Cause, str] = {
    "no_lead": "ghi tên cơ quan chủ trì",
    "inferred_lead": "ghi rõ chữ “chủ trì” sau tên cơ quan",
    "group_lead": "nêu tên một cơ quan chủ trì, các cơ quan khác phối hợp hoặc thực hiện",
    "bare_title": "ghi rõ phải làm gì, về việc gì",
    "several_leads": "chọn một cơ quan chủ trì, các cơ quan còn lại phối hợp",
    "no_leader": "ghi lãnh đạo phụ trách (leader) ở nhiệm vụ, dòng tiêu đề hoặc lĩnh vực",
    "no_decision": "ghi cấp, người quyết định (decides) ở nhiệm vụ, dòng tiêu đề hoặc lĩnh vực",
    "no_schedule": "ghi ngày, tháng hoặc quý phải hoàn thành",
    "no_day": "ghi thêm ngày, tháng hoặc quý phải có kết quả",
    "no_product": "ghi văn bản hoặc kết quả phải có",
    "vague_product": "ghi rõ văn bản nào, về việc gì, hoặc con số phải đạt",
}
"""How a plan that is not issued yet is mended; an issued one is changed by a later document."""
UNSTATED: dict[Cause, str] = {
    "no_leader": "Kế hoạch không ghi lãnh đạo phụ trách của nhiệm vụ nào",
    "no_decision": "Kế hoạch không ghi cấp, người quyết định của nhiệm vụ nào",
}
"""Said once, where a plan states nothing of the kind for any task."""
