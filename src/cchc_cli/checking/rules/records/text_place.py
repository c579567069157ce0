"""A text must name a place as documents do."""

from cchc_cli.checking.rules import Finding, Found, rule
from cchc_cli.plan.plans import Plan
from cchc_cli.plan.workspace import Workspace
from cchc_cli.wording.places import is_place

_HINT = "tên chỗ chỉ gồm chữ không dấu, số và dấu chấm; xem các chỗ: cchc report TÊN --blanks"


@rule(
    "CC435",
    "Tên chỗ cần viết không dùng được",
    "Báo cáo tìm nội dung theo tên chỗ; tên sai thì lời đã viết không in ra ở đâu cả.",
)
def text_place(plan: Plan, workspace: Workspace) -> Found:  # noqa: ARG001
    """`place` of texts has letters without marks, digits and dots, at most 40 characters.

    Bad:
      tasks: [{id: I.1}]
      files:
        plan/2026/texts/2026-Q1.yaml: |
          - {place: III 1, text: Đã rõ.}
    Good:
      tasks: [{id: I.1}]
      files:
        plan/2026/texts/2026-Q1.yaml: |
          - {place: III.1, text: Đã rõ.}
    """
    for _, text in plan.records.texts:
        if not is_place(text.place):
            yield Finding(text.at, f'không có chỗ nào tên "{text.place}"', "place", hint=_HINT, ground=text.place)
