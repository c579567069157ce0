"""Each rule for changes flags its bad example and passes its good one; more cases beyond the examples."""

import pytest

from cchc_cli.checking.check import check
from cchc_cli.checking.comparison import changed
from cchc_cli.checking.rules import Rule, every_rule, hold_between
from cchc_cli.checking.rules.reading import READING
from cchc_cli.reading.load import load
from cchc_cli.text.problems import Problem, Severity
from examples import compared_files

RULES = hold_between()


def problems(example: str) -> tuple[Problem, ...]:
    before, now = map(load, compared_files(example))
    return changed(before, now)


def codes(example: str) -> list[str]:
    return [problem.code for problem in problems(example)]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_rule_flags_its_bad_example_and_no_other(rule: Rule) -> None:
    assert codes(rule.bad) == [rule.code]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_rule_passes_its_good_example(rule: Rule) -> None:
    assert codes(rule.good) == []


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_examples_are_sound_by_themselves(rule: Rule) -> None:
    for example in (rule.bad, rule.good):
        for files in compared_files(example):
            wrong = [each for each in check(load(files)).problems if each.severity is Severity.ERROR]
            assert not wrong


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_rule_says_what_and_why_in_its_own_file(rule: Rule) -> None:
    assert rule.title
    assert rule.why.endswith(".")
    assert rule.check.__module__.endswith(f".{rule.name}")
    (problem,) = problems(rule.bad)
    assert problem.hint
    assert not problem.message.endswith(".")
    assert problem.task is None or problem.message.startswith(problem.task)


def test_codes_are_given_once() -> None:
    given = [*(rule.code for rule in (*RULES, *every_rule())), *(each.code for each in READING)]
    assert len(given) == len(set(given))


SWAPPED = """
before: {tasks: [{id: I.1, title: Rà soát quy chế làm việc}, {id: I.2, title: Mở hội nghị đối thoại doanh nghiệp}]}
now: {tasks: [{id: I.2, title: Rà soát quy chế làm việc}, {id: I.1, title: Mở hội nghị đối thoại doanh nghiệp}]}
"""
SHIFTED = """
before: {tasks: [{id: I.1, title: Rà soát quy chế}, {id: I.2, title: Mở hội nghị đối thoại}]}
now:
  tasks:
  - {id: I.1, title: Lập đề án vị trí việc làm}
  - {id: I.2, title: Rà soát quy chế}
  - {id: I.3, title: Mở hội nghị đối thoại}
"""
ENTRY = "{task: I.1, status: in_progress, recorded: 2026-03-02}"
BLOCK = "{recorded: 2026-03-02, task: I.1, status: in_progress}"
EXTENDED = (
    "{task: I.1, action: extend, to: 2026-09-30, recorded: 2026-05-06, document: {number: 5/QĐ-UBND, date: 2026-05-04}}"
)
AMENDED = "plan: {amendments: [{id: sua-1, number: 9/QĐ-UBND, date: 2026-05-04, title: Điều chỉnh}]}"


