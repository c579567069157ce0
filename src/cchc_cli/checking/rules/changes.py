"""Two states of the plans, for rules: the matching rows, the places of removed parts, and what makes a change legal."""

from functools import lru_cache
from typing import NamedTuple

from cchc_cli.checking.rules import line
from cchc_cli.checking.rules.cell_words import bare
from cchc_cli.differences import paired
from cchc_cli.differences.fields import same, spaced
from cchc_cli.differences.likeness import edits
from cchc_cli.differences.rows import Matched, matched
from cchc_cli.model import MilestoneRow, TaskRow
from cchc_cli.plan.plans import Plan
from cchc_cli.plan.workspace import Workspace
from cchc_cli.text.problems import Line

_LONGEST = 80


class Pair(NamedTuple):
    """A plan before and now, and its matching rows."""

    before: Plan
    now: Plan
    rows: Matched


@lru_cache(maxsize=1)  # every rule asks for the same two
def pairs(before: Workspace, now: Workspace) -> tuple[Pair, ...]:
    """The plans that exist in both states."""
    return tuple(Pair(old, new, matched(old, new)) for old, new in paired(before, now))


def stood(workspace: Workspace, at: int) -> Line:
    """The line where an earlier record was."""
    return line(workspace, at, "trước ở")


def is_amended(before: TaskRow | MilestoneRow, now: TaskRow | MilestoneRow, *fields: str) -> bool:
    """Whether the record has got a `former` since then, which says that an amendment changed one of the fields."""
    fresh = [each for each in now.former if not any(same(each, known) for known in before.former)]
    return any(getattr(each, field, None) is not None for each in fresh for field in fields)


def is_part_amended(before: TaskRow, now: TaskRow, identity: str, *fields: str) -> bool:
    """Whether the row, or the milestone of this id in it, is amended in one of the fields."""
    if is_amended(before, now, *fields):
        return True
    old, new = (
        next((each for each in row.milestones if each.id.upper() == identity.upper()), None) for row in (before, now)
    )
    return old is not None and new is not None and is_amended(old, new, *fields)


def amended_since(pair: Pair) -> bool:
    """Whether the plan lists a new amendment."""
    known = {each.id for each in pair.before.file.amendments}
    return any(each.id not in known for each in pair.now.file.amendments)


def is_corrected(plan: Plan, place: str | None, before: str, now: str) -> bool:
    """Whether the list of corrections, at a place or (None) anywhere, turns the old words into the new ones, as for a
    corrected misprint.
    """
    place = place and place.upper()
    for each in plan.file.corrections:
        if place in (None, each.place.strip().upper()) and each.printed in before:
            before = before.replace(each.printed, each.corrected)
    return bare(spaced(before)) == bare(spaced(now))


def shortened(text: str) -> str:
    """A text, shortened to fit into a message."""
    told = spaced(text)
    return told if len(told) <= _LONGEST else f"{told[:_LONGEST].rpartition(' ')[0]} …"


def differing(before: str, now: str) -> str:
    """“old words” → “new words”: the first stretch in which two texts differ."""
    stretches = edits(spaced(before), spaced(now))
    old, new = stretches[0] if stretches else (before, now)
    return f"“{shortened(old)}” → “{shortened(new)}”"
