"""Problems → JUnit XML, as GitLab and Jenkins show test results: one test for each file and rule."""

from collections.abc import Sequence
from itertools import groupby
from re import compile as pattern
from typing import TYPE_CHECKING

from cchc_cli.formats.findings import Findings, advice
from cchc_cli.text.problems import Problem
from cchc_cli.wording.findings import SEVERITY

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_NOT_IN_XML = pattern("[^\t\n\r -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def render(found: Findings) -> str:
    """A test fails where a problem ends the run with 1; other problems are tests left out, with what was found.

    A file without problems is one test that passes.
    """
    from xml.etree.ElementTree import Element, SubElement, indent, tostring

    suites = Element("testsuites")
    suite = SubElement(suites, "testsuite", name="cchc validate")
    for path in sorted({*found.files, *(problem.span.file for problem in found.problems)}):
        own = sorted((each for each in found.problems if each.span.file == path), key=lambda each: each.code)
        for code, same in groupby(own, key=lambda each: each.code):
            _told(SubElement(suite, "testcase", classname=_text(found.above + path), name=code), list(same), found)
        if not own:
            SubElement(suite, "testcase", classname=_text(found.above + path), name="cchc validate")
    for kind, tag in (("tests", "testcase"), ("failures", "failure"), ("skipped", "skipped")):
        suite.set(kind, str(sum(1 for _ in suite.iter(tag))))
    suite.set("errors", "0")
    indent(suites)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{tostring(suites, encoding="unicode")}\n'


def _told(case: "Element", problems: Sequence[Problem], found: Findings) -> None:
    from xml.etree.ElementTree import SubElement

    fails = any(found.decides(each) for each in problems)
    more = f" (và {len(problems) - 1} chỗ khác)" if len(problems) > 1 else ""
    told = SubElement(case, "failure" if fails else "skipped", message=_text(problems[0].message + more))
    told.set("type", SEVERITY[problems[0].severity])
    told.text = _text("\n".join(f"{_place(each, found)}: {advice(each)}" for each in problems))


def _place(problem: Problem, found: Findings) -> str:
    return f"{found.path(problem)}:{problem.span.line}:{problem.span.column}"


def _text(text: str) -> str:
    """What XML may hold; any other character is shown by its number."""
    return _NOT_IN_XML.sub(lambda sign: f"\\x{ord(sign[0]):02x}", text)
