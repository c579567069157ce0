"""The successors of an agency that ends must be other agencies of the registry, without a circle."""

from collections.abc import Iterator

from cchc_cli.checking.rules import Finding, Found, rule
from cchc_cli.checking.rules.nearest_ids import agency_hints
from cchc_cli.model import AgencyRow
from cchc_cli.plan.registry import Registry
from cchc_cli.plan.workspace import Workspace


@rule(
    "CC236",
    "Cơ quan kế tục ghi sai",
    "Việc còn lại của cơ quan đã thôi chuyển cho cơ quan kế tục; ghi sai thì không ai phải làm việc ấy.",
    shared=True,
)
def successors(workspace: Workspace) -> Found:
    """`successors` must name other agencies of the registry, no group, beside `until`; they must not form a circle.

    Bad:
      agencies:
      - {id: ubnd-xa-cu, name: UBND xã Cũ, kind: commune, until: 2026-06-30, successors: [ubnd-xa-dien-khan]}
    Good:
      agencies:
      - {id: ubnd-xa-cu, name: UBND xã Cũ, kind: commune, until: 2026-06-30, successors: [ubnd-xa-dien-khanh]}
    """
    registry = workspace.registry
    lost = frozenset[str]().union(*(plan.lost for plan in workspace.plans))
    for row in registry.rows:
        if row.successors and row.until is None:
            message = f"{row.name}: ghi cơ quan kế tục mà chưa ghi ngày hoạt động cuối cùng"
            yield Finding(row.at, message, "successors", hint="thêm until: ngày cuối cùng, như 2026-06-30")
        for place, heir in enumerate(row.successors):
            if heir not in lost:
                yield from _wrong(row, heir, place, registry)


def _wrong(row: AgencyRow, heir: str, place: int, registry: Registry) -> Iterator[Finding]:
    if heir not in registry:
        message, hint = f'{row.name}: không có cơ quan kế tục "{heir}"', agency_hints(registry).hint(heir)
    elif registry.is_group(heir):
        message, hint = f"{row.name}: {registry.name(heir)} là nhóm, không kế tục được", "ghi từng cơ quan"
    elif heir == row.id:
        message, hint = f"{row.name}: cơ quan kế tục là chính nó", "ghi cơ quan nhận việc còn lại"
    elif _leads_back(registry, heir, row.id):
        message, hint = f"{row.name}: kế tục vòng tròn qua {registry.name(heir)}", "bỏ một cơ quan kế tục trong vòng"
    else:
        return
    yield Finding(row.at, message, "successors", place, hint=hint)


def _leads_back(registry: Registry, start: str, goal: str) -> bool:
    """Whether the successors of an agency, and theirs, lead to another one."""
    seen: set[str] = set()
    waiting = [start]
    while waiting:
        each = waiting.pop()
        row = registry.get(each)
        if each == goal:
            return True
        if row is not None and each not in seen:
            seen.add(each)
            waiting += row.successors
    return False
