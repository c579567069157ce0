"""What stderr says about a period whose figures are not final on the day asked."""

from datetime import date as Day

from cchc_cli.schedule import Period
from cchc_cli.shell import screen
from cchc_cli.vietnamese.paper import short_date


def say(period: Period, as_of: Day) -> None:
    """Tell that a period has not begun, or has not ended, on the day of the figures."""
    day = f"số liệu tính đến ngày {short_date(as_of)}"
    if as_of < period.start:
        screen.say(f"Lưu ý: kỳ {period.id} chưa bắt đầu (từ ngày {short_date(period.start)}); {day}.")
    elif as_of < period.end:
        screen.say(f"Lưu ý: kỳ {period.id} chưa kết thúc (đến ngày {short_date(period.end)}); {day}.")


def say_ahead(period: Period, today: Day) -> None:
    """Tell that the states are those of a cut-off day that is still to come."""
    if today < period.end:
        screen.say(f"Lưu ý: kỳ {period.id} chưa kết thúc; tình trạng tính như vào ngày {short_date(period.end)}.")
