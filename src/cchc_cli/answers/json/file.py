"""cchc file PERIOD --format json."""

from datetime import date as Day
from typing import Annotated, Literal

from msgspec import Meta

from cchc_cli.answers.json import Output
from cchc_cli.answers.json.pieces import Agency, AsOf, Envelope, Name, Period, Piece, Plan, period, same_names
from cchc_cli.plan.registry import Registry
from cchc_cli.plan.workspace import Workspace
from cchc_cli.queries import filings as query


class Filed(Piece, frozen=True):
    """A report that was filed."""

    agency: Agency
    name: Name
    number: Annotated[str, Meta(description="số, ký hiệu báo cáo")]
    date: Annotated[Day, Meta(description="ngày gửi")]
    days_late: Annotated[int, Meta(description="muộn mấy ngày; 0: đúng hạn, hoặc chưa đặt hạn")]


class Filings(Envelope, frozen=True):
    """Who has filed the report of a period, and who has not."""

    schema: Literal["cchc.file/1"]
    as_of: AsOf
    plan: Plan
    period: Annotated[Period, Meta(description="kỳ báo cáo")]
    due: Annotated[Day | None, Meta(description="ngày cuối phải gửi; null: thiết lập không đặt hạn")]
    total: Annotated[int, Meta(description="số cơ quan phải gửi")]
    late: Annotated[int, Meta(description="số cơ quan gửi muộn")]
    days_late: Annotated[int, Meta(description="đã quá hạn mấy ngày, của cơ quan chưa gửi")]
    filed: Annotated[tuple[Filed, ...], Meta(description="đã gửi, theo thứ tự danh bạ")]
    unfiled: Annotated[tuple[str, ...], Meta(description="id cơ quan chưa gửi")]
    others: Annotated[tuple[Filed, ...], Meta(description="đã gửi dù không phải gửi")]


OUTPUT = Output("Cơ quan đã gửi, chưa gửi báo cáo", Filings)


def filings(found: query.Filings, workspace: Workspace) -> Filings:
    """The reports of a period as of a day."""
    filed, others = (tuple(_filed(each, workspace.registry) for each in some) for some in (found.filed, found.others))
    return Filings(
        **same_names(Filings, found, but=("schema", "province", "plan", "period", "filed", "others")),
        schema="cchc.file/1",
        province=workspace.own_settings.province,
        plan=found.plan.name,
        period=period(found.period),
        filed=filed,
        others=others,
    )


def _filed(given: query.Filed, registry: Registry) -> Filed:
    return Filed(
        **same_names(Filed, given.filing, given, but=("name", "number")),
        number=given.filing.number,
        name=registry.name(given.filing.agency),
    )
