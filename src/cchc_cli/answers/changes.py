"""What changed in a period → a line of counts, and JSON."""

from typing import Any

from cchc_cli.paper import short_date
from cchc_cli.queries.changes import Change, Changes, Extension


def line(since: Changes) -> str:
    """ "So với kỳ trước (ngày 14/12/2025): hoàn thành thêm 3 mốc; mới quá hạn 2 mốc; gia hạn 1 mốc." """
    counts = f"hoàn thành thêm {len(since.done)} mốc; mới quá hạn {len(since.overdue)} mốc"
    return f"So với kỳ trước (ngày {short_date(since.since)}): {counts}; gia hạn {len(since.extended)} mốc."


def json(since: Changes) -> dict[str, Any]:
    """Milestones newly done, overdue and extended since a day; a deadline moved is that of all unless `agency` says."""
    return {
        "day": since.since.isoformat(),
        "done": [_change(each) for each in since.done],
        "overdue": [_change(each) for each in since.overdue],
        "extended": [_extension(each) for each in since.extended],
    }


def _change(change: Change) -> dict[str, Any]:
    return {"plan": change.view.plan.name, "id": change.state.milestone.id}


def _extension(extension: Extension) -> dict[str, Any]:
    return {
        "plan": extension.view.plan.name,
        "id": extension.state.milestone.id,
        "agency": extension.agency,
        "from": extension.before.isoformat() if extension.before else None,
        "to": extension.due.isoformat() if extension.due else None,
    }
