"""Cases of the rules that hold assignments, ids and days against print, beyond their examples."""

import pytest

from findings import found, messages, places, row, section


def cell(text: str, assignments: str) -> str:
    return f'tasks: [{{id: I.1, assignment: "{text}", assignments: [{assignments}]}}]'


LEAD = "{agency: so-noi-vu, role: lead, words: chủ trì}"


@pytest.mark.parametrize(
    ("text", "agency"),
    [
        ("STP chủ trì", "so-tu-phap"),
        ("SỞ  TƯ PHÁP: chủ trì", "so-tu-phap"),
        ("Các Sở: Tài chính, Tư pháp chủ trì", "so-tu-phap"),
        ("Ủy ban nhân dân cấp xã chủ trì", "ubnd-cap-xa"),
        ("UBND các xã, phường, đặc khu chủ trì", "ubnd-cap-xa"),
        ("Giám đốc Sở TP chủ trì", "so-tu-phap"),
        ("Các đơn vị liên quan chủ trì", "cac-don-vi-lien-quan"),
        ("", "so-tu-phap"),
    ],
)
def test_an_agency_is_named_by_any_of_its_names(text: str, agency: str) -> None:
    assert not found("CC516", cell(text, f"{{agency: {agency}, role: lead, words: chủ trì}}"))


@pytest.mark.parametrize("text", ["Sở Tư phap chủ trì", "Tư pháp chủ trì", "Sở Tài chính chủ trì"])
def test_an_agency_whose_name_is_missing_is_reported(text: str) -> None:
    assert len(found("CC516", cell(text, "{agency: so-tu-phap, role: lead, words: chủ trì}"))) == 1


def test_an_unknown_agency_is_one_fault() -> None:
    example = cell("Sở Tư pháp chủ trì", "{agency: so-tu-fap, role: lead, words: chủ trì}")
    assert found("CC201", example)
    assert not found("CC516", example)
    assert not found("CC517", example)


@pytest.mark.parametrize(
    ("text", "missing"),
    [
        ("Sở Nội vụ chủ trì; Sở Tư pháp phối hợp", 1),
        ("Sở Nội vụ chủ trì; Sở Tư pháp, Sở Tài chính phối hợp", 2),
        ("Sở Nội vụ chủ trì; các đơn vị liên quan, UBND cấp xã phối hợp", 0),
        ("Sở Nội vụ chủ trì; HĐND tỉnh quyết định", 0),
        ("Sở Nội vụ chủ trì; UBND phường Nha Trang phối hợp", 1),
    ],
)
def test_who_is_printed_has_a_role_but_not_groups_and_those_who_decide(text: str, missing: int) -> None:
    registry = "agencies: [{id: hdnd-tinh, name: HĐND tỉnh, kind: council}]\n"
    assert len(found("CC517", registry + cell(text, LEAD))) == missing


def test_a_role_of_a_milestone_is_a_role() -> None:
    own = "[{id: I.1/1, schedule: Tháng 6/2026, assignments: [{agency: so-tu-phap, role: lead, words: phối hợp}]}]"
    example = section(row(assignment="Sở Nội vụ chủ trì; Sở Tư pháp phối hợp", milestones=own))
    assert not found("CC517", example)


def test_the_name_without_a_role_is_pointed_at() -> None:
    example = section(row(assignment="Sở Nội vụ chủ trì; Sở Tư pháp phối hợp"))
    assert places("CC517", example) == [(10, 34, 44)]


@pytest.mark.parametrize(
    ("words", "role", "wrong"),
    [
        ("chủ trì", "coordinate", True),
        ("đồng chủ trì", "perform", True),
        ("phối hợp với cơ quan chủ trì", "coordinate", False),
        ("phối hợp", "appraise", True),
        ("phối hợp, hướng dẫn", "guide", False),
        ("thẩm định, trình UBND tỉnh", "perform", False),
        ("triển khai thực hiện; báo cáo", "perform", False),
        ("tổng hợp, báo cáo", "consolidate", False),
        ("kiểm tra", "perform", True),
        ("theo quy định", "guide", False),
        ("", "guide", False),
        ("thực hiện", "lead", False),
    ],
)
def test_a_role_needs_a_verb_of_its_own(words: str, role: str, wrong: bool) -> None:
    example = cell(f"Sở Nội vụ {words}", f'{{agency: so-noi-vu, role: {role}, words: "{words}"}}')
    assert bool(found("CC518", example)) is wrong


