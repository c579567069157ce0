"""Entries on a milestone → the standing of each agency's part and of the whole (docs/promises.md#who-closes-what)."""

from collections import defaultdict
from collections.abc import Collection
from datetime import date as Day
from datetime import timedelta

from msgspec import Struct, structs

from cchc_cli.model import Document, Entry, Status
from cchc_cli.plan.succession import everyone
from cchc_cli.plan.tasks import Milestone, Task
from cchc_cli.state.handover import Handover
from cchc_cli.state.ledger import Ledger
from cchc_cli.state.reports import Reported
from cchc_cli.state.seats import closing
from cchc_cli.state.standing import Standing, Standings, merged, of_turns


class _Said(Struct, frozen=True):
    """A report on one agency's part, or the monitor's return of the `whole` milestone."""

    report: Reported
    whole: bool


_Lines = dict[str, list[_Said]]


def owner(
    monitor: str, by: str, entry: Entry, closers: Collection[str], kin: Collection[str] | None = None
) -> str | None:
    """The agency whose part an entry is about; None if it is about the whole or comes from an agency in another role.

    `by` is the agency in whose file it was found; `closers` are the agencies that must each close the milestone, `kin`
    the same with agencies before and after them.
    """
    if by == monitor:
        if entry.agency is not None:
            return entry.agency
        if len(closers) == 1:
            return next(iter(closers))
    return by if by in (closers if kin is None else kin) and entry.action is None else None


def standings(ledger: Ledger, task: Task, milestone: Milestone, as_of: Day) -> Standings:
    """Standings of the whole milestone and each closing agency's part; a milestone dropped before done is cancelled.

    Of work that comes again they are those of all turns together.
    """
    if not milestone.turns:
        return _of_piece(ledger, task, milestone, as_of)
    if milestone.turn is None:
        return of_turns([standings(ledger, task, each, as_of) for each in task.turns(milestone)])
    from cchc_cli.state.stops import unless_stopped

    return unless_stopped(ledger, milestone, as_of, _of_piece(ledger, task, milestone, as_of))


def _of_piece(ledger: Ledger, task: Task, milestone: Milestone, as_of: Day) -> Standings:
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
        was = former.piece(milestone.id)
        if day <= as_of and was is not None:
            whole, _ = _standings(ledger, former, was, day - timedelta(days=1))
            again = any(report.day >= day for report in ledger.reports(milestone, as_of))
            return whole if whole.progress is Status.DONE and not again else None
    return None


def _standings(ledger: Ledger, task: Task, milestone: Milestone, as_of: Day) -> Standings:
    closers = closing(ledger, task, milestone, as_of)
    reports = ledger.reports(milestone, as_of)
    if not reports:
        return Standing(), dict.fromkeys(closers, Standing())
    kin = everyone(ledger.registry.succession, closers)
    monitor, among = ledger.plan.file.monitor, dict.fromkeys(closers)
    owners = [owner(monitor, each.by, each.entry, among, kin) for each in reports]
    verdict = _verdict(ledger, reports, owners, kin)
    lines = _lines(ledger, reports, owners, kin)
    parts = _parts(ledger, lines, closers)
    if ledger.registry.succession.passes_on:
        parts = _handed_over(ledger, task, milestone, as_of, lines, parts)
    together_all = merged(tuple(parts.values()))
    if verdict is None or (verdict.entry.action == "return" and together_all.progress is not Status.NOT_STARTED):
        return together_all, parts
    judged = _after(ledger, together_all, verdict)
    if verdict.entry.action == "return":
        return judged, parts
    return _judged(ledger, judged, parts, reports[reports.index(verdict) + 1 :])


def _judged(ledger: Ledger, judged: Standing, parts: dict[str, Standing], later: list[Reported]) -> Standings:
    """The whole and its parts once the monitor has judged the whole; parts returned since are open again."""
    again = {each.entry.agency for each in later if _returns(ledger, each)}
    vouched = structs.replace(judged, vouched=judged.progress is Status.DONE)
    told = {Status.SUBMITTED: judged}
    kept = {
        closer: own if own.progress is Status.DONE or closer in again else told.get(own.progress, vouched)
        for closer, own in parts.items()
    }
    reopened = any(kept[closer].progress is not Status.DONE for closer in again if closer in kept)
    return (merged(tuple(kept.values())) if reopened and judged.progress is Status.DONE else judged), kept


def _lines(ledger: Ledger, reports: list[Reported], owners: list[str | None], kin: Collection[str]) -> _Lines:
    """Each agency's own reports and the monitor's on it; a return of the whole returns all that was reported since."""
    lines: _Lines = defaultdict(list)
    moved: set[str] = set()  # the agencies with reports since the last return of the whole
    for report, about in zip(reports, owners, strict=True):
        if about in kin and about is not None:
            lines[about].append(_Said(report, whole=False))
            moved.add(about)
        elif about is None and _returns(ledger, report):
            for each in moved:
                lines[each].append(_Said(report, whole=True))
            moved.clear()
    return lines


def _parts(ledger: Ledger, lines: _Lines, closers: tuple[str, ...]) -> dict[str, Standing]:
    """The standing of each agency from its own and the monitor's entries."""
    parts = dict.fromkeys(closers, Standing())
    return parts | {agency: _folded(ledger, Standing(), lines[agency]) for agency in lines if agency in parts}


def _handed_over(
    ledger: Ledger, task: Task, milestone: Milestone, as_of: Day, lines: _Lines, parts: dict[str, Standing]
) -> dict[str, Standing]:
    """The same, where agencies have ended and others carry their work on."""

    def fold(standing: Standing, agency: str, after: Day | None, up_to: Day | None) -> Standing:
        told = [each for each in lines.get(agency, ()) if after is None or each.report.day > after]
        return _folded(ledger, standing, [each for each in told if up_to is None or each.report.day <= up_to])

    def members(day: Day) -> tuple[str, ...]:
        return closing(ledger, task, milestone, day)

    succession = ledger.registry.succession
    handover = Handover(succession, parts, members, fold, as_of)
    changed = (seat for seat in parts if succession.successors(seat) or succession.predecessors(seat))
    return parts | {seat: handover.part(seat) for seat in changed}


def _folded(ledger: Ledger, standing: Standing, lines: list[_Said]) -> Standing:
    """A standing after reports. A return of the whole leaves a part that was not begun as it is."""
    proof = list(standing.evidence)
    for said in lines:
        if not (said.whole and standing.progress is Status.NOT_STARTED):
            standing = _moved(ledger, standing, said.report, proof)
    return structs.replace(standing, evidence=tuple(proof))


def _verdict(
    ledger: Ledger, reports: list[Reported], owners: list[str | None], kin: Collection[str]
) -> Reported | None:
    """The monitor's entry on the whole while it is valid: a completion until returned, others until the next entry."""
    word: Reported | None = None
    for report, about in zip(reports, owners, strict=True):
        if about is None and report.by == ledger.plan.file.monitor and (report.entry.status or report.entry.action):
            word = report
        elif word is not None and about in kin and report.entry.status and not _completes(word):
            word = None
    return word


def _after(ledger: Ledger, before: Standing, report: Reported) -> Standing:
    """A standing after one more report."""
    return _folded(ledger, before, [_Said(report, whole=False)])


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
