"""The problems that stop a command, one line each, for stderr."""

from cchc_cli.formats.problems_text import advice, headline
from cchc_cli.text.problems import Problem

MOST = 20


def problem_lines(problems: tuple[Problem, ...]) -> str:
    """The first twenty, each with what to do about it."""
    lines = [line for each in problems[:MOST] for line in (headline(each), *advice(each))]
    rest = len(problems) - MOST
    return "\n".join((*lines, *((f"… và {rest} lỗi nữa",) if rest > 0 else ())))
