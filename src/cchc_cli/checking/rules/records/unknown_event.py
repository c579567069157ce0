"""Events that have happened must be events of the plan."""

from cchc_cli.checking.rules import Finding, Found, rule
from cchc_cli.checking.rules.nearest_ids import name_hints
from cchc_cli.plan.plans import Plan
from cchc_cli.plan.workspace import Workspace


@rule(
    "CC403",
    "Sự kiện không có trong plan.yaml",
    "Ngày của sự kiện ghi sai id thì các hạn chờ sự kiện đó vẫn chờ mãi.",
)
def unknown_event(plan: Plan, workspace: Workspace) -> Found:  # noqa: ARG001
    """`event` of events.yaml names an event of plan.yaml.

    Bad:
      plan: {events: [{id: pci-2025, name: Công bố kết quả PCI năm 2025}]}
      events: [{event: pci-2024, date: 2026-05-05, recorded: 2026-05-06}]
    Good:
      plan: {events: [{id: pci-2025, name: Công bố kết quả PCI năm 2025}]}
      events: [{event: pci-2025, date: 2026-05-05, recorded: 2026-05-06}]
    """
    known = {event.id: None for event in plan.file.events}
    hints = name_hints(tuple(known), "thêm sự kiện này vào events của plan.yaml")
    for happening in plan.records.events:
        if happening.event not in known and happening.event not in plan.lost:
            message = f'kế hoạch không có sự kiện "{happening.event}"'
            yield Finding(happening.at, message, "event", hint=hints.hint(happening.event), ground=happening.event)
