"""report dashboard: one HTML file about all open plans, with the figures of `stats`, `due` and `show`."""

import json
import re
from pathlib import Path
from typing import Any

import pytest

from builders import loaded
from conftest import Cchc
from pages import Page
from plans_below import add, both_kinds

DAYS = (
    "2025-12-31", "2026-01-31", "2026-02-01", "2026-03-31", "2026-04-01", "2026-06-30", "2026-09-14", "2026-11-25",
    "2026-12-31", "2027-03-01",
)  # fmt: skip
FOLDERS = (".", "examples/tinh-mau")
HOSTILE = (
    "</script><script>alert(1)</script>",
    "{{7*7}}",
    "{% for %}",
    "\"'><img src=x onerror=alert(1)>",
    "&lt;b&gt;",
)


def page(cchc: Cchc, *options: str, on: str = "2026-06-30", folder: str = ".") -> Page:
    ran = cchc("-C", folder, "report", "dashboard", "--as-of", on, *options)
    assert ran.code == 0, ran.err
    return Page(ran.out)


def answer(cchc: Cchc, *words: str, on: str = "2026-06-30", folder: str = ".") -> Any:
    return json.loads(cchc("-C", folder, *words, "--as-of", on, "--format", "json").out)


def due_ids(found: Any, part: str | None = None) -> list[str]:
    """The ids of the milestones and turns that `due` lists, in order."""
    every = (each for task in found["tasks"] for each in task["milestones"])
    return sorted(each["id"] for each in every if part in (None, each.get("part")))


def fraction(rate: Any) -> str:
    return f"{rate['done']}/{rate['of']}"


def agrees(cchc: Cchc, on: str, folder: str, *options: str) -> None:
    made = page(cchc, *options, on=on, folder=folder)
    stats = answer(cchc, "stats", *options, on=on, folder=folder)
    due = answer(cchc, "due", *options, on=on, folder=folder)
    assert made.number("hoan-thanh") == fraction(stats["total"]["rates"]["done"])
    assert made.number("dung-han") == fraction(stats["total"]["rates"]["on_time"])
    assert made.number("qua-han") == str(due["counts"]["overdue"])
    listed = len(due_ids(due, "lead" if options else None))
    more = [int(number) for name in ("qua-han", "den-han") for number in re.findall(r"\d+", made.beside(name))]
    assert int(made.number("qua-han")) + int(made.number("den-han")) + sum(more) == listed
    shares_of_sections(made, stats)
    by_agency = answer(cchc, "stats", "--by", "agency", *options, on=on, folder=folder)
    for title, found in (("lĩnh vực", stats), ("cơ quan chủ trì", by_agency)):
        rows = made.figures(f"Số liệu theo {title}")
        told = [row for row in rows if row[-2].endswith(")")]
        assert [int(row[1]) for row in told][: len(found["rows"])] == [row["total"] for row in found["rows"]]
        for row, own in zip(rows, found["rows"], strict=False):
            assert row[0] == own["name"] or row[0].endswith(f". {own['name']}")
            assert sum(map(int, row[1:-2])) - (own["stale"] if _counts_stale(made, title) else 0) == 2 * own["total"]
            assert row[-2].endswith(f"({fraction(own['rates']['done'])})")
            assert row[-1].endswith(f"({fraction(own['rates']['on_time'])})")


def shares_of_sections(made: Page, stats: Any) -> None:
    """The chart by section says what the table says."""
    bars = made.bars("Tình trạng nhiệm vụ theo lĩnh vực")
    assert [name.rpartition(" (")[2] for name, _ in bars] == [f"{row['total']})" for row in stats["rows"]]
    for (_, told), row in zip(bars, stats["rows"], strict=True):
        late = re.search(r"(\d+) quá hạn", told)
        assert int(late[1] if late else 0) == row["buckets"]["overdue"]
        assert sum(map(int, re.findall(r"\d+", told))) == row["total"]


