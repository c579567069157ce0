"""A plan must be in the workspace once."""

from collections.abc import Hashable, Iterator

from cchc_cli.checking.rules import Finding, Found, rule
from cchc_cli.plan.plans import Plan
from cchc_cli.plan.workspace import Workspace
from cchc_cli.vietnamese.names import fold
from cchc_cli.vietnamese.paper import short_date


@rule(
    "CC230",
    "Một kế hoạch có ở hai thư mục",
    "Chép thư mục để lưu lại thì mọi con số tính hai lần: 21/30 thành 42/60 mà không ai hay.",
    shared=True,
)
def plan_twice(workspace: Workspace) -> Found:
    """Flags the later of two open plans of one issuer with the same number and day, or the same title and time.

    A closed plan is not counted, so it may stay beside the one that replaces it; nor is a draft, which counts nowhere.
    Bodies number their papers apart: two communes may each have a plan 05/KH-UBND of one day.

    Bad:
      plans: {2026 - Copy: {plan: {decision: {number: 1/QĐ-UBND}}}}
    Good:
      plans: {2026 - Copy: {plan: {closed: 2026-01-31, decision: {number: 1/QĐ-UBND}}}}
    """
    first: dict[Hashable, Plan] = {}
    for plan in sorted(workspace.plans, key=lambda each: each.name):
        twins = [(first.setdefault(key, plan), at, what) for key, at, what in _marks(plan)]
        twin, place, what = next((each for each in twins if each[0] is not plan), (None, (0, ""), ""))
        if twin is not None:
            message = f'kế hoạch "{plan.name}" cũng là kế hoạch "{twin.name}": cùng {what}'
            yield Finding(*place[:1], message, place[1], hint=_hint(plan, twin))


def _marks(plan: Plan) -> Iterator[tuple[Hashable, tuple[int, str], str]]:
    """What makes an open plan the same as another, where it is written, and its words."""
    file, decision = plan.file, plan.file.decision
    if not plan.is_open:
        return
    if decision is not None and decision.number and decision.date:
        number = "".join(decision.number.split()).upper()
        said = f"số {decision.number} ngày {short_date(decision.date)} của một cơ quan"
        yield ("number", plan.issuer, number, decision.date), (decision.at, "number"), said
    yield ("title", plan.issuer, plan.term, fold(file.title)), (file.at, "title"), "cơ quan ban hành, thời gian và tên"


def _hint(plan: Plan, twin: Plan) -> str:
    return (
        f"bản sao để lưu thì xóa hoặc chuyển ra ngoài plan/; bản đã thay thì ghi closed: NGÀY vào plan.yaml của nó; "
        f'chỉ xem một bản: --plan "{twin.name}" hoặc --plan "{plan.name}"'
    )
