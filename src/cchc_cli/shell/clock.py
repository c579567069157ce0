"""The one place that asks the day."""

from datetime import date as Day
from datetime import datetime, timedelta, timezone

VIETNAM = timezone(timedelta(hours=7))


def today() -> Day:
    """Today in Vietnam (UTC+7), whatever the machine's zone."""
    return datetime.now(VIETNAM).date()
