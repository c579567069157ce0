"""Every member of a group must be in the registry."""

from cchc_cli.checking.rules import Finding, Found, rule
from cchc_cli.checking.rules.nearest_ids import agency_hints
from cchc_cli.plan.workspace import Workspace


@rule(
    "CC202",
    "Thành viên của nhóm không có trong danh bạ",
    "Nhóm được mở ra theo thành viên; thành viên ghi sai id thì không ai theo dõi phần việc của cơ quan đó.",
    shared=True,
)
def unknown_member(workspace: Workspace) -> Found:
    """Flags members that agencies.yaml does not list, except those whose own row cannot be read.

    Bad:
      agencies:
      - {id: hai-so, name: Hai sở, kind: group, members: [{agency: so-noi-vu-2, basis: assumed}]}
    Good:
      agencies:
      - {id: hai-so, name: Hai sở, kind: group, members: [{agency: so-noi-vu, basis: assumed}]}
    """
    registry = workspace.registry
    hints = agency_hints(registry)
    lost = frozenset[str]().union(*(plan.lost for plan in workspace.plans))
    for group in registry.rows:
        for member in group.members:
            if member.agency not in registry and member.agency not in lost:
                message = f'nhóm "{group.id}": không có cơ quan "{member.agency}"'
                yield Finding(member.at, message, "agency", hint=hints.hint(member.agency), ground=member.agency)
