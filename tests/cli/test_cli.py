"""Whole runs on the real plan: what an officer sees, what another program reads, how mistakes end."""

import csv
import io
import json
import shutil
import unicodedata
from pathlib import Path

import pytest

from conftest import ROOT, Cchc, Golden
from plans_below import copied_as

DAY = "--as-of=2026-05-01"

RUNS = {
    "first-screen": [],
    "help-due": ["due", "--help"],
    "due-section": ["due", "--section", "I", DAY],
    "due-agency": ["due", "--agency", "Sở Tư pháp", DAY],
    "due-agency.md": ["due", "--agency", "Sở Tư pháp", DAY, "--format", "md"],
    "due-agency.csv": ["due", "--agency", "Sở Tư pháp", DAY, "--format", "csv"],
    "due-agency.json": ["due", "--agency", "Sở Tư pháp", DAY, "--format", "json", "--section", "I"],
    "due-nothing": ["due", "--agency", "Sở Y tế", "--section", "VII", DAY],
    "list-search": ["list", "--search", "chuyen doi so", DAY],
    "list-body": ["list", "--section", "body", DAY],
    "list-section.json": ["list", "--section", "V", DAY, "--format", "json"],
    "show-two-terms": ["show", "II.5", DAY],
    "show-condition": ["show", "i.12", DAY],
    "show-collective": ["show", "V.1", DAY],
    "show-members": ["-C", "examples/tinh-mau", "show", "III.7", "--members", "--as-of=2026-09-14"],
    "show-empty": ["show", "II.2.2-1", DAY],
    "show.json": ["show", "V.2", DAY, "--format", "json"],
    "stats-section": ["stats", DAY],
    "stats-agency": ["stats", "--by", "agency", DAY],
    "stats.json": ["stats", DAY, "--format", "json"],
    "agencies-name": ["agencies", "stp"],
    "agencies-group.json": ["agencies", "Các sở, ban, ngành", "--format", "json"],
    "targets": ["targets", DAY],
    "targets.json": ["targets", DAY, "--format", "json"],
    "validate": ["validate"],
    "validate.json": ["validate", "--format", "json"],
    "rules": ["rules"],
    "rules-one": ["rules", "cc501"],
    "report-list": ["report", "--list"],
    "quarterly.md": ["report", "quarterly", "--period", "2026-Q1"],
    "quarterly-q2.md": ["report", "quarterly", "--period", "2026-Q2", "--as-of", "2026-06-30"],
}

MISTAKES = {
    "agency-not-there": ["due", "--agency", "Sở Pháp"],
    "agency-several": ["due", "--agency", "Tư pháp"],
    "agency-typo": ["due", "--agency", "Sở Tư phát"],
    "option-not-there": ["due", "--agncy", "x"],
    "option-without-value": ["due", "--agency"],
    "option-not-a-number": ["due", "--within", "x"],
    "argument-missing": ["show"],
    "argument-too-many": ["due", "Sở", "Tư", "pháp"],
    "command-not-there": ["deu"],
    "task-not-there": ["show", "I.99"],
    "task-is-a-heading": ["show", "II.2"],
    "day-not-there": ["due", "--as-of", "2026-02-30"],
    "period-not-there": ["stats", "--period", "2026-Q5"],
    "section-not-there": ["list", "--section", "IX"],
    "state-not-there": ["list", "--state", "sắp xong"],
    "role-not-there": ["list", "--role", "sếp"],
    "format-not-there": ["due", "--format", "pdf"],
    "plan-not-there": ["due", "--plan", "2025"],
    "rule-not-there": ["rules", "CC999"],
    "report-not-there": ["report", "quaterly"],
    "folder-not-there": ["-C", "khong-co", "due"],
}


def test_the_first_screen_cuts_no_sentence_and_gives_each_command_a_line(cchc: Cchc) -> None:
    lines = cchc().out.splitlines()
    assert not [line for line in lines if len(line) > 80 or line.endswith("...")]
    commands = lines[lines.index("Các lệnh:") + 1 : lines.index("Tùy chọn:") - 1]
    assert all(line[2].isalpha() and line.endswith((".", ")")) for line in commands)


@pytest.mark.parametrize("name", RUNS)
def test_a_run_prints_what_it_printed(name: str, cchc: Cchc, golden: Golden) -> None:
    ran = cchc(*RUNS[name])
    assert ran.code == 0
    golden(f"{name}{'' if '.' in name else '.txt'}", ran.out)


@pytest.mark.parametrize("name", MISTAKES)
def test_a_mistake_ends_with_2_and_says_what_to_do(name: str, cchc: Cchc, golden: Golden) -> None:
    ran = cchc(*MISTAKES[name])
    assert (ran.code, ran.out) == (2, "")
    golden(f"mistake-{name}.txt", ran.err)


NAMES = ("Sở Tư pháp", "so tu phap", "SỞ TƯ PHÁP", "STP", unicodedata.normalize("NFD", "Sở Tư pháp"), "Sở tư pháp ")


