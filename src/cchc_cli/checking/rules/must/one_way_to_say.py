"""A plan states its time once, and its body in one way."""

from cchc_cli.checking.rules import Finding, Found, rule
from cchc_cli.plan.plans import PARTS, Plan
from cchc_cli.plan.workspace import Workspace


@rule(
    "CC110",
    "Thời gian hoặc các phần của kế hoạch ghi hai cách",
    "year và term, bốn phần quen thuộc và parts loại trừ nhau; ghi cả hai thì không biết theo cách nào.",
)
def one_way_to_say(plan: Plan, workspace: Workspace) -> Found:  # noqa: ARG001
    """Flags `year` beside `term`, `parts` beside one of the four usual parts, and a term that ends before it starts.

    Bad:
      plan: {term: {start: 2026-07-01, end: 2026-12-31}}
    Good:
      plan: {year: 2026}
    """
    file = plan.file
    if file.year is not None and file.term is not None:
        message = "kế hoạch ghi cả year và term"
        hint = "bỏ term nếu kế hoạch làm trọn một năm; bỏ year nếu làm nửa năm, nhiều năm"
        yield Finding(file.at, message, "term", hint=hint)
    if file.term is not None and file.term.end < file.term.start:
        yield Finding(file.term.at, "kế hoạch kết thúc trước khi bắt đầu", "end", hint="sửa start hoặc end")
    usual = [name for name in PARTS if getattr(file, name) is not None]
    if file.parts and usual:
        message = f"thân kế hoạch ghi cả parts và {', '.join(usual)}"
        yield Finding(file.at, message, "parts", hint=f"chuyển {', '.join(usual)} vào parts, theo thứ tự in")
