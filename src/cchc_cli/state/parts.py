"""Entries on a milestone → the standing of each agency's part and of the whole (docs/promises.md#who-closes-what)."""

from collections.abc import Collection, Iterable
from datetime import date as Day
from datetime import timedelta

from msgspec import Struct, structs

from cchc_cli.model import Document, Entry, Status
from cchc_cli.plan.registry import Registry
from cchc_cli.plan.tasks import Milestone, Task, leads
from cchc_cli.state.ledger import Ledger, Reported


class Standing(Struct, frozen=True):
    """The result of entries: progress, the day of completion, and the evidence."""

    progress: Status = Status.NOT_STARTED
    done_on: Day | None = None
    evidence: tuple[Document, ...] = ()
    proven: bool = False


def closing(registry: Registry, task: Task, milestone: Milestone) -> tuple[str, ...]:
    """The agencies that must each close a milestone: leads named themselves, then members of closed groups that lead.

    Open groups have no part; the result is () if only the monitor can close it.
    """
    found = leads(task.assigned(milestone))
    named = [lead for lead in found if not registry.is_group(lead)]
    members = [member for lead in found for member in registry.members(lead)]
    return tuple(dict.fromkeys((*named, *members)))


def owner(monitor: str, by: str, entry: Entry, closers: Collection[str]) -> str | None:
    """The agency whose part an entry is about; None if it is about the whole or comes from an agency in another role.

    `by` is the agency in whose file it was found; `closers` are the agencies that must each close the milestone.
    """
    if by == monitor:
        if entry.agency is not None:
            return entry.agency
        if len(closers) == 1:
            return next(iter(closers))
    return by if by in closers and entry.action is None else None


def standings(ledger: Ledger, task: Task, milestone: Milestone, as_of: Day) -> tuple[Standing, dict[str, Standing]]:
    """Standings of the whole milestone and each closing agency's part; a milestone dropped before done is cancelled."""
    dropped = task.until is not None and task.until <= as_of
    whole, parts = _standings(ledger, task, milestone, task.until if dropped and task.until else as_of)
    finished = _finished_before(ledger, task, milestone, as_of) if whole.progress is not Status.DONE else None
    if finished is not None:
        return finished, dict.fromkeys(parts, finished)
    if not dropped or whole.progress is Status.DONE:
        return whole, parts
    return Standing(Status.CANCELLED), dict.fromkeys(parts, Standing(Status.CANCELLED))


def _finished_before(ledger: Ledger, task: Task, milestone: Milestone, as_of: Day) -> Standing | None:
    """The standings, where work done before an amendment reassigned the task stays done until reported on again."""
    for day, former in reversed(task.before):
        was = next((each for each in former.milestones if each.id == milestone.id), None)
        if day <= as_of and was is not None:
            whole, _ = _standings(ledger, former, was, day - timedelta(days=1))
            again = any(report.day >= day for report in ledger.reports(milestone, as_of))
            return whole if whole.progress is Status.DONE and not again else None
    return None


def _standings(ledger: Ledger, task: Task, milestone: Milestone, as_of: Day) -> tuple[Standing, dict[str, Standing]]:
    closers = closing(ledger.registry, task, milestone)
    reports = ledger.reports(milestone, as_of)
    if not reports:
        return Standing(), dict.fromkeys(closers, Standing())
    owners = _owners(ledger, reports, closers)
    verdict = _verdict(ledger, reports, owners, closers)
    parts = _parts(ledger, reports, owners, closers)
    together_all = _merged(parts)
    if verdict is None or (verdict.entry.action == "return" and together_all.progress is not Status.NOT_STARTED):
        return together_all, parts
    judged = _after(ledger, together_all, verdict)
    if verdict.entry.action == "return":
        return judged, parts
    return _judged(ledger, judged, parts, reports[reports.index(verdict) + 1 :])


def _judged(
    ledger: Ledger, judged: Standing, parts: dict[str, Standing], later: list[Reported]
) -> tuple[Standing, dict[str, Standing]]:
    """The whole and its parts once the monitor has judged the whole; parts returned since are open again."""
    again = {each.entry.agency for each in later if _returns(ledger, each)}
    kept = {closer: own if own.progress is Status.DONE or closer in again else judged for closer, own in parts.items()}
    reopened = any(kept[closer].progress is not Status.DONE for closer in again if closer in kept)
    return (_merged(kept) if reopened and judged.progress is Status.DONE else judged), kept