def _counts_stale(made: Page, title: str) -> bool:
    heads = made.all(f'//table[caption="Số liệu theo {title}"]/thead/tr/th')
    return "Chưa cập nhật" in [made.words(head) for head in heads]


@pytest.mark.parametrize("folder", FOLDERS)
def test_its_figures_are_those_of_stats_and_due(cchc: Cchc, folder: str) -> None:
    agrees(cchc, "2026-06-30", folder)


@pytest.mark.slow
@pytest.mark.parametrize("on", DAYS)
@pytest.mark.parametrize("folder", FOLDERS)
def test_its_figures_are_those_of_stats_and_due_on_every_day(cchc: Cchc, folder: str, on: str) -> None:
    agrees(cchc, on, folder)
    agrees(cchc, on, folder, "--agency", "STP")


@pytest.mark.parametrize("folder", FOLDERS)
@pytest.mark.parametrize("on", [DAYS[3], DAYS[5]])
def test_it_lists_what_due_lists(cchc: Cchc, folder: str, on: str) -> None:
    made, due = page(cchc, on=on, folder=folder), answer(cchc, "due", on=on, folder=folder)
    assert sorted(made.listed("qua-han") + made.listed("den-han")) == due_ids(due)
    tasks = [f"{task['plan']}:{task['id']}" for task in answer(cchc, "list", on=on, folder=folder)["tasks"]]
    assert [row.get("id") for row in made.all("//tr[@data-task]")] == tasks


@pytest.mark.parametrize("agency", ["so-tu-phap", "so-noi-vu", "ubnd-phuong-nha-trang"])
def test_the_filter_shows_an_agency_what_due_and_list_show_it(cchc: Cchc, agency: str) -> None:
    made = page(cchc).filtered(agency)
    assert made.tasks == [f"2026:{task['id']}" for task in answer(cchc, "list", "--agency", agency)["tasks"]]
    assert made.due == due_ids(answer(cchc, "due", "--agency", agency))


@pytest.mark.slow
@pytest.mark.parametrize("folder", FOLDERS)
@pytest.mark.parametrize("on", DAYS[3::3])
def test_the_filter_shows_every_agency_what_due_and_list_show_it(cchc: Cchc, folder: str, on: str) -> None:
    made = page(cchc, on=on, folder=folder)
    for agency in made.circles:
        found = made.filtered(agency)
        tasks = answer(cchc, "list", "--agency", agency, on=on, folder=folder)["tasks"]
        assert found.tasks == [f"{task['plan']}:{task['id']}" for task in tasks], agency
        assert found.due == due_ids(answer(cchc, "due", "--agency", agency, on=on, folder=folder)), agency


def test_the_page_of_an_agency_holds_what_concerns_it(cchc: Cchc) -> None:
    made, due = page(cchc, "--agency", "STP"), answer(cchc, "due", "--agency", "STP")
    assert sorted(made.listed("qua-han") + made.listed("den-han")) == due_ids(due, "lead")
    assert sorted(made.listed("phoi-hop")) == due_ids(due, "other")
    assert list(made.circles) == ["so-tu-phap"]
    assert made.filtered("so-tu-phap").tasks == [row.get("id") for row in made.all("//tr[@data-task]")]


@pytest.mark.parametrize("options", [(), ("--agency", "STP")])
def test_every_link_leads_somewhere_and_no_two_places_share_a_name(cchc: Cchc, options: tuple[str, ...]) -> None:
    assert links(page(cchc, *options)) == []


def links(made: Page) -> list[str]:
    """Links that lead nowhere."""
    places = [each.get("id") for each in made.all("//*[@id]")]
    assert len(places) == len(set(places))
    targets = {each.get("href") for each in made.all("//a")} | {
        f"#{row.get('data-of')}" for row in made.all("//tr[@data-of]")
    }
    return sorted(target for target in targets if target.removeprefix("#") not in places)


