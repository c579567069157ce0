"""The reports beside the periodic ones: whom they tell of what, how they read, and that data cannot break them."""

import re
from collections.abc import Iterable
from datetime import date
from itertools import pairwise
from pathlib import Path
from shutil import copytree
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from msgspec import structs

from any_workspace import DAYS, any_workspace
from builders import day, decision, entry, part, returned, task, workspace
from cchc_cli.disk import results
from cchc_cli.documents.reports import every_report
from cchc_cli.documents.reports.owed import Pressing, by_agency
from cchc_cli.documents.reports.rows import short_title, shortened
from cchc_cli.documents.reports.scene import Scene
from cchc_cli.documents.reports.time_asked import asks_for_time
from cchc_cli.model import Role
from cchc_cli.plan.workspace import Workspace
from cchc_cli.queries.due import due
from cchc_cli.queries.views import Asked
from cchc_cli.schedule import quarter
from cchc_cli.state.timing import Bucket
from cchc_cli.text.problems import Stop
from conftest import Cchc, Golden, contents

EXAMPLE = ("-C", "examples/tinh-mau")
DAY = ("--as-of", "2026-09-14")
GFM = MarkdownIt("commonmark").enable(["table", "strikethrough"])
PRESSING = ("overdue", "due_soon")
RUNS = {
    "brief": ("brief",),
    "overdue": ("overdue",),
    "overdue-agency": ("overdue", "--agency", "UBND xã Suối Trong"),
    "agency": ("agency", "--agency", "STP"),
    "agency-monitor": ("agency", "--agency", "Sở Nội vụ"),
    "reminder": ("reminder",),
    "reminder-one": ("reminder", "--agency", "STP"),
    "reminder-group": ("reminder", "--agency", "UBND cấp xã", "--within", "60"),
    "notice": ("notice",),
}


@pytest.mark.parametrize("name", RUNS)
def test_a_report_prints_what_it_printed(name: str, cchc: Cchc, golden: Golden) -> None:
    ran = cchc(*EXAMPLE, "report", *RUNS[name], *DAY)
    assert ran.code == 0
    golden(f"report-{name}.md", ran.out)
    golden(f"report-{name}.txt", ran.err)


# --- who is reminded of what


def told(name: str, of: Workspace, on: str, *agencies: str, within: int = 30) -> Any:
    return built(name, Scene(of, day(on), quarter(day(on)), agencies, within))


def built(name: str, scene: Scene) -> Any:
    """The report's own struct."""
    return every_report()[name].build(scene)


def reminded(of: Workspace, on: str, *agencies: str, within: int = 30) -> dict[str, tuple[list[str], list[str]]]:
    """Agency → ids of what is overdue and of what is due soon."""
    found = told("reminder", of, on, *agencies, within=within).agencies
    return {each.id: (ids(each.overdue), ids(each.due_soon)) for each in found}


def ids(rows: Iterable[Any]) -> list[str]:
    return [row.id for row in rows]


def test_an_agency_is_reminded_of_what_it_leads_and_of_nothing_else() -> None:
    of = workspace(
        task("Tháng 02/2026", others=[("stc", Role.COORDINATE), ("xa", Role.PERFORM)]),
        task("Tháng 4/2026", identity="I.2"),
        task("Tháng 12/2026", identity="I.3"),
    )
    assert reminded(of, "1/4") == {"stp": (["I.1"], ["I.2"])}


def test_members_of_a_closed_group_are_reminded_of_their_own_part() -> None:
    of = workspace(task("Tháng 02/2026", ["xa"]), entries=[entry("xa-1", "20/2", "done")])
    assert reminded(of, "1/4") == {"xa-2": (["I.1"], []), "xa-3": (["I.1"], [])}


def test_a_member_with_an_extension_of_its_own_is_not_yet_late() -> None:
    of = workspace(task("Tháng 02/2026", ["xa"]), deadlines=[decision("extend", "20/2", "15/4", agency="xa-2")])
    assert reminded(of, "1/4") == {"xa-1": (["I.1"], []), "xa-2": ([], ["I.1"]), "xa-3": (["I.1"], [])}


