"""Templates of one's own: tried, listed with their fields, copied out, and taken before the packaged ones."""

import json
import os
import shutil
from pathlib import Path
from typing import Literal
from unicodedata import normalize

import pytest

from cchc_cli.disk import files
from conftest import ROOT, Cchc, contents
from word_packages import part, template, words

DAY = ("--as-of", "2026-09-30")


@pytest.fixture
def example(tmp_path: Path) -> Path:
    """The example workspace, with an empty folder for templates."""
    shutil.copytree(ROOT / "examples" / "tinh-mau" / "plan", tmp_path / "plan")
    (tmp_path / "templates").mkdir()
    return tmp_path


@pytest.mark.slow
def test_every_packaged_template_is_sound(cchc: Cchc) -> None:
    ran = cchc("report", "--check")
    assert ran.code == 0, ran.out
    every = {path.name for path in files.PACKAGED.iterdir()}
    assert every <= {line.split()[0] for line in ran.out.splitlines() if line.strip()}


def test_a_template_that_fails_is_reported_with_its_place_and_the_others_are_still_tried(
    cchc: Cchc, example: Path
) -> None:
    (example / "templates" / "thu.md.j2").write_text("Một\n{{ plan.titel }}\n", encoding="utf-8")
    (example / "templates" / "hong.docx").write_bytes(b"abc")
    (example / "templates" / "trang.html.j2").write_text("<h1>{{ plan.title }}</h1>", encoding="utf-8")
    (example / "templates" / "~$trang.docx").write_bytes(b"left by Word")
    ran = cchc("-C", str(example), "report", "--check", "thu", "hong", "trang", "--format", "csv")
    assert ran.code == 1
    rows = [line.split(",", 3) for line in ran.out.splitlines()[1:7]]
    assert [row[0] for row in rows] == [f"templates/{name}" for name in ("hong.docx", "thu.md.j2", "trang.html.j2")] * 2
    assert [row[2] for row in rows] == ["dữ liệu mẫu"] * 3 + ["kế hoạch ở đây"] * 3
    assert "không phải là tệp Word" in rows[0][3]
    assert "dòng 2: không có tên" in rows[1][3] and "titel" in rows[1][3] and "--fields" in rows[1][3]
    assert rows[2][3] == "đạt"


def test_checking_needs_no_workspace(cchc: Cchc, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    ran = cchc("report", "--check", "brief")
    assert ran.code == 0 and "dữ liệu mẫu" in ran.out and "kế hoạch ở đây" not in ran.out


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("report", "--check", "quarterli"), "gần nhất: quarterly"),
        (("report", "--check", "-C", "/nowhere"), "/nowhere"),
        (("report", "--fields", "quarterli"), "gần nhất: quarterly"),
        (("report", "--fields"), "cần tên của một báo cáo"),
        (("report", "--eject"), "cần tên của một báo cáo"),
        (("report", "--each"), "cần tên của một báo cáo"),
        (("report", "brief", "--eject", "--fields"), "không dùng cùng nhau"),
        (("report", "brief", "--list", "--check"), "không dùng cùng nhau"),
        (("report", "--list", "--agency", "STP", "--period", "2026-Q1"), "--list không dùng --agency, --period"),
        (("report", "--agency", "STP"), "chưa nêu tên báo cáo"),
        (("report", "brief", "--list"), "--list không dùng TÊN"),
        (("report", "--check", "--as-of", "2026-03-31"), "--check không dùng --as-of"),
        (("report", "brief", "--check", "--within", "0"), "--check không dùng --within"),
        (("report", "brief", "--eject", "-o", "mau.docx"), "--eject không dùng -o"),
        (("report", "brief", "--eject", "--plan", "2026"), "--eject không dùng --plan"),
        (("report", "brief", "--within", "60"), "--within không thay đổi gì"),
        (("report", "brief", "--check", "--plan", "1999"), "1999"),
        (("report", "quarterly", "brief"), "cần tên của một báo cáo"),
        (("report", "agency", "--fields"), "--agency"),
        (("report", "brief", "--format", "docx"), "-o brief.docx"),
        (("report", "brief", "--format", "docx", "-o", "-"), "-o brief.docx"),
        (("report", "brief", "--format", "html"), "docx, md"),
    ],
)
def test_a_wrong_command_line_is_reported_and_changes_nothing(
    cchc: Cchc, arguments: tuple[str, ...], said: str
) -> None:
    ran = cchc(*arguments)
    assert (ran.code, ran.out) == (2, "") and said in ran.err


