"""What is shown is what is asked for: an agency's own milestones, figures that fit the list, plans told apart."""

import csv
import io
import json
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec import UNSET, structs

from any_workspace import DAYS, REPORTERS, any_workspace
from builders import assigned, day, decision, part, real, task, workspace
from cchc_cli.answers import due as due_shown
from cchc_cli.answers.json import due as due_json
from cchc_cli.answers.json import stats as stats_json
from cchc_cli.answers.json.pieces.tasks import Task
from cchc_cli.model import Deadline, Role
from cchc_cli.plan.workspace import Workspace
from cchc_cli.queries import missing_entries
from cchc_cli.queries.due import due, soon_days
from cchc_cli.queries.stats import stats
from cchc_cli.queries.views import Asked, TaskView, views
from cchc_cli.state.timing import Bucket
from conftest import Cchc
from plans_below import copied_as

DAY = "--as-of=2026-07-10"


def two_terms(*deadlines: Deadline) -> Workspace:
    """I.1/1 has assignments of its own (vp, stc); I.1/2 those of the task (stp, xa, vp)."""
    own = structs.replace(part("I.1/1", "Tháng 3/2026"), assignments=(assigned("vp"), assigned("stc", Role.COORDINATE)))
    row = task(others=[("xa", Role.PERFORM), ("vp", Role.APPRAISE)], milestones=(own, part("I.1/2", "Tháng 5/2026")))
    return workspace(row, deadlines=deadlines)


def seen(of: Workspace, *agencies: str, roles: tuple[Role, ...] = ()) -> list[TaskView]:
    return list(views(of, Asked(day("1/6"), agencies, roles=roles)))


def parts(view: TaskView) -> list[tuple[str, str]]:
    return [(each.state.milestone.id, each.part) for each in view.milestones]


# -- an agency's own milestones --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("agency", "shown"),
    [
        ("stp", [("I.1/2", "lead")]),
        ("stc", [("I.1/1", "other")]),
        ("xa-1", [("I.1/2", "other")]),
        ("vp", [("I.1/1", "lead"), ("I.1/2", "other")]),
    ],
)
def test_a_milestone_with_assignments_of_its_own_is_theirs_alone(agency: str, shown: list[tuple[str, str]]) -> None:
    (view,) = seen(two_terms(), agency)
    assert parts(view) == shown
    assert view.part == ("lead" if "lead" in dict(shown).values() else "other")


def test_who_is_named_in_no_milestone_has_no_part_in_the_task() -> None:
    every = tuple(
        structs.replace(part(f"I.1/{place}", "Tháng 3/2026"), assignments=(assigned("vp"),)) for place in (1, 2)
    )
    of = workspace(task(milestones=every))
    assert seen(of, "stp") == []
    assert [parts(view) for view in seen(of)] == [[("I.1/1", "lead"), ("I.1/2", "lead")]]


def test_a_role_is_asked_of_each_milestone() -> None:
    of = two_terms()
    assert [parts(view) for view in seen(of, "vp", roles=(Role.LEAD,))] == [[("I.1/1", "lead")]]
    assert [parts(view) for view in seen(of, "vp", roles=(Role.APPRAISE,))] == [[("I.1/2", "other")]]
    assert seen(of, "stc", roles=(Role.LEAD,)) == []
    assert [len(view.milestones) for view in seen(of, roles=(Role.COORDINATE,))] == [2], "for everybody, the whole task"


def test_json_has_the_part_of_each_milestone() -> None:
    def told(*agencies: str) -> Task:
        of = real()
        tasks = due_json.due(due(of, Asked(day("10/7"), agencies), 30, everything=True), of).tasks
        return next(each for each in tasks if each.id == "II.5")

    got = told("van-phong-ubnd-tinh")
    assert {each.id: each.part for each in got.milestones}["II.5/1"] == "lead"
    assert (got.role, got.part) == ("lead", "lead")
    assert [each.id for each in told("so-ngoai-vu").milestones] == ["II.5/2"]
    assert all(each.part is UNSET for each in told().milestones)


def test_requests_are_those_of_the_milestones_that_are_shown() -> None:
    of = two_terms(decision("request", "1/5", "30/6", "I.1/1"))

    def asking(agency: str) -> list[str]:
        return [view.task.id for view, _ in missing_entries.requests(of, Asked(day("1/6"), (agency,)))]

    assert (asking("vp"), asking("stp")) == (["I.1"], [])