@given(any_workspace(), DAYS, st.integers(0, 60))
def test_each_agency_is_reminded_of_what_due_lists_for_it(of: Workspace, on: date, within: int) -> None:
    reminded = by_agency(Scene(of, on, quarter(on), within=within))
    for agency in (row.id for row in of.registry.rows if not of.registry.is_group(row.id)):
        listed = due(of, Asked(on, (agency,)), within).items
        own = [each.seen.state for each in listed if each.seen.part == "lead"]
        expected = {(each.milestone.id, each.bucket is Bucket.OVERDUE) for each in own if not each.milestone.checkpoint}
        told = reminded.get(agency, Pressing([], []))
        got = {(state.milestone.id, late) for late in (True, False) for _, state in told[not late]}
        assert got == expected


def test_open_groups_are_never_reminded_and_this_is_said() -> None:
    of = workspace(task("Tháng 02/2026", ["lien-quan"]), task("Tháng 02/2026", identity="I.2"))
    assert list(reminded(of, "1/4")) == ["stp"]
    assert told("reminder", of, "1/4").remarks == ("Không có đầu mối để đôn đốc: I.1 (Các cơ quan liên quan).",)


def test_the_issuer_writes_no_letter_to_itself_and_this_is_said() -> None:
    of = workspace(task("Tháng 02/2026", ["snv", "stp"]))
    assert list(reminded(of, "1/4")) == ["stp"]
    assert told("reminder", of, "1/4").remarks == (
        "Sở Nội vụ là cơ quan phát hành, không tự đôn đốc: còn 01 nhiệm vụ quá hạn.",
    )


@pytest.mark.parametrize("status", ["submitted", "paused", "cancelled", "done"])
def test_no_agency_is_reminded_of_work_that_is_not_open(status: str) -> None:
    of = workspace(task("Tháng 02/2026"), entries=[entry("stp", "10/3", status)])
    assert reminded(of, "1/4") == {}


def test_an_agency_is_reminded_again_of_work_that_was_sent_back() -> None:
    of = workspace(task("Tháng 02/2026"), entries=[entry("stp", "10/3", "submitted"), returned("12/3")])
    assert reminded(of, "1/4") == {"stp": (["I.1"], [])}


def test_no_agency_is_reminded_of_a_checkpoint() -> None:
    of = workspace(
        task("", milestones=(part("I.1/1", "Tháng 4/2026", checkpoint=True), part("I.1/2", "Tháng 12/2026")))
    )
    assert reminded(of, "1/4") == reminded(of, "1/6") == {}


def test_days_ahead_are_counted_with_the_last_one() -> None:
    of = workspace(task("Tháng 4/2026"))
    assert reminded(of, "10/4", within=20) == {"stp": ([], ["I.1"])}
    assert reminded(of, "10/4", within=19) == {}
    assert reminded(of, "10/1", within=200) == {"stp": ([], ["I.1"])}, "further ahead than the settings say"


def test_chosen_agencies_alone_are_reminded_members_of_a_group_too() -> None:
    of = workspace(task("Tháng 02/2026"), task("Tháng 02/2026", ["xa"], identity="I.2"))
    assert list(reminded(of, "1/4", "stp")) == ["stp"]
    assert list(reminded(of, "1/4", "xa")) == ["xa-1", "xa-2", "xa-3"]


def test_a_letter_counts_tasks_and_names_milestones_where_they_are_more() -> None:
    parts = (part("I.1/1", "Tháng 01/2026"), part("I.1/2", "Tháng 02/2026"))
    of = workspace(task("", ["xa"], milestones=parts), task("Tháng 4/2026", ["xa"], identity="I.2"))
    found = told("reminder", of, "1/4")
    assert found.words == "01 nhiệm vụ (02 mốc) quá hạn, 01 nhiệm vụ sắp đến hạn"
    assert {each.words for each in found.agencies} == {found.words}


@given(any_workspace(), DAYS)
def test_agencies_that_are_reminded_see_the_task_as_overdue(of: Workspace, as_of: date) -> None:
    scene = Scene(of, as_of, quarter(as_of))
    found = built("reminder", scene)
    for each in found.agencies:
        own = [seen.state for task in scene.own(each.id) for seen in task.milestones if seen.part == "lead"]
        late = sorted(state.milestone.id for state in own if state.bucket == "overdue")
        assert len(late) == len(each.overdue)
        assert [row.days_late for row in each.overdue] == sorted(
            (str(state.days_late) for state in own if state.bucket == "overdue"), key=int, reverse=True
        )
    assert (found.nothing is None) == bool(found.agencies)
    assert bool(found.to) == bool(found.agencies)
    for each in found.agencies:
        told_of = [
            group for group in found.together if all(getattr(group, part) == getattr(each, part) for part in PRESSING)
        ]
        assert [each.name == group.name or group.amount > 1 for group in told_of] == [True]
    assert sum(group.amount for group in found.together) == len(found.agencies)


