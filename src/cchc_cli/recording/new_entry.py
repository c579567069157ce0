"""A new entry beside the records of its plan."""

from collections.abc import Sequence
from typing import NamedTuple

from msgspec import structs

from cchc_cli.model import Entry
from cchc_cli.plan.plans import Plan, Records
from cchc_cli.plan.tasks import Milestone, Task
from cchc_cli.reading import places
from cchc_cli.state.allotment import piece


class Update(NamedTuple):
    """A new entry on a task or on one of its milestones, and the agency in whose file it is recorded."""

    plan: Plan
    task: Task
    milestone: Milestone | None
    by: str
    entry: Entry

    @property
    def milestones(self) -> tuple[Milestone, ...]:
        """The milestones that the entry is about; of work that comes again the turn that it names or falls in."""
        own = self.task.milestones if self.milestone is None else (self.milestone,)
        found = (each if each.turn else piece(self.task, each, self.entry) for each in own)
        return tuple(each for each in found if each is not None)

    @property
    def part(self) -> str | None:
        """The agency whose part the entry is about; None if the entry judges the whole."""
        return self.entry.agency or (None if self.entry.action else self.by)

    @property
    def records(self) -> Records:
        """The plan's records with the new entry, in the order in which files are read."""
        return together((self,))

    @property
    def former(self) -> Entry | None:
        """The agency's last entry about the same part of the same thing."""
        own = (entry for by, entry in reversed(self.plan.records.entries) if by == self.by)
        about = self.entry.task, self.entry.turn, self.entry.agency
        return next((entry for entry in own if (entry.task, entry.turn, entry.agency) == about), None)


def together(updates: Sequence[Update]) -> Records:
    """The records of the one plan of the updates with all of their entries, in the order in which files are read."""
    old, folder = updates[0].plan.records, updates[0].plan.folder
    new = [(each.by, each.entry) for each in updates]
    entries = sorted((*old.entries, *new), key=lambda each: places.progress(folder, each[0]))
    return structs.replace(old, entries=tuple(entries))