GAPS = {
    "rows": ("tasks: [{id: I.1}, {id: I.2}, {id: I.5}]", ["I.5: trước đó thiếu I.3 đến I.4"]),
    "the first row": ("tasks: [{id: I.2}]", ["I.2: trước đó thiếu I.1"]),
    "rows under a heading": (
        "tasks: [{id: I.1, tasks: [{id: I.1-1}, {id: I.1-3}]}]",
        ["I.1-3: trước đó thiếu I.1-2"],
    ),
    "milestones": (
        "tasks: [{id: I.1, milestones: [{id: I.1/1, schedule: Quý I/2026}, {id: I.1/3, schedule: Quý II/2026}]}]",
        ["I.1/3: trước đó thiếu I.1/2"],
    ),
    "sections": (
        "sections: [{id: I, tasks: [{id: I.1}]}, {id: III, tasks: [{id: III.1}]}]",
        ["III: trước đó thiếu II"],
    ),
    "nothing": ("tasks: [{id: I.1}, {id: I.2, tasks: [{id: I.2.1}, {id: I.2-1}]}]", []),
    "in another order": ("tasks: [{id: I.2}, {id: I.1}]", []),
    "an id twice": ("tasks: [{id: I.1}, {id: I.3}, {id: I.3}]", []),
    "an id of another section": ("tasks: [{id: I.1}, {id: II.4}]", []),
    "a row that cannot be read": ("tasks: [{id: I.1}, {id: I.2, tite: Kiểm tra, title: }, {id: I.3}]", []),
    "a number without end": ("tasks: [{id: I.1}, {id: I.99999999999999999999999}]", None),
}


@pytest.mark.parametrize("name", GAPS)
def test_a_gap_in_numbers_is_reported_at_the_number_after_it(name: str) -> None:
    example, expected = GAPS[name]
    assert expected is None or messages("CC519", example) == expected


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("đến ngày 31/11/2026", ["I.1: không có ngày “31/11/2026”"]),
        ("từ 29/02/2028 đến 29/02/2026", ["I.1: không có ngày “29/02/2026”"]),
        ("ngày 32 tháng 12 năm 2026", ["I.1: không có ngày “ngày 32 tháng 12 năm 2026”"]),
        ("Quyết định số 31/11/QĐ-UBND, 12/34/56/7890, tỷ lệ 31/11", []),
    ],
)
def test_days_in_print_exist(text: str, wrong: list[str]) -> None:
    assert messages("CC311", f'tasks: [{{id: I.1, title: "{text}"}}]') == wrong


def test_an_impossible_schedule_is_one_fault() -> None:
    example = "tasks: [{id: I.1, schedule: Trước ngày 31/11/2026}]"
    assert found("CC302", example)
    assert not found("CC311", example)


def test_most_terms_in_another_year_are_one_fault_unless_waived() -> None:
    rows = ", ".join(f"{{id: I.{number}, schedule: Tháng 6/2025}}" for number in range(1, 7))
    (told,) = found("CC304", f"tasks: [{rows}]")
    assert "còn ở 5 chỗ nữa: I.2, I.3, I.4, I.5, I.6" in told.message
    assert told.hint == "xem lại year trong plan.yaml"
    waivers = ", ".join(f"{{code: CC304, task: I.{number}, reason: Kéo dài}}" for number in range(1, 7))
    assert not found("CC304", f"plan: {{waivers: [{waivers}]}}\ntasks: [{rows}]")


def test_a_file_of_an_agency_without_any_task_in_it_is_one_fault() -> None:
    rows = ", ".join(f"{{id: I.{number}}}" for number in range(1, 4))
    entries = ", ".join(f"{{task: I.{n}, status: in_progress, recorded: 2026-03-02}}" for n in range(1, 4))
    (told,) = found("CC407", f"tasks: [{rows}]\nentries: {{so-tu-phap: [{entries}]}}")
    assert told.hint == "xem lại tên tệp progress/so-tu-phap.yaml có đúng cơ quan báo cáo không"