def test_fields_are_listed_with_todays_values_and_unfolded_where_they_are_empty(cchc: Cchc, example: Path) -> None:
    ran = cchc("-C", str(example), "report", "overdue", "--fields", *DAY, "--format", "json")
    told = json.loads(ran.out)
    assert (told["schema"], told["as_of"], told["report"]) == ("cchc.fields/1", "2026-09-30", "overdue")
    fields = {each["name"]: each["value"] for each in told["fields"]}
    assert fields["plan.title"] == "Cải cách hành chính tỉnh Mẫu năm 2026"
    assert fields["as_of"] == "ngày 30 tháng 9 năm 2026"
    assert fields["tasks[].id"] == "I.1"
    assert fields["agency"] == "(trống)"
    assert "report.rows[].title" in fields and "tasks[].milestones[].evidence[].number" in fields


def test_a_list_that_is_empty_today_is_unfolded_as_the_example_has_it(cchc: Cchc) -> None:
    ran = cchc("report", "quarterly", "--fields", "--period", "2026-Q1", "--format", "csv")
    assert "report.since.extended[].id,(trống)" in ran.out.splitlines()


def test_a_field_that_is_listed_can_be_printed(cchc: Cchc, example: Path) -> None:
    listed = cchc("-C", str(example), "report", "periodic", "--fields", *DAY)
    assert listed.code == 2  # a template that several reports share is no report
    ran = cchc("-C", str(example), "report", "quarterly", "--fields", "--period", "2026-Q3", "--format", "json")
    names = [each["name"] for each in json.loads(ran.out)["fields"]]
    plain = [name for name in names if "[]" not in name and name != "report.section_chart"]
    (example / "templates" / "thu.md.j2").write_text(
        "".join(f"{{{{ {name} }}}}\n" for name in plain if not name.startswith("report.")), "utf-8"
    )
    assert len(plain) > 30
    assert cchc("-C", str(example), "report", "thu", *DAY).code == 0


def test_a_packaged_template_is_copied_out_once_and_then_wins(cchc: Cchc, example: Path) -> None:
    assert cchc("-C", str(example), "report", "--eject", "quarterly").code == 0
    assert {path.name for path in (example / "templates").iterdir()} == {"quarterly.docx", "quarterly.md.j2"}
    own = example / "templates" / "quarterly.md.j2"
    assert own.read_bytes() == (files.PACKAGED / "periodic.md.j2").read_bytes()
    before = cchc("-C", str(example), "report", "quarterly", "--period", "2026-Q3").out
    own.write_text("Của riêng: {{ report.period }}\n", encoding="utf-8")
    after = cchc("-C", str(example), "report", "quarterly", "--period", "2026-Q3").out
    assert "BÁO CÁO" in before and after == "Của riêng: quý III năm 2026\n"
    assert "BÁO CÁO" in cchc("-C", str(example), "report", "half-year", "--period", "2026-H1").out
    kept = contents(example)
    ran = cchc("-C", str(example), "report", "--eject", "quarterly")
    assert ran.code == 2 and "đã có templates/quarterly." in ran.err and contents(example) == kept


def test_one_format_alone_is_copied_out_into_a_folder_that_is_made(cchc: Cchc, example: Path) -> None:
    (example / "templates").rmdir()
    assert cchc("-C", str(example), "report", "--eject", "brief", "--format", "docx").code == 0
    assert [path.name for path in (example / "templates").iterdir()] == ["brief.docx"]
    assert cchc("-C", str(example), "report", "--eject", "brief", "--format", "html").code == 2


def test_a_template_made_in_word_is_a_report(cchc: Cchc, example: Path, tmp_path: Path) -> None:
    source = template(
        "Kính gửi: {{ issuer.sentence }}", "{% for each in tasks %}{{ each.id }} {% endfor %}", "{{ blank('ý kiến') }}"
    )
    (example / "templates" / "thư mời.docx").write_bytes(source)
    ran = cchc("-C", str(example), "report", "thư mời", *DAY, "-o", str(tmp_path / "thu.docx"))
    assert ran.code == 0 and "Cần điền: ý kiến" in ran.err and "Còn 1 chỗ cần điền" in ran.err
    first, second, third = words(part((tmp_path / "thu.docx").read_bytes()))
    assert first.startswith("Kính gửi: ") and second.startswith("I.1 I.2 ") and third == "[Cần điền: ý kiến]"
    assert "thư mời" in cchc("-C", str(example), "report", "--list").out


