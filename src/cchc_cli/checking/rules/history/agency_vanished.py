"""Agencies must stay in the registry and in their groups."""

from collections.abc import Iterator

from cchc_cli.checking.rules import Finding, Found, rule
from cchc_cli.checking.rules.changes import stood
from cchc_cli.differences.fields import spaced
from cchc_cli.model import AgencyRow
from cchc_cli.plan.workspace import Workspace
from cchc_cli.text.problems import Severity


@rule(
    "CC215",
    "Cơ quan, thành viên nhóm không còn trong danh bạ",
    "Nhóm bớt một thành viên thì cơ quan ấy thôi phải làm mọi việc của nhóm; cơ quan mất id thì sổ ghi cũ không biết "
    "nói về ai. Tổ chức lại bộ máy thì làm được: vì vậy đây là cảnh báo để người duyệt đối chiếu văn bản, không phải "
    "lỗi.",
    Severity.WARNING,
)
def agency_vanished(before: Workspace, now: Workspace) -> Found:
    """Agencies must not be removed from the registry, nor members from a group unless its basis changed.

    Bad:
      before: {agencies: [{id: nhom, name: Nhóm, kind: group, members: [{agency: so-noi-vu, basis: QĐ 1/QĐ-UBND},
        {agency: so-tu-phap, basis: QĐ 1/QĐ-UBND}]}]}
      now: {agencies: [{id: nhom, name: Nhóm, kind: group, members: [{agency: so-noi-vu, basis: QĐ 1/QĐ-UBND}]}]}
    Good:
      before: {agencies: [{id: nhom, name: Nhóm, kind: group, members: [{agency: so-noi-vu, basis: QĐ 1/QĐ-UBND},
        {agency: so-tu-phap, basis: QĐ 1/QĐ-UBND}]}]}
      now: {agencies: [{id: nhom, name: Nhóm, kind: group, basis: QĐ 9/QĐ-UBND,
        members: [{agency: so-noi-vu, basis: QĐ 1/QĐ-UBND}]}]}
    """
    if not now.registry.rows:
        return
    names = {row.name: row for row in now.registry.rows if row.id not in before.registry}
    last = now.registry.rows[0]
    for row in before.registry.rows:
        own = now.registry.get(row.id)
        if own is not None:
            last = own
            yield from _members(row, own, before, now)
            continue
        twin = names.get(row.name)
        told = f"nay mang id {twin.id}" if twin else "không còn trong danh bạ"
        message = f"{row.name} ({row.id}) {told};"
        hint = (
            f"giữ id cũ {row.id}" if twin else "khôi phục mục này; cơ quan thôi hoạt động thì ghi until và successors"
        )
        yield Finding((twin or last).at, message, "id", hint=hint, line=stood(before, row.at))


def _members(then: AgencyRow, own: AgencyRow, before: Workspace, now: Workspace) -> Iterator[Finding]:
    """The removed members, each shown at the member that preceded it."""
    left = {each.agency: each.at for each in own.members}
    at, key = own.at, "members"
    for member in then.members if spaced(then.basis) == spaced(own.basis) else ():
        if member.agency in left:
            at, key = left[member.agency], "agency"
        elif member.agency in now.registry:
            name = now.registry.name(member.agency)
            message = f"nhóm {own.name} không còn thành viên {name};"
            hint = "khôi phục dòng này; thôi là thành viên thì ghi until: ngày cuối trong nhóm"
            yield Finding(at, message, key, hint=hint, line=stood(before, member.at))
