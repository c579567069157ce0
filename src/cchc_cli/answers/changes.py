"""What changed in a period → a line of counts."""

from cchc_cli.queries.changes import Changes
from cchc_cli.vietnamese.paper import short_date


def line(since: Changes) -> str:
    """ "So với kỳ trước (ngày 14/12/2025): hoàn thành thêm 3 mốc; mới quá hạn 2 mốc; gia hạn 1 mốc." """
    counts = f"hoàn thành thêm {len(since.done)} mốc; mới quá hạn {len(since.overdue)} mốc"
    return f"So với kỳ trước (ngày {short_date(since.since)}): {counts}; gia hạn {len(since.extended)} mốc."
