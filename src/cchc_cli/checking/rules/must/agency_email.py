"""An agency's address must be one that a mail can be sent to."""

from re import compile as pattern

from cchc_cli.checking.rules import Finding, Found, rule
from cchc_cli.plan.workspace import Workspace

_ADDRESS = pattern(r"[A-Za-z0-9][A-Za-z0-9._%+-]*@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+")


@rule(
    "CC112",
    "Địa chỉ thư điện tử viết sai cách",
    "Công văn xuất thành thư (--format eml) được điền sẵn địa chỉ này; viết sai thì thư không đến nơi.",
    shared=True,
)
def agency_email(workspace: Workspace) -> Found:
    """One address, without a name or a second address beside it.

    Bad:
      agencies: [{id: so-y-te, name: Sở Y tế, kind: department, email: Văn thư Sở Y tế}]
    Good:
      agencies: [{id: so-y-te, name: Sở Y tế, kind: department, email: vanthu.syt@tinh-mau.example}]
    """
    for row in workspace.registry.rows:
        if row.email is not None and not _ADDRESS.fullmatch(row.email):
            message = f'"{row.email}" không phải là một địa chỉ thư điện tử'
            yield Finding(row.at, message, "email", hint="ghi một địa chỉ, như vanthu.syt@tinh-mau.example")
