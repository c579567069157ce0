"""The real plan carried out whole, and all but one task of it: every output states the same rate."""

import csv
import json
from datetime import date
from io import StringIO
from pathlib import Path

import pytest

from builders import loaded
from conftest import Cchc

LAST, AFTER = date(2026, 12, 20), ("--as-of", "2027-02-10")
TEXTS = (
    ("report", "brief"),
    ("report", "quarterly", "--period", "2026-Q4"),
    ("report", "annual", "--period", "2026"),
    ("show", "VII.13"),
    ("stats",),
)


def confirmations(but: str = "") -> str:
    """The monitor's line on every milestone, except those of one task and of the task that is computed."""
    [plan] = loaded().workspace.plans
    tasks = [each for each in plan.tasks if not each.row.computed and each.id != but]
    days = {own.id: min(own.schedule.due or LAST, LAST) for each in tasks for own in each.milestones}
    return "".join(
        f"- {{task: {own}, recorded: 2026-12-21, date: {day}, action: confirm, "
        f"evidence: [{{number: 1/BC-SNV, date: {day}}}]}}\n"
        for own, day in days.items()
    )


@pytest.fixture(params=["", "I.1"], ids=["whole", "all but one"])
def plan(request: pytest.FixtureRequest, copied: Path) -> tuple[Path, int]:
    """A workspace, and how many of 83 tasks are done in it."""
    progress = copied / "plan/2026/progress/so-noi-vu.yaml"
    progress.parent.mkdir(exist_ok=True)
    progress.write_text(confirmations(request.param), "utf-8", newline="")
    return copied, 82 if request.param else 83


def test_every_text_states_one_rate(cchc: Cchc, plan: tuple[Path, int]) -> None:
    folder, done = plan
    share = "100%" if done == 83 else "98,8%"
    for words in TEXTS:
        out = cchc("-C", str(folder), *words, *AFTER).out
        assert share in out, words
        assert f"{done}/83" in out, words
        assert f"{done}/84" not in out, words


def test_every_table_states_one_rate(cchc: Cchc, plan: tuple[Path, int]) -> None:
    folder, done = plan
    at = ("-C", str(folder))
    stats = json.loads(cchc(*at, "stats", *AFTER, "--format", "json").out)
    assert (stats["kpi"]["done"], stats["kpi"]["of"], stats["total"]["rates"]["done"]) == (done, 83, stats["kpi"])
    for by in ("agency", "section"):
        every = json.loads(cchc(*at, "stats", "--by", by, *AFTER, "--format", "json").out)
        assert all(sum(row["buckets"].values()) == row["total"] for row in (*every["rows"], every["total"]))
        wanting = [row["id"] for row in every["rows"] if row["rates"]["done"]["value"] != 1]
        assert len(wanting) == (0 if done == 83 else 1)
    table = list(csv.reader(StringIO(cchc(*at, "stats", *AFTER, "--format", "csv").out)))
    assert [row[-6:-4] for row in table[-1:]] == [[str(done), "83"]]


def test_the_task_that_states_the_rate_is_done_when_it_is_whole(cchc: Cchc, plan: tuple[Path, int]) -> None:
    folder, done = plan
    task = json.loads(cchc("-C", str(folder), "show", "VII.13", *AFTER, "--format", "json").out)["task"]
    [milestone] = task["milestones"]
    assert (milestone["rate"]["done"], milestone["rate"]["of"]) == (done, 83)
    assert (task["progress"] == "done", task["bucket"] == "done") == (done == 83, done == 83)
    counts = json.loads(cchc("-C", str(folder), "due", *AFTER, "--format", "json").out)["counts"]
    assert sum(number for bucket, number in counts.items() if bucket != "done") == (0 if done == 83 else 2)


def test_a_dropped_task_leaves_the_rate_and_is_told_once(cchc: Cchc) -> None:
    out = cchc("-C", "examples/tinh-mau", "report", "quarterly", "--period", "2026-Q3", "--as-of", "2026-09-14").out
    assert out.count("nhiệm vụ, trong đó 02 không thực hiện") == 1
