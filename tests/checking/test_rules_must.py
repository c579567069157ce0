"""Cases of the rules that must hold, beyond their examples; a fault is reported once."""

from typing import Any

import pytest

from cchc_cli.checking.check import check
from cchc_cli.reading.load import load
from cchc_cli.text.problems import Severity
from cchc_cli.text.yaml import parse
from examples import workspace_files
from findings import ROWS, found, messages, problems, row, section


def test_an_unreadable_agencies_file_causes_no_other_problem() -> None:
    files = workspace_files("tasks: [{id: I.1}]\nentries: {so-noi-vu: [{task: I.1, recorded: 2026-03-02}]}")
    codes = {problem.code for problem in check(load(files | {"plan/agencies.yaml": b"agencies: ["})).problems}
    assert codes == {"CC003"}


def test_agency_whose_row_cannot_be_read_is_not_unknown() -> None:
    example = """
agencies: [{id: so-y-te, name: Sở Y tế, kind: so}]
tasks: [{id: I.1, assignments: [{agency: so-y-te, role: lead}]}]
"""
    assert {problem.code for problem in problems(example)} == {"CC104"}


def test_assignment_that_cannot_be_read_is_not_a_missing_lead() -> None:
    example = "tasks: [{id: I.1, assignments: [{agency: so-noi-vu, role: chu-tri}]}]"
    assert {problem.code for problem in problems(example)} == {"CC104"}


def test_schedule_and_products_of_a_wrong_kind_are_not_missing() -> None:
    example = "tasks: [{id: I.1, schedule: [Quý I/2026]}, {id: I.2, products: [{a: b}]}]"
    assert {problem.code for problem in problems(example)} == {"CC103"}


def test_milestones_of_a_repeated_row_are_not_reported_again() -> None:
    rows = "milestones: [{id: I.1/1, schedule: Quý I/2026}]"
    assert len(found("CC203", f"tasks: [{{id: I.1, {rows}}}, {{id: I.1, {rows}}}]")) == 1


def test_rows_of_a_section_without_place_are_not_reported() -> None:
    assert messages("CC205", "sections: [{id: A, tasks: [{id: A.1}, {id: A.2}]}]") == [
        'id lĩnh vực "A" phải là số La Mã'
    ]


def test_duplicate_id_names_the_other_place() -> None:
    (message,) = messages("CC203", section(row() + "\n" + row()))
    assert message == f"I.1: id này đã dùng ở {ROWS}:5"


def test_a_name_in_place_of_an_id_is_understood() -> None:
    (problem,) = found("CC201", "tasks: [{id: I.1, assignments: [{agency: Sở Tư pháp, role: lead}]}]")
    assert problem.hint == 'có phải "so-tu-phap"?'


def test_groups_that_contain_each_other_are_found_once() -> None:
    groups = "agencies: [{id: a, name: A, kind: group, members: [{agency: b, basis: x}]}, {id: b, name: B, kind: group, members: [{agency: a, basis: x}]}]"  # noqa: E501
    assert messages("CC208", groups) == ['nhóm "a" chứa chính nó qua "b"']


def test_a_task_does_not_wait_for_itself() -> None:
    assert messages("CC204", "tasks: [{id: I.1, schedule: {text: Sau khi xong, after: [i.1]}}]") == [
        "I.1: chờ chính nó"
    ]


def test_a_circle_of_conditions_is_found_once_at_its_first_task() -> None:
    chain = (
        f"{{id: I.{n}, schedule: {{text: Sau khi xong, after: [I.{n % 4 + 1 if n > 1 else 2}]}}}}" for n in (1, 2, 3, 4)
    )
    rows = ", ".join(chain).replace("[I.1]", "[I.2/1]")
    assert messages("CC211", f"tasks: [{rows}]") == ["I.2: các điều kiện chờ lẫn nhau: I.2/1 → I.3/1 → I.4/1 → I.2/1"]


def test_a_heading_takes_no_progress() -> None:
    example = """
tasks: [{id: I.1, tasks: [{id: I.1.1}, {id: I.1-2}]}]
entries: {so-noi-vu: [{task: I.1, recorded: 2026-03-02}, {task: i.1.1, recorded: 2026-03-02}]}
"""
    (problem,) = found("CC401", example)
    assert problem.hint == "I.1 chỉ là dòng tiêu đề, ghi một trong: I.1.1, I.1-2"