@pytest.mark.parametrize(
    ("example", "expected"),
    [
        ("tasks: [{id: I.1}]\nbefore: {}\nnow: {}", []),
        (SWAPPED, ["CC214"]),
        (SHIFTED, ["CC214"]),
        ("before: {tasks: [{id: I.1}]}\nnow: {tasks: [{id: i.1}]}", []),
        ("before: {tasks: [{id: I.1}]}\nnow: {tasks: [{id: I.1}, {id: I.2}]}", ["CC239"]),
        ("before: {plan: {draft: true}, tasks: [{id: I.1}]}\n"
         "now: {plan: {draft: true}, tasks: [{id: I.1}, {id: I.2}]}", []),
        ("before: {tasks: [{id: I.1}]}\nnow: {tasks: [{id: I.1}, {id: I.2, tasks: [{id: I.2.1}]}]}", ["CC239"]),
        ("before:\n  tasks:\n  - id: I.1\n"
         "    milestones: [{id: I.1/1, schedule: Tháng 5/2026}, {id: I.1/2, schedule: Tháng 6/2026}]\n"
         "now: {tasks: [{id: I.1, milestones: [{id: I.1/1, schedule: Tháng 5/2026}]}]}", ["CC213"]),
        ("before: {tasks: [{id: I.1, tasks: [{id: I.1.1}, {id: I.1.2}, {id: I.1.3}]}, {id: I.2}]}\n"
         "now: {tasks: [{id: I.2}]}", ["CC213"]),
        ("before: {sections: [{id: I, tasks: [{id: I.1}]}, {id: II, tasks: [{id: II.1}, {id: II.2}]}]}\n"
         "now: {sections: [{id: I, tasks: [{id: I.1}]}]}", ["CC213"]),
        ("before: {tasks: [{id: I.1, schedule: Tháng 6/2026}]}\n"
         "now: {tasks: [{id: I.1, schedule: {text: Tháng 6/2026, condition: khi có kinh phí}}]}", ["CC309"]),
        ("before: {tasks: [{id: I.1, schedule: Tháng 6/2026}]}\nnow: {tasks: [{id: I.1, schedule: Tháng  06/2026}]}",
         ["CC309"]),
        ("before: {tasks: [{id: I.1, schedule: Tháng 6/2026}]}\n"
         f"now: {{tasks: [{{id: I.1, schedule: Tháng 9/2026}}], deadlines: [{EXTENDED}]}}", []),
        ("before: {tasks: [{id: I.1, schedule: Thang 6/2026}]}\nnow:\n  tasks: [{id: I.1, schedule: Tháng 6/2026}]\n"
         "  plan: {corrections: [{printed: Thang, corrected: Tháng, place: I.1}]}", []),
        (f"{AMENDED}\nbefore: {{tasks: [{{id: I.1, products: [Báo cáo năm]}}]}}\n"
         "now: {tasks: [{id: I.1, products: [Đề án], former: [{changed_by: sua-1, products: [Báo cáo năm]}]}]}", []),
        ("before: {tasks: [{id: I.1, products: [Báo cáo năm]}]}\nnow: {tasks: [{id: I.1, products: [Đề án]}]}",
         ["CC521"]),
        ("before: {tasks: [{id: I.1}]}\n"
         "now: {tasks: [{id: I.1, assignment: Sở Tư pháp chủ trì, assignments: [{agency: so-tu-phap, role: lead}]}]}",
         ["CC521"]),
        (f"tasks: [{{id: I.1}}]\nbefore: {{entries: {{so-noi-vu: [{ENTRY}]}}}}\n"
         f"now: {{entries: {{so-noi-vu: [{BLOCK}]}}}}", []),
        (f"tasks: [{{id: I.1}}]\nbefore: {{entries: {{so-noi-vu: [{ENTRY}, {ENTRY}]}}}}\n"
         f"now: {{entries: {{so-noi-vu: [{ENTRY}]}}}}", []),
        (f"tasks: [{{id: I.1}}]\nbefore: {{entries: {{so-noi-vu: [{ENTRY}, {ENTRY}]}}}}\nnow: {{}}", ["CC425"]),
        (f"tasks: [{{id: I.1}}]\nbefore: {{deadlines: [{EXTENDED}]}}\nnow: {{}}", ["CC425"]),
        ("plan: {events: [{id: pci, name: Công bố PCI}]}\n"
         "before: {events: [{event: pci, date: 2026-05-05, recorded: 2026-05-06}]}\n"
         "now: {events: [{event: pci, date: 2026-05-07, recorded: 2026-05-06}]}", ["CC425"]),
        (f"tasks: [{{id: I.1, assignments: [{{agency: so-noi-vu, role: lead}}, {{agency: so-tu-phap, role: perform}}, "
         f"{{agency: so-tai-chinh, role: perform}}]}}]\nbefore: {{entries: {{so-tu-phap: [{ENTRY}]}}}}\n"
         f"now: {{entries: {{so-tai-chinh: [{ENTRY}]}}}}", ["CC425", "CC426"]),
        (f"tasks: [{{id: I.1, assignments: [{{agency: ubnd-cap-xa, role: lead}}]}}]\nbefore: {{}}\n"
         f"now: {{entries: {{ubnd-xa-dien-khanh: [{ENTRY}]}}}}", []),
        ("tasks: [{id: I.1}]\n"
         "before: {snapshots: {2026-Q1: {period: 2026-Q1, as_of: 2026-03-14, recorded: 2026-03-16, counts: {later: 1}"
         "}}}\nnow: {}", ["CC427"]),
    ],
)  # fmt: skip
def test_what_a_comparison_finds(example: str, expected: list[str]) -> None:
    assert codes(example) == expected


