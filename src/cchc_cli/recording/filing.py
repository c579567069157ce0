"""What an officer types about a report that an agency filed → the record."""

from datetime import date as Day

from cchc_cli.model import Filing
from cchc_cli.recording import values
from cchc_cli.recording.faults import Fault, Field
from cchc_cli.recording.inspection import document
from cchc_cli.schedule import Period, title
from cchc_cli.vietnamese.paper import short_date


def filing(agency: str, period: Period, number: str, date: str | None, today: Day) -> Filing | Fault:
    """The record of a report; its day is today unless `date` says another, and not before the period begins."""
    named = document(number, Field.NUMBER, "45/BC-STP")
    if isinstance(named, Fault):
        return named
    day = values.past_day(date, Field.DATE, today) if date is not None else today
    if isinstance(day, Fault):
        return day
    if day < period.start:
        message = f": ngày {short_date(day)} trước khi {title(period)} bắt đầu ({short_date(period.start)})"
        return Fault(Field.DATE, (Field.DATE, message), "xem lại kỳ hoặc ngày")
    return Filing(period=period.id, agency=agency, number=named, date=day, recorded=today)
