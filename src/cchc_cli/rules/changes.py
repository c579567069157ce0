"""Two states of the plans for rules: rows found again, where what vanished stood, what makes a change legal."""

from collections.abc import Iterator
from typing import NamedTuple

from cchc_cli.model import TaskRow
from cchc_cli.plans import Plan, Workspace
from cchc_cli.queries.differences import paired
from cchc_cli.queries.differences.fields import same, spaced
from cchc_cli.queries.differences.rows import Matched, matched
from cchc_cli.rules.printed import bare


class Pair(NamedTuple):
    """A plan before and now, and its rows found again."""

    before: Plan
    now: Plan
    rows: Matched


def pairs(before: Workspace, now: Workspace) -> Iterator[Pair]:
    """Plans that are there on both sides."""
    for old, new in paired(before, now):
        yield Pair(old, new, matched(old, new))


def stood(workspace: Workspace, at: int) -> str:
    """Where a record of before stood."""
    return f"trước ở {workspace.sources.path(at)}:{workspace.sources.line(at)}"


def is_amended(before: TaskRow, now: TaskRow, *fields: str) -> bool:
    """Whether the row says since then that an amendment changed one of the fields (former, changed_by)."""
    fresh = [each for each in now.former if not any(same(each, known) for known in before.former)]
    return any(getattr(each, field) is not None for each in fresh for field in fields)


def is_corrected(plan: Plan, place: str, before: str, now: str) -> bool:
    """Whether the list of corrections turns the words of before into those of now: a slip put right."""
    for each in plan.file.corrections:
        if each.place.strip().upper() == place.upper() and each.printed in before:
            before = before.replace(each.printed, each.corrected)
    return bare(spaced(before)) == bare(spaced(now))
