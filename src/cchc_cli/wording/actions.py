"""The words for the monitor's actions on a report, for decisions about a deadline, for amendments."""

CONFIRMATION = {"confirm": "xác nhận hoàn thành", "return": "trả lại để làm tiếp"}
DECISION = {
    "set": "ấn định hạn",
    "extend": "gia hạn",
    "request": "đề nghị gia hạn",
    "refuse": "không đồng ý gia hạn",
}
AMENDED = {"added": "bổ sung nhiệm vụ này", "changed": "điều chỉnh", "dropped": "đưa nhiệm vụ này ra khỏi kế hoạch"}