DUTY = "plan: {organisation: {items: [{number: a, text: Mở lớp tập huấn"
TARGET = "{id: A, name: Tỷ lệ, comparator: '>=', value: 95, unit: '%'}"
MILESTONES = "milestones: [{id: I.1/1, schedule: Tháng 5/2026}, {id: I.1/2, schedule: Trong năm 2026}]"
GROUP = "{id: nhom, name: Nhóm, kind: group, members: ["
MEMBER = "{agency: so-noi-vu, basis: QĐ 1}"
OFF = "{date: 2026-01-02, name: Nghỉ bù, basis: TB 1, status: confirmed}"


@pytest.mark.parametrize(
    ("before", "now", "code", "told"),
    [
        ("tasks: [{id: I.1, assignment: Sở Nội vụ chủ trì năm 2026}]",
         "tasks: [{id: I.1, assignment: Sở Nội vụ chủ trì năm 2025}]", "CC521", "“trì năm 2026” → “trì năm 2025”"),
        (f"tasks: [{{id: I.1, schedule: Tháng 5/2026; trong năm 2026, {MILESTONES}}}]",
         f"tasks: [{{id: I.1, schedule: Tháng -5/2026; trong năm 2026, {MILESTONES}}}]", "CC309", "cột tiến độ"),
        ("plan: {decision: {bases: [Luật A, Luật B ngày 1/1/2020]}}",
         "plan: {decision: {bases: [Luật A, Luật B ngày 1/1/2021]}}", "CC522", "1/1/2021"),
        ("plan: {decision: {number: 1/QĐ-UBND}}", "plan: {decision: {number: 2/QĐ-UBND}}", "CC522", "2/QĐ-UBND"),
        ("plan: {appendix: {columns: [TT, Sản phẩm, Tiến độ]}}", "plan: {appendix: {columns: [TT, Sản phẩm Tiến độ]}}",
         "CC522", "Tiến độ"),
        ("plan: {objectives: {items: [{number: a, text: Đủ}, {number: b, text: Đúng}]}}",
         "plan: {objectives: {items: [{number: b, text: Đúng}]}}", "CC522", "không còn “Đủ”"),
        ("sections: [{id: I, title: THỂ CHẾ}]", "sections: [{id: I, title: BỘ MÁY}]", "CC522", "BỘ MÁY"),
        (DUTY + ", task: {id: body.IV.a, assignments: [{agency: so-noi-vu, role: lead, words: Mở}]}}]}}", DUTY + "}]}}",
         "CC213", "body.IV.a: không còn trong kế hoạch"),
        (f"tasks: [{{id: I.1, targets: [{TARGET}]}}]", "tasks: [{id: I.1}]", "CC523", "I.1: chỉ tiêu A không còn"),
        (f"tasks: [{{id: I.1, targets: [{TARGET}]}}]",
         "tasks: [{id: I.1, targets: [" + TARGET.replace("}", ", by: 2026-06-30}]}]"), "CC523", "ngày phải đạt"),
        (f"plan: {{objectives: {{items: [{{number: a, text: Đủ, targets: [{TARGET}]}}]}}}}",
         "plan: {objectives: {items: [{number: a, text: Đủ}]}}", "CC523", "chỉ tiêu A không còn (ít nhất 95%)"),
        ("agencies: [{id: so-y-te, name: Sở Y tế, kind: department}]",
         "agencies: [{id: so-yt, name: Sở Y tế, kind: department}]", "CC215", "nay mang id so-yt"),
        ("agencies: [{id: so-y-te, name: Sở Y tế, kind: department}]", "", "CC215", "không còn trong danh bạ"),
        ("calendar: {2026: {off: []}, 2027: {off: []}}", "calendar: {2026: {off: []}}", "CC312", "không còn năm 2027"),
        (f"calendar: {{2026: {{off: [{OFF}], work: [2026-01-10]}}}}", f"calendar: {{2026: {{off: [{OFF}]}}}}", "CC312",
         "ngày làm bù 10/01/2026"),
    ],
)  # fmt: skip
def test_printed_words_must_change_by_a_document(before: str, now: str, code: str, told: str) -> None:
    example = "\n".join(f"{side}:\n  {given or '{}'}" for side, given in (("before", before), ("now", now)))
    (problem,) = problems(example)
    assert problem.code == code
    assert told in problem.message
    assert problem.hint


