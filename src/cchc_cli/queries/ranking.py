"""Agencies ranked by the province's own criteria, each group apart (docs/promises.md#ranking)."""

from collections.abc import Iterable
from fractions import Fraction

from msgspec import Struct

from cchc_cli.model import CriteriaFile, Criterion
from cchc_cli.plan.bands import exact, stretches
from cchc_cli.plan.workspace import Workspace
from cchc_cli.queries.criteria import Evidence, Measured, measured
from cchc_cli.queries.views import Asked


class Mark(Struct, frozen=True):
    """The points of a criterion, the most that it gives, and the figure; without data all but `most` are None."""

    criterion: Criterion
    measured: Measured | None
    points: Fraction | None
    most: Fraction


class Ranked(Struct, frozen=True):
    """An agency: its place (None without any data), and its marks in the order of the criteria."""

    agency: str
    rank: int | None
    marks: tuple[Mark, ...]

    @property
    def points(self) -> Fraction:
        """The sum of its points."""
        return sum((mark.points for mark in self.marks if mark.points is not None), Fraction(0))

    @property
    def most(self) -> Fraction:
        """The most points of the criteria with data: what its points are a share of."""
        return sum((mark.most for mark in self.marks if mark.points is not None), Fraction(0))

    @property
    def share(self) -> Fraction | None:
        """Points in per cent of the most; criteria without data count on neither side."""
        return self.points * 100 / self.most if self.most > 0 else None

    @property
    def lacking(self) -> tuple[Mark, ...]:
        """The criteria without data."""
        return tuple(mark for mark in self.marks if mark.points is None)


class Ranking(Struct, frozen=True):
    """The agencies of each group, best first."""

    criteria: CriteriaFile
    groups: tuple[tuple[str, tuple[Ranked, ...]], ...]


def ranking(workspace: Workspace, criteria: CriteriaFile, asked: Asked) -> Ranking:
    """Every group that is ranked; agencies as they stood on the day."""
    evidence = Evidence(workspace, asked)
    return Ranking(criteria, tuple((group, _group(group, criteria, evidence)) for group in criteria.groups))


def _group(group: str, criteria: CriteriaFile, evidence: Evidence) -> tuple[Ranked, ...]:
    registry, day = evidence.workspace.registry, evidence.asked.as_of
    applied = [each for each in criteria.criteria if not each.groups or group in each.groups]
    found = [_marked(agency, applied, evidence) for agency in registry.members(group, day)]
    shares = sorted((each.share for each in found if each.share is not None), reverse=True)
    first = {share: place for place, share in reversed(list(enumerate(shares, start=1)))}
    placed = [Ranked(each.agency, None if each.share is None else first[each.share], each.marks) for each in found]
    return tuple(sorted(placed, key=lambda each: each.rank or len(found) + 1))


def _marked(agency: str, applied: Iterable[Criterion], evidence: Evidence) -> Ranked:
    return Ranked(agency, None, tuple(_mark(each, agency, evidence) for each in applied))


def _mark(criterion: Criterion, agency: str, evidence: Evidence) -> Mark:
    found = measured(criterion, agency, evidence)
    if criterion.measure == "scores":
        return Mark(criterion, found, found.figure if found else None, exact(criterion.most or 0))
    most = max((exact(band.points) for band in criterion.bands), default=Fraction(0))
    if found is None:
        return Mark(criterion, None, None, most)
    held = next((each for each in stretches(criterion.bands) if each.holds(found.figure)), None)
    return Mark(criterion, found, exact(held.band.points) if held else None, most)
