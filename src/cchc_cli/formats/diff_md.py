"""An account of what differs → Markdown for a merge request's comment; data is escaped."""

from cchc_cli.answers.diff import Account
from cchc_cli.formats.table_md import escaped

_LONG = 15
_MOST = 60_000  # GitHub takes comments of 65,536 characters


def render(account: Account) -> str:
    """Summary and effect first; a long list of changes is folded, one too long for a comment is cut and says so."""
    head = [f"### {escaped(account.summary)}", "", escaped(account.sides)]
    for line in (*account.remarks, *account.effect):
        head += ["", f"**{escaped(line)}**" if line in account.effect else escaped(line)]
    body: list[str] = []
    plan = None
    for group in account.groups:
        if group.plan != plan:
            body += ["", f"#### {escaped(group.plan)}"]
            plan = group.plan
        if group.section is not None:
            body += ["", f"**{escaped(group.section)}**"]
        body += ["", *(f"- {escaped(line)}" for line in group.lines)]
    return "\n".join((*head, *_folded(_cut(body)))) + "\n"


def _folded(body: list[str]) -> list[str]:
    changes = sum(line.startswith("- ") for line in body)
    if changes <= _LONG:
        return body
    return ["", "<details>", f"<summary>Xem {changes} thay đổi</summary>", *body, "", "</details>"]


def _cut(body: list[str]) -> list[str]:
    size = 0
    for place, line in enumerate(body):
        size += len(line.encode()) + 1
        if size > _MOST:
            return [*body[:place], "", "… danh sách dài quá, phần còn lại xem bằng lệnh cchc diff."]
    return body