def test_a_group_that_lost_a_member_says_by_which_document() -> None:
    two = f"agencies: [{GROUP}{MEMBER}, {{agency: so-tu-phap, basis: QĐ 1}}]}}]"
    one = f"agencies: [{GROUP}{MEMBER}]}}]"
    (problem,) = problems(f"before: {{{two}}}\nnow: {{{one}}}")
    assert (problem.code, problem.span.file) == ("CC215", "plan/agencies.yaml")
    assert "Sở Tư pháp" in problem.message
    assert codes(f"before: {{{two}}}\nnow: {{{one.replace('kind: group', 'kind: group, basis: QĐ 9')}}}") == []


def test_a_new_amendment_is_the_ground_of_a_change_in_the_body() -> None:
    sides = [f"{{objectives: {{items: [{{number: a, text: {text}, targets: [{TARGET}]}}]}}" for text in ("Đủ", "Đúng")]
    added = sides[1].replace(TARGET, TARGET.replace("95", "90"))
    amended = "amendments: [{id: sua-1, number: 9/QĐ-UBND, date: 2026-05-04, title: Điều chỉnh}]"
    assert codes(f"before: {{plan: {sides[0]}}}}}\nnow: {{plan: {added}, {amended}}}}}") == []
    assert codes(f"before: {{plan: {sides[0]}}}}}\nnow: {{plan: {added}}}}}") == ["CC522", "CC523"]


def test_a_slip_of_print_put_right_in_the_body_is_a_correction() -> None:
    slip = "corrections: [{printed: Đơn, corrected: Đôn, place: body.I.a}]"
    then, now = (f"objectives: {{items: [{{number: a, text: {text}}}]}}" for text in ("Đơn đốc", "Đôn đốc"))
    assert codes(f"before: {{plan: {{{then}}}}}\nnow: {{plan: {{{now}, {slip}}}}}") == []


def test_a_role_read_otherwise_from_the_same_cell_is_a_remark() -> None:
    (problem,) = problems(
        "before: {tasks: [{id: I.1}]}\nnow: {tasks: [{id: I.1, assignments: [{agency: so-noi-vu, role: perform}]}]}"
    )
    assert (problem.code, problem.severity) == ("CC521", Severity.INFO)
    assert problem.message.startswith("I.1: vai trò của Sở Nội vụ khác trước")


def test_parts_that_cannot_be_read_on_one_side_are_not_changes() -> None:
    before, now = compared_files(f"tasks: [{{id: I.1}}]\nbefore: {{entries: {{so-noi-vu: [{ENTRY}]}}}}\nnow: {{}}")
    broken = {
        "plan/2026/progress/so-noi-vu.yaml": b"- {task: I.1, stat: done}",
        "plan/2026/appendix/I.yaml": b"id: I\ntasks: [",
    }
    assert changed(load(before), load(now | broken)) == ()
    assert changed(load(before | broken), load(now)) == ()
    assert changed(load(before), load(now | {"plan/2026/plan.yaml": b"format: 1\n"})) == ()


def test_a_plan_that_disappeared_is_reported_once() -> None:
    before, now = compared_files("tasks: [{id: I.1}]\nbefore: {}\nnow: {}")
    gone = {path: text for path, text in now.items() if "/2026/" not in path}
    (problem,) = changed(load(before), load(gone))
    assert (problem.code, problem.span.file, problem.task) == ("CC213", "plan/agencies.yaml", None)


def test_a_new_workspace_has_no_findings() -> None:
    _, now = compared_files("tasks: [{id: I.1}]\nbefore: {}\nnow: {}")
    assert changed(load({}), load(now)) == ()
