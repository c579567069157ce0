"""A place must have one text."""

from cchc_cli.checking.rules import Finding, Found, line, rule
from cchc_cli.plan.plans import Plan
from cchc_cli.plan.workspace import Workspace


@rule(
    "CC437",
    "Một chỗ có hai nội dung",
    "Hai nhánh cùng viết một chỗ thì gộp xong còn cả hai dòng; báo cáo chỉ in được một, phải chọn hoặc ghép lại.",
)
def text_twice(plan: Plan, workspace: Workspace) -> Found:
    """Flags the later of two texts of one period, place and agency, ignoring the case of the place.

    Bad:
      tasks: [{id: I.1}]
      files:
        plan/2026/texts/2026-Q1.yaml: |
          - {place: III.1, text: Đã rõ.}
          - {place: III.1, text: Chưa rõ.}
    Good:
      tasks: [{id: I.1}]
      files:
        plan/2026/texts/2026-Q1.yaml: |
          - {place: III.1, text: Đã rõ.}
          - {place: III.2.causes, text: Chưa rõ.}
    """
    first: dict[tuple[str, str, str | None], int] = {}
    for period, text in plan.records.texts:
        earlier = first.setdefault((period, text.place.upper(), text.agency), text.at)
        if earlier != text.at:
            hint = "giữ một dòng; cần cả hai thì ghép lại thành một nội dung"
            message = f"{text.place}: chỗ này đã có nội dung"
            yield Finding(text.at, message, "place", hint=hint, line=line(workspace, earlier, "ở"))
