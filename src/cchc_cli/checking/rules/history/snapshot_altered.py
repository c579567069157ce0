"""Frozen figures must not change."""

from cchc_cli.checking.rules import Finding, Found, rule
from cchc_cli.checking.rules.changes import pairs, stood
from cchc_cli.differences.fields import same
from cchc_cli.plan.workspace import Workspace


@rule(
    "CC427",
    "Số liệu đã chốt bị sửa",
    "Số liệu đã chốt là số đã báo cáo cấp trên; sửa tệp thì số trong sổ không còn khớp với báo cáo đã gửi.",
)
def snapshot_altered(before: Workspace, now: Workspace) -> Found:
    """Every earlier snapshot must still exist, with the same figures.

    Bad:
      tasks: [{id: I.1}]
      before: {snapshots: {2026-Q1: {period: 2026-Q1, as_of: 2026-03-14, recorded: 2026-03-16, counts: {later: 1}}}}
      now: {snapshots: {2026-Q1: {period: 2026-Q1, as_of: 2026-03-14, recorded: 2026-03-16, counts: {done: 1}}}}
    Good:
      tasks: [{id: I.1}]
      before: {snapshots: {2026-Q1: {period: 2026-Q1, as_of: 2026-03-14, recorded: 2026-03-16, counts: {later: 1}}}}
      now:
        snapshots:
          2026-Q1: {period: 2026-Q1, as_of: 2026-03-14, recorded: 2026-03-16, counts: {later: 1}}
          2026-H1: {period: 2026-H1, as_of: 2026-06-14, recorded: 2026-06-16, counts: {due_soon: 1}}
    """
    for pair in pairs(before, now):
        current = {each.period: each for each in pair.now.records.snapshots}
        for frozen in pair.before.records.snapshots:
            own = current.get(frozen.period)
            if own is None or not same(frozen, own):
                done = "bị xóa" if own is None else "bị sửa"
                message = f"số liệu đã chốt kỳ {frozen.period} {done};"
                hint = "lấy lại tệp cũ bằng git; số liệu mới thì nêu trong báo cáo kỳ sau"
                at = own.at if own else pair.now.file.at
                yield Finding(at, message, "counts", hint=hint, line=stood(before, frozen.at))
