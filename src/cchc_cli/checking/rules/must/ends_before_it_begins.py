"""An agency or a membership must not end before it begins."""

from cchc_cli.checking.rules import Finding, Found, rule
from cchc_cli.model import AgencyRow, Member
from cchc_cli.plan.workspace import Workspace
from cchc_cli.vietnamese.paper import short_date


@rule(
    "CC235",
    "Cơ quan, thành viên nhóm kết thúc trước khi bắt đầu",
    "Ngày cuối trước ngày đầu thì không ngày nào cơ quan ấy phải làm việc của nhóm; thường là gõ nhầm năm.",
    shared=True,
)
def ends_before_it_begins(workspace: Workspace) -> Found:
    """`until` of agencies and members must not be before `since`.

    Bad:
      agencies: [{id: so-y-te, name: Sở Y tế, kind: department, since: 2026-07-01, until: 2026-06-30}]
    Good:
      agencies: [{id: so-y-te, name: Sở Y tế, kind: department, since: 2026-07-01, until: 2027-06-30}]
    """
    registry = workspace.registry
    members = ((member.agency, member) for row in registry.rows for member in row.members)
    every: tuple[tuple[str, AgencyRow | Member], ...] = (*((row.id, row) for row in registry.rows), *members)
    for agency, each in every:
        since, until = each.since, each.until
        if since and until and until < since:
            message = f"{registry.name(agency)}: ngày cuối {short_date(until)} trước ngày đầu {short_date(since)}"
            yield Finding(each.at, message, "until", hint="sửa since hoặc until")
