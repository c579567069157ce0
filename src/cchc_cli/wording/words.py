"""The words in which users meet states, roles and kinds (docs/promises.md#words)."""

from typing import Literal

from cchc_cli.model import Figures, Kind, Role, Status, Target
from cchc_cli.state.timing import Bucket, Timing
from cchc_cli.text.problems import Severity
from cchc_cli.vietnamese.paper import number

PROGRESS = {
    Status.NOT_STARTED: "chưa thực hiện",
    Status.IN_PROGRESS: "đang thực hiện",
    Status.SUBMITTED: "chờ xác nhận",
    Status.DONE: "đã hoàn thành",
    Status.PAUSED: "tạm dừng",
    Status.CANCELLED: "không thực hiện",
}
TIMING = {
    Timing.OVERDUE: "quá hạn",
    Timing.DUE_SOON: "sắp đến hạn",
    Timing.IN_TIME: "trong hạn",
    Timing.NOT_YET: "chưa đến kỳ",
    Timing.ONGOING: "thường xuyên",
    Timing.WAITING: "chờ điều kiện",
    Timing.UNSCHEDULED: "chưa xác định thời hạn",
    Timing.LATE: "quá hạn",
    Timing.UNPROVEN: "thiếu ngày hoặc tài liệu kiểm chứng",
    Timing.UNDATED: "không có thời hạn",
    Timing.ON_TIME: "đúng hạn",
    Timing.EARLY: "đúng hạn",
}
FIGURE = {name: words.called for name, words in Figures.said.fields.items()}
BUCKET = {bucket: FIGURE[bucket.value] for bucket in Bucket}
STATE: dict[Bucket | Literal["requested"], str] = dict([*BUCKET.items(), ("requested", "đề nghị gia hạn")])
ROLE = {
    Role.LEAD: "chủ trì",
    Role.COORDINATE: "phối hợp",
    Role.PERFORM: "thực hiện",
    Role.APPRAISE: "thẩm định, có ý kiến",
    Role.GUIDE: "hướng dẫn, đôn đốc, kiểm tra",
    Role.CONSOLIDATE: "tổng hợp",
}
ROLE_VERBS = {
    Role.LEAD: ("chủ trì",),
    Role.COORDINATE: ("phối hợp",),
    Role.PERFORM: (
        *("thực hiện", "triển khai", "tổ chức", "báo cáo", "tham mưu", "rà soát", "đề xuất", "nghiên cứu"),
        *("xây dựng", "trình", "lập", "ban hành", "cập nhật"),
    ),
    Role.APPRAISE: ("thẩm định", "thẩm tra", "có ý kiến", "cho ý kiến", "xem xét"),
    Role.GUIDE: ("hướng dẫn", "đôn đốc", "theo dõi", "kiểm tra"),
    Role.CONSOLIDATE: ("tổng hợp",),
}
"""The printed verbs by which a role is known."""
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
AGENCY_KIND = {
    "department": "sở",
    "office": "văn phòng",
    "inspectorate": "thanh tra",
    "unit": "đơn vị sự nghiệp",
    "police": "công an",
    "commune": "UBND cấp xã",
    "council": "cơ quan dân cử, UBND tỉnh",
    "party": "cơ quan Đảng",
    "association": "hội, hiệp hội",
    "central": "cơ quan Trung ương",
    "organisation": "cơ quan, tổ chức khác",
    "press": "báo chí",
    "group": "nhóm cơ quan",
}

SEVERITY = {Severity.ERROR: "lỗi", Severity.WARNING: "cảnh báo", Severity.INFO: "lưu ý"}

_COMPARED = {">=": "ít nhất", ">": "trên", "<=": "không quá", "<": "dưới", "=": ""}


def level(target: Target) -> str:
    """What a target wants: "ít nhất 95%", "trên 90%", "không quá 15 phút", "trong nhóm 10 dẫn đầu"."""
    if (target.comparator, target.unit) == ("<=", "hạng"):
        return f"trong nhóm {number(target.value)} dẫn đầu"
    unit = target.unit if target.unit == "%" else f" {target.unit}"
    return f"{_COMPARED[target.comparator]} {number(target.value)}{unit}".strip()


def state(progress: Status, timing: Timing | None, days_late: int | None = None, days_left: int | None = None) -> str:
    """A state as printed: "quá hạn 298 ngày", "còn 5 ngày", "đã hoàn thành đúng hạn", "tạm dừng" …"""
    if progress is Status.DONE and timing is not None:
        late = f" {days_late} ngày" if days_late else ""
        note = TIMING[timing] + late
        return (
            f"đã hoàn thành {note}"
            if timing in (Timing.LATE, Timing.ON_TIME, Timing.EARLY)
            else f"đã hoàn thành ({note})"
        )
    if progress in (Status.SUBMITTED, Status.PAUSED, Status.CANCELLED) or timing is None:
        return PROGRESS[progress]
    if timing is Timing.OVERDUE and days_late:
        return f"quá hạn {days_late} ngày"
    if timing is Timing.DUE_SOON and days_left is not None:
        return f"còn {days_left} ngày" if days_left > 0 else "đến hạn hôm nay"
    return TIMING[timing]
