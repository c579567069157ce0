"""Every name in a role column must be that of one agency."""

from collections.abc import Iterator

from cchc_cli.checking.rules import Finding, Found, rule
from cchc_cli.checking.rules.nearest_ids import Hints
from cchc_cli.checking.rules.rows import rows
from cchc_cli.model import ROLE_CELLS, Former, TaskRow
from cchc_cli.plan.plans import Plan
from cchc_cli.plan.registry import Registry
from cchc_cli.plan.roles import unwritten
from cchc_cli.plan.workspace import Workspace

_BESIDE = "việc riêng của từng cơ quan thì ghi ở assignments, words là đoạn chữ này"


@rule(
    "CC220",
    "Tên cơ quan trong cột không tìm được trong danh bạ",
    "Vai trò đọc từ tên in trong cột; tên không ai có, hoặc nhiều cơ quan cùng có, thì việc không biết giao cho ai.",
)
def unknown_name(plan: Plan, workspace: Workspace) -> Found:
    """Flags a name in `lead`, `coordinate` or `perform` that no agency has, or several have.

    Words that `assignments` give to an agency are not read. Names need not be typed as in the registry
    (docs/promises.md#role-columns).

    Bad:
      plan: {appendix: {label: "", title: "", note: "", columns: [TT, Nhiệm vụ, Sản phẩm, Thời hạn, Chủ trì]}}
      tasks: [{id: I.1, lead: Sở Tư phái, assignment: null, assignments: []}]
    Good:
      plan: {appendix: {label: "", title: "", note: "", columns: [TT, Nhiệm vụ, Sản phẩm, Thời hạn, Chủ trì]}}
      tasks: [{id: I.1, lead: Sở Tư pháp, assignment: null, assignments: []}]
    """
    registry = workspace.registry
    if not registry.rows:
        return
    hints = Hints(lambda name: _hint(name, registry), f"thêm tên này vào plan/agencies.yaml; {_BESIDE}")
    for row in rows(plan):
        versions: tuple[TaskRow | Former, ...] = (row, *row.former)
        for version in versions:
            for key, words in _strange(version, registry):
                several = len(registry.ids(words)) > 1
                said = "nhiều cơ quan có tên" if several else "không có cơ quan tên"
                yield Finding(
                    version.at, f"{row.id}: {said} “{words}”", key, words=words, hint=hints.hint(words), task=row.id,
                    ground=words,
                )  # fmt: skip


def _strange(version: TaskRow | Former, registry: Registry) -> Iterator[tuple[str, str]]:
    for key, role in ROLE_CELLS.items():
        for text in unwritten(getattr(version, key), role, version.assignments or ()):
            for words in registry.cell(text).strange:
                yield key, words


def _hint(name: str, registry: Registry) -> str:
    from cchc_cli.vietnamese.names import Several, Unknown

    found = registry.find(name)
    if isinstance(found, Several):
        return "ghi rõ một trong: " + ", ".join(map(registry.name, found.ids))
    near = found.nearest if isinstance(found, Unknown) else ()
    if near:
        return f"gần nhất: {', '.join(map(registry.name, near))}; {_BESIDE}"
    return f"thêm cơ quan này hoặc tên gọi này (aliases) vào plan/agencies.yaml; {_BESIDE}"