def test_a_department_is_not_shown_what_names_only_others() -> None:
    got = due(real(), Asked(day("10/7"), ("so-ngoai-vu",)), 30, everything=True)
    listed = {item.seen.state.milestone.id for item in got.items}
    assert listed.isdisjoint({"II.5/1", "II.7/1"})
    assert {"II.5/2", "I.9/1"} <= listed


@given(any_workspace(), DAYS, REPORTERS)
def test_a_task_is_led_where_one_of_its_milestones_is(of: Workspace, as_of: date, agency: str) -> None:
    asked = Asked(as_of, (agency,))
    for view in views(of, asked):
        assert (view.part == "lead") == any(each.part == "lead" for each in view.milestones)
    led = [item for item in due(of, asked, 30).items if item.seen.part == "lead"]
    overdue = sum(item.seen.state.bucket is Bucket.OVERDUE for item in led)
    assert overdue == due(of, asked, 30).overdue


# -- the list and the counted lines ----------------------------------------------------------------------------------


@given(any_workspace(), DAYS, st.integers(0, 400), st.sampled_from([(), ("stp",), ("xa-1", "stc")]))
def test_what_is_listed_and_what_is_left_make_the_whole(
    of: Workspace, as_of: date, within: int, agencies: tuple[str, ...]
) -> None:
    got = due(of, Asked(as_of, agencies), within)
    own = [item for item in got.items if item.seen.part == "lead" and not item.view.task.is_body]
    assert sum(got.pressing.values()) == len(own)
    assert got.pressing[Bucket.OVERDUE] == got.counts[Bucket.OVERDUE]
    assert all(0 <= got.pressing[bucket] <= got.counts[bucket] for bucket in Bucket)


def test_a_checkpoint_whose_day_has_passed_is_counted_by_its_name() -> None:
    of = workspace(
        task("", milestones=(part("I.1/1", "Tháng 02/2026", checkpoint=True), part("I.1/2", "Tháng 3/2026")))
    )
    remarks = due_shown.table(due(of, Asked(day("15/3")), 30), of, False).remarks
    assert remarks == (
        "Cộng (mỗi mốc tính một lần): 0 mốc quá hạn, 1 mốc đến hạn trong 30 ngày tới, 1 mốc nội bộ đã qua ngày.",
    )


def lines(cchc: Cchc, *options: str) -> list[str]:
    return cchc("due", "--section", "I", "--as-of=2026-05-01", *options).out.splitlines()[-2:]


def test_the_counted_lines_follow_within(cchc: Cchc) -> None:
    whole = "Cộng (mỗi mốc tính một lần): 6 mốc quá hạn"
    rest = "1 thường xuyên · 1 chờ điều kiện. Thêm --all để xem."
    assert lines(cchc) == [
        f"{whole}, 1 mốc đến hạn trong 30 ngày tới.", f"Còn lại: 6 trong hạn, chưa đến kỳ · {rest}"
    ]  # fmt: skip
    assert lines(cchc, "--within", "60") == [
        f"{whole}, 2 mốc đến hạn trong 60 ngày tới.", f"Còn lại: 5 trong hạn, chưa đến kỳ · {rest}"
    ]  # fmt: skip
    assert lines(cchc, "--within", "0") == [
        f"{whole}, 0 mốc đến hạn hôm nay.", f"Còn lại: 1 sắp đến hạn · 6 trong hạn, chưa đến kỳ · {rest}"
    ]  # fmt: skip
    assert lines(cchc, "--all")[-1] == "Các mốc khác: 6 trong hạn, chưa đến kỳ · 1 thường xuyên · 1 chờ điều kiện."


def test_within_is_by_default_what_the_settings_call_soon(cchc: Cchc, copied: Path) -> None:
    assert soon_days(workspace(task(), due_soon_days=10)) == 10
    settings = copied / "plan/settings.yaml"
    settings.write_text(settings.read_text("utf-8").replace("due_soon_days: 30", "due_soon_days: 60"), "utf-8")
    assert "trong 60 ngày tới" in lines(cchc, "-C", str(copied))[0]
    assert "trong 5 ngày tới" in lines(cchc, "-C", str(copied), "--within", "5")[0]


def test_within_is_never_negative(cchc: Cchc) -> None:
    ran = cchc("due", "--within", "-1", DAY)
    assert (ran.code, ran.out) == (2, "")
    assert "--within: -1 không dùng được" in ran.err


# -- stats of a part of the plan, and of several plans ---------------------------------------------------------------


