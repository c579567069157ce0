"""Agency ids must be easy to type and usable as the name of a file."""

from re import compile as pattern

from cchc_cli.checking.rules import Finding, Found, rule
from cchc_cli.plan.workspace import Workspace

_SLUG = pattern(r"[a-z0-9]+(-[a-z0-9]+)*")


@rule(
    "CC210",
    "Id cơ quan viết sai cách",
    "Id cơ quan là tên tệp trong progress/ và được gõ ở dòng lệnh, nên chỉ gồm chữ thường không dấu, chữ số, gạch nối.",
    shared=True,
)
def agency_id(workspace: Workspace) -> Found:
    """An id must be lower-case ASCII words joined by hyphens, but not `plan`: its file would look like a plan.

    Bad:
      agencies: [{id: Sở Y tế, name: Sở Y tế, kind: department}]
    Good:
      agencies: [{id: so-y-te, name: Sở Y tế, kind: department}]
    """
    from cchc_cli.vietnamese.names import slug

    for row in workspace.registry.rows:
        if row.id == "plan":
            message = 'id cơ quan không được là "plan": progress/plan.yaml sẽ bị đọc như một kế hoạch'
            yield Finding(row.at, message, "id", hint="đặt id khác, như so-y-te")
        if not _SLUG.fullmatch(row.id):
            hint = f'ghi "{slug(row.id)}"' if slug(row.id) else "ghi như so-y-te"
            yield Finding(row.at, f'id cơ quan "{row.id}" phải là chữ thường không dấu nối bằng "-"', "id", hint=hint)