# --- the command


def test_with_nothing_to_remind_of_this_is_reported_and_no_file_is_written(cchc: Cchc, tmp_path: Path) -> None:
    for more in (["-o", str(tmp_path / "x.md")], ["--each", "-o", str(tmp_path / "thu")]):
        ran = cchc(*EXAMPLE, "report", "reminder", "--as-of", "2026-01-01", "--within", "5", *more)
        assert (ran.code, ran.out) == (0, "")
        assert "không có nhiệm vụ nào quá hạn hoặc đến hạn trong 05 ngày tới" in ran.err
    assert list(tmp_path.iterdir()) == []


def test_each_agency_gets_a_letter_of_its_own(cchc: Cchc, tmp_path: Path) -> None:
    ran = cchc(*EXAMPLE, "report", "reminder", "--each", "--format", "md", "-o", str(tmp_path / "thư"), *DAY)
    assert (ran.code, ran.out) == (0, "")
    letters = {path.name: path.read_text("utf-8") for path in (tmp_path / "thư").iterdir()}
    assert set(letters) == {
        f"cong-van-{agency}.md"
        for agency in ("so-tai-chinh", "so-tu-phap", "thanh-tra-tinh", "ubnd-phuong-hoa-mai", "ubnd-xa-suoi-trong",
                       "van-phong-ubnd-tinh")
    }  # fmt: skip
    one = letters["cong-van-so-tu-phap.md"]
    assert "Kính gửi: Sở Tư pháp\n" in one
    assert "I.6" in one
    assert "I.7" not in one
    assert one.startswith(cchc(*EXAMPLE, "report", "reminder", "--agency", "STP", *DAY).out)


def test_letters_of_an_earlier_run_are_named_beside_the_new_ones(cchc: Cchc, tmp_path: Path) -> None:
    former = tmp_path / "cong-van-so-y-te.md"
    former.write_text("cũ", "utf-8")
    ran = cchc(*EXAMPLE, "report", "reminder", "--each", "--format", "md", "-o", str(tmp_path), *DAY)
    assert ran.code == 0
    assert former.name in ran.err and "cong-van-so-tu-phap.md" not in ran.err
    assert former.read_text("utf-8") == "cũ"


def test_a_letter_is_not_sent_for_two_monitors_at_once(cchc: Cchc, copied: Path) -> None:
    plan = copied / "plan"
    copytree(plan / "2026", plan / "so-tu-phap" / "2026")
    file = plan / "so-tu-phap" / "2026" / "plan.yaml"
    file.write_text(file.read_text("utf-8").replace("monitor: so-noi-vu", "monitor: so-tu-phap"), "utf-8")
    ran = cchc("-C", str(copied), "report", "reminder", *DAY)
    assert (ran.code, ran.out) == (2, "")
    assert "--plan" in ran.err
    assert cchc("-C", str(copied), "report", "reminder", "--plan", "2026", *DAY).code == 0


def test_letters_are_word_documents_unless_said_otherwise(cchc: Cchc, tmp_path: Path) -> None:
    assert cchc(*EXAMPLE, "report", "reminder", "--each", "-o", str(tmp_path), *DAY).code == 0
    assert {path.suffix for path in tmp_path.iterdir()} == {".docx"}


def test_letters_are_written_all_or_none(cchc: Cchc, tmp_path: Path) -> None:
    (tmp_path / "cong-van-so-tu-phap.md").write_text("cũ", "utf-8")
    (tmp_path / "cong-van-ubnd-xa-suoi-trong.md").mkdir()
    ran = cchc(*EXAMPLE, "report", "reminder", "--each", "--format", "md", "-o", str(tmp_path), *DAY)
    assert (ran.code, ran.out) == (2, "")
    assert contents(tmp_path) == {"cong-van-so-tu-phap.md": "cũ".encode()}, "the last letter could not be written"


