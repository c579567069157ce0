"""Cases of the rules that should hold, beyond their examples, above all of texts that must not be flagged."""

import pytest

from cchc_cli.checking.check import check
from cchc_cli.reading.load import load
from examples import workspace_files
from findings import found, messages, row, section


@pytest.mark.parametrize(
    ("cell", "flagged"),
    [
        ("Phương án được phê duyệt trước ngày 30/6/2026", True),
        ("Kế hoạch (ban hành trong Quý I/2026)", True),
        ("Báo cáo chậm nhất là ngày 15 tháng 11 năm 2026", True),
        ("Công khai chậm nhất là 05 ngày làm việc kể từ ngày quyết định được ban hành", True),
        ("Giải ngân đến hết tháng 9/2026 đạt 60%", True),
        ("Theo Nghị quyết số 57-NQ/TW, ngày 22/12/2024 của Bộ Chính trị", False),
        ("Quyết định số 583/QĐ-UBND ngày 05/8/2026 của UBND tỉnh", False),
        ("Văn bản ban hành trước ngày 01/7/2025", False),
        ("Chương trình giai đoạn 2026 - 2030, có kế hoạch trong năm 2026", False),
        ("Báo cáo trong tháng 12/2026, trước ngày 01/01/2027", False),
        ("Hoàn thành 30/60 chỉ tiêu, trong tháng cao điểm", False),
    ],
)
@pytest.mark.parametrize("column", ["title", "assignment", "products"])
def test_hidden_date_is_a_term_that_no_milestone_has(column: str, cell: str, flagged: bool) -> None:
    value = f'["{cell}"]' if column == "products" else f'"{cell}"'
    assert bool(found("CC307", f"tasks: [{{id: I.1, {column}: {value}, schedule: Trong năm 2026}}]")) is flagged


def test_hidden_working_days_kept_as_a_condition() -> None:
    example = """
tasks:
- id: I.1
  products: [Đăng tải chậm nhất là 05 ngày làm việc kể từ ngày ký]
  schedule: {condition: chậm nhất là 05 ngày làm việc kể từ ngày ký}
"""
    assert not found("CC307", example)


def test_a_term_beside_its_own_milestone_is_not_hidden() -> None:
    example = """
tasks:
- id: I.1
  assignment: Văn phòng trình phê duyệt Phương án trước ngày 30/6/2026
  schedule: Trong năm 2026
  milestones:
  - {id: I.1/1, schedule: Trước ngày 30/6/2026}
  - {id: I.1/2, schedule: Trong năm 2026}
"""
    assert not found("CC307", example)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Rà soát văn bản năm 2026 trên địa bàn tỉnh", "Kiểm tra văn bản năm 2026 trên địa bàn tỉnh"),
        ("Công bố Chỉ số cải cách hành chính năm 2025", "Công bố Chỉ số cải cách hành chính năm 2026"),
        ("Ban hành kế hoạch", "Ban hành kế hoạch"),
    ],
)  # fmt: skip
def test_tasks_alike_in_form_only_are_not_duplicates(one: str, other: str) -> None:
    assert not found("CC504", f"tasks: [{{id: I.1, title: {one}}}, {{id: I.2, title: {other}}}]")


def test_duplicate_names_the_nearest_earlier_task() -> None:
    title = "Cập nhật cơ sở dữ liệu cán bộ, công chức, viên chức"
    titles = (f"{title} toàn tỉnh theo mô hình mới", title, title)
    rows = ", ".join(f'{{id: I.{number}, title: "{text}"}}' for number, text in enumerate(titles, 1))
    example = f"tasks: [{rows}]"
    assert [message.partition(" “")[0] for message in messages("CC504", example)] == [
        "I.2: gần trùng với I.1",
        "I.3: gần trùng với I.2",
    ]


def test_the_same_duty_of_two_agencies_is_no_duplicate() -> None:
    title = "title: Xây dựng kế hoạch kiểm tra công vụ hằng năm"
    one, other = (f"{title}, assignments: [{{agency: {lead}, role: lead}}]" for lead in ("so-noi-vu", "so-tu-phap"))
    assert not found("CC504", f"tasks: [{{id: I.1, {one}}}, {{id: I.2, {other}}}]")


@pytest.mark.parametrize(
    "text",
    [
        "a) Kế hoạch; b) Báo cáo",
        "1) Kế hoạch 2) Báo cáo (lần 2)",
        "dữ liệu “đúng, đủ, sạch, sống”, (trừ “nhóm 3”)",
        'Đề án "Một cửa"',
    ],
)
def test_balanced_texts_pass(text: str) -> None:
    assert not found("CC507", f"tasks: [{{id: I.1, title: '{text}'}}]")


def test_quotes_of_the_body_are_read_too() -> None:
    example = "plan: {organisation: {items: [{text: Đề án “Tăng cường}], closing: [Nghiêm túc thực hiện)]}}"
    assert messages("CC507", example) == ["dấu “ không có dấu đóng", "dấu ) không có dấu mở"]


@pytest.mark.parametrize(
    "name", ["TRUNG TÂM Xúc tiến đầu tư", "Trung tâm Xúc tiến Đầu tư tỉnh", "TTXT", "các trung tâm"]
)
def test_spelling_alike_but_for_case_or_length_passes(name: str) -> None:
    example = f"""
agencies:
- {{id: tt, name: Trung tâm Xúc tiến Đầu tư, kind: unit, aliases: [TTXT, Trung tâm Xúc tiến Đầu tư tỉnh, Hội A B]}}
tasks: [{{id: I.1, assignment: Trung tâm Xúc tiến Đầu tư chủ trì}}, {{id: I.2, assignment: {name} chủ trì}}]
"""
    assert not found("CC506", example)


@pytest.mark.parametrize(
    "line", ["Quyeát ñònh ban haønh keá hoaïch", "QuyÕt ®Þnh ban hµnh kÕ ho¹ch", "C«ng t¸c c¶i c¸ch hµnh chÝnh"]
)
def test_text_of_an_old_font_is_one_finding_a_line(line: str) -> None:
    assert len(found("CC511", section(row(title=line)))) == 1


@pytest.mark.parametrize(
    "line", ["Trích «Đề án» của El Niño®, Straße", "Đo nồng độ 5 µg/m³, 30°C", "Ủy ban nhân dân xã, hoà, quý"]
)
def test_foreign_words_are_no_old_font(line: str) -> None:
    assert not found("CC511", section(row(title=line)))


def test_lines_with_crlf_are_counted_right() -> None:
    files = workspace_files(section(row(title="Đánh giá \u00d0ề án")))
    crlf = {path: data.replace(b"\n", b"\r\n") for path, data in files.items()}
    (problem,) = [each for each in check(load(crlf)).problems if each.code == "CC508"]
    assert (problem.span.line, problem.span.column) == (7, 19)
