"""The times of a member in a group must not overlap, nor lie outside the agency's own."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from itertools import pairwise

from cchc_cli.checking.rules import Finding, Found, rule
from cchc_cli.model import AgencyRow, Member
from cchc_cli.plan.workspace import Workspace
from cchc_cli.text.problems import Line
from cchc_cli.vietnamese.paper import short_date


@rule(
    "CC237",
    "Thời gian của thành viên nhóm mâu thuẫn",
    "Hai dòng của một thành viên chồng ngày nhau, hoặc ghi ngày mà cơ quan chưa lập, đã thôi: không rõ ngày nào đúng.",
    shared=True,
)
def member_term(workspace: Workspace) -> Found:
    """A member that left and came back has an item for each time; items with days must not overlap.

    `since` and `until` of a member must lie within those of its agency.

    Bad:
      agencies:
      - id: cac-xa
        name: Các xã
        kind: group
        members:
        - {agency: ubnd-xa-dien-khanh, basis: assumed, until: 2026-06-30}
        - {agency: ubnd-xa-dien-khanh, basis: assumed, since: 2026-06-01}
    Good:
      agencies:
      - id: cac-xa
        name: Các xã
        kind: group
        members:
        - {agency: ubnd-xa-dien-khanh, basis: assumed, until: 2026-06-30}
        - {agency: ubnd-xa-dien-khanh, basis: assumed, since: 2026-10-01}
    """
    registry = workspace.registry
    for group in registry.rows:
        for earlier, later in _overlapping(group):
            message = f"nhóm {group.name}: {registry.name(later.agency)} ghi hai lần, chồng ngày nhau"
            where = Line("dòng trước ở dòng ", workspace.sources.line(earlier.at))
            yield Finding(later.at, message, "agency", hint="sửa since, until hoặc bỏ một dòng", line=where)
        for member in group.members:
            row = registry.get(member.agency)
            yield from _outside(member, row, group.name) if row is not None else ()


def _overlapping(group: AgencyRow) -> Iterator[tuple[Member, Member]]:
    """Pairs of items of one member with days in common; an agency listed twice without any day is harmless."""
    listed: dict[str, list[Member]] = defaultdict(list)
    for member in group.members:
        listed[member.agency].append(member)
    for items in listed.values():
        in_turn = sorted(items, key=lambda each: each.since or date.min) if any(map(_dated, items)) else []
        for earlier, later in pairwise(in_turn):
            if earlier.until is None or later.since is None or later.since <= earlier.until:
                yield earlier, later


def _dated(member: Member) -> bool:
    return member.since is not None or member.until is not None


def _outside(member: Member, row: AgencyRow, group: str) -> Iterator[Finding]:
    told = f"nhóm {group}: {row.name}"
    if member.since and row.since and member.since < row.since:
        days = f"vào nhóm từ {short_date(member.since)}, trước khi hoạt động ({short_date(row.since)})"
        yield Finding(member.at, f"{told} {days}", "since", hint="sửa ngày, hoặc bỏ since")
    if member.until and row.until and member.until > row.until:
        days = f"trong nhóm đến hết {short_date(member.until)}, sau ngày hoạt động cuối cùng ({short_date(row.until)})"
        yield Finding(member.at, f"{told} {days}", "until", hint="sửa ngày, hoặc bỏ until")
