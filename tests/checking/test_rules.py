"""Each rule flags its bad example and passes its good one; the tricky findings point at the right character."""

import re
from collections import Counter
from pathlib import Path

import pytest

import cchc_cli
from cchc_cli.answers import rules as described
from cchc_cli.checking.rules import Rule, every_rule, must_hold, must_hold_of_records, should_hold
from cchc_cli.checking.rules.reading import READING, Reading
from cchc_cli.reading.load import load
from cchc_cli.text.problems import Severity
from cchc_cli.text.yaml import parse
from findings import found, places, problems, row, section

RULES = every_rule()


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_rule_flags_its_bad_example_and_no_other_error(rule: Rule) -> None:
    codes = Counter(problem.code for problem in problems(rule.bad))
    assert codes[rule.code] >= 1
    assert all(p.code == rule.code for p in problems(rule.bad) if p.severity is Severity.ERROR)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_rule_passes_its_good_example(rule: Rule) -> None:
    assert not found(rule.code, rule.good)
    assert not [problem for problem in problems(rule.good) if problem.severity is Severity.ERROR]


def test_codes_are_given_once() -> None:
    codes = [*(rule.code for rule in RULES), *(each.code for each in READING)]
    assert len(codes) == len(set(codes))


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_rule_says_what_and_why_in_its_own_file(rule: Rule) -> None:
    assert rule.title
    assert rule.why.endswith(".")
    assert rule.bad != rule.good != ""
    assert rule.check.__module__.endswith(f".{rule.name}")


def test_rules_that_must_hold_are_errors_and_the_others_not() -> None:
    assert {rule.severity for rule in (*must_hold(), *must_hold_of_records())} == {Severity.ERROR}
    assert Severity.ERROR not in {rule.severity for rule in should_hold()}


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_message_names_the_task_first_and_is_one_sentence(rule: Rule) -> None:
    for problem in found(rule.code, rule.bad):
        assert problem.task is None or problem.message.startswith(problem.task)
        assert not problem.message.endswith(".")
        assert "\n" not in problem.message


@pytest.mark.parametrize("fault", [each for each in READING if each.code < "CC012"], ids=lambda fault: fault.code)
def test_fault_of_text_is_found_in_its_bad_example(fault: Reading) -> None:
    if fault.code == "CC002":
        old = {"plan/agencies.yaml": fault.bad.encode("latin-1")}
        assert [problem.code for problem in load(old).problems] == [fault.code]
    else:
        assert {each.code for each in parse(fault.bad).faults} == {fault.code}
    assert not parse(fault.good).faults


@pytest.mark.parametrize("fault", [each for each in READING if each.code > "CC1"], ids=lambda fault: fault.code)
def test_fault_of_shape_is_found_in_its_bad_example(fault: Reading) -> None:
    assert {problem.code for problem in problems(fault.bad) if problem.code < "CC2" or problem.code == "CC520"} == {
        fault.code
    }
    assert not found(fault.code, fault.good)


def test_every_code_of_the_program_is_described() -> None:
    sources = Path(cchc_cli.__file__).parent.rglob("*.py")
    named = {code for source in sources for code in re.findall(r'"(CC\d{3})"', source.read_text(encoding="utf-8"))}
    assert named == {each.code for each in described.every_code()}


def test_every_reported_code_has_its_page() -> None:
    page = described.page(described.every_code())
    for each in described.every_code():
        assert f"\n### {each.code}\n" in page
        assert all(words in page for words in (each.title, each.why, each.bad, each.good))
        told = described.text(each).replace("\n  ", "\n")
        assert all(words in told for words in (each.code, each.title, each.why, each.bad, each.good))


TRICKY = {
    "an agency, at its value": ("CC201", section(row(assignments="[{agency: so-x, role: lead}]")), [(11, 26, 30)]),
    "an agency of a milestone": (
        "CC201",
        section(row(milestones="[{id: I.1/1, schedule: Tháng 6/2026, assignments: [{agency: so-x, role: lead}]}]")),
        [(12, 75, 79)],
    ),
    "the later of two ids": ("CC203", section(row() + "\n" + row(id="i.1")), [(12, 7, 10)]),
    "a milestone's id given twice": (
        "CC203",
        section(row(milestones="[{id: I.1/1, schedule: Quý I/2026}, {id: I.1/1, schedule: Quý II/2026}]")),
        [(12, 56, 61)],
    ),
    "a condition, as an item of the list": (
        "CC204",
        section(row(schedule="{text: Sau khi ban hành, after: [I.1/9, su-kien]}")),
        [(9, 46, 51), (9, 53, 60)],
    ),
    "a milestone's id out of place": (
        "CC205",
        section(row(milestones="[{id: I.2/1, schedule: Quý I/2026}]")),
        [(12, 21, 26)],
    ),
    "an id with diacritics": ("CC205", section(row(id="I.đ")), [(5, 7, 10)]),
    "a term before it begins, by a field": (
        "CC301",
        section(row(schedule="{text: Theo quy định, start: 2026-06-30, due: 2026-06-01}")),
        [(9, 59, 69)],
    ),
    "unreadable words among fields": ("CC302", section(row(schedule="{text: Quý V/2026, after: []}")), [(9, 20, 30)]),
    "a day off, Tết by the calendar": (
        "CC305",
        section(
            row(schedule="Chậm nhất ngày 17/02/2026"),
            "calendar: {2026: {off: [{date: 2026-02-17, name: Tết Âm lịch, status: confirmed}]}}",
        ),
        [(9, 13, 38)],
    ),
    "words of a product": ("CC307", section(row(products="[Kế hoạch, Báo cáo trước ngày 30/6/2026]")), [(8, 32, 52)]),
    "a repeated term, not the good product": (
        "CC503",
        section(row(products="[Kế hoạch, Tháng 6/2026]")),
        [(8, 24, 36)],
    ),
    "a closing quote, not the balanced one before": ("CC507", section(row(title="Sổ tay “A” (mới)”")), [(7, 25, 27)]),
    "a bracket never closed": ("CC507", section(row(assignment="Sở Nội vụ chủ trì (cùng")), [(10, 33, 34)]),
    "a letter in loose marks": ("CC508", section(row(title="Đê\u0301n")), [(7, 11, 12)]),
    "a printed number": ("CC509", section(row(number="I")), [(6, 11, 12)]),
}


@pytest.mark.parametrize(("code", "example", "expected"), TRICKY.values(), ids=TRICKY)
def test_finding_points_where_a_person_would(code: str, example: str, expected: list[tuple[int, int, int]]) -> None:
    assert places(code, example) == expected
