"""Problems as text and as JUnit: an end to what is printed, a caret in its place, a test for each finding."""

from xml.etree import ElementTree

import pytest

from cchc_cli.formats import problems_junit, problems_text
from cchc_cli.formats.findings import Findings
from cchc_cli.text.problems import Problem, Severity, Span
from cchc_cli.text.sources import Sources

FILE = "plan/2026/appendix/I.yaml"


def problem(line: int, sentence: str = "thiếu khóa", columns: tuple[int, int] = (1, 2)) -> Problem:
    return Problem(Span(FILE, line, columns[0], line, columns[1]), "CC104", Severity.ERROR, sentence)


def found(*problems: Problem, text: str = "") -> Findings:
    sources = Sources()
    sources.add(FILE, text)
    return Findings(problems, sources, files=(FILE, "plan/agencies.yaml"))


def test_what_is_printed_has_an_end_and_says_how_to_see_the_rest() -> None:
    many = tuple(problem(line) for line in range(1, problems_text.MOST + 501))
    lines = problems_text.render(found(*many)).splitlines()
    assert len(lines) == problems_text.MOST + 1
    assert lines[-1].startswith("… và 500 phát hiện nữa.") and "--format json" in lines[-1]
    assert len(problems_text.render(found(*many[: problems_text.MOST])).splitlines()) == problems_text.MOST


@pytest.mark.parametrize(
    ("source", "columns", "shown"),
    [
        ("title: abc", (8, 11), ["title: abc", "       ^^^"]),
        ("a\u202eb: cd", (6, 8), ["a\\u202eb: cd", "          ^^"]),
        ("ab\u200bc", (3, 4), ["ab\\u200bc", "  ^^^^^^"]),
        ("x" * 300, (200, 203), None),
    ],
)
def test_the_caret_stands_under_what_is_shown(source: str, columns: tuple[int, int], shown: list[str] | None) -> None:
    text = problems_text.render(found(problem(1, columns=columns), text=source))
    line, caret = text.splitlines()[1:3]
    if shown is None:
        assert line.startswith("    …x") and caret.count("^") == 3 and len(caret) < len(line)
    else:
        assert [line, caret] == [f"    {each}" for each in shown]


def test_junit_has_a_test_for_each_finding_with_its_file_and_line() -> None:
    suite = ElementTree.fromstring(problems_junit.render(found(problem(3), problem(7), problem(9, "khóa lạ"))))
    cases = [dict(each.attrib) for each in suite.iter("testcase")]
    assert [each.get("line") for each in cases] == ["3", "7", "9", None]
    assert [each["file"] for each in cases] == [FILE, FILE, FILE, "plan/agencies.yaml"]
    assert len({(each["classname"], each["name"]) for each in cases}) == 4
    moved = ElementTree.fromstring(problems_junit.render(found(problem(13), problem(17), problem(19, "khóa lạ"))))
    assert [each.get("name") for each in moved.iter("testcase")] == [each["name"] for each in cases]
