"""The result of entries on a part or a milestone, and of several parts together."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date as Day

from msgspec import Struct

from cchc_cli.model import Document, Status


class Standing(Struct, frozen=True):
    """The result of entries: progress, the day of completion, and the evidence."""

    progress: Status = Status.NOT_STARTED
    done_on: Day | None = None
    evidence: tuple[Document, ...] = ()
    proven: bool = False
    vouched: bool = False
    """Whether it is done only because the monitor closed the whole; the agency has not reported it done."""


Standings = tuple[Standing, dict[str, Standing]]
"""Those of a whole milestone and of each closing agency's part."""


def together(parts: Iterable[Status]) -> Status:
    """The progress of several parts together: done if all are done or cancelled and at least one is done."""
    found = set(parts)
    if found <= {Status.DONE, Status.CANCELLED} and Status.DONE in found:
        return Status.DONE
    if found <= {Status.DONE, Status.CANCELLED, Status.SUBMITTED} and Status.SUBMITTED in found:
        return Status.SUBMITTED
    return found.pop() if len(found) == 1 else Status.IN_PROGRESS


def merged(parts: Sequence[Standing]) -> Standing:
    """The standing of several parts together."""
    progress = together(part.progress for part in parts) if parts else Status.NOT_STARTED
    evidence = tuple(document for part in parts for document in part.evidence)
    done = [part for part in parts if part.progress is Status.DONE]
    days = [part.done_on for part in done if part.done_on is not None]
    whole = progress is Status.DONE and len(days) == len(done)
    return Standing(progress, max(days) if whole else None, evidence, whole and all(part.proven for part in done))


def of_turns(turns: Sequence[Standings]) -> Standings:
    """The standings of all turns of work that comes again together."""
    own: dict[str, list[Standing]] = defaultdict(list)
    for _, parts in turns:
        for agency, part in parts.items():
            own[agency].append(part)
    return merged([whole for whole, _ in turns]), {agency: merged(each) for agency, each in own.items()}