def test_every_spelling_of_an_agency_gives_the_same_answer(cchc: Cchc) -> None:
    answers = {cchc("due", "--agency", name, DAY, "--format", "json").out for name in NAMES}
    assert len(answers) == 1


def test_nha_trang_is_the_ward_of_that_name(cchc: Cchc) -> None:
    matches = json.loads(cchc("agencies", "Nha Trang", "--format", "json").out)["matches"]
    assert [each["id"] for each in matches] == ["ubnd-phuong-nha-trang"]


def test_the_last_day_is_in_time_and_the_next_is_overdue_by_one(cchc: Cchc) -> None:
    def first(day: str) -> dict[str, object]:
        tasks = json.loads(cchc("list", "--as-of", day, "--format", "json").out)["tasks"]
        milestone: dict[str, object] = tasks[0]["milestones"][0]
        return milestone

    assert first("2026-01-31")["timing"] == "due_soon"
    assert (first("2026-02-01")["timing"], first("2026-02-01")["days_late"]) == ("overdue", 1)


def test_lists_count_what_they_say(cchc: Cchc) -> None:
    due = json.loads(cchc("due", DAY, "--format", "json").out)
    listed = [each for task in due["tasks"] for each in task["milestones"]]
    assert sum(each["bucket"] == "overdue" for each in listed) == due["counts"]["overdue"]
    everything = json.loads(cchc("due", "--all", DAY, "--format", "json").out)
    assert sum(len(task["milestones"]) for task in everything["tasks"]) == sum(due["counts"].values()) + 5
    tasks = json.loads(cchc("list", DAY, "--format", "json").out)["tasks"]
    assert [task["section"] for task in tasks].count("body") == 5
    assert len(tasks) == 84 + 5
    assert [task["id"] for task in tasks].index("I.2") < [task["id"] for task in tasks].index("I.10")


def test_check_ends_with_1_when_something_is_overdue(cchc: Cchc) -> None:
    assert cchc("due", "--check", "--as-of", "2026-01-01").code == 0
    assert cchc("due", "--check", DAY).code == 1
    assert cchc("due", "--check", "--agency", "Sở Y tế", "--as-of", "2026-02-01").code == 0, "only the lead part counts"


def test_csv_opens_in_excel_and_carries_every_row(cchc: Cchc) -> None:
    out = cchc("list", DAY, "--format", "csv").out
    assert out.startswith("\ufeff")
    rows = list(csv.reader(io.StringIO(out.removeprefix("\ufeff"))))
    assert len(rows) == 1 + 84 + 5
    assert {len(row) for row in rows} == {len(rows[0])}


def test_a_period_sets_the_day_of_the_figures(cchc: Cchc) -> None:
    assert json.loads(cchc("stats", "--period", "2026-Q1", "--format", "json").out)["as_of"] == "2026-03-14"
    moved = cchc("stats", "--period", "2026-Q1", "--as-of", "31/03/2026", "--format", "json")
    assert json.loads(moved.out)["as_of"] == "2026-03-31"


def test_output_goes_to_a_file_and_the_screen_stays_empty(cchc: Cchc, tmp_path: Path) -> None:
    target = tmp_path / "quá hạn.csv"
    ran = cchc("due", DAY, "--format", "csv", "-o", str(target))
    assert (ran.code, ran.out) == (0, "")
    assert target.read_bytes().decode() == cchc("due", DAY, "--format", "csv").out
    assert list(tmp_path.iterdir()) == [target]


def test_a_folder_that_cannot_be_written_is_reported(cchc: Cchc, tmp_path: Path) -> None:
    ran = cchc("due", DAY, "-o", str(tmp_path / "khong" / "co" / "x.txt"))
    assert (ran.code, ran.out) == (2, "")
    assert not list(tmp_path.iterdir())


@pytest.fixture
def copied(tmp_path: Path) -> Path:
    shutil.copytree(ROOT / "plan", tmp_path / "plan")
    return tmp_path


def test_a_broken_plan_stops_every_command_but_validate(cchc: Cchc, copied: Path) -> None:
    section = copied / "plan/2026/appendix/I.yaml"
    section.write_bytes(section.read_bytes().replace(b"Th\xc3\xa1ng 01/2026", b"Qu\xc3\xbd V/2026", 1))
    ran = cchc("-C", str(copied), "due", DAY)
    assert (ran.code, ran.out) == (2, "")
    assert "plan/2026/appendix/I.yaml:11:15: lỗi CC302" in ran.err
    assert cchc("-C", str(copied), "validate").code == 1


def test_a_closed_plan_is_reached_by_name_only(cchc: Cchc, copied: Path) -> None:
    plan = copied / "plan/2026/plan.yaml"
    plan.write_text(plan.read_text("utf-8") + "closed: 2027-02-28\n", "utf-8")
    assert cchc("-C", str(copied), "list", "--format", "json")[:2] == (2, "")
    assert json.loads(cchc("-C", str(copied), "list", "--plan", "2026", "--format", "json").out)["tasks"]


