"""Problems → SARIF 2.1.0 (OASIS), for GitHub's code scanning and other readers of findings."""

from cchc_cli import __version__
from cchc_cli.answers import rules as described
from cchc_cli.answers.rules import CodeWords
from cchc_cli.formats.findings import Findings, advice
from cchc_cli.formats.fingerprints import fingerprints
from cchc_cli.formats.json_text import encoded
from cchc_cli.text.problems import Problem, Severity, Span

_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
_ROOT = "SRCROOT"


def render(found: Findings) -> str:
    """One run: every rule, every problem, and those waived as suppressed results."""
    rules = described.every_code()
    driver = {
        "name": "cchc",
        "version": __version__,
        "semanticVersion": __version__,
        "language": "vi",
        "rules": [_rule(each) for each in rules],
    }
    run = {
        "tool": {"driver": driver},
        "language": "vi",
        "columnKind": "unicodeCodePoints",
        "newlineSequences": ["\r\n", "\n", "\r"],
        "originalUriBaseIds": {_ROOT: {"description": {"text": "Thư mục gốc của kho git"}}},
        "results": _results(found, {each.code: place for place, each in enumerate(rules)}),
    }
    schema = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
    return encoded({"$schema": schema, "version": "2.1.0", "runs": [run]})


def _rule(rule: CodeWords) -> dict[str, object]:
    return {
        "id": rule.code,
        "name": rule.title,
        "shortDescription": {"text": rule.title},
        "fullDescription": {"text": rule.why},
        "help": {"text": described.text(rule), "markdown": described.markdown(rule)},
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
    }


def _results(found: Findings, places: dict[str, int]) -> list[dict[str, object]]:
    """Every result has `suppressions`, an empty list where it is not suppressed (SARIF 2.1.0, 3.27.23)."""
    listed: list[tuple[Problem, list[dict[str, str]]]] = [(problem, []) for problem in found.problems]
    listed += [(problem, [{"kind": "external", "justification": reason}]) for problem, reason in found.waived]
    known = fingerprints([problem for problem, _ in listed], found.sources)
    return [
        {
            "ruleId": problem.code,
            "ruleIndex": places[problem.code],
            "level": _LEVELS[problem.severity],
            "message": {"text": advice(problem)},
            "locations": [_location(found.path(problem), problem.span)],
            "partialFingerprints": {"cchc/v1": mark},
            "suppressions": suppressions,
        }
        for (problem, suppressions), mark in zip(listed, known, strict=True)
    ]


def _location(path: str, span: Span) -> dict[str, object]:
    from urllib.parse import quote

    region = {
        "startLine": span.line,
        "startColumn": span.column,
        "endLine": span.end_line,
        "endColumn": span.end_column,
    }
    artifact = {"uri": quote(path, safe="/", errors="surrogateescape"), "uriBaseId": _ROOT}
    return {"physicalLocation": {"artifactLocation": artifact, "region": region}}