def test_a_folder_that_was_made_for_letters_goes_again_when_they_cannot_be_written(tmp_path: Path) -> None:
    with pytest.raises(Stop):
        results.write_all(tmp_path / "thư", {"một.md": b"1", "một.md/hai.md": b"2"})
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["agency"], "báo cáo này lập cho một cơ quan"),
        (["agency", "--agency", "STP", "--agency", "STC"], "báo cáo này lập cho một cơ quan"),
        (["agency", "--agency", "UBND cấp xã"], "UBND cấp xã là nhóm"),
        (["reminder", "--agency", "Các cơ quan được kiểm tra"], "Các cơ quan được kiểm tra là nhóm"),
        (["brief", "--agency", "STP"], "báo cáo này làm cho cả kế hoạch"),
        (["reminder", "--within", "-1"], "--within: -1 không dùng được"),
        (["reminder", "--each"], "--each cần một thư mục"),
        (["brief", "--each", "-o", "thu"], "--each chỉ dùng cho công văn đôn đốc"),
        (["reminder", "--each", "-o", "README.md"], "README.md không phải là thư mục"),
        (["reminder", "--each", "--format", "md", "-o", "plan/thu"], "nằm trong thư mục plan/"),
        (["reminder", "--each", "--format", "md", "-o", "khong/co"], "không ghi được khong/co"),
    ],
)
def test_an_impossible_request_is_reported_and_nothing_is_written(options: list[str], said: str, cchc: Cchc) -> None:
    ran = cchc(*EXAMPLE, "report", *options, "--as-of", "2026-09-14")
    assert (ran.code, ran.out) == (2, "")
    assert said in ran.err
    assert not Path("thu").exists()


# --- what they say


def test_the_sheet_of_an_agency_shows_its_own_part_and_elsewhere_the_lead() -> None:
    of = workspace(
        task("Tháng 02/2026", ["xa"]),
        task("Tháng 02/2026", others=[("xa", Role.PERFORM)], identity="I.2"),
        entries=[entry("xa-1", "20/2", "done"), entry("xa-1", "21/2", "done", "I.2")],
    )
    found = told("agency", of, "1/4", "xa-1")
    assert [row.state for row in found.lead] == ["đã hoàn thành đúng hạn"]
    assert [(row.state, row.role) for row in found.other] == [("quá hạn 32 ngày", "thực hiện")]
    assert (found.overdue, found.to) == ((), ("Sở Nội vụ",))


def test_overdue_work_is_listed_under_the_agencies_that_are_behind() -> None:
    of = workspace(
        task("Tháng 02/2026", ["stp", "stc"]),
        task("Tháng 02/2026", ["xa"], identity="I.2"),
        entries=[entry("stp", "20/2", "done"), entry("xa-1", "20/2", "done", "I.2"),
                 entry("stc", "1/3", None, difficulties="chờ số liệu"),
                 entry("vp", "2/3", None, note="không phải của tôi")],
    )  # fmt: skip
    found = told("overdue", of, "1/4")
    assert {each.name: ids(each.rows) for each in found.agencies} == {"Sở stc": ["I.1"], "Nhóm xa": ["I.2"]}
    assert [row.reason for row in found.rows] == [
        "Còn 1/2 cơ quan chưa hoàn thành: Sở stc. Sở stc: chờ số liệu",
        "Còn 2/3 cơ quan chưa hoàn thành: UBND xã xa-2, UBND xã xa-3",
    ]
    assert found.summary == "02 nhiệm vụ quá hạn trên tổng số 02 nhiệm vụ, lâu nhất 32 ngày"


def test_the_reason_is_the_difficulty_and_the_proposal_that_the_lead_told_last_and_no_note() -> None:
    of = workspace(
        task("Tháng 02/2026"),
        entries=[entry("stp", "1/3", None, difficulties="thiếu người", note="đang làm"),
                 entry("stp", "5/3", "in_progress", note="đã trình", proposals="thêm người"),
                 entry("snv", "6/3", None, difficulties="của người khác")],
    )  # fmt: skip
    assert [row.reason for row in told("overdue", of, "1/4").rows] == ["thiếu người. Kiến nghị: thêm người"]


def test_the_page_for_leaders_holds_four_figures_and_no_more_than_five_rows() -> None:
    late = [task("Tháng 01/2026", identity=f"I.{number}", title="Rất dài " * 200) for number in range(1, 10)]
    asked = [decision("request", "1/3", "30/6", f"I.{number}", reason="lý do " * 200) for number in range(1, 9)]
    of = workspace(*late, deadlines=asked)
    found = told("brief", of, "1/4")
    assert [(each.value, each.share) for each in found.figures] == [
        ("0/9", "0%"), ("0/9", "0%"), ("9/9", "100%"), ("0/9", "0%")
    ]  # fmt: skip
    assert (len(found.worst), len(found.requests)) == (5, 3)
    assert found.rest == "Ngoài ra còn 05 đề nghị gia hạn khác."
    assert max(len(text) for row in (*found.worst, *found.requests) for text in structs.astuple(row)) <= 240


