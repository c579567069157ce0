"""No plan may stand under itself through other plans."""

from cchc_cli.checking.rules import Finding, Found, rule
from cchc_cli.checking.rules.circles import circles
from cchc_cli.plan.links import plans_by_name
from cchc_cli.plan.workspace import Workspace


@rule(
    "CC229",
    "Các kế hoạch thuộc lẫn nhau",
    "Kế hoạch này thuộc kế hoạch kia, kế hoạch kia lại thuộc kế hoạch này thì không biết kế hoạch nào là cấp trên.",
    shared=True,
)
def circular_plans(workspace: Workspace) -> Found:
    """Flags plans whose `under` leads back to them. A circle is reported once, at its start.

    Bad:
      plan: {under: xa}
      plans: {xa: {plan: {under: "2026"}}}
    Good:
      plans: {xa: {plan: {under: "2026"}}}
    """
    plans = plans_by_name(workspace)
    ways = {name: [above] for name, each in plans.items() if (above := each.file.under) and above != name}
    for circle in circles(ways):
        file, path = plans[circle[0]].file, " → ".join((*circle, circle[0]))
        yield Finding(file.at, f"các kế hoạch thuộc lẫn nhau: {path}", "under", hint="bỏ under ở một kế hoạch")
