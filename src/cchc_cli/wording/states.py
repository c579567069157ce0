"""The words for reported progress, for its timing against the term, and for the group in which it is counted."""

from cchc_cli.model import Figures, Status
from cchc_cli.state.timing import Bucket, Timing

TYPED_PROGRESS = {
    Status.NOT_STARTED: ("chưa thực hiện", "chưa làm", "chưa triển khai"),
    Status.IN_PROGRESS: ("đang thực hiện", "đang làm", "đang triển khai"),
    Status.SUBMITTED: ("chờ xác nhận",),
    Status.DONE: ("đã hoàn thành", "hoàn thành", "xong"),
    Status.PAUSED: ("tạm dừng",),
    Status.CANCELLED: ("không thực hiện",),
}
"""What may be typed for each progress: the printed word first."""
PROGRESS = {status: taken[0] for status, taken in TYPED_PROGRESS.items()}
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
TYPED_STATE: dict[str, tuple[str, ...]] = {
    **{bucket.value: (FIGURE[bucket.value],) for bucket in Bucket},
    Bucket.DUE_SOON.value: (FIGURE[Bucket.DUE_SOON.value], "còn", "đến hạn hôm nay"),
    **{status.value: taken for status, taken in TYPED_PROGRESS.items()},
    Timing.IN_TIME.value: (TIMING[Timing.IN_TIME],),
    Timing.NOT_YET.value: (TIMING[Timing.NOT_YET],),
    Timing.LATE.value: ("đã hoàn thành quá hạn", "hoàn thành quá hạn"),
    Timing.ON_TIME.value: ("đã hoàn thành đúng hạn", "hoàn thành đúng hạn", "đúng hạn"),
    Timing.UNPROVEN.value: (TIMING[Timing.UNPROVEN],),
    Timing.UNDATED.value: (TIMING[Timing.UNDATED],),
    "requested": ("đề nghị gia hạn",),
    "stale": ("chưa cập nhật",),
}
"""What may be typed for each state by which tasks are listed: a bucket, a progress or a timing."""
NO_DAY = "chưa có ngày"
"""Printed in place of a day that is not set."""


def state(progress: Status, timing: Timing | None, days_late: int | None = None, days_left: int | None = None) -> str:
    """A state as printed: "quá hạn 298 ngày", "còn 5 ngày", "đã hoàn thành đúng hạn", "tạm dừng" …"""
    if progress is Status.DONE and timing is not None:
        late = f" {days_late} ngày" if days_late else ""
        note = TIMING[timing] + late
        timed = timing in (Timing.LATE, Timing.ON_TIME, Timing.EARLY)
        return f"{PROGRESS[progress]} {note if timed else f'({note})'}"
    if progress in (Status.SUBMITTED, Status.PAUSED, Status.CANCELLED) or timing is None:
        return PROGRESS[progress]
    if timing is Timing.OVERDUE and days_late:
        return f"{TIMING[timing]} {days_late} ngày"
    if timing is Timing.DUE_SOON and days_left is not None:
        return f"còn {days_left} ngày" if days_left > 0 else "đến hạn hôm nay"
    return TIMING[timing]
