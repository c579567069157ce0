"""The problems that stop a command, one line each, for stderr."""

from cchc_cli.problems import Problem

MOST = 20


def problem_lines(problems: tuple[Problem, ...]) -> str:
    """`path:line:column: error CODE: message`, the first twenty."""
    lines = [
        f"{each.span.file}:{each.span.line}:{each.span.column}: {each.severity.code} {each.code}: {each.message}"
        + (f"\n    → {each.hint}" if each.hint else "")
        for each in problems[:MOST]
    ]
    rest = len(problems) - MOST
    return "\n".join(lines) + (f"\n… và {rest} lỗi nữa" if rest > 0 else "")
