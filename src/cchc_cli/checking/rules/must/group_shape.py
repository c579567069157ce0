"""A group must be either closed, with members, or open, without members."""

from cchc_cli.checking.rules import Finding, Found, rule
from cchc_cli.model import AgencyRow
from cchc_cli.plan.registry import Registry
from cchc_cli.plan.workspace import Workspace


@rule(
    "CC208",
    "Nhóm cơ quan khai chưa đúng",
    "Nhóm đóng được chia cho từng thành viên, nhóm mở thì không; khai lẫn lộn thì việc của nhóm không ai phải làm.",
    shared=True,
)
def group_shape(workspace: Workspace) -> Found:
    """A closed group must list members, an open one none; only groups may have members; no group may contain itself.
    Only agencies and members have `since`, `until`, `successors`.

    Bad:
      agencies: [{id: cac-hoi, name: Các hội, kind: group}]
    Good:
      agencies: [{id: cac-hoi, name: Các hội, kind: group, open: true}]
    """
    registry = workspace.registry
    looped: set[str] = set()
    for row in registry.rows:
        key, message, hint = _shape(row)
        if message:
            yield Finding(row.at, f'cơ quan "{row.id}" {message}', key, hint=hint)
        for member in row.members:
            if row.id not in looped and registry.is_group(member.agency) and row.id in _inside(registry, member.agency):
                looped |= _inside(registry, member.agency)
                message = f'nhóm "{row.id}" chứa chính nó qua "{member.agency}"'
                yield Finding(member.at, message, "agency", hint="bỏ thành viên này")


def _shape(row: AgencyRow) -> tuple[str, str, str]:
    if row.kind != "group":
        if row.members:
            return "members", "không phải là nhóm mà có thành viên", "ghi kind: group, hoặc bỏ members"
        return ("open", "không phải là nhóm mà ghi open", "ghi kind: group, hoặc bỏ open") if row.open else ("", "", "")
    if row.since or row.until or row.successors:
        key = "since" if row.since else "until" if row.until else "successors"
        return key, "là nhóm mà có ngày hoạt động, cơ quan kế tục", "ghi since, until ở từng thành viên"
    if row.open and row.members:
        return "members", "là nhóm mở mà có thành viên", "bỏ open: true, hoặc bỏ members"
    if not row.open and not row.members:
        return "id", "là nhóm mà không có thành viên", "thêm members, hoặc ghi open: true"
    return "", "", ""


def _inside(registry: Registry, group: str) -> set[str]:
    """The group and all groups inside it, at any depth."""
    found: set[str] = set()
    waiting = [group]
    while waiting:
        row = registry.get(waiting.pop())
        if row is not None and row.id not in found:
            found.add(row.id)
            waiting += (member.agency for member in row.members if registry.is_group(member.agency))
    return found
