"""cchc snapshot: a period's figures are frozen, quoted by reports and compared by validate."""

import json
import shutil
from pathlib import Path

import pytest

from builders import day, entry, task, workspace
from cchc_cli.queries.snapshot import drift, snapshot
from cchc_cli.schedule import period
from conftest import Cchc, Golden, Ran, contents

FILE = "plan/2026/snapshots/2026-Q1.yaml"
DAY = "--as-of=2026-03-16"


def freeze(cchc: Cchc, folder: Path, name: str = "2026-Q1", *words: str) -> Ran:
    return cchc("-C", str(folder), "snapshot", name, *(words or (DAY,)))


def drifts(cchc: Cchc, folder: Path) -> list[str]:
    problems = json.loads(cchc("-C", str(folder), "validate", "--format", "json").out)["problems"]
    return [each["message"] for each in problems if each["code"] == "CC421"]


def report_late(folder: Path) -> None:
    """A product of January, written down after the cut-off."""
    line = "- {task: I.1, date: 2026-01-28, status: done, evidence: [{number: 1/BC-STP}], recorded: 2026-03-20}\n"
    (folder / "plan/2026/progress/so-tu-phap.yaml").write_text(line, "utf-8")


def test_the_figures_of_a_period_are_frozen_in_a_small_file(cchc: Cchc, copied: Path, golden: Golden) -> None:
    before = contents(copied)
    ran = freeze(cchc, copied)
    assert ran.code == 0
    assert set(contents(copied)) - set(before) == {FILE}
    golden("snapshot.txt", ran.out)
    golden("snapshot.yaml", (copied / FILE).read_text("utf-8"))
    totals = json.loads(cchc("-C", str(copied), "stats", "--period", "2026-Q1", "--format", "json").out)["total"]
    told = (copied / FILE).read_text("utf-8")
    assert all(f"{name}: {number}" in told for name, number in totals["buckets"].items() if number)
    assert not drifts(cchc, copied)


def test_what_is_written_later_of_later_days_drifts_nothing(cchc: Cchc, copied: Path) -> None:
    freeze(cchc, copied)
    line = "- {task: I.1, date: 2026-03-15, status: done, evidence: [{number: 1/BC-STP}], recorded: 2026-03-15}\n"
    (copied / "plan/2026/progress/so-tu-phap.yaml").write_text(line, "utf-8")
    assert not drifts(cchc, copied)


def test_what_is_written_later_of_the_period_is_seen(cchc: Cchc, copied: Path, golden: Golden) -> None:
    freeze(cchc, copied)
    report_late(copied)
    golden("snapshot-drift.txt", "\n".join((*drifts(cchc, copied), "")))


@pytest.mark.slow
def test_the_monitors_sheet_says_that_figures_are_frozen_and_which_have_drifted(cchc: Cchc, copied: Path) -> None:
    def report(name: str) -> str:
        return cchc("-C", str(copied), "report", name, "--period", "2026-Q1").out

    assert "chưa chốt" in report("desk")
    freeze(cchc, copied)
    assert "16/3/2026" in report("desk")
    report_late(copied)
    assert "quá hạn 9 (nay 8); đã hoàn thành 0 (nay 1)" in report("desk")
    assert "đã chốt" not in report("quarterly"), "the superior reads no bookkeeping"


def test_freezing_again_changes_nothing(cchc: Cchc, copied: Path) -> None:
    freeze(cchc, copied)
    before = contents(copied)
    ran = freeze(cchc, copied, "2026-q1", "--as-of=2026-04-01")
    assert (ran.code, "không đổi" in ran.out) == (0, True)
    assert contents(copied) == before


def test_a_year_is_a_period_too(cchc: Cchc, copied: Path) -> None:
    assert freeze(cchc, copied, "2026", "--as-of=2026-12-20").code == 0
    assert "as_of: 2026-12-14" in (copied / "plan/2026/snapshots/2026.yaml").read_text("utf-8")
    assert cchc("-C", str(copied), "validate").code == 0


def test_with_several_plans_one_is_named(cchc: Cchc, copied: Path) -> None:
    shutil.copytree(copied / "plan/2026", copied / "plan/so-noi-vu/2026")
    ran = freeze(cchc, copied)
    assert (ran.code, ran.out) == (2, "")
    assert "so-noi-vu/2026" in ran.err
    assert freeze(cchc, copied, "2026-Q1", "--plan", "so-noi-vu/2026", DAY).code == 0
    assert (copied / "plan/so-noi-vu/2026/snapshots/2026-Q1.yaml").is_file()


def test_a_dry_run_writes_nothing(cchc: Cchc, copied: Path) -> None:
    before = contents(copied)
    assert "Sẽ ghi" in freeze(cchc, copied, "2026-Q1", "--dry-run", DAY).out
    assert contents(copied) == before
    assert not (copied / "plan/2026/snapshots").exists()


REFUSED = {
    "not-over": ["2026-Q2", DAY],
    "before-the-plan": ["2025-Q3", DAY],
    "period-not-there": ["2026-Q5", DAY],
    "period-missing": [],
}


@pytest.mark.parametrize("name", REFUSED)
def test_an_impossible_request_is_refused_and_changes_nothing(
    name: str, cchc: Cchc, copied: Path, golden: Golden
) -> None:
    before = contents(copied)
    ran = cchc("-C", str(copied), "snapshot", *REFUSED[name])
    assert (ran.code, ran.out) == (2, "")
    assert contents(copied) == before
    golden(f"snapshot-not-{name}.txt", ran.err)


def test_figures_that_were_reported_are_never_overwritten(cchc: Cchc, copied: Path, golden: Golden) -> None:
    freeze(cchc, copied)
    report_late(copied)
    before = contents(copied)
    ran = freeze(cchc, copied)
    assert (ran.code, ran.out) == (2, "")
    golden("snapshot-not-again.txt", ran.err)
    assert contents(copied) == before


@pytest.mark.parametrize(
    ("on", "drifted"),
    [("15/3", set()), ("14/3", {"overdue", "done", "done_late"}), ("20/1", {"overdue", "done", "on_time"})],
)
def test_a_frozen_figure_drifts_only_where_its_day_is_touched(on: str, drifted: set[str]) -> None:
    rows = (task("Tháng 01/2026"), task("Tháng 02/2026", identity="II.1"))
    then, now = workspace(*rows), workspace(*rows, entries=[entry("stp", on, "done", recorded="20/3")])
    first = period("2026-Q1")
    assert first is not None
    frozen = snapshot(then, then.plans[0], first, day("16/3"))
    assert (frozen.counts.overdue, frozen.counts.reached, frozen.counts.done) == (2, 2, 0)
    assert [(row.section, row.overdue) for row in frozen.sections] == [("I", 1), ("II", 1)]
    found = list(drift(now, now.plans[0], frozen))
    assert {each.name for each in found if each.section is None} == drifted
    assert {each.section for each in found} == ({None, "I"} if drifted else set())