@pytest.mark.parametrize("typed", ["NFC", "NFD"])
def test_a_name_is_known_whatever_its_unicode_form_and_the_case_of_its_ending(
    cchc: Cchc, example: Path, tmp_path: Path, typed: Literal["NFC", "NFD"]
) -> None:
    (example / "templates" / normalize("NFD", "Báo cáo tháng.DOCX")).write_bytes(template("{{ plan.title }}"))
    name, out = normalize(typed, "Báo cáo tháng"), tmp_path / "thang.docx"
    assert cchc("-C", str(example), "report", name, *DAY, "-o", str(out)).code == 0
    assert cchc("-C", str(example), "report", name, "--fields").code == 0
    assert "Báo cáo tháng " in cchc("-C", str(example), "report", "--list").out


def test_a_file_that_is_no_template_is_reported_with_what_to_do(cchc: Cchc, example: Path) -> None:
    for file in ("thư mời.doc", "khuôn.dotx", "~$thư mời.docx"):
        (example / "templates" / file).write_bytes(b"a")
    (example / "templates" / "cu.docx").mkdir()
    ran = cchc("-C", str(example), "report", "--list")
    assert "Không dùng được templates/khuôn.dotx: mở bằng Word, lưu lại dạng .docx." in ran.out
    assert "thư mời.doc:" in ran.out and "~$" not in ran.out and "cu " not in ran.out
    ran = cchc("-C", str(example), "report", "thư mời", *DAY)
    assert ran.code == 2 and "templates/thư mời.doc không phải là mẫu dạng .docx" in ran.err
    assert cchc("-C", str(example), "report", "cu", *DAY).code == 2


def test_a_template_that_is_far_too_large_is_not_read(cchc: Cchc, example: Path) -> None:
    with (example / "templates" / "thu.md.j2").open("wb") as file:
        file.truncate(10**12)
    ran = cchc("-C", str(example), "report", "thu", *DAY)
    assert ran.code == 2 and "mẫu thu.md.j2 quá lớn" in ran.err


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="the system has no FIFOs")
def test_a_pipe_without_a_writer_is_not_waited_for(cchc: Cchc, example: Path) -> None:
    os.mkfifo(example / "templates" / "thu.md.j2")
    assert cchc("-C", str(example), "report", "thu", *DAY).code == 2


def test_a_page_includes_another_and_is_html(cchc: Cchc, example: Path) -> None:
    (example / "templates" / "trang.html.j2").write_text("{% include 'chan.html.j2' %}", encoding="utf-8")
    (example / "templates" / "chan.html.j2").write_text("<p>{{ plan.title }}</p>", encoding="utf-8")
    ran = cchc("-C", str(example), "report", "trang", *DAY, "--format", "html")
    assert (ran.code, ran.out) == (0, "<p>Cải cách hành chính tỉnh Mẫu năm 2026</p>")
    (example / "templates" / "trang.html.j2").write_text("{% include '../plan/agencies.yaml' %}", encoding="utf-8")
    ran = cchc("-C", str(example), "report", "trang", *DAY, "--format", "html")
    assert (ran.code, ran.out) == (2, "") and "không có mẫu" in ran.err


def test_a_template_counts_what_the_command_counts(cchc: Cchc, example: Path) -> None:
    names = [
        "overdue",
        "due_soon",
        "later",
        "ongoing",
        "waiting",
        "unscheduled",
        "submitted",
        "done",
        "paused",
        "cancelled",
    ]
    printed = "".join(f"{name} {{{{ counts.{name} }}}}\n" for name in names)
    (example / "templates" / "dem.md.j2").write_text(printed, encoding="utf-8")
    ran = cchc("-C", str(example), "report", "dem", *DAY)
    counts = json.loads(cchc("-C", str(example), "due", *DAY, "--format", "json").out)["counts"]
    assert dict(line.split() for line in ran.out.splitlines()) == {name: str(counts[name]) for name in names}


def test_a_whole_group_of_data_is_refused_and_its_names_are_listed(cchc: Cchc, example: Path) -> None:
    (example / "templates" / "thu.md.j2").write_text("{{ plan }}\n", encoding="utf-8")
    ran = cchc("-C", str(example), "report", "thu", *DAY)
    assert (ran.code, ran.out) == (2, "")
    assert ".title" in ran.err and "dòng 1" in ran.err


def test_a_period_that_ended_before_the_plan_has_no_report(cchc: Cchc, example: Path) -> None:
    ran = cchc("-C", str(example), "report", "annual", "--period", "2024")
    assert (ran.code, ran.out) == (2, "")