def test_it_asks_for_nothing_from_anywhere(cchc: Cchc) -> None:
    made = page(cchc)
    assert [each.get("href") for each in made.all("//link")] == ["data:,"]
    assert made.all("//@src | //iframe | //object | //img | //base") == []
    assert re.findall(r"(?:https?:)?//[a-z]|url\(|@import|fetch\(|XMLHttp|import\(", made.text) == []
    assert "default-src 'none'" in made.one('//meta[@http-equiv="Content-Security-Policy"]').get("content")
    assert len(made.one("//script").text.encode()) <= 20_000


def test_without_script_everything_is_there_but_the_filter(cchc: Cchc) -> None:
    made = page(cchc)
    assert made.one("//details[form]").get("hidden") is not None
    assert {each.tag for each in made.all("//*[@hidden]")} <= {"details", "button", "p", "tr"}
    assert made.all("//tr[@hidden][not(@data-own)]") == []
    told = made.words(made.one('//tr[@id="2026:I.1"]//details'))
    for line in cchc("show", "I.1", "--as-of", "2026-06-30").out.splitlines():
        if not line.startswith(("I.1", "  tại ")):
            assert " ".join(line.split()) in told


def test_same_input_same_bytes_and_it_is_spared_once_a_person_has_changed_it(cchc: Cchc, tmp_path: Path) -> None:
    file = tmp_path / "trang.html"
    made = ("report", "dashboard", "--as-of", "2026-06-30", "-o", str(file))
    assert cchc(*made).code == 0
    first = file.read_bytes()
    assert cchc(*made).code == 0 and file.read_bytes() == first
    assert len(first) <= 500 * 1024
    file.write_bytes(first.replace("Quá hạn".encode(), "Trễ hạn".encode()))
    spared = cchc(*made)
    assert spared.code == 2 and "--force" in spared.err
    assert cchc(*made, "--force").code == 0 and file.read_bytes() == first


def test_several_plans_stand_under_the_chief_one(cchc: Cchc, copied: Path) -> None:
    below = ("so-tu-phap", "so-noi-vu", "ubnd-phuong-nha-trang")
    add(copied, loaded().workspace.registry, below)
    made, folder = page(cchc, folder=str(copied)), str(copied)
    stats = answer(cchc, "stats", "--by", "plan", folder=folder)
    tree = made.figures("Từng kế hoạch và các kế hoạch dưới nó")
    assert [made.words(each) for each in made.all("//h1")] == [tree[0][0]]
    assert [len(row) for row in tree] == [9] * 4
    assert [row[5] for row in tree] == [str(stats["total"]["total"]), "", "", ""]
    assert sorted(int(row[1]) for row in tree) == sorted(row["total"] for row in stats["rows"])
    sections = [row[0] for row in made.figures("Số liệu theo lĩnh vực")]
    assert sections[0] == "I. CẢI CÁCH THỂ CHẾ" and f"{tree[1][0]} – I. NHIỆM VỤ" in sections
    assert made.bars(f"Tình trạng nhiệm vụ theo lĩnh vực, {tree[0][0]}")
    levels = answer(cchc, "stats", "--by", "level", folder=folder)["rows"]
    assert [int(row[1]) for row in made.figures("Số liệu theo cấp")][: len(levels)] == [row["total"] for row in levels]
    assert [each.get("value") for each in made.all('//select[@name="cap"]/option[@value!=""]')] == [
        "province",
        "department",
        "commune",
    ]
    assert made.all("//section[@data-level]")[0].get("id") == "ke-hoach:2026"
    for agency in below:
        wanted = [
            f"{each['plan']}:{each['id']}" for each in answer(cchc, "list", "--agency", agency, folder=folder)["tasks"]
        ]
        assert sorted(made.filtered(agency).tasks) == sorted(wanted)
    assert links(made) == []


