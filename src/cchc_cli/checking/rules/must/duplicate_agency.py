"""An agency must be in the registry only once."""

from cchc_cli.checking.rules import Finding, Found, rule
from cchc_cli.plan.workspace import Workspace
from cchc_cli.text.problems import Line


@rule(
    "CC207",
    "Cơ quan ghi hai lần trong danh bạ",
    "Hai dòng chung một id thì chỉ một dòng được dùng, tên và thành viên ghi ở dòng kia bị bỏ qua.",
    shared=True,
)
def duplicate_agency(workspace: Workspace) -> Found:
    """Flags the later of two rows of agencies.yaml with the same id, ignoring case.

    Bad:
      agencies: [{id: so-noi-vu, name: Sở Nội vụ và Lao động, kind: department}]
    Good:
      agencies: [{id: so-ngoai-vu, name: Sở Ngoại vụ, kind: department}]
    """
    first: dict[str, int] = {}
    for row in workspace.registry.rows:
        earlier = first.setdefault(row.id.casefold(), row.at)
        if earlier != row.at:
            where = Line("ở dòng ", workspace.sources.line(earlier))
            yield Finding(row.at, f'cơ quan "{row.id}" đã ghi', "id", hint="bỏ một dòng hoặc đổi id", line=where)
