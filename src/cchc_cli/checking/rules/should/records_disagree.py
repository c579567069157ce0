"""Records written on one day about the same thing must not disagree."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from datetime import date as Day
from typing import NamedTuple

from cchc_cli.checking.rules import Finding, Found, line, rule
from cchc_cli.checking.rules.chains import Chain, chains
from cchc_cli.checking.rules.involved import deadlines
from cchc_cli.checking.rules.rows import called
from cchc_cli.model import Status
from cchc_cli.plan.plans import Plan
from cchc_cli.plan.workspace import Workspace
from cchc_cli.state.decisions import decided
from cchc_cli.state.reports import Reported
from cchc_cli.text.problems import Severity
from cchc_cli.vietnamese.paper import short_date
from cchc_cli.wording.states import PROGRESS
from cchc_cli.wording.targets import typed

_HINT = "xem dòng nào đúng; đã lưu vào git thì ghi thêm một dòng mới nói rõ, chưa lưu thì bỏ dòng sai"
_SETTLES = "settles"
_OPEN = (None, Status.NOT_STARTED, Status.IN_PROGRESS)


class _Pair(NamedTuple):
    """Two records that disagree, the earlier line first, and the words of each."""

    one: int
    other: int
    words: tuple[str, str]


@rule(
    "CC428",
    "Hai dòng cùng ngày nói khác nhau",
    "Thứ tự dòng quyết định dòng nào được tính, mà gộp hai nhánh git thì thứ tự ấy là tình cờ.",
    Severity.WARNING,
)
def records_disagree(plan: Plan, workspace: Workspace) -> Found:
    """Compares entries of one agency and milestone, decisions, events and measurements written on one day for one day.

    The order of lines is ignored. Disagreements that a later entry settled are skipped.

    Bad:
      tasks: [{id: I.1}]
      entries:
        so-noi-vu:
        - {task: I.1, status: in_progress, percent: 90, recorded: 2026-03-02}
        - {task: I.1, status: in_progress, percent: 95, recorded: 2026-03-02}
    Good:
      tasks: [{id: I.1}]
      entries:
        so-noi-vu:
        - {task: I.1, status: in_progress, percent: 90, recorded: 2026-03-02}
        - {task: I.1, status: in_progress, percent: 95, recorded: 2026-03-09}
    """
    told: set[tuple[int, int]] = set()
    for chain in chains(plan, workspace.registry):
        for pair in _of_entries(chain):
            if pair[:2] not in told:
                told.add(pair[:2])
                name = called(chain.task, chain.milestone)
                yield _finding(pair, f"{name}: hai dòng cùng ngày", "status", workspace, chain.task.id)
    yield from _of_deadlines(plan, workspace)
    yield from _of_figures(plan, workspace)


def disagree(one: Reported, other: Reported) -> bool:
    """Whether only the order of lines decides which of two reports holds: `one` is of the same or the earlier day."""
    if one.by != other.by or one.entry.recorded != other.entry.recorded or one.entry.action or other.entry.action:
        return False
    is_contrary = one.settles and other.entry.status in _OPEN and _says(other)
    return (one.day == other.day and _differ(one, other)) or (one.day < other.day and is_contrary)


def _of_entries(chain: Chain) -> Iterator[_Pair]:
    """Each report with one written on the same day that it contradicts, unless a later day settled it."""
    written: dict[Day, list[Reported]] = {}
    for report in chain.reports:
        if _says(report) or report.entry.action:
            written.setdefault(report.entry.recorded, []).append(report)
    reports = written[max(written)] if written else []  # what was written last is what holds
    firsts: dict[object, Reported] = {}
    for report in sorted(reports, key=lambda each: (each.day, each.place)):
        beside = [firsts.setdefault(what, report) for what in _compared(report)]
        contrary = firsts.get((report.by, _SETTLES))
        first = next((each for each in (*beside, contrary) if each is not None and disagree(each, report)), None)
        if first is not None:
            one, other = sorted((first, report), key=lambda each: each.place)
            yield _Pair(one.entry.at, other.entry.at, (_words(one), _words(other)))


def _compared(report: Reported) -> Iterator[object]:
    """What a report says. If it agrees with the first report to say each of these, it agrees with all of them."""
    if report.entry.action:
        return
    if _status(report) is not None:
        yield report.by, report.day, "status"
    if report.entry.percent is not None:
        yield report.by, report.day, "percent"
    if report.settles:
        yield report.by, _SETTLES


def _says(report: Reported) -> bool:
    return report.entry.status is not None or report.entry.percent is not None


def _status(report: Reported) -> Status | None:
    """The status that a report states, or that its percentage implies."""
    return report.entry.status or (Status.IN_PROGRESS if report.entry.percent else None)


def _differ(one: Reported, other: Reported) -> bool:
    if not (_says(one) and _says(other)):
        return False
    statuses = [_status(each) for each in (one, other)]
    percents = [each.entry.percent for each in (one, other)]
    both = all(each is not None for each in percents)
    return (None not in statuses and statuses[0] != statuses[1]) or (both and percents[0] != percents[1])


def _words(report: Reported) -> str:
    status, percent = report.entry.status, report.entry.percent
    said = [PROGRESS[status]] if status else []
    return " ".join((*said, *([f"{percent}%"] if percent is not None else [])))


class _Said(NamedTuple):
    """A decision's place, its words, and the number of the document that it cites."""

    at: int
    words: str
    document: str | None

    def contradicts(self, other: "_Said") -> bool:
        """Whether the words differ; a second decision that cites the same document corrects the first."""
        return self.words != other.words and (self.document is None or self.document != other.document)


