"""All rules are run on a workspace: waivers and the order of problems."""

from collections import Counter
from pathlib import Path

from cchc_cli.checking.check import Checked, check, errors
from cchc_cli.reading.load import load
from cchc_cli.text.problems import Severity
from conftest import plan_files
from examples import workspace_files

WAIVER = "plan: {waivers: [{code: %s, task: I.1, reason: Chờ hướng dẫn của Bộ}]}\n"


def checked(example: str) -> Checked:
    return check(load(workspace_files(example)))


def codes(example: str) -> list[str]:
    return [problem.code for problem in checked(example).problems]


def test_a_waived_finding_is_listed_with_its_reason_and_no_longer_counts() -> None:
    result = checked(WAIVER % "CC501" + "tasks: [{id: I.1, schedule: }, {id: I.2, schedule: }]")
    assert [(problem.code, problem.task) for problem in result.problems] == [("CC501", "I.2")]
    assert [(problem.code, problem.task, reason) for problem, reason in result.waived] == [
        ("CC501", "I.1", "Chờ hướng dẫn của Bộ")
    ]


def test_waiver_takes_every_finding_of_its_code_and_task() -> None:
    example = "tasks: [{id: I.1, schedule: Tháng 01/2027, products: [Báo cáo Tháng 02/2027], milestones: [{id: I.1/1, schedule: Tháng 01/2027}, {id: I.1/2, schedule: Tháng 02/2027}]}]"  # noqa: E501
    assert codes(example) == ["CC304", "CC304"]
    assert codes(WAIVER % "CC304" + example) == []


def test_idle_waiver_is_a_warning_at_its_code() -> None:
    (problem,) = checked(WAIVER % "CC501" + "tasks: [{id: I.1}]").problems
    assert (problem.code, problem.severity, problem.task) == ("CC520", Severity.WARNING, "I.1")
    assert problem.span.file == "plan/2026/plan.yaml"


def test_errors_cannot_be_waived() -> None:
    found = checked(WAIVER % "CC302" + "tasks: [{id: I.1, schedule: Quý V}]").problems
    assert sorted(each.code for each in found) == ["CC302", "CC520"]
    (idle,) = (each for each in found if each.code == "CC520")
    assert "mã này không miễn trừ được" in idle.message


def test_problems_are_sorted_by_place() -> None:
    rows = "tasks: [{id: I.2, number: I, schedule: Quý V}, {id: I.1, products: []}]\n"
    result = checked(rows + "entries: {so-x: [{task: I.7, recorded: 2026-03-02}]}")
    assert list(result.problems) == sorted(result.problems)
    assert [problem.code for problem in result.problems] == ["CC509", "CC302", "CC510", "CC402", "CC401"]


def test_errors_come_without_warnings() -> None:
    loaded = load(workspace_files("tasks: [{id: I.1, number: I, schedule: Quý V}]"))
    assert [problem.code for problem in errors(loaded)] == ["CC302"]


DRIFTED = """
files:
  plan/2026/snapshots/2026-Q1.yaml: |
    period: 2026-Q1
    as_of: 2026-03-14
    recorded: 2026-03-16
    counts: {done: 1}
"""


def test_frozen_figures_are_compared_only_where_there_is_no_error() -> None:
    """With an error elsewhere the records may say too little, and the figures would differ for that reason alone."""
    assert codes(DRIFTED + "tasks: [{id: I.1, schedule: Tháng 01/2026}]") == ["CC421"]
    assert codes(
        DRIFTED + "tasks: [{id: I.1, schedule: Tháng 01/2026, assignments: [{agency: so-x, role: lead}]}]"
    ) == ["CC201"]


def test_sound_workspace_has_no_problem() -> None:
    assert codes("tasks: [{id: I.1}, {id: I.2, title: Kiểm tra}]") == []


def test_real_plan_has_no_error_and_warns_of_its_true_flaws_alone() -> None:
    root = Path(__file__).parents[2]
    result = check(load(plan_files(root)))
    found = Counter((each.code, each.task) for each in result.problems)
    assert found == Counter(
        {
            ("CC305", "V.2"): 1,
            ("CC501", "II.2.2-1"): 1,
            ("CC501", "II.2.2-2"): 1,
            ("CC501", "II.2.2-3"): 1,
            ("CC501", "V.6"): 1,
            ("CC503", "I.6"): 1,
            ("CC504", "IV.9"): 1,
            ("CC504", "IV.10"): 1,
            ("CC505", "V.2"): 1,
            ("CC506", "I.13"): 1,
            ("CC507", "IV.3"): 1,
            ("CC509", "II"): 1,
            ("CC509", "VII.1"): 1,
        }
    )
    assert [(each.code, each.task) for each, _ in result.waived] == [("CC304", "V.2")]
