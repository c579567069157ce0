"""cchc report ranking --format json."""

from fractions import Fraction
from typing import Annotated, Literal

from msgspec import Meta

from cchc_cli.answers.json import Output
from cchc_cli.answers.json.pieces import AsOf, Envelope, Name, Piece, Plan
from cchc_cli.model import Measure
from cchc_cli.plan.workspace import Workspace
from cchc_cli.queries import ranking as query
from cchc_cli.queries.views import Asked


class Mark(Piece, frozen=True):
    """The points of a criterion and what proves them; null without data."""

    criterion: Annotated[str, Meta(description="id tiêu chí")]
    measure: Annotated[Measure, Meta(description="cách đo")]
    figure: Annotated[float | None, Meta(description="số liệu; null là không có số liệu")]
    unit: Annotated[str | None, Meta(description="đơn vị của số liệu")]
    numerator: Annotated[int | None, Meta(description="tử số của tỷ lệ")]
    denominator: Annotated[int | None, Meta(description="mẫu số của tỷ lệ")]
    points: Annotated[float | None, Meta(description="điểm; null là không có số liệu, không phải 0")]
    most: Annotated[float, Meta(description="điểm tối đa của tiêu chí")]
    documents: Annotated[tuple[str, ...], Meta(description="số, ký hiệu văn bản chứng minh")]


class Agency(Piece, frozen=True):
    """An agency's place in its group."""

    id: Annotated[str, Meta(description="id cơ quan")]
    name: Name
    rank: Annotated[int | None, Meta(description="thứ hạng; bằng nhau thì cùng hạng; null là chưa xếp")]
    points: Annotated[float, Meta(description="tổng điểm")]
    most: Annotated[float, Meta(description="điểm tối đa của các tiêu chí có số liệu")]
    percent: Annotated[float | None, Meta(description="điểm trên điểm tối đa, %; xếp hạng theo tỷ lệ này")]
    marks: Annotated[tuple[Mark, ...], Meta(description="từng tiêu chí")]


class Group(Piece, frozen=True):
    """A group, ranked apart."""

    id: Annotated[str, Meta(description="id nhóm")]
    name: Name
    agencies: Annotated[tuple[Agency, ...], Meta(description="từ hạng cao xuống")]


class Ranking(Envelope, frozen=True):
    """Agencies ranked by the province's criteria."""

    schema: Literal["cchc.ranking/1"]
    as_of: AsOf
    plan: Plan
    groups: Annotated[tuple[Group, ...], Meta(description="từng nhóm cơ quan")]


OUTPUT = Output("Xếp hạng cơ quan theo tiêu chí của địa phương (report ranking)", Ranking)


def ranking(answer: query.Ranking, asked: Asked, workspace: Workspace) -> Ranking:
    """The answer about the only plan of a workspace."""
    name = workspace.registry.name
    return Ranking(
        schema="cchc.ranking/1",
        as_of=asked.as_of,
        province=workspace.own_settings.province,
        plan=workspace.plans[0].name,
        groups=tuple(
            Group(id=group, name=name(group), agencies=tuple(_agency(each, name(each.agency)) for each in own))
            for group, own in answer.groups
        ),
    )


def _agency(given: query.Ranked, name: str) -> Agency:
    return Agency(
        id=given.agency,
        name=name,
        rank=given.rank,
        points=_number(given.points),
        most=_number(given.most),
        percent=None if given.share is None else round(float(given.share), 2),
        marks=tuple(map(_mark, given.marks)),
    )


def _mark(given: query.Mark) -> Mark:
    found = given.measured
    rate = found.rate if found else None
    return Mark(
        criterion=given.criterion.id,
        measure=given.criterion.measure,
        figure=round(float(found.figure), 2) if found else None,
        unit=found.unit if found else None,
        numerator=rate.done if rate else None,
        denominator=rate.of if rate else None,
        points=None if given.points is None else _number(given.points),
        most=_number(given.most),
        documents=tuple(each.number for each in found.documents if each.number) if found else (),
    )


def _number(value: Fraction) -> float:
    return float(value)
