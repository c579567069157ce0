"""A target that is computed from inspections is a percentage of known closed groups."""

from collections.abc import Iterator

from cchc_cli.checking.rules import Finding, Found, rule
from cchc_cli.checking.rules.nearest_ids import agency_hints
from cchc_cli.model import InspectedShare
from cchc_cli.plan.plans import Plan
from cchc_cli.plan.registry import Registry
from cchc_cli.plan.workspace import Workspace


@rule(
    "CC445",
    "Chỉ tiêu tự tính không tính được",
    "Mẫu số là số cơ quan của các nhóm: nhóm phải có trong danh bạ và kê đủ thành viên; kết quả là phần trăm.",
)
def share_shape(plan: Plan, workspace: Workspace) -> Found:
    """Checks `of` of a target's `share`, and that the target's unit is %.

    Bad:
      tasks:
      - id: I.1
        targets:
        - {id: I.1, name: Tỷ lệ kiểm tra, comparator: ">=", value: 20, unit: "%", share: {of: cac-don-vi-lien-quan}}
    Good:
      tasks:
      - id: I.1
        targets:
        - {id: I.1, name: Tỷ lệ kiểm tra, comparator: ">=", value: 20, unit: "%", share: {of: ubnd-cap-xa}}
    """
    registry = workspace.registry
    for target, _, _ in plan.targets():
        if target.share is None:
            continue
        if target.unit != "%":
            yield Finding(
                target.at, f"{target.id}: tỷ lệ cơ quan được kiểm tra tính theo %", "unit", hint='ghi unit: "%"'
            )
        if registry.rows:
            yield from _groups(target.share, registry, plan.lost)


def _groups(share: InspectedShare, registry: Registry, lost: frozenset[str]) -> Iterator[Finding]:
    hints = agency_hints(registry)
    for place, group in enumerate(share.groups):
        item = None if isinstance(share.of, str) else place
        if group not in registry and group not in lost:
            yield Finding(share.at, f'không có nhóm "{group}"', "of", item, hint=hints.hint(group), ground=group)
        elif registry.is_open(group):
            message = f'"{group}" là nhóm mở, không kê thành viên'
            yield Finding(share.at, message, "of", item, hint="ghi một nhóm có members", ground=group)
