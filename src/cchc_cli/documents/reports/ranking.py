"""Agencies ranked by the criteria that the province wrote in plan/criteria.yaml; each point with what proves it."""

from fractions import Fraction

from msgspec import Struct

from cchc_cli.documents.reports import above, citations, figures
from cchc_cli.documents.reports.scene import ReportKind, Scene
from cchc_cli.model import CriteriaFile
from cchc_cli.queries.ranking import Mark, Ranked, Ranking, ranking
from cchc_cli.text.problems import Stop
from cchc_cli.vietnamese.paper import number

_NONE = "không có số liệu"
_EXAMPLE = """ghi tiêu chí do địa phương ban hành vào plan/criteria.yaml, ví dụ:
groups: [cac-so-ban-nganh, ubnd-cap-xa]
criteria:
- id: ke-hoach
  name: Mức độ thực hiện kế hoạch
  measure: done
  bands: [{over: 90, points: 2}, {at_least: 70, points: 1}, {under: 70, points: 0}]
  basis: Quyết định số …"""


class Criterion(Struct, frozen=True):
    """A criterion as it is printed."""

    name: str
    most: str
    basis: str


class Row(Struct, frozen=True):
    """An agency in the table of its group."""

    rank: str
    name: str
    points: str
    most: str
    share: str
    lacking: str


class Point(Struct, frozen=True):
    """One criterion of an agency: the figure, the points, what proves them."""

    criterion: str
    figure: str
    points: str
    proof: str


class Proved(Struct, frozen=True):
    """An agency with its points."""

    name: str
    points: tuple[Point, ...]


class Group(Struct, frozen=True):
    """A group of agencies, ranked apart."""

    name: str
    rows: tuple[Row, ...]
    agencies: tuple[Proved, ...]


class RankingReport(Struct, frozen=True, kw_only=True):
    """What the template prints."""

    kind: str = "BÁO CÁO"
    subject: str
    to: tuple[str, ...]
    basis: str
    is_numbered: bool
    criteria_basis: str
    criteria: tuple[Criterion, ...]
    groups: tuple[Group, ...]
    symbol: str | None = None
    received: tuple[str, ...] = ()


def build(scene: Scene) -> RankingReport:
    """Each group best first, then the points of each agency."""
    criteria = _criteria(scene)
    answer = ranking(scene.workspace, criteria, scene.asked)
    return RankingReport(
        subject="Kết quả xếp hạng cải cách hành chính các cơ quan",
        to=above.leaders(scene.plan.file.monitor, scene),
        basis=citations.basis(scene),
        is_numbered=citations.is_numbered(scene),
        criteria_basis=criteria.basis or "",
        criteria=_listed(criteria),
        groups=tuple(_groups(answer, scene)),
    )


def as_json(scene: Scene) -> Struct:
    """The same as a JSON document."""
    from cchc_cli.answers.json import ranking as built

    answer = ranking(scene.workspace, _criteria(scene), scene.asked)
    return built.ranking(answer, scene.asked, scene.workspace)


def lacks(scene: Scene) -> Stop | None:
    """The file to write, with an example."""
    missing = scene.workspace.criteria is None
    return Stop("chưa có tiêu chí xếp hạng: không có tệp plan/criteria.yaml", _EXAMPLE) if missing else None


REPORT = ReportKind("Xếp hạng cơ quan theo tiêu chí của địa phương", build, issuer="monitor", as_json=as_json,
                    lacks=lacks)  # fmt: skip


def _criteria(scene: Scene) -> CriteriaFile:
    """The criteria; none where a template is only tried."""
    return scene.workspace.criteria or CriteriaFile(groups=(), criteria=())


def _listed(criteria: CriteriaFile) -> tuple[Criterion, ...]:
    return tuple(
        Criterion(each.name, number(max((band.points for band in each.bands), default=each.most or 0)),
                  each.basis or criteria.basis or "")
        for each in criteria.criteria
    )  # fmt: skip


def _groups(answer: Ranking, scene: Scene) -> list[Group]:
    name = scene.workspace.registry.name
    return [
        Group(
            name(group),
            tuple(_row(each, name(each.agency)) for each in ranked),
            tuple(Proved(name(each.agency), tuple(map(_point, each.marks))) for each in ranked),
        )
        for group, ranked in answer.groups
    ]


def _row(given: Ranked, name: str) -> Row:
    return Row(
        rank=str(given.rank or "–"),
        name=name,
        points=_number(given.points) if given.share is not None else _NONE,
        most=_number(given.most) if given.share is not None else "–",
        share="–" if given.share is None else f"{_number(given.share)}%",
        lacking="; ".join(mark.criterion.name for mark in given.lacking),
    )


def _point(mark: Mark) -> Point:
    found = mark.measured
    documents = "; ".join(each.number for each in found.documents if each.number) if found else ""
    points = _NONE if mark.points is None else f"{_number(mark.points)}/{_number(mark.most)}"
    return Point(mark.criterion.name, _figure(mark), points, documents)


def _figure(mark: Mark) -> str:
    found = mark.measured
    if found is None:
        return _NONE
    if found.rate is not None:
        return figures.rate(found.rate)
    return f"{_number(found.figure)}{'' if found.unit == '%' else ' '}{found.unit}"


def _number(value: Fraction) -> str:
    return number(float(round(value, 2)))