class _Told:
    """Different decisions on one thing, with counts that tell without a search that none is contradicted."""

    def __init__(self) -> None:
        self._said: dict[tuple[str, str | None], _Said] = {}
        self._counts: Counter[tuple[str | None, str | None]] = Counter()

    def add(self, said: _Said) -> None:
        if said[1:] not in self._said:
            self._said[said[1:]] = said
            self._counts.update(((said.words, None), (None, said.document or "")))

    def against(self, said: _Said) -> _Said | None:
        """The first that this one contradicts."""
        alike = self._counts[said.words, None]
        if said.document is not None:
            alike += self._counts[None, said.document] - (said[1:] in self._said)
        return next(filter(said.contradicts, self._said.values()), None) if alike < len(self._said) else None


def _of_deadlines(plan: Plan, workspace: Workspace) -> Iterator[Finding]:
    """Each decision on a deadline with the first that it contradicts, milestone by milestone."""
    found: dict[object, _Told] = defaultdict(_Told)
    for deadline, about in deadlines(plan):
        kind = "đề nghị" if deadline.action == "request" else "quyết định"
        to = f"đến {short_date(deadline.to)}" if deadline.to else "không đến ngày nào"
        document = (deadline.document and deadline.document.number) or None
        said = _Said(deadline.at, "không đồng ý" if deadline.action == "refuse" else to, document)
        keys = [(each.id, deadline.agency, kind, decided(deadline), deadline.recorded) for each in about.milestones]
        known = (found[key].against(said) for key in keys)
        first = next((each for each in known if each is not None), None)
        if first is not None:
            pair = _Pair(first.at, said.at, (first.words, said.words))
            yield _finding(pair, f"{about.id}: hai {kind} cùng ngày về hạn", "to", workspace, about.task.id)
        for key in keys:
            found[key].add(said)


def _of_figures(plan: Plan, workspace: Workspace) -> Iterator[Finding]:
    happened = ((each.event, each.recorded, each.at, short_date(each.date)) for each in plan.records.events)
    measured = (
        ((each.target, each.date, each.agency, each.period), each.recorded, each.at, typed(each))
        for each in plan.records.measurements
    )
    filed = (
        ((each.agency, each.period), each.written, each.at, f"{each.number} {short_date(each.date)}")
        for each in plan.records.filings
    )
    yield from _first_beside(happened, "hai dòng cùng ngày ghi về một sự kiện", "date", workspace)
    yield from _first_beside(measured, "hai số đo cùng ngày của một chỉ tiêu", "value", workspace)
    yield from _first_beside(filed, "hai dòng cùng ngày về báo cáo một kỳ của một cơ quan", "number", workspace)


def _first_beside(
    records: Iterable[tuple[object, object, int, str]], what: str, key: str, workspace: Workspace
) -> Iterator[Finding]:
    first: dict[object, tuple[int, str]] = {}
    for about, recorded, at, words in records:
        one, said = first.setdefault((about, recorded), (at, words))
        if said != words:
            yield _finding(_Pair(one, at, (said, words)), what, key, workspace, None)


def _finding(pair: _Pair, what: str, key: str, workspace: Workspace, task: str | None) -> Finding:
    message = f"{what}: {pair.words[0]} và {pair.words[1]}; dòng kia"
    return Finding(pair.other, message, key, hint=_HINT, task=task, line=line(workspace, pair.one, "ở"))
