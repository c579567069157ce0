"""The words for the kinds of schedule, the ends of periods and the status of a day off."""

from cchc_cli.model import Kind

KIND = {
    Kind.DATE: "đến một ngày",
    Kind.MONTH: "trong tháng",
    Kind.QUARTER: "trong quý",
    Kind.HALF: "trong nửa năm",
    Kind.YEAR: "trong năm",
    Kind.RANGE: "trong một khoảng",
    Kind.RECURRING: "định kỳ",
    Kind.ONGOING: "thường xuyên",
    Kind.EVENT: "sau một sự kiện",
    Kind.EXTERNAL: "theo nơi khác quyết định",
    Kind.NONE: "chưa ghi tiến độ",
}
PERIODS = {"cutoff": "theo ngày chốt số liệu", "calendar": "theo lịch"}
DAY_OFF = {
    "confirmed": "có văn bản, được tính",
    "computed": "suy từ luật, được tính",
    "proposed": "mới đề xuất, không được tính",
}
EACH = {"day": "ngày", "week": "tuần", "month": "tháng", "quarter": "quý", "half": "6 tháng", "year": "năm"}
WEEKDAY = ("thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật")
