"""Problems → JUnit XML, as GitLab and Jenkins show test results: one test for each problem, with its file and line."""

from collections import Counter
from re import compile as pattern
from typing import TYPE_CHECKING

from cchc_cli.formats.findings import Findings, advice
from cchc_cli.text.problems import Problem
from cchc_cli.wording.findings import SEVERITY

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_NOT_IN_XML = pattern("[^\t\n\r -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def render(found: Findings) -> str:
    """A test fails where its problem ends the run with 1; any other problem is a skipped test with its message.

    A file without problems is one test that passes. No two tests of a file have the same name. Names hold no line
    numbers, so that a finding keeps its name when lines are added or removed above it.
    """
    from xml.etree.ElementTree import Element, SubElement, indent, tostring

    suites = Element("testsuites")
    suite = SubElement(suites, "testsuite", name="cchc validate")
    named: Counter[tuple[str, str]] = Counter()
    for problem in found.problems:
        path, name = found.path(problem), f"{problem.code}: {problem.known}"
        named[path, name] += 1
        again = f" ({named[path, name]})" if named[path, name] > 1 else ""
        case = SubElement(suite, "testcase", _where(path), name=_text(name + again), line=str(problem.span.line))
        _tell(case, problem, found)
    for path in sorted({*found.files} - {problem.span.file for problem in found.problems}):
        SubElement(suite, "testcase", _where(found.above + path), name="cchc validate")
    for kind, tag in (("tests", "testcase"), ("failures", "failure"), ("skipped", "skipped")):
        suite.set(kind, str(sum(1 for _ in suite.iter(tag))))
    suite.set("errors", "0")
    indent(suites)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{tostring(suites, encoding="unicode")}\n'


def _where(path: str) -> dict[str, str]:
    return {"classname": _text(path), "file": _text(path)}


def _tell(case: "Element", problem: Problem, found: Findings) -> None:
    from xml.etree.ElementTree import SubElement

    told = SubElement(case, "failure" if found.decides(problem) else "skipped", message=_text(problem.message))
    told.set("type", SEVERITY[problem.severity])
    told.text = _text(f"{_place(problem, found)}: {advice(problem)}")


def _place(problem: Problem, found: Findings) -> str:
    return f"{found.path(problem)}:{problem.span.line}:{problem.span.column}"


def _text(text: str) -> str:
    """What XML may hold; any other character is shown by its number."""
    return _NOT_IN_XML.sub(lambda sign: f"\\x{ord(sign[0]):02x}", text)
