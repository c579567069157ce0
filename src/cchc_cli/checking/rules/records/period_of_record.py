"""Filings and measurements must be of a period that exists."""

from cchc_cli.checking.rules import Finding, Found, rule
from cchc_cli.plan.plans import Plan
from cchc_cli.plan.workspace import Workspace
from cchc_cli.schedule import period


@rule(
    "CC444",
    "Kỳ báo cáo không có thật",
    "Báo cáo, số đo ghi sai kỳ thì không báo cáo nào tính đến.",
)
def period_of_record(plan: Plan, workspace: Workspace) -> Found:  # noqa: ARG001
    """`period` of filings.yaml and measurements.yaml is a period: 2026-Q1, 2026-H1, 2026-9M, 2026, 2026-03.

    Bad:
      tasks: [{id: I.1}]
      filings: [{period: 2026-Q5, agency: so-tu-phap, number: 45/BC-STP, date: 2026-03-16}]
    Good:
      tasks: [{id: I.1}]
      filings: [{period: 2026-Q1, agency: so-tu-phap, number: 45/BC-STP, date: 2026-03-16}]
    """
    named = [(each.at, each.period) for each in plan.records.filings]
    named += [(each.at, each.period) for each in plan.records.measurements if each.period is not None]
    for at, text in named:
        if period(text) is None:
            hint = "ghi như 2026-Q1, 2026-H1, 2026-9M, 2026, 2026-03"
            yield Finding(at, f'không có kỳ báo cáo "{text}"', "period", hint=hint)
