"""An agency's own text must name an agency of the registry."""

from cchc_cli.checking.rules import Finding, Found, rule
from cchc_cli.checking.rules.nearest_ids import agency_hints
from cchc_cli.plan.plans import Plan
from cchc_cli.plan.workspace import Workspace


@rule(
    "CC436",
    "Cơ quan của nội dung báo cáo không có trong danh bạ",
    "Sai id thì lời của cơ quan không in trong báo cáo của cơ quan nào, cũng không đưa ra tham khảo.",
)
def text_agency(plan: Plan, workspace: Workspace) -> Found:
    """`agency` of texts must be an agency, not a group.

    Bad:
      tasks: [{id: I.1}]
      files:
        plan/2026/texts/2026-Q1.yaml: |
          - {place: III.1, agency: so-noi-vu-2, text: Đã rõ.}
    Good:
      tasks: [{id: I.1}]
      files:
        plan/2026/texts/2026-Q1.yaml: |
          - {place: III.1, agency: so-noi-vu, text: Đã rõ.}
    """
    registry = workspace.registry
    own = [text for _, text in plan.records.texts if text.agency is not None]
    if not own or not registry.rows:
        return
    hints = agency_hints(registry)
    for text in own:
        agency = text.agency or ""
        if registry.is_group(agency):
            message = f'{text.place}: "{agency}" là nhóm, không viết báo cáo'
            yield Finding(text.at, message, "agency", hint="ghi cho từng cơ quan thành viên", ground=agency)
        elif agency not in registry and agency not in plan.lost:
            message = f'{text.place}: không có cơ quan "{agency}"'
            yield Finding(text.at, message, "agency", hint=hints.hint(agency), ground=agency)
