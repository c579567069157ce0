"""An id of a target, indicator, event or amendment must name only one thing."""

from collections.abc import Iterator

from cchc_cli.checking.rules import Finding, Found, line, rule
from cchc_cli.plan.plans import Plan
from cchc_cli.plan.workspace import Workspace


@rule(
    "CC209",
    "Chỉ tiêu, sự kiện hoặc lần điều chỉnh trùng id",
    "Số đo, ngày xảy ra được ghi theo id; trùng id thì không biết ghi cho mục nào.",
)
def duplicate_target_or_event(plan: Plan, workspace: Workspace) -> Found:
    """Flags the later of two targets, indicators, events or amendments with the same id.

    Bad:
      tasks:
      - {id: I.1, targets: [{id: I.1-1, name: Tỷ lệ số hóa, comparator: ">=", value: 90, unit: "%"}]}
      - {id: I.2, targets: [{id: I.1-1, name: Tỷ lệ hài lòng, comparator: ">=", value: 80, unit: "%"}]}
    Good:
      tasks:
      - {id: I.1, targets: [{id: I.1-1, name: Tỷ lệ số hóa, comparator: ">=", value: 90, unit: "%"}]}
      - {id: I.2, targets: [{id: I.2-1, name: Tỷ lệ hài lòng, comparator: ">=", value: 80, unit: "%"}]}
    """
    first: dict[tuple[str, str], int] = {}
    for kind, identity, at in _marks(plan):
        earlier = first.setdefault((kind, identity), at)
        if earlier != at:
            where = line(workspace, earlier, "ở")
            yield Finding(at, f'{kind} "{identity}" đã ghi', "id", hint="đổi một trong hai id", line=where)


def _marks(plan: Plan) -> Iterator[tuple[str, str, int]]:
    for event in plan.file.events:
        yield "sự kiện", event.id, event.at
    for amendment in plan.file.amendments:
        yield "lần điều chỉnh", amendment.id, amendment.at
    for target, _, _ in plan.targets():
        yield "chỉ tiêu", target.id, target.at
    for indicator in plan.indicators:
        yield "chỉ tiêu", indicator.id, indicator.at
