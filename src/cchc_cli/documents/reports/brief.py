"""One page for leaders: four figures, what changed since the last period, the worst five, decisions asked for."""

from collections.abc import Iterator

from msgspec import Struct, structs

from cchc_cli.documents.reports import above, citations, figures, replies, rows, since
from cchc_cli.documents.reports.scene import ReportKind, Scene
from cchc_cli.documents.reports.since import Since
from cchc_cli.queries.stats import StatsRow
from cchc_cli.schedule import title
from cchc_cli.state.timing import Bucket
from cchc_cli.vietnamese.paper import count, share

_WORST, _ASKED = 5, 3
_TITLE, _TEXT = 160, 240


class Figure(Struct, frozen=True):
    """A figure with its denominator."""

    name: str
    value: str
    share: str
    note: str


class Brief(Struct, frozen=True, kw_only=True):
    """What the template prints, shortened to fit a page; `rest` says how many other requests there are."""

    kind: str = "BÁO CÁO"
    subject: str
    to: tuple[str, ...]
    basis: str
    named: str
    is_numbered: bool
    period: str
    figures: tuple[Figure, ...]
    since: Since
    overdue_words: str
    worst: tuple[rows.Row, ...]
    requests: tuple[replies.Request, ...]
    proposals: tuple[replies.Said, ...]
    rest: str
    symbol: str | None = None
    received: tuple[str, ...] = ()


def build(scene: Scene) -> Brief:
    """The page for leaders."""
    late = rows.longest_first(rows.overdue(scene.tasks))
    requests, proposals = replies.requests(scene), replies.said(scene.tasks, scene, "proposals")
    return Brief(
        subject=f"Tóm tắt tình hình thực hiện {citations.plan(scene)}",
        to=above.leaders(scene.plan.file.monitor, scene),
        basis=citations.basis(scene),
        named=citations.plan(scene),
        is_numbered=citations.is_numbered(scene),
        period=title(scene.period),
        figures=tuple(_figures(scene.by_section.total)),
        since=since.since(scene),
        overdue_words=figures.amount(late),
        worst=tuple(_late(each) for each in rows.rows(late[:_WORST], scene)),
        requests=tuple(_request(each) for each in requests[:_ASKED]),
        proposals=tuple(structs.replace(each, text=rows.shortened(each.text, _TEXT)) for each in proposals[:_ASKED]),
        rest=_rest(len(requests[_ASKED:]), len(proposals[_ASKED:])),
    )


REPORT = ReportKind("Báo cáo tóm tắt một trang cho lãnh đạo", build, issuer="monitor")


def _figures(total: StatsRow) -> Iterator[Figure]:
    """Done, on time, overdue, due soon: each with its denominator."""
    still = total.done_rate.of
    yield _figure("Hoàn thành", total.done_rate.done, still, "Trên tổng số nhiệm vụ phải thực hiện")
    on_time = total.on_time_rate
    yield _figure("Hoàn thành đúng hạn", on_time.done, on_time.of, "Trên số nhiệm vụ đã đến hạn (mốc cuối)")
    yield _figure("Quá hạn", total.buckets[Bucket.OVERDUE], total.total, "Trên tổng số nhiệm vụ của kế hoạch")
    soon = "Trên tổng số nhiệm vụ của kế hoạch"
    yield _figure("Sắp đến hạn", total.buckets[Bucket.DUE_SOON], total.total, soon)


def _figure(name: str, done: int, of: int, note: str) -> Figure:
    return Figure(name, figures.part(done, of), share(done, of), note)


def _late(row: rows.Row) -> rows.Row:
    lead, reason = (rows.shortened(each, _TEXT) for each in (row.lead, row.reason))
    return structs.replace(row, title=rows.short_title(row.title, _TITLE), lead=lead, reason=reason)


def _request(request: replies.Request) -> replies.Request:
    title, reason = rows.short_title(request.title, _TITLE), rows.shortened(request.reason, _TEXT)
    return structs.replace(request, title=title, reason=reason)


def _rest(requests: int, proposals: int) -> str:
    """ "Ngoài ra còn 12 đề nghị gia hạn, 03 kiến nghị khác.", or nothing."""
    parts = [f"{count(requests)} đề nghị gia hạn"] if requests else []
    parts += [f"{count(proposals)} kiến nghị"] if proposals else []
    return f"Ngoài ra còn {', '.join(parts)} khác." if parts else ""
