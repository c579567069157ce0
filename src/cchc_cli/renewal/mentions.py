"""Places of the new files that a person has to look at: what still names the former time or the former document."""

import re
from collections.abc import Iterable, Iterator, Mapping
from enum import Enum
from typing import NamedTuple

from cchc_cli.model import MilestoneRow, ScheduleRow, TaskRow
from cchc_cli.plan.plans import Plan
from cchc_cli.plan.tasks import walk
from cchc_cli.plan.workspace import Workspace
from cchc_cli.reading import places
from cchc_cli.renewal.terms import Step
from cchc_cli.renewal.years import Written, names_a_year
from cchc_cli.text.problems import Span
from cchc_cli.text.sources import Sources

_CITED = re.compile(
    r"(?<!\d)\d+[a-zđ]?(?:/\d{4})?[/-][A-ZĐ][\wĐđ&]*(?:[/.-][\wĐđ&]+)*"
    r"(?:\s+ngày\s+(?:\d{1,2}\s*[/.-]\s*\d{1,2}\s*[/.-]\s*\d{4}|\d{1,2}\s+tháng\s+\d{1,2}\s+năm\s+\d{4}))?"
)
"""The number of a document, with its day."""
_FIXED = re.compile(r"ngày\s+\d{1,2}\s+tháng\s+\d{1,2}\s+năm\s+\d{4}|\d{1,2}/\d{1,2}/\d{4}|\d{4}\s?[-–]\s?\d{4}")
"""Whole days and stretches of years: the year beside the plan's is no "last year" in them."""
_PROPOSAL = "  proposal:"
"""The line of a decision that cites the letter which proposed it."""
_AROUND = 45


class Names(Enum):
    """What a place names: the former plan's time or document, the year beside it, or the day of a document."""

    FORMER = "former"
    BESIDE = "beside"
    CITED = "cited"


class Mention(NamedTuple):
    """A place and the words around it."""

    span: Span
    words: str
    kind: Names


class Move(NamedTuple):
    """A schedule of the new plan, with its words before and now; `sure`: its years were moved.

    `spans`: where its words and days stand.
    """

    spans: tuple[Span, ...]
    id: str
    was: str
    now: str
    sure: bool

    @property
    def span(self) -> Span:
        """Where it begins."""
        return self.spans[0]


def moves(plan: Plan, workspace: Workspace, was: Mapping[str, Written]) -> tuple[Move, ...]:
    """The schedules of the new plan that name a year, each once."""
    found = (move for section in plan.sections for row in walk(section.tasks) for move in _of(row, workspace, was))
    return tuple(found)


def mentions(files: Mapping[str, str], to: Step, number: str | None, but: Iterable[Span]) -> tuple[Mention, ...]:
    """Where the files name a year of the former plan or one beside it, the number of its document, or the letter that
    proposed it; except on the lines of `but`.
    """
    skipped = {(span.file, line) for span in but for line in range(span.line, span.end_line + 1)}
    wanted = _Wanted.of(to, number)
    return tuple(
        Mention(Span(path, count, start + 1), words, kind)
        for path in sorted(files, key=lambda each: (places.APPENDIX in each, each))
        for count, line in enumerate(files[path].splitlines(), 1)
        if (path, count) not in skipped
        for start, words, kind in _in(line, wanted)
    )


class _Wanted(NamedTuple):
    """What is searched for: a pattern of years and the number, and the years of the former plan."""

    pattern: re.Pattern[str]
    years: frozenset[str]
    number: str

    @classmethod
    def of(cls, to: Step, number: str | None) -> "_Wanted":
        old, new = set(to.old.years), set(to.new.years)
        years = "|".join(str(each) for each in sorted((old | {min(old) - 1, max(old) + 1}) - new))
        either = rf"(?<![\d])(?<![a-z]-)(?:{years})(?!\d)" + (f"|{re.escape(number)}" if number else "")
        return cls(re.compile(either), frozenset(map(str, old - new)), number or "")


def _of(row: TaskRow, workspace: Workspace, was: Mapping[str, Written]) -> Iterator[Move]:
    records: tuple[TaskRow | MilestoneRow, ...] = (row, *row.milestones)
    for record in records:
        before, now = was[record.id], record.schedule
        if names_a_year(before):
            yield Move(
                _spans(record, workspace.sources), record.id, _text(before), _text(now), _text(before) != _text(now)
            )


def _spans(record: TaskRow | MilestoneRow, sources: Sources) -> tuple[Span, ...]:
    own = record.schedule
    if not isinstance(own, ScheduleRow):
        return (sources.span(record.at, "schedule"),)
    there = sources.keys(own.at)
    return tuple(sources.span(own.at, key) for key in ("text", "start", "due") if key in there)


def _text(schedule: Written) -> str:
    text = schedule if isinstance(schedule, str | None) else schedule.text
    return " ".join((text or "").split())


def _in(line: str, wanted: _Wanted) -> Iterator[tuple[int, str, Names]]:
    if line.startswith(_PROPOSAL) and _CITED.search(line):
        yield 2, _around(line, 2, 2), Names.FORMER
        return
    cited = [found.span() for found in _CITED.finditer(line)]
    fixed = [*cited, *(found.span() for found in _FIXED.finditer(line))]
    for found in wanted.pattern.finditer(line):
        inside = any(start <= found.start() < end for start, end in cited)
        if found[0] == wanted.number:
            yield found.start(), _around(line, *found.span()), Names.FORMER
        elif found[0] in wanted.years:
            yield found.start(), _around(line, *found.span()), Names.CITED if inside else Names.FORMER
        elif not any(start <= found.start() < end for start, end in fixed):
            yield found.start(), _around(line, *found.span()), Names.BESIDE


def _around(line: str, start: int, end: int) -> str:
    """The words around a stretch of a line, cut between words."""
    first, last = max(start - _AROUND, 0), min(end + _AROUND, len(line))
    before, after = line[first:start], line[end:last]
    if first:
        before = f"…{before[before.find(' ') + 1 :]}"
    if last < len(line):
        after = f"{after[: after.rfind(' ')] if ' ' in after else after}…"
    return f"{before}{line[start:end]}{after}".strip()
