"""The words for the monitor's actions on a report and for decisions about a deadline."""

CONFIRMATION = {"confirm": "xác nhận hoàn thành", "return": "trả lại để làm tiếp"}
DECISION = {
    "set": "ấn định hạn",
    "extend": "gia hạn",
    "request": "đề nghị gia hạn",
    "refuse": "không đồng ý gia hạn",
}
