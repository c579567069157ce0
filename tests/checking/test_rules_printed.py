"""Cases of the rules that tie readings to printed words, beyond their examples."""

import pytest

from findings import found, messages, places, row, section

BODY = """
plan:
  organisation:
    items:
    - text: Sở Nội vụ tổ chức tập huấn
      task: {id: body.IV.1-1, assignments: [{agency: so-noi-vu, role: lead, words: "%s", inferred: true}]}
"""
AMENDED = """
plan: {amendments: [{id: sua-1, number: 9/QĐ-UBND, date: 2026-05-04, title: Điều chỉnh}]}
tasks:
- id: I.1
  assignment: Sở Tư pháp chủ trì xây dựng
  assignments: [{agency: so-tu-phap, role: lead, words: "%s"}]
  former:
  - changed_by: sua-1
    assignment: Sở Tài chính chủ trì rà soát
    assignments: [{agency: so-tai-chinh, role: lead, words: "%s"}]
"""


def lead(cell: str, more: str) -> str:
    return f'tasks: [{{id: I.1, assignment: "{cell}", assignments: [{{agency: so-noi-vu, role: lead, {more}}}]}}]'


def target(value: str, unit: str, product: str) -> str:
    aim = f'{{id: I.1, name: Kết quả, comparator: ">=", value: {value}, unit: "{unit}"}}'
    return f'tasks: [{{id: I.1, products: ["{product}"], targets: [{aim}]}}]'


@pytest.mark.parametrize("words", ["chủ trì  tham mưu", "CHỦ TRÌ THAM MƯU", "chu\u0309 tri\u0300 tham mưu", ""])
def test_words_are_printed_whatever_their_case_spaces_and_form(words: str) -> None:
    assert not found("CC512", lead("Sở Nội vụ Chủ trì tham mưu; báo cáo", f'words: "{words}"'))


@pytest.mark.parametrize(
    ("words", "told"), [("chủ trì", []), ("thẩm tra", ["I.1: cột phân công không có chữ “thẩm tra”"])]
)
def test_words_of_a_milestone_stand_in_the_cell_of_its_row(words: str, told: list[str]) -> None:
    own = f"assignments: [{{agency: so-tu-phap, role: appraise, words: {words}}}]"
    assert messages("CC512", f"tasks: [{{id: I.1, milestones: [{{id: I.1/1, schedule: Quý I/2026, {own}}}]}}]") == told


def test_words_of_a_duty_of_the_body_stand_in_its_clause() -> None:
    assert not found("CC512", BODY % "tổ chức tập huấn")
    assert messages("CC512", BODY % "xây dựng") == ["body.IV.1-1: câu giao việc không có chữ “xây dựng”"]


def test_words_of_before_an_amendment_stand_in_the_cell_of_before_it() -> None:
    assert not found("CC512", AMENDED % ("chủ trì xây dựng", "chủ trì rà soát"))
    assert messages("CC512", AMENDED % ("chủ trì rà soát", "chủ trì xây dựng")) == [
        "I.1: cột phân công không có chữ “chủ trì rà soát”",
        "I.1: cột phân công không có chữ “chủ trì xây dựng”",
    ]


def test_an_empty_cell_is_one_finding_and_one_that_cannot_be_read_none() -> None:
    two = "[{agency: so-noi-vu, role: lead, words: chủ trì}, {agency: so-tu-phap, role: coordinate, words: phối hợp}]"
    assert len(found("CC512", f"tasks: [{{id: I.1, assignment: , assignments: {two}}}]")) == 1
    assert not found("CC512", f"tasks: [{{id: I.1, assignment: [Sở Nội vụ], assignments: {two}}}]")


@pytest.mark.parametrize(
    ("cell", "more", "flagged"),
    [
        ("Sở Nội vụ thực hiện", "words: thực hiện", True),
        ("Sở Nội vụ thực hiện", "words: thực hiện, inferred: false", True),
        ("Sở Nội vụ thực hiện", "words: thực hiện, inferred: true", False),
        ("Sở Nội vụ thực hiện", "words: thực hiện, inferred: có", False),
        ("Sở Nội vụ thực hiện", "words: thực hiện, suy_ra: true", False),
        ("Sở Nội vụ Chủ trì", "words: Chủ trì", False),
        ("Cơ quan chủ trì: Sở Nội vụ", "words: chủ trì, inferred: true", True),
        ("Sở Nội vụ, Sở Tư pháp", "inferred: true", False),
        ("Sở Nội vụ, Sở Tư pháp", 'words: ""', True),
        ("Sở Tư pháp chủ trì, Sở Nội vụ", "inferred: true", False),
        ("Sở Nội vụ chủ trì", 'words: ""', False),
    ],
)
def test_a_lead_is_printed_or_inferred(cell: str, more: str, flagged: bool) -> None:
    assert bool(found("CC513", lead(cell, more))) is flagged