def test_a_bare_id_that_two_plans_have_needs_its_plan(cchc: Cchc, copied: Path) -> None:
    copied_as(copied, "so-noi-vu/2026")
    ran = cchc("-C", str(copied), "show", "I.9")
    assert (ran.code, ran.out) == (2, "")
    assert "2026:I.9" in ran.err
    assert "so-noi-vu/2026:I.9" in ran.err
    assert cchc("-C", str(copied), "show", "so-noi-vu/2026:I.9").code == 0


def test_only_the_plan_that_is_named_must_be_sound(cchc: Cchc, copied: Path) -> None:
    (copied / "plan/hong").mkdir()
    (copied / "plan/hong/plan.yaml").write_text("format: [\n", "utf-8")
    assert cchc("-C", str(copied), "due", DAY).code == 2
    assert cchc("-C", str(copied), "due", DAY, "--plan", "2026").code == 0


def test_validate_names_files_that_nothing_reads(cchc: Cchc, copied: Path) -> None:
    (copied / "plan/2026/appendix/VIII.yml").write_text("id: VIII\n", "utf-8")
    problems = json.loads(cchc("-C", str(copied), "validate", "--format", "json").out)["problems"]
    found = [each for each in problems if each["file"] == "plan/2026/appendix/VIII.yml"]
    assert [each["code"] for each in found] == ["CC012"]


def test_validate_can_be_narrowed_to_files(cchc: Cchc) -> None:
    problems = json.loads(cchc("validate", "plan/2026/appendix/II.yaml", "--format", "json").out)["problems"]
    assert {each["file"] for each in problems} == {"plan/2026/appendix/II.yaml"}


def test_warnings_fail_only_when_strict(cchc: Cchc) -> None:
    assert cchc("validate").code == 0
    assert cchc("validate", "--strict").code == 1


def test_a_template_dropped_into_the_workspace_works(cchc: Cchc, copied: Path) -> None:
    (copied / "templates").mkdir()
    template = copied / "templates/tom-tat.md.j2"
    template.write_text("{{ plan.title }}: {{ tasks | length }} nhiệm vụ, {{ stats.section.total.total }}\n", "utf-8")
    ran = cchc("-C", str(copied), "report", "tom-tat", "--period", "2026-Q1")
    assert (ran.code, ran.out) == (0, "Cải cách hành chính tỉnh Khánh Hòa năm 2026: 89 nhiệm vụ, 84\n")


def test_a_template_with_an_unknown_name_says_where(cchc: Cchc, copied: Path) -> None:
    (copied / "templates").mkdir()
    (copied / "templates/hong.md.j2").write_text("một\nhai {{ plan.khong_co }}\n", "utf-8")
    ran = cchc("-C", str(copied), "report", "hong", "--period", "2026-Q1")
    assert (ran.code, ran.out) == (2, "")
    assert "hong.md.j2, dòng 2" in ran.err


def test_version_names_the_yaml_reader(cchc: Cchc) -> None:
    assert "libyaml" in cchc("--version").out


def test_completion_offers_agencies_ids_sections_periods(cchc: Cchc, monkeypatch: pytest.MonkeyPatch) -> None:
    def offered(words: str) -> str:
        monkeypatch.setenv("_CCHC_COMPLETE", "complete_bash")
        monkeypatch.setenv("COMP_WORDS", words)
        monkeypatch.setenv("COMP_CWORD", str(len(words.split()) - (0 if words.endswith(" ") else 1)))
        return cchc().out

    assert "2026-Q1" in offered("cchc stats --period 2026")
    assert "II.2.2-1" in offered("cchc show II.2")
    assert "VII" in offered("cchc list --section V")
    assert "so-tu-phap" in offered("cchc due --agency so")
    assert "so-tu-phap" in offered("cchc due --agency Sở")


def test_every_json_output_names_the_province_of_the_settings(copied: Path, cchc: Cchc) -> None:
    settings = copied / "plan" / "settings.yaml"
    runs = (["due"], ["list"], ["show", "I.1"], ["stats"], ["targets"], ["agencies"], ["event", "list"], ["validate"],
            ["report", "brief", "--fields"])  # fmt: skip
    assert json.loads(cchc("-C", str(copied), "due", "--format", "json").out)["province"] is None
    settings.write_text(settings.read_text(encoding="utf-8") + "province: Khánh Hòa\n", encoding="utf-8")
    for run in runs:
        assert json.loads(cchc("-C", str(copied), *run, "--format", "json").out)["province"] == "Khánh Hòa", run


def test_show_tells_a_dropped_task_once_and_waits_for_nobody(cchc: Cchc) -> None:
    told = cchc("show", "III.6", "-C", "examples/tinh-mau", "--as-of", "2026-09-14").out
    assert "  tình trạng: không thực hiện (0/5)\n" in told
    assert "các phần" not in told
