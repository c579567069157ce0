"""Problems → workflow commands of GitHub Actions, which it shows as annotations of the changed lines."""

from cchc_cli.formats.findings import Findings, advice
from cchc_cli.text.problems import Problem, Severity

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}
_DATA = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A"})
_PROPERTY = _DATA | str.maketrans({":": "%3A", ",": "%2C"})


def render(found: Findings) -> str:
    """One command a line."""
    return "".join(f"{_command(problem, found)}\n" for problem in found.problems)


def _command(problem: Problem, found: Findings) -> str:
    span = problem.span
    properties: dict[str, object] = {"file": found.path(problem), "line": span.line, "endLine": span.end_line}
    if span.line == span.end_line:  # GitHub takes columns only within one line
        properties |= {"col": span.column, "endColumn": span.end_column}
    properties["title"] = problem.code
    given = ",".join(f"{key}={str(value).translate(_PROPERTY)}" for key, value in properties.items())
    return f"::{_COMMANDS[problem.severity]} {given}::{advice(problem).translate(_DATA)}"
