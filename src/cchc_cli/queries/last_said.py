"""What agencies said last about a task: the percentage, difficulties, proposals, a note, and when they wrote."""

from collections.abc import Container, Iterable
from datetime import date as Day
from operator import attrgetter

from msgspec import Struct

from cchc_cli.plan.tasks import Milestone, Task
from cchc_cli.state.ledger import Ledger
from cchc_cli.state.reports import Reported

Said = tuple[tuple[str, str], ...]
"""Agencies with their words, in the order in which they were written."""


class LastSaid(Struct, frozen=True):
    """The latest words of each agency; the latest percentage, unless several agencies gave one; the last day of all."""

    percent: int | None
    difficulties: Said
    proposals: Said
    note: Said
    written: Day | None


def last_said(
    ledger: Ledger, task: Task, as_of: Day, milestone: Milestone | None = None, by: Container[str] | None = None
) -> LastSaid:
    """Of a task or one of its milestones up to a day; with `by`, of these agencies only. Confirmations are left out."""
    found = ledger.task_reports(task, as_of) if milestone is None else ledger.reports(milestone, as_of)
    own = [each for each in found if each.entry.action is None and (by is None or _author(each) in by)]
    percents = {_author(each): each.entry.percent for each in own if each.entry.percent is not None}
    return LastSaid(
        percent=next(iter(percents.values())) if len(percents) == 1 else None,
        difficulties=_latest(own, "difficulties"),
        proposals=_latest(own, "proposals"),
        note=_latest(own, "note"),
        written=max((each.entry.recorded for each in own), default=None),
    )


def _author(report: Reported) -> str:
    return report.entry.agency or report.by


def _latest(reports: Iterable[Reported], what: str) -> Said:
    text = attrgetter(f"entry.{what}")
    latest: dict[str, str] = {}
    for each in reports:
        if text(each):
            latest.pop(_author(each), None)
            latest[_author(each)] = text(each)
    return tuple(latest.items())
