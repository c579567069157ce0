"""Problems → GitLab's Code Quality report (a JSON list, shown in merge requests)."""

from cchc_cli.formats.findings import Findings, advice
from cchc_cli.formats.fingerprints import fingerprints
from cchc_cli.formats.json_text import encoded
from cchc_cli.text.problems import Problem, Severity

_SEVERITIES = {Severity.ERROR: "major", Severity.WARNING: "minor", Severity.INFO: "info"}


def render(found: Findings) -> str:
    """One entry a problem; fingerprints stay when lines move, so that old findings are not shown as new."""
    known = fingerprints(found.problems, found.sources)
    return encoded([_entry(problem, mark, found) for problem, mark in zip(found.problems, known, strict=True)])


def _entry(problem: Problem, fingerprint: str, found: Findings) -> dict[str, object]:
    return {
        "description": advice(problem),
        "check_name": problem.code,
        "fingerprint": fingerprint,
        "severity": _SEVERITIES[problem.severity],
        "location": {
            "path": found.path(problem),
            "lines": {"begin": problem.span.line, "end": problem.span.end_line},
        },
    }