@pytest.mark.parametrize(
    ("value", "unit", "product", "printed"),
    [
        ("95", "%", "đạt ít nhất 95%", True),
        ("95", "%", "đạt 95 % trở lên", True),
        ("95", "%", "đạt 90 - 95%", True),
        ("90", "%", "đạt 90 - 95%", True),
        ("95", "%", "đạt 195%", False),
        ("95", "%", "đạt 1,95%", False),
        ("95", "%", "rà soát 95 văn bản", False),
        ("96.5", "%", "đạt 96,5%", True),
        ("96", "%", "đạt 96,5%", False),
        ("5", "văn bản", "05 văn bản", True),
        ("5", "văn bản", "đạt 5%", False),
        ("5", "văn bản", "15 văn bản", False),
        ("1234.5", "tỷ đồng", "1.234,5 tỷ đồng", True),
        ("1234", "hồ sơ", "1.234 hồ sơ", True),
        ("1234", "hồ sơ", "1234 hồ sơ", True),
        ("1", "hồ sơ", "1.234 hồ sơ", False),
        ("10", "hạng", "trong nhóm 10.", True),
    ],
)
def test_a_figure_is_printed_whole(value: str, unit: str, product: str, printed: bool) -> None:
    assert bool(found("CC514", target(value, unit, product))) is not printed


def test_a_figure_is_not_missed_where_a_cell_cannot_be_read() -> None:
    assert not found("CC514", target("95", "%", "x").replace('["x"]', "Đạt 95%"))


def test_a_figure_of_an_objective_stands_in_its_own_clause() -> None:
    aim = 'targets: [{id: "%s", name: Hài lòng, comparator: ">=", value: 86, unit: "%%"}]'
    clauses = f"{{number: '1', text: Đạt 86%}}, {{number: '2', text: Đạt 90%, {aim % 2}}}"
    assert messages("CC514", f"plan: {{objectives: {{items: [{clauses}]}}}}") == [
        "2: mục tiêu này ghi 86% mà văn bản không in số này"
    ]


@pytest.mark.parametrize(
    ("corrected", "place", "message"),
    [
        ("CẢI CÁCH", "I", ""),
        ("tối [thiểu] đạt", "i.1", ""),
        ("- 100%", "I.1", ""),
        ("tối thiểu", "I.1/1", "kế hoạch không có nơi sửa"),
        ("tối thiểu", "I.2", "kế hoạch không có nơi sửa"),
        ("tối đa", "I.1", "I.1: không có chữ “tối đa”"),
        ("Kèm theo", "appendix", ""),
        ("Như Điều 1", "decision", ""),
        ("Cải cách", "body", ""),
        ("MỤC TIÊU", "body.I", ""),
        ("tập huấn", "body.IV", ""),
        ("tập huấn", "body.IV.2.a", ""),
        ("tập huấn", "body.IV.2", ""),
        ("tập huấn", "body.IV.2-1", ""),
        ("tập huấn", "body.IV.1", "body.IV.1: không có chữ “tập huấn”"),
    ],
)
def test_a_correction_stands_at_its_place(corrected: str, place: str, message: str) -> None:
    example = f"""
plan:
  organisation:
    items:
    - {{number: "1", text: Kiểm tra}}
    - number: "2"
      text: Bồi dưỡng
      items:
      - number: a
        text: Sở Nội vụ tập huấn
        task: {{id: body.IV.2-1, assignments: [{{agency: so-noi-vu, role: lead, words: tập huấn, inferred: true}}]}}
  corrections: [{{printed: x, corrected: "{corrected}", place: {place}}}]
sections:
- {{id: I, title: Cải cách, tasks: [{{id: I.1, products: ["100% hồ sơ", "Đạt tối [thiểu] đạt 70%"]}}]}}
"""
    told = messages("CC515", example)
    assert len(told) == bool(message)
    assert all(each.startswith(message) for each in told)


def test_words_are_pointed_at() -> None:
    example = section(row(assignments="[{agency: so-noi-vu, role: lead, words: thẩm tra}]"))
    assert places("CC512", example) == places("CC513", example) == [(11, 56, 64)]
