"""A committee that issues papers must have its place in its full name."""

from cchc_cli.checking.rules import Finding, Found, rule
from cchc_cli.plan.workspace import Workspace
from cchc_cli.text.problems import Severity

_BARE = ("Ủy ban nhân dân tỉnh", "Ủy ban nhân dân thành phố")


@rule(
    "CC535",
    "Ủy ban nhân dân chưa có tên đầy đủ",
    "Văn bản in tên chính thức, đầy đủ của cơ quan ban hành (NĐ 30/2020/NĐ-CP, Phụ lục I).",
    Severity.WARNING,
    shared=True,
)
def committee_without_place(workspace: Workspace) -> Found:
    """Checks the People's Committee of the province, if a plan or the settings name it as the issuer.

    Its `full` name, or one alias, must tell the place: "UBND tỉnh" alone does not.

    Bad:
      agencies: [{id: ubnd-tinh, name: UBND tỉnh, kind: council}]
      settings: {issuer: ubnd-tinh}
    Good:
      agencies: [{id: ubnd-tinh, name: UBND tỉnh, full: Ủy ban nhân dân tỉnh Khánh Hòa, kind: council}]
      settings: {issuer: ubnd-tinh}
    """
    issuers = {workspace.settings.issuer, *(plan.issuer for plan in workspace.plans)}
    for row in workspace.registry.rows:
        if row.id in issuers and row.kind == "council" and workspace.registry.full(row.id) in _BARE:
            hint = f"ghi thêm full: {workspace.registry.full(row.id)} … (tên riêng, viết hoa như trong câu)"
            yield Finding(row.at, f"{row.name} chưa có tên đầy đủ để in trong văn bản", "name", hint=hint)
