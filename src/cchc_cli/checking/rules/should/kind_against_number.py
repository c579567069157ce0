"""The kind of a plan's document must be the one that its number names."""

from cchc_cli.checking.rules import Finding, Found, rule
from cchc_cli.plan.plans import Plan
from cchc_cli.plan.workspace import Workspace
from cchc_cli.text.problems import Severity
from cchc_cli.wording.kinds import LETTERS, kind_of


@rule(
    "CC537",
    "Số văn bản và loại văn bản không khớp",
    "Số 45/KH-SNV là số của một kế hoạch; không ghi kind thì văn bản bị in và viện dẫn là quyết định.",
    Severity.WARNING,
)
def kind_against_number(plan: Plan, workspace: Workspace) -> Found:  # noqa: ARG001
    """Compares the letters after the stroke with `kind` of the decision, which is QUYẾT ĐỊNH unless it is written.

    Letters that the decree does not list, and kinds that it does not list, are not compared.

    Bad:
      plan: {decision: {number: 45/KH-SNV}}
    Good:
      plan: {decision: {kind: KẾ HOẠCH, number: 45/KH-SNV}}
    """
    decision = plan.file.decision
    if decision is None or not decision.number:
        return
    kind, named = decision.kind.upper(), kind_of(decision.number)
    if named and kind in LETTERS and named != kind:
        message = f"số {decision.number} là số của {named.lower()}, còn loại văn bản là {kind.lower()}"
        yield Finding(decision.at, message, "number", hint=f"ghi kind: {named} trong decision, hoặc sửa số")
