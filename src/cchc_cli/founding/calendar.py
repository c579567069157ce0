"""A year → its calendar.yaml: the days off that the law fixes, and those to be decided (BLLĐ 2019, Đ111–112).

Days that the Prime Minister decides each year, lunar days and days in lieu are marked as pending and not guessed.
"""

from collections.abc import Iterator
from datetime import date as Day

from cchc_cli.model import DayOff
from cchc_cli.recording.edit import line_of

_LABOUR_LAW = (
    (1, 1, "Tết Dương lịch", "BLLĐ 2019 Đ112.1.a"),
    (4, 30, "Ngày Chiến thắng", "BLLĐ 2019 Đ112.1.c"),
    (5, 1, "Ngày Quốc tế Lao động", "BLLĐ 2019 Đ112.1.d"),
    (9, 2, "Quốc khánh", "BLLĐ 2019 Đ112.1.đ"),
)
_SATURDAY = 5
_HEAD = """\
# Lịch nghỉ của công chức, viên chức (thứ Bảy, Chủ nhật nghỉ hằng tuần).
# Chỉ mới có ngày dương lịch do luật định. Có thông báo lịch nghỉ của năm thì thêm ngày nghỉ kèm basis, thêm ngày làm
# bù vào work, rồi bỏ mục tương ứng trong pending; hết pending thì lịch của năm coi là đã chốt.
"""


def text(year: int) -> str:
    """The text of calendar.yaml for one year."""
    days = [(Day(year, month, day), name, basis) for month, day, name, basis in _LABOUR_LAW]
    off = [
        DayOff(date=day, name=name, basis=basis, status="confirmed")
        for day, name, basis in days
        if day.weekday() < _SATURDAY
    ]
    lines = [f"{year}:", "  off:", *(f"    {line_of(each)}" for each in off), "  work: []", "  pending:"]
    return _HEAD + "\n".join([*lines, *(f"    - {each}" for each in _pending(days, year))]) + "\n"


def _pending(days: list[tuple[Day, str, str]], year: int) -> Iterator[str]:
    yield from (f"tet-am-lich-{year}", f"gio-to-hung-vuong-{year}", f"ngay-lien-ke-quoc-khanh-{year}")
    for day, _, _ in days:
        if day.weekday() >= _SATURDAY:
            yield f"nghi-bu-{day.isoformat()}"
