"""One page for leaders: four figures, what changed since the last period, the worst five, decisions asked for."""

from collections.abc import Iterable, Iterator
from typing import Any

from cchc_cli.paper import count, share
from cchc_cli.queries.stats import Row
from cchc_cli.reports import citing, figures, rows
from cchc_cli.reports.letterhead import in_sentence
from cchc_cli.reports.scene import Report, Scene
from cchc_cli.schedule import title
from cchc_cli.timing import Bucket

_WORST, _ASKED = 5, 3
_TITLE, _TEXT = 160, 240


def build(scene: Scene) -> dict[str, Any]:
    """Everything short enough for a page."""
    late = rows.longest_first(rows.overdue(scene.tasks))
    requests, proposals = rows.requests(scene), rows.said(scene.tasks, scene, "proposals")
    return {
        "kind": "BÁO CÁO",
        "subject": f"Tóm tắt tình hình thực hiện {citing.plans(scene)}",
        "to": [in_sentence(scene.plan.file.decision.authority)],
        "basis": citing.basis(scene),
        "named": citing.plans(scene),
        "period": title(scene.period),
        "figures": list(_figures(scene.by_section.total, scene)),
        "since": rows.since(scene),
        "overdue_words": figures.amount(late),
        "worst": [_shorter(rows.row(*each, scene)) for each in late[:_WORST]],
        "requests": [_shorter(each) for each in requests[:_ASKED]],
        "proposals": [_shorter(each) for each in proposals[:_ASKED]],
        "rest": _rest(requests[_ASKED:], proposals[_ASKED:]),
    }


REPORT = Report("Báo cáo tóm tắt một trang cho lãnh đạo", build, issuer="monitor")


def _figures(total: Row, scene: Scene) -> Iterator[dict[str, str]]:
    """Done, on time, overdue, not reported: each with what it is a part of."""
    still = total.done_rate.of
    wanted = sum(bool(view.wanted or view.stale) for view in scene.tasks if not view.task.is_body)
    yield _figure("Hoàn thành", total.done_rate.done, still, "trên tổng số nhiệm vụ phải thực hiện")
    on_time = total.on_time_rate
    yield _figure("Hoàn thành đúng hạn", on_time.done, on_time.of, "trên số nhiệm vụ đã đến hạn (mốc cuối)")
    yield _figure("Quá hạn", total.buckets[Bucket.OVERDUE], still, "trên tổng số nhiệm vụ phải thực hiện")
    yield _figure("Chưa cập nhật trong kỳ", total.stale, wanted, "trên số nhiệm vụ phải cập nhật trong kỳ")


def _figure(name: str, done: int, of: int, note: str) -> dict[str, str]:
    return {"name": name, "value": figures.part(done, of), "share": share(done, of), "note": note}


def _shorter(row: rows.Row) -> rows.Row:
    short = {key: rows.shortened(row[key], _TEXT) for key in ("text", "reason", "lead") if key in row}
    return row | short | ({"title": rows.short_title(row["title"], _TITLE)} if "title" in row else {})


def _rest(requests: Iterable[rows.Row], proposals: Iterable[rows.Row]) -> str:
    """ "Ngoài ra còn 12 đề nghị gia hạn, 03 kiến nghị khác.", or nothing."""
    asked, proposed = len(list(requests)), len(list(proposals))
    parts = [f"{count(asked)} đề nghị gia hạn"] if asked else []
    parts += [f"{count(proposed)} kiến nghị"] if proposed else []
    return f"Ngoài ra còn {', '.join(parts)} khác." if parts else ""