def test_work_given_from_above_is_listed_and_counted_apart(cchc: Cchc, copied: Path) -> None:
    folder = str(copied)
    given = ("--given-by", "Thủ tướng Chính phủ", "--title", "Báo cáo phân cấp", "--schedule", "Tháng 5/2026")
    basis = ("--basis", "45/CĐ-TTg", "--date", "10/5/2026", "--as-of", "2026-05-12")
    add(copied, loaded().workspace.registry, ("so-tu-phap",))
    assert cchc("-C", folder, "add", *given, "--lead", "SNV", *basis, "--plan", "2026").code == 0
    made, due = page(cchc, folder=folder), answer(cchc, "due", folder=folder)
    assert made.number("qua-han") == str(due["counts"]["overdue"])
    assert made.beside("qua-han") == "ngoài ra 1 mốc giao riêng"
    assert made.listed("qua-han").count("given.1/1") == 1
    stats = answer(cchc, "stats", "--by", "plan", folder=folder)
    tree = made.figures("Từng kế hoạch và các kế hoạch dưới nó")
    assert [int(row[1]) for row in tree] == [row["total"] for row in stats["rows"]]


def test_the_page_of_an_agency_has_the_chart_of_what_it_leads(cchc: Cchc) -> None:
    made, stats = page(cchc, "--agency", "STP"), answer(cchc, "stats", "--agency", "STP")
    shares_of_sections(made, stats)
    assert made.bars("Tỷ lệ hoàn thành") == []


@pytest.mark.parametrize("folder", FOLDERS)
@pytest.mark.parametrize("options", [(), ("--agency", "SNV")])
def test_it_tells_the_targets_measured_or_not(cchc: Cchc, folder: str, options: tuple[str, ...]) -> None:
    made, told = page(cchc, *options, folder=folder), answer(cchc, "targets", *options, folder=folder)["targets"]
    results = {"met": "đạt", "not_met": "chưa đạt", "not_measured": "chưa đo"}
    rows = made.figures("Chỉ tiêu")
    assert [row[0] for row in rows] == [each["id"] for each in told]
    assert [row[3].partition(":")[0] for row in rows] == [results[each["result"]] for each in told]


def test_it_names_everyone_who_is_awaited(cchc: Cchc) -> None:
    made = page(cchc)
    told = made.words(made.one('//tr[@id="2026:II.1"]//details'))
    assert "--" not in told and "cơ quan nữa" not in told
    parts = answer(cchc, "show", "II.1")["task"]["milestones"][0]["members"]
    assert len(parts) == 14 and all(part["name"] in told for part in parts)


def test_a_draft_and_a_closed_plan_say_so(cchc: Cchc, copied: Path) -> None:
    file = copied / "plan" / "2026" / "plan.yaml"
    text = file.read_text(encoding="utf-8")
    assert "Dự thảo" not in page(cchc).text
    for line, said in (("draft: true", "Dự thảo"), ("closed: 2027-01-31", "Đã đóng ngày 31/01/2027")):
        file.write_text(f"{text}{line}\n", encoding="utf-8")
        made = page(cchc, "--plan", "2026", folder=str(copied))
        assert made.words(made.one("//header/p[strong]")) == said


def test_a_commune_without_sections_sees_its_turns(cchc: Cchc, tmp_path: Path) -> None:
    folder = str(tmp_path / "xa")
    assert cchc("init", folder, "--body", "UBND xã Suối Trong", "--parent", "tỉnh Mẫu").code == 0
    led = ("--plan", "2026", "--lead", "Văn phòng HĐND và UBND", "--product", "Báo cáo")
    for title, schedule in (("Báo cáo tháng", "Trước ngày 20 hằng tháng"), ("Công khai thủ tục", "Quý II/2026")):
        assert cchc("-C", folder, "add", "--title", title, "--schedule", schedule, *led).code == 0
    file = tmp_path / "xa" / "plan" / "2026" / "plan.yaml"
    issued = "decision: {number: 45/KH-UBND, date: 2026-01-20, kind: KẾ HOẠCH}\n"
    file.write_text(file.read_text(encoding="utf-8") + issued, encoding="utf-8")
    made, due = page(cchc, folder=folder), answer(cchc, "due", folder=folder)
    assert made.listed("qua-han") == [f"1@2026-0{month}" for month in range(2, 7)]
    assert made.listed("den-han") == ["2/1", "1@2026-07"]
    assert sorted(made.listed("qua-han") + made.listed("den-han")) == due_ids(due)
    assert made.number("qua-han") == str(due["counts"]["overdue"])
    assert "lĩnh vực" not in made.words(made.one("//main")).lower().partition("các ngày tới")[0]
    assert links(made) == []