def together(parts: Iterable[Status]) -> Status:
    """The progress of several parts together: done if all are done or cancelled and at least one is done."""
    found = set(parts)
    if found <= {Status.DONE, Status.CANCELLED} and Status.DONE in found:
        return Status.DONE
    if found <= {Status.DONE, Status.CANCELLED, Status.SUBMITTED} and Status.SUBMITTED in found:
        return Status.SUBMITTED
    return found.pop() if len(found) == 1 else Status.IN_PROGRESS


def _owners(ledger: Ledger, reports: list[Reported], closers: tuple[str, ...]) -> list[str | None]:
    """The agency whose part each report is about."""
    monitor, among = ledger.plan.file.monitor, dict.fromkeys(closers)
    return [owner(monitor, each.by, each.entry, among) for each in reports]


def _parts(
    ledger: Ledger, reports: list[Reported], owners: list[str | None], closers: tuple[str, ...]
) -> dict[str, Standing]:
    """The standing of each agency from its own and the monitor's entries. A return of the whole returns each part."""
    parts = dict.fromkeys(closers, Standing())
    proof: dict[str, list[Document]] = {}  # the evidence of each part that has reports
    moved: set[str] = set()  # the parts reported on since the last return of the whole
    for report, about in zip(reports, owners, strict=True):
        if about in parts:
            parts[about] = _moved(ledger, parts[about], report, proof.setdefault(about, []))
            moved.add(about)
        elif about is None and _returns(ledger, report):
            for closer in moved:
                if parts[closer].progress is not Status.NOT_STARTED:
                    parts[closer] = _moved(ledger, parts[closer], report, proof[closer])
            moved.clear()
    return parts | {closer: structs.replace(parts[closer], evidence=tuple(own)) for closer, own in proof.items()}


def _verdict(
    ledger: Ledger, reports: list[Reported], owners: list[str | None], closers: tuple[str, ...]
) -> Reported | None:
    """The monitor's entry on the whole while it is valid: a completion until returned, others until the next entry."""
    word: Reported | None = None
    among = frozenset(closers)
    for report, about in zip(reports, owners, strict=True):
        if about is None and report.by == ledger.plan.file.monitor and (report.entry.status or report.entry.action):
            word = report
        elif word is not None and about in among and report.entry.status and not _completes(word):
            word = None
    return word


def _merged(parts: dict[str, Standing]) -> Standing:
    progress = together(part.progress for part in parts.values()) if parts else Status.NOT_STARTED
    evidence = tuple(document for part in parts.values() for document in part.evidence)
    done = [part for part in parts.values() if part.progress is Status.DONE]
    days = [part.done_on for part in done if part.done_on is not None]
    whole = progress is Status.DONE and len(days) == len(done)
    return Standing(progress, max(days) if whole else None, evidence, whole and all(part.proven for part in done))


def _after(ledger: Ledger, before: Standing, report: Reported) -> Standing:
    """A standing after one more report."""
    proof = list(before.evidence)
    after = _moved(ledger, before, report, proof)
    return structs.replace(after, evidence=tuple(proof))


def _moved(ledger: Ledger, before: Standing, report: Reported, proof: list[Document]) -> Standing:
    """A standing after one more report, without its evidence, which is added to `proof`."""
    entry = report.entry
    if entry.action == "return":  # returned work no longer counts as evidence
        proof.clear()
        return Standing(Status.IN_PROGRESS)
    proof += entry.evidence
    status = Status.DONE if entry.action == "confirm" else entry.status
    if status is None and entry.percent and before.progress is Status.NOT_STARTED:
        status = Status.IN_PROGRESS
    if status is None:
        return Standing(before.progress, before.done_on, (), before.done_on is not None and bool(proof))
    if status is Status.DONE and ledger.plan.settings.confirm_done and report.by != ledger.plan.file.monitor:
        status = Status.SUBMITTED
    done_on = entry.date if status in (Status.DONE, Status.SUBMITTED) else None
    return Standing(status, done_on, (), done_on is not None and bool(proof))


def _returns(ledger: Ledger, report: Reported) -> bool:
    return report.entry.action == "return" and report.by == ledger.plan.file.monitor


def _completes(report: Reported) -> bool:
    return report.entry.action == "confirm" or report.entry.status is Status.DONE