@pytest.mark.parametrize(
    ("identity", "hint"),
    [
        ("I-02", 'có phải "I.2"?'),
        ("I.9", "lĩnh vực I có từ I.1 đến I.2"),
        ("I.2/7", "I.2 có các mốc: I.2/1"),
        ("X.1", "id bắt đầu bằng lĩnh vực: I"),
    ],
)
def test_an_unknown_task_is_reported_with_the_ids_there_are(identity: str, hint: str) -> None:
    example = (
        f'tasks: [{{id: I.1}}, {{id: I.2}}]\ndeadlines: [{{task: "{identity}", action: request, recorded: 2026-03-02}}]'
    )
    assert [problem.hint for problem in found("CC401", example)] == [hint]


def test_a_group_does_not_report() -> None:
    example = """
tasks: [{id: I.1}]
entries: {ubnd-cap-xa: [{task: I.1, recorded: 2026-03-02}, {task: I.1, recorded: 2026-03-03}]}
"""
    assert messages("CC402", example) == ['tệp progress/ubnd-cap-xa.yaml: "ubnd-cap-xa" là nhóm, không tự báo cáo']


@pytest.mark.parametrize(
    "fields", ["due: 2026-09-30", "kind: date, due: 2026-09-30", "after: [I.2]", "condition: khi có chỉ đạo"]
)
def test_words_without_a_day_leave_the_fields_free(fields: str) -> None:
    example = f"tasks: [{{id: I.1, schedule: {{text: Theo quy định, {fields}}}}}, {{id: I.2}}]"
    assert not found("CC303", example)


def test_kind_that_contradicts_the_words() -> None:
    message = "I.1: ghi kind ongoing nhưng “Quý I/2026” là kind quarter"
    assert messages("CC303", "tasks: [{id: I.1, schedule: {text: Quý I/2026, kind: ongoing}}]") == [message]


@pytest.mark.parametrize(
    ("cell", "terms"),
    [
        ("Thường xuyên; báo cáo trước ngày 15/12/2026", {"trước ngày 15/12/2026": "báo cáo", "Thường xuyên": None}),
        ("Quý IV/2026: Báo cáo, đề án; trước 15/12", {"trước 15/12": None, "Quý IV/2026": "Báo cáo, đề án"}),
        ("Trong năm 2026 (kế hoạch ban hành 31/3/2026)", {"31/3/2026": "kế hoạch ban hành", "Trong năm 2026": None}),
        ("Thường xuyên (báo cáo hằng quý)", {"Thường xuyên": None, "hằng quý": "báo cáo"}),
    ],
)  # fmt: skip
def test_terms_that_words_do_not_tell_apart_are_one_error_with_the_milestones_to_write(
    cell: str, terms: dict[str, str | None]
) -> None:
    (problem,) = [each for each in problems(f'tasks: [{{id: I.1, schedule: "{cell}"}}]') if each.code == "CC306"]
    assert problem.message == "I.1: cột tiến độ có 2 hạn mà chưa tách thành mốc"
    written = (problem.hint or "").removeprefix("thêm ")
    data: Any = parse(written).data
    assert {each["schedule"]: each.get("name") for each in data["milestones"]} == terms
    assert [each["id"] for each in data["milestones"]] == ["I.1/1", "I.1/2"]
    pasted = f'tasks: [{{id: I.1, schedule: "{cell}", {written}}}]'
    assert [each.code for each in problems(pasted) if each.severity is Severity.ERROR] == []


def test_a_cell_whose_terms_have_their_words_needs_no_milestones() -> None:
    example = 'tasks: [{id: I.1, schedule: "- Tháng 5/2026: Kế hoạch\\n- Tháng 02/2026: Báo cáo"}]'
    assert [each.code for each in problems(example) if each.severity is Severity.ERROR] == []


def test_a_milestone_with_several_terms_is_to_be_split() -> None:
    part = "{id: I.1/1, name: Báo cáo, schedule: Quý I và Quý III/2026}"
    (problem,) = [each for each in problems(f"tasks: [{{id: I.1, milestones: [{part}]}}]") if each.code == "CC306"]
    assert problem.hint == (
        "thay bằng {id: I.1/1, name: Báo cáo, schedule: Quý I/2026}, {id: I.1/2, name: Báo cáo, schedule: Quý III/2026}"
    )


