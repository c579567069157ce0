"""An id must not be given to another task."""

from cchc_cli.checking.rules import Finding, Found, rule
from cchc_cli.checking.rules.changes import pairs, shortened, stood
from cchc_cli.differences.rows import rows
from cchc_cli.plan.workspace import Workspace


@rule(
    "CC214",
    "Id đã dùng cho nhiệm vụ khác",
    "Tiến độ và gia hạn đã ghi cho id này sẽ bị tính cho một việc khác. Nhiệm vụ mới lấy id chưa dùng bao giờ; "
    "chèn một dòng vào giữa cũng không đánh số lại các dòng sau.",
)
def id_reused(before: Workspace, now: Workspace) -> Found:
    """A row with an earlier id must be the same task, reworded or not. Renumbered rows are reported once.

    Bad:
      before: {tasks: [{id: I.1, title: Rà soát văn bản quy phạm pháp luật}]}
      now: {tasks: [{id: I.1, title: Tổ chức hội nghị đối thoại với doanh nghiệp}]}
    Good:
      plan: {amendments: [{id: bo-sung-1, number: 9/QĐ-UBND, date: 2026-05-04, title: Bổ sung}]}
      before: {tasks: [{id: I.1, title: Rà soát văn bản quy phạm pháp luật}]}
      now:
        tasks:
        - {id: I.1, title: Rà soát văn bản quy phạm pháp luật}
        - {id: I.2, title: Tổ chức hội nghị đối thoại với doanh nghiệp, added_by: bo-sung-1}
    """
    for pair in pairs(before, now):
        former = {row.key: row for row in rows(pair.before)}
        same = {new.key: old.key for old, new in pair.rows.both}
        moved = pair.rows.renamed
        for row in rows(pair.now):
            old = former.get(row.key)
            if old is not None and same.get(row.key) != row.key:
                was = f"trước là của nhiệm vụ “{shortened(old.row.title)}”"
                message = f"{row.row.id}: id này {was},"
                hint = f"lấy id chưa dùng cho nhiệm vụ này, trả {row.row.id} cho nhiệm vụ cũ"
                ground = f"{pair.now.folder}/{row.section}" if old.key in moved else None
                where = stood(before, old.row.at)
                yield Finding(row.row.at, message, "id", hint=hint, task=row.row.id, ground=ground, line=where)