def test_without_anything_asked_for_the_page_for_leaders_has_a_blank(cchc: Cchc) -> None:
    assert "[Cần điền: nội dung xin ý kiến chỉ đạo" in cchc("report", "brief", *DAY).out
    assert "[Cần điền: nội dung xin ý kiến chỉ đạo" not in cchc(*EXAMPLE, "report", "brief", *DAY).out


def test_a_notice_is_short_plain_text(cchc: Cchc) -> None:
    blocks = cchc("report", "notice", *DAY, "--within", "400").out.split("\n\n")
    assert len(blocks) == 8
    assert max(len(block.splitlines()) for block in blocks) <= 15
    assert not re.search(r"\\|\*\*|&#|<br>", "".join(blocks))


def test_short_titles_keep_what_tells_milestones_apart() -> None:
    assert shortened("một hai ba bốn", 9) == "một hai…"
    assert shortened("x" * 20, 9) == "x" * 8 + "…"
    assert short_title("Một nhiệm vụ có tên rất dài – Kế hoạch", 30) == "Một nhiệm vụ có… – Kế hoạch"
    assert short_title("Ngắn – Kế hoạch", 30) == "Ngắn – Kế hoạch"


# --- hostile data


HOSTILE = (
    "# {{ 7*7 }} | <b>x</b> *y* _z_ `c` ~~s~~ $a$ @ai #1 !5 &amp; [l](http://a) "
    r"\\ \" 😀 <w:p>\n\n| a |\n| - |\n1. x"
)


def hostile_instead(found: re.Match[str]) -> str:
    """A value of the same purpose: what asks for time still does."""
    return f'{found[1]}"{HOSTILE}{" gia hạn" * asks_for_time(found[2])}"'


@pytest.fixture
def hostile(tmp_path: Path, cchc: Cchc) -> Path:
    """The example, its titles, notes, difficulties and proposals as no officer writes them."""
    for path in Path("examples/tinh-mau/plan").rglob("*.yaml"):
        text = path.read_text("utf-8")
        for key in ("title", "note", "difficulties", "proposals", "reason"):
            text = re.sub(rf'((?:\{{|, ){key}: )("[^"\n]*"|[^,\n}}]*)', hostile_instead, text)
        if path.parent.name == "appendix":
            text = re.sub(r"^(\s*title: ).*$", lambda found: f'{found[1]}"{HOSTILE}"', text, flags=re.M)
        target = tmp_path / path.relative_to("examples/tinh-mau")
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, "utf-8")
    assert cchc("-C", str(tmp_path), "validate").code == 0
    return tmp_path


def outline(text: str) -> list[tuple[str, str]]:
    """Blocks of a Markdown text with what they are: headings, lists, tables with their cells in a row."""
    return [(token.type, token.tag) for token in GFM.parse(text) if token.type not in ("inline", "html_block")]


@pytest.mark.parametrize("name", ["quarterly", "brief", "overdue", "agency", "reminder"])
def test_data_changes_no_block_of_a_report(name: str, hostile: Path, cchc: Cchc) -> None:
    options = ["--agency", "STP"] if name == "agency" else []
    day = ["--period", "2026-Q3"] if name == "quarterly" else DAY
    tame = cchc(*EXAMPLE, "report", name, *options, *day)
    wild = cchc("-C", str(hostile), "report", name, *options, *day)
    assert (tame.code, wild.code) == (0, 0)
    assert outline(wild.out) == outline(tame.out)
    assert r"\{\{ 7\*7 \}\}" in wild.out
    tables = [line for line in wild.out.splitlines() if line.startswith("|")]
    for above, below in pairwise(tables):
        if re.fullmatch(r"[|: -]+", below):
            assert cells(above) == cells(below)


def cells(line: str) -> int:
    return line.replace("\\\\", "").replace("\\|", "").count("|")


def test_data_is_printed_in_a_notice_unescaped_on_one_line(hostile: Path, cchc: Cchc) -> None:
    ran = cchc("-C", str(hostile), "report", "notice", *DAY)
    assert "III.3 – # {{ 7*7 }} | <b>x</b> *y* _z_ `c` ~~s~~ $a$ @ai #1 !5 &amp; [l](http://a)" in ran.out
    assert ran.out.count("\n") == cchc(*EXAMPLE, "report", "notice", *DAY).out.count("\n")
