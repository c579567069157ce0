"""The kinds of files: what each is for, where it stands, the type that the reader makes of it."""

from typing import Any, NamedTuple

from cchc_cli.model import (
    AgenciesFile,
    CalendarYear,
    Deadline,
    Entry,
    Happening,
    Measurement,
    PlanFile,
    SectionFile,
    Settings,
    Snapshot,
    Year,
)


class FileKind(NamedTuple):
    """`path`: its place below the workspace, as a glob; `may_be_empty`: a file with nothing in it is sound."""

    path: str
    title: str
    purpose: str
    shape: Any
    may_be_empty: bool = True


KINDS = {
    "agencies": FileKind("plan/agencies.yaml", "Danh bạ cơ quan", "cơ quan, nhóm cơ quan có tên trong các kế hoạch",
                         AgenciesFile, False),
    "calendar": FileKind("plan/calendar.yaml", "Lịch nghỉ", "ngày nghỉ, ngày làm bù từng năm",
                         dict[Year, CalendarYear]),
    "settings": FileKind("plan/settings.yaml", "Thiết lập chung", "kỳ báo cáo, nơi gửi, người ký …", Settings),
    "plan": FileKind("plan/**/plan.yaml", "Kế hoạch", "quyết định, thân kế hoạch, chỉ tiêu, điều chỉnh", PlanFile,
                     False),
    "section": FileKind("plan/**/appendix/*.yaml", "Lĩnh vực của phụ lục", "nhiệm vụ của một lĩnh vực", SectionFile,
                        False),
    "progress": FileKind("plan/**/progress/*.yaml", "Tiến độ", "cập nhật tiến độ của một cơ quan, mỗi dòng một lần",
                         tuple[Entry, ...]),
    "deadlines": FileKind("plan/**/deadlines.yaml", "Thời hạn", "ấn định, gia hạn, đề nghị, không đồng ý",
                          tuple[Deadline, ...]),
    "events": FileKind("plan/**/events.yaml", "Sự kiện", "việc bên ngoài đã xảy ra", tuple[Happening, ...]),
    "measurements": FileKind("plan/**/measurements.yaml", "Số đo", "kết quả đo các chỉ tiêu",
                             tuple[Measurement, ...]),
    "snapshot": FileKind("plan/**/snapshots/*.yaml", "Số liệu đã chốt", "số liệu một kỳ báo cáo, do lệnh snapshot ghi",
                         Snapshot, False),
}  # fmt: skip