@pytest.mark.parametrize("filters", [["--agency", "Sở Tư pháp"], ["--section", "I"], ["--section", "I", "--by=agency"]])
def test_a_part_of_the_plan_is_not_called_the_whole_and_has_no_kpi(filters: list[str], cchc: Cchc) -> None:
    out = cchc("stats", *filters, DAY).out
    assert "Cộng (đã lọc)" in out
    assert "Toàn kế hoạch" not in out
    assert "Tỷ lệ hoàn thành nhiệm vụ kế hoạch" not in out
    assert json.loads(cchc("stats", *filters, DAY, "--format", "json").out)["kpi"] is None


def test_the_whole_plan_has_its_kpi(cchc: Cchc) -> None:
    assert "Toàn kế hoạch" in cchc("stats", DAY).out
    assert json.loads(cchc("stats", DAY, "--format", "json").out)["kpi"]["of"] == 83


def test_sections_of_several_plans_stand_apart(cchc: Cchc, copied: Path) -> None:
    copied_as(copied, "so-noi-vu/2026")
    rows = json.loads(cchc("-C", str(copied), "stats", DAY, "--format", "json").out)["rows"]
    first = [(row["plan"], row["total"]) for row in rows if row["id"] == "I"]
    assert first == [("2026", 13), ("so-noi-vu/2026", 13)]
    out = cchc("-C", str(copied), "stats", DAY).out
    assert "\n2026 – I. CẢI CÁCH THỂ CHẾ" in out
    assert "\nso-noi-vu/2026 – I. CẢI CÁCH THỂ CHẾ" in out


def test_a_row_of_agencies_belongs_to_no_plan() -> None:
    of = workspace(task())
    assert [each.plan for each in stats_json.stats(stats(of, Asked(day("1/4")), "agency"), None, None).rows] == [None]
    assert [each.plan for each in stats_json.stats(stats(of, Asked(day("1/4")), "section"), None, None).rows] == [
        "2026"
    ]


def test_targets_of_several_plans_are_kept_apart(cchc: Cchc, copied: Path) -> None:
    def ids() -> list[str]:
        out = cchc("-C", str(copied), "targets", DAY, "--format", "csv").out.removeprefix("\ufeff")
        return [row[1] for row in csv.reader(io.StringIO(out))][1:]

    alone = ids()
    copied_as(copied, "so-noi-vu/2026")
    assert ids() == [f"{plan}:{each}" for plan in ("2026", "so-noi-vu/2026") for each in alone]
    assert f"| 2026:{alone[0]} |" in cchc("-C", str(copied), "targets", DAY, "--format", "md").out


def test_an_agency_that_has_nothing_of_its_own_due_is_told_so(cchc: Cchc) -> None:
    lines = cchc("due", "--agency", "phường Nha Trang", "--as-of=2026-03-31").out.splitlines()
    assert "UBND phường Nha Trang – Chủ trì: không có" in lines
    assert any(line.startswith("UBND phường Nha Trang – Phối hợp, thực hiện") for line in lines)


def test_counts_of_a_thousand_and_more_have_a_dot(cchc: Cchc, tmp_path: Path) -> None:
    (tmp_path / "plan/2026/appendix").mkdir(parents=True)
    (tmp_path / "plan/agencies.yaml").write_text(
        "format: 1\nagencies: [{id: so-a, name: Sở A, kind: department}]\n", "utf-8"
    )
    (tmp_path / "plan/2026/plan.yaml").write_text(
        "format: 1\ntitle: Thử\nyear: 2026\nmonitor: so-a\nissuer: so-a\n"
        "decision: {number: 1/QĐ-SA, date: 2026-01-01}\n",
        "utf-8",
    )
    rows = (f'  - {{id: "{each}", number: "{each}", title: Việc {each}, schedule: Tháng 02/2026, lead: Sở A}}\n'
            for each in range(1, 1001))  # fmt: skip
    (tmp_path / "plan/2026/appendix/tasks.yaml").write_text("tasks:\n" + "".join(rows), "utf-8")
    told = {
        name: cchc("-C", str(tmp_path), name, "--as-of=2026-03-31").out.splitlines()
        for name in ("due", "list", "stats")
    }
    assert told["due"][-1].startswith("Cộng (mỗi mốc tính một lần): 1.000 mốc quá hạn")
    assert told["list"][-1] == "Cộng: 1.000 nhiệm vụ."
    assert [line for line in told["stats"] if "0% (0/1.000)" in line]
    assert "1.000 cảnh báo" in cchc("-C", str(tmp_path), "validate").err
