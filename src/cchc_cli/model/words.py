"""The words that fields may hold: roles, kinds of schedule, states of progress."""

from enum import StrEnum
from typing import Literal

Ends = Literal["cutoff", "calendar"]
"""What reporting periods end by: the cut-off day of each month, or the calendar."""


class Role(StrEnum):
    """What an agency does for a task, in order of strength."""

    LEAD = "lead"
    COORDINATE = "coordinate"
    PERFORM = "perform"
    APPRAISE = "appraise"
    GUIDE = "guide"
    CONSOLIDATE = "consolidate"


class Kind(StrEnum):
    """How a schedule is read (docs/promises.md#schedules)."""

    DATE = "date"
    MONTH = "month"
    QUARTER = "quarter"
    HALF = "half"
    YEAR = "year"
    RANGE = "range"
    RECURRING = "recurring"
    ONGOING = "ongoing"
    EVENT = "event"
    EXTERNAL = "external"
    NONE = "none"


class Status(StrEnum):
    """Stored progress, as an entry reports it."""

    NOT_STARTED = "not_started"
    IN_PROGRESS = "in_progress"
    SUBMITTED = "submitted"
    DONE = "done"
    PAUSED = "paused"
    CANCELLED = "cancelled"
