"""The edits of a plan's files that a change makes, and the places of rows in the data of a section's file."""

from collections.abc import Iterator
from typing import Any

from msgspec import Struct

from cchc_cli.model import MilestoneRow, PlanFile, TaskRow, names
from cchc_cli.recording.edit.changes import Change
from cchc_cli.recording.edit.nodes import Path

Contents = dict[str, tuple[Change, ...]]
"""The changes of each file, by path, in the order in which the files are written."""


class Amending(Struct, frozen=True):
    """A change of a plan: the id of what it is about, the edits, and the rows of new files."""

    about: str
    edits: Contents


def row_path(data: Any, identity: str) -> Path | None:
    """The way to a row, or to a milestone of it, in a section's data."""
    return next(_found(data, identity.upper(), ()), None)


def _found(holder: Any, identity: str, way: Path) -> Iterator[Path]:
    for key in ("tasks", "milestones"):
        for place, each in enumerate(holder.get(key) or () if isinstance(holder, dict) else ()):
            if isinstance(each, dict):
                own = (*way, key, place)
                if str(each.get("id", "")).upper() == identity:
                    yield own
                yield from _found(each, identity, own)


def before(record: type[TaskRow | MilestoneRow | PlanFile], key: str) -> tuple[str, ...]:
    """The keys that stand before a key of a record."""
    known = names(record)
    return tuple(known[: known.index(key)])
