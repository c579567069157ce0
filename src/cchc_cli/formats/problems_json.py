"""Problems → JSON (contract, section 5)."""

from collections import Counter
from typing import Any

from cchc_cli.formats.findings import Findings
from cchc_cli.formats.json_text import encoded
from cchc_cli.jsonview import envelope
from cchc_cli.problems import Problem, Severity


def render(found: Findings) -> str:
    """All problems and how many there are of each severity. `validate` asks no day, so there is no `as_of`."""
    counts = Counter(problem.severity for problem in found.problems)
    content = envelope(
        "validate",
        None,
        problems=[_problem(each) for each in found.problems],
        counts={severity.code: counts[severity] for severity in Severity},
    )
    return encoded(content)


def _problem(problem: Problem) -> dict[str, Any]:
    span = problem.span
    return {
        "code": problem.code,
        "severity": problem.severity.code,
        "message": problem.message,
        "hint": problem.hint,
        "file": span.file,
        "line": span.line,
        "column": span.column,
        "end_line": span.end_line,
        "end_column": span.end_column,
        "task": problem.task,
    }
