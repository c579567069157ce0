"""Examples of rules, checked: their problems, and rows whose lines and columns are known."""

from cchc_cli.checking.check import check
from cchc_cli.reading.load import load
from cchc_cli.text.problems import Problem
from examples import workspace_files

ROWS = "plan/2026/appendix/I.yaml"


def problems(example: str) -> tuple[Problem, ...]:
    return check(load(workspace_files(example))).problems


def found(code: str, example: str) -> list[Problem]:
    return [problem for problem in problems(example) if problem.code == code]


def section(rows: str, more: str = "") -> str:
    """An example whose section I is the given YAML, so that lines and columns are those of the text."""
    text = "\n".join(f"    {line}" for line in f"id: I\nnumber: I\ntitle: CẢI CÁCH\ntasks:\n{rows}".splitlines())
    return f"{more}\nfiles:\n  {ROWS}: |\n{text}\n"


def row(**given: str) -> str:
    """A sound row; every key on a line of its own, from line 5."""
    fields = {
        "id": "I.1",
        "number": '"1"',
        "title": "Rà soát văn bản",
        "products": "[Kế hoạch]",
        "schedule": "Tháng 6/2026",
        "assignment": "Sở Nội vụ chủ trì",
        "assignments": "[{agency: so-noi-vu, role: lead}]",
    } | given
    return "- " + "\n  ".join(f"{key}: {value}" for key, value in fields.items())


def places(code: str, example: str) -> list[tuple[int, int, int]]:
    """Line, first column and the column after the last, of every finding of the code."""
    return [(span.line, span.column, span.end_column) for span in (problem.span for problem in found(code, example))]


def messages(code: str, example: str) -> list[str]:
    return [problem.message for problem in found(code, example)]
