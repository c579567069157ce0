"""Inspections, filings and measurements must be of agencies of the registry."""

from collections.abc import Iterator

from cchc_cli.checking.rules import Finding, Found, rule
from cchc_cli.checking.rules.nearest_ids import agency_hints
from cchc_cli.plan.plans import Plan
from cchc_cli.plan.workspace import Workspace


@rule(
    "CC443",
    "Cuộc kiểm tra, báo cáo, số đo của cơ quan không có trong danh bạ",
    "Sai id thì cơ quan bị kể là chưa được kiểm tra, chưa gửi báo cáo; nhóm thì không biết là cơ quan nào.",
)
def agency_of_record(plan: Plan, workspace: Workspace) -> Found:
    """`agency` of inspections.yaml, filings.yaml and measurements.yaml is an agency, not a group.

    Bad:
      tasks: [{id: I.1}]
      filings: [{period: 2026-Q1, agency: ubnd-cap-xa, number: 45/BC-UBND, date: 2026-03-16}]
    Good:
      tasks: [{id: I.1}]
      filings: [{period: 2026-Q1, agency: ubnd-xa-dien-khanh, number: 45/BC-UBND, date: 2026-03-16}]
    """
    registry = workspace.registry
    if not registry.rows:
        return
    hints = agency_hints(registry)
    for at, agency in _named(plan):
        if registry.is_group(agency):
            message = f'"{agency}" là nhóm cơ quan'
            yield Finding(at, message, "agency", hint="ghi mỗi cơ quan một dòng", ground=agency)
        elif agency not in registry and agency not in plan.lost:
            yield Finding(at, f'không có cơ quan "{agency}"', "agency", hint=hints.hint(agency), ground=agency)


def _named(plan: Plan) -> Iterator[tuple[int, str]]:
    yield from ((each.at, each.agency) for each in plan.records.of_agencies)
    yield from ((each.at, each.agency) for each in plan.records.measurements if each.agency is not None)
