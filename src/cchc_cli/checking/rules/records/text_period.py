"""A file of texts must be named after a period."""

from cchc_cli.checking.rules import Finding, Found, rule
from cchc_cli.plan.plans import Plan
from cchc_cli.plan.workspace import Workspace
from cchc_cli.schedule import period


@rule(
    "CC438",
    "Tên tệp nội dung báo cáo không phải là kỳ",
    "Báo cáo của một kỳ tìm nội dung trong tệp mang tên kỳ đó; tên khác thì lời đã viết không in ra ở đâu cả.",
)
def text_period(plan: Plan, workspace: Workspace) -> Found:  # noqa: ARG001
    """The name of each file in texts/ is the id of a period, once a file.

    Bad:
      tasks: [{id: I.1}]
      files:
        plan/2026/texts/2026-quy-1.yaml: |
          - {place: III.1, text: Đã rõ.}
    Good:
      tasks: [{id: I.1}]
      files:
        plan/2026/texts/2026-Q1.yaml: |
          - {place: III.1, text: Đã rõ.}
    """
    for name, text in dict(reversed(plan.records.texts)).items():
        found = period(name, plan.settings.ends)
        if found is None or found.id != name:
            message = f'tệp texts/{name}.yaml: không có kỳ báo cáo "{name}"'
            yield Finding(text.at, message, hint="đổi tên tệp theo kỳ, như 2026-Q1.yaml, 2026-H1.yaml, 2026.yaml")