@pytest.mark.parametrize(
    ("cell", "milestones", "days"),
    [
        ("- Tháng 5/2026: A\\n- Tháng 8/2026: B", "Tháng 5/2026, Tháng 9/2026", ["31/8/2026"]),
        ("- Tháng 5/2026: A\\n- Tháng 8/2026: B", "Tháng 8/2026", ["31/5/2026"]),
        ("Theo lộ trình\\n- Đến 31/12/2026: A", "Đến 31/12/2026, Trước ngày 30/6/2026", []),
        ("Trong năm 2026 (theo tiến độ kế hoạch)", "Trước ngày 30/6/2026", ["31/12/2026"]),
        ("Trong năm 2026", "Quý I/2026, Cuối năm 2026", []),
        ("Thường xuyên", "Quý I/2026", []),
        ("", "Quý I/2026", []),
        ("Tháng 5/2026", "Tháng 15/2026", []),
        ("Tháng 5/2026", "[Tháng 5/2026]", []),
    ],
)
def test_every_printed_term_is_some_milestones(cell: str, milestones: str, days: list[str]) -> None:
    terms = enumerate(milestones.split(", "), 1)
    parts = ", ".join(f"{{id: I.1/{place}, schedule: {term}}}" for place, term in terms)
    example = f'tasks: [{{id: I.1, schedule: "{cell}", milestones: [{parts}]}}]'
    assert [message.split()[6] for message in messages("CC308", example)] == days


def test_a_cell_of_before_an_amendment_is_not_held_against_the_milestones_of_after_it() -> None:
    example = """
plan: {amendments: [{id: sua-1, number: 9/QĐ-UBND, date: 2026-05-04, title: Điều chỉnh}]}
tasks:
- id: I.1
  schedule: {text: "- Tháng 5/2026: A\\n- Tháng 9/2026: B"}
  milestones: [{id: I.1/1, schedule: Tháng 5/2026}, {id: I.1/2, schedule: Tháng 9/2026, added_by: sua-1}]
  former: [{changed_by: sua-1, schedule: Tháng 6/2026}]
"""
    assert not found("CC308", example)


def test_an_unknown_amendment_changes_nothing_and_stops_no_question() -> None:
    row = "{id: I.1, former: [{changed_by: la, schedule: Tháng 3/2026}]}"
    loaded = load(workspace_files(f"tasks: [{row}]\nentries: {{so-noi-vu: [{{task: I.1, recorded: 2026-03-02}}]}}"))
    (task,) = loaded.workspace.plans[0].tasks
    assert task.before == ()


def test_no_agency_is_called_plan() -> None:
    (message,) = messages("CC210", "agencies: [{id: plan, name: Sở Kế hoạch, kind: department}]")
    assert "progress/plan.yaml" in message


def test_a_term_in_the_name_of_a_milestone_is_found() -> None:
    parts = "{id: I.1/1, name: 'Lựa chọn nhiệm vụ. Quý IV/2026: Báo cáo', schedule: Quý I/2026}"
    (message,) = messages("CC307", f"tasks: [{{id: I.1, schedule: Quý I/2026, milestones: [{parts}]}}]")
    assert message.startswith("I.1: tên mốc có “Lựa chọn nhiệm vụ. Quý IV/2026: Báo cáo” (hạn 31/12/2026)")
    named = "{id: I.1/1, name: Báo cáo 6 tháng đầu năm, schedule: Quý I/2026}"
    assert not messages("CC307", f"tasks: [{{id: I.1, schedule: Quý I/2026, milestones: [{named}]}}]")


OWN_DAY = "Trong 30 ngày kể từ ngày ban hành Kế hoạch"


def test_days_from_the_plan_s_own_day_are_held_against_what_stands_beside_the_words() -> None:
    example = f"tasks: [{{id: I.1, schedule: {{text: {OWN_DAY}, due: %s}}}}]"
    assert messages("CC303", example % "2026-02-28") == [
        f"I.1: ghi due 28/02/2026 nhưng “{OWN_DAY}” nghĩa là 30/01/2026"
    ]
    assert messages("CC303", example % "2026-01-30") == []


def test_days_from_the_plan_s_own_day_are_a_term_that_a_milestone_must_have() -> None:
    example = f"tasks: [{{id: I.1, schedule: {OWN_DAY}, milestones: [{{id: I.1/1, schedule: %s}}]}}]"
    assert messages("CC308", example % "Tháng 6/2026") == [
        "I.1: cột tiến độ in hạn 30/01/2026 mà không mốc nào theo dõi"
    ]
    assert messages("CC308", example % "30/01/2026") == []