@pytest.mark.slow
def test_a_province_with_79_plans_below_fits_into_three_megabytes(cchc: Cchc, copied: Path) -> None:
    registry = loaded().workspace.registry
    add(copied, registry, both_kinds(registry))
    for file in sorted((copied / "plan").glob("*/appendix/I.yaml")):
        if file.parts[-3] != "2026":
            _dozen(file)
    made = page(cchc, folder=str(copied))
    assert len(made.all("//tr[@data-task]")) >= 89 + 79 * 12
    assert len(made.text.encode()) <= 3 * 1024 * 1024
    tree = made.figures("Từng kế hoạch và các kế hoạch dưới nó")
    assert len(tree) == 80 and tree[0][0] == page(cchc).words(made.one("//h1"))
    stats = answer(cchc, "stats", "--by", "plan", folder=str(copied))
    assert tree[0][5] == str(stats["total"]["total"])
    assert sorted(int(row[1]) for row in tree) == sorted(row["total"] for row in stats["rows"])


def _dozen(file: Path) -> None:
    """The section with a dozen tasks: its own again, without links."""
    data = json.loads(file.read_text(encoding="utf-8"))
    again = [{**row, "implements": []} for row in 2 * data["tasks"]]
    rows = [{**row, "id": f"I.{at}", "number": str(at)} for at, row in enumerate((*data["tasks"], *again)[:12], 1)]
    file.write_text(json.dumps({**data, "tasks": rows}, ensure_ascii=False), encoding="utf-8")


@pytest.mark.parametrize("title", HOSTILE)
def test_data_is_text(cchc: Cchc, copied: Path, title: str) -> None:
    file = copied / "plan" / "2026" / "appendix" / "I.yaml"
    text = file.read_text(encoding="utf-8")
    old = re.search(r"(?m)^( *(?:- )?title: ).*$", text)
    assert old is not None
    file.write_text(text.replace(old[0], old[1] + json.dumps(title), 1), encoding="utf-8")
    made = page(cchc, folder=str(copied))
    assert len(made.all("//script")) == 1 and made.all("//img | //b") == []
    assert [row for row in made.all("//summary") if title in made.words(row)] or title in made.tree.text_content()


def test_marks_that_turn_text_round_are_shown_not_sent(cchc: Cchc, copied: Path) -> None:
    file = copied / "plan" / "2026" / "plan.yaml"
    text = file.read_text(encoding="utf-8")
    title = 'title: "Kế hoạch \\u202eabc"'
    file.write_text(re.sub(r"(?m)^title: .*", lambda _: title, text, count=1), encoding="utf-8")
    made = page(cchc, folder=str(copied))
    assert "\u202e" not in made.text
    assert made.words(made.one("//h1")) == "Kế hoạch \\u202eabc"


def test_it_is_a_report_like_others(cchc: Cchc) -> None:
    listed = cchc("report", "--list", "--format", "csv").out
    assert re.search(r"(?m)^dashboard,.*html", listed)
    assert cchc("report", "--check", "dashboard").code == 0
    assert cchc("report", "dashboard", "--format", "md").code == 2
    assert cchc("report", "dashboard", "--agency", "Các cơ quan liên quan").code == 2
