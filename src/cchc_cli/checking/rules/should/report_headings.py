"""Headings of periodic reports should name what a plan has."""

from collections.abc import Iterator, Sequence

from cchc_cli.checking.rules import Finding, Found, rule
from cchc_cli.model import ReportSection, Settings
from cchc_cli.plan.plans import Plan
from cchc_cli.plan.workspace import Workspace
from cchc_cli.text.problems import Severity


@rule(
    "CC546",
    "Mục của báo cáo nêu nhiệm vụ hay chỉ tiêu không có",
    "Mục đó in ra không có số liệu, còn nhiệm vụ thì nằm ở mục khác.",
    Severity.WARNING,
    shared=True,
)
def report_headings(workspace: Workspace) -> Found:
    """`report_lead`, `report_parts` and `report_fields` name tasks and targets of the plan that has them.

    Those of settings.yaml are looked for in every plan.

    Bad:
      settings: {report_parts: [{title: Kiểm tra, tasks: [I.99]}]}
      tasks: [{id: I.1}]
    Good:
      settings: {report_parts: [{title: Kiểm tra, tasks: [I.1]}]}
      tasks: [{id: I.1}]
    """
    if workspace.absent:
        return
    yield from _unknown(workspace.settings, workspace.plans)
    for plan in workspace.plans:
        if plan.file.settings is not None:
            yield from _unknown(plan.file.settings, (plan,))


def _unknown(settings: Settings, plans: Sequence[Plan]) -> Iterator[Finding]:
    if not plans or any(plan.lost for plan in plans):
        return
    headings = (settings.report_lead, *(settings.report_parts or ()), *(settings.report_fields or ()))
    for heading in filter(None, headings):
        yield from _in_heading(heading, plans)


def _in_heading(heading: ReportSection, plans: Sequence[Plan]) -> Iterator[Finding]:
    named = (
        ("tasks", "nhiệm vụ", heading.tasks, _tasks),
        ("indicators", "chỉ tiêu", heading.indicators, _targets),
    )
    for key, word, ids, known_of in named:
        known = {each.upper() for plan in plans for each in known_of(plan)} if ids else set[str]()
        for item, each in enumerate(ids):
            if each.upper() not in known and _can_have(each, plans):
                yield Finding(heading.at, f'không có {word} "{each}"', key, item, hint="sửa id, hoặc bỏ đi")


def _can_have(identity: str, plans: Sequence[Plan]) -> bool:
    """Whether a plan has the section of an id: a section that is missing itself is another matter."""
    return any(identity.upper().startswith(f"{section.id.upper()}.") for plan in plans for section in plan.sections)


def _tasks(plan: Plan) -> Iterator[str]:
    for task in plan.tasks:
        yield task.id
        if task.parent is not None:
            yield task.parent.id


def _targets(plan: Plan) -> Iterator[str]:
    return (target.id for target, _, _ in plan.targets())
