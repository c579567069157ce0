"""cchc inspect --format json."""

from datetime import date as Day
from typing import Annotated, Literal

from msgspec import Meta

from cchc_cli import model
from cchc_cli.answers.inspect import subjects
from cchc_cli.answers.json import Output
from cchc_cli.answers.json.pieces import Agency, AsOf, Envelope, Name, Piece, Plan, same_names
from cchc_cli.plan.registry import Registry
from cchc_cli.plan.workspace import Workspace
from cchc_cli.queries import inspections as query


class Inspection(Piece, frozen=True):
    """An inspection of an agency."""

    agency: Agency
    name: Name
    date: Annotated[Day, Meta(description="ngày kiểm tra")]
    kind: Annotated[model.InspectionKind, Meta(description="hình thức kiểm tra")]
    subject: Annotated[str, Meta(description="chuyên đề")]
    document: Annotated[str | None, Meta(description="số, ký hiệu văn bản kết luận")]
    findings: Annotated[int | None, Meta(description="số vấn đề phát hiện; null: chưa ghi")]
    mended: Annotated[int | None, Meta(description="số vấn đề đã xử lý; null: chưa ghi")]


class Subject(Piece, frozen=True):
    """The inspections of a subject, counted over the agencies that file reports."""

    subject: Annotated[str, Meta(description="chuyên đề")]
    inspected: Annotated[tuple[str, ...], Meta(description="id các cơ quan gửi báo cáo đã được kiểm tra")]
    of: Annotated[int, Meta(description="số cơ quan gửi báo cáo")]
    findings: Annotated[int, Meta(description="số vấn đề phát hiện, mọi cơ quan")]
    mended: Annotated[int, Meta(description="số vấn đề đã xử lý, mọi cơ quan")]


class Inspections(Envelope, frozen=True):
    """The inspections of a plan, by day."""

    schema: Literal["cchc.inspect/1"]
    as_of: AsOf
    plan: Plan
    subjects: Annotated[tuple[Subject, ...], Meta(description="theo thứ tự khai trong thiết lập")]
    inspections: Annotated[tuple[Inspection, ...], Meta(description="theo ngày kiểm tra")]


OUTPUT = Output("Các cuộc kiểm tra", Inspections)


def inspections(workspace: Workspace, as_of: Day) -> Inspections:
    """The inspections of the one plan that the command is about."""
    plan = workspace.plans[0]
    held = sorted(query.standing(plan.records.inspections, as_of), key=lambda each: each.date)
    return Inspections(
        schema="cchc.inspect/1",
        as_of=as_of,
        province=workspace.own_settings.province,
        plan=plan.name,
        subjects=tuple(Subject(**same_names(Subject, each)) for each in subjects(workspace, plan, as_of)),
        inspections=tuple(_inspection(each, workspace.registry) for each in held),
    )


def _inspection(given: model.Inspection, registry: Registry) -> Inspection:
    return Inspection(**same_names(Inspection, given, but=("name",)), name=registry.name(given.agency))
