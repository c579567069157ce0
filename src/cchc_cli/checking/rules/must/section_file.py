"""An appendix is divided into sections, each with its own file, or is one file without a section."""

from cchc_cli.checking.rules import Finding, Found, rule
from cchc_cli.checking.rules.rows import is_unread
from cchc_cli.model import TASKS, SectionFile
from cchc_cli.plan.plans import Plan
from cchc_cli.plan.workspace import Workspace

_KEYS = ("id", "number", "title")
_SHAPE = (SectionFile,)


@rule(
    "CC111",
    "Lĩnh vực thiếu id, số hoặc tên",
    "Phụ lục chia lĩnh vực thì mỗi lĩnh vực một tệp có id, number, title; không chia thì chỉ có tệp tasks.yaml không "
    "ghi ba khóa đó. Lẫn lộn thì không biết nhiệm vụ thuộc đâu.",
)
def section_file(plan: Plan, workspace: Workspace) -> Found:
    """Flags a section without `id`, `number` or `title`, and tasks.yaml beside files of sections.

    Bad:
      files: {plan/2026/appendix/I.yaml: "{id: I, title: CẢI CÁCH THỂ CHẾ, tasks: []}"}
    Good:
      files: {plan/2026/appendix/I.yaml: "{id: I, number: I, title: CẢI CÁCH THỂ CHẾ, tasks: []}"}
    """
    sources = workspace.sources
    for section in plan.sections:
        if section.id != TASKS and section.number and section.title:
            continue  # finding the place of each key takes long
        given = sources.keys(section.at) & set(_KEYS)
        if sources.path(section.at).endswith(f"/{TASKS}.yaml") and not given:
            if len(plan.sections) > 1:
                message = "phụ lục vừa có tasks.yaml vừa có tệp lĩnh vực"
                hint = "chuyển nhiệm vụ vào các lĩnh vực rồi xóa tệp này, hoặc ngược lại"
                yield Finding(section.at, message, hint=hint)
            continue
        lacking = [key for key in _KEYS if key not in given and not is_unread(sources, section.at, key, shapes=_SHAPE)]
        if lacking:
            named = ", ".join(lacking)
            hint = f"thêm {named}; phụ lục không chia lĩnh vực thì chỉ có tệp {TASKS}.yaml"
            yield Finding(section.at, f"lĩnh vực thiếu {named}", hint=hint)
