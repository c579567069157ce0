"""An account of what differs → text for a terminal: a summary line, the effect, the changes by plan and section."""

from cchc_cli.answers.diff import Account


def render(account: Account) -> str:
    """One change a line, indented below its plan and section."""
    lines = [f"{account.summary}.", account.sides, *account.remarks, *account.effect]
    plan = None
    for group in account.groups:
        if group.plan != plan:
            lines += ["", group.plan]
            plan = group.plan
        indent = "  "
        if group.section is not None:
            lines.append(f"  {group.section}")
            indent = "    "
        lines += [f"{indent}{line}" for line in group.lines]
    return "\n".join(lines) + "\n"
