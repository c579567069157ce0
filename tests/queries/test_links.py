"""What a task implements, and who implements it, on a day."""

from builders import day
from cchc_cli.plan.workspace import Workspace
from cchc_cli.queries.links import Stand, Standings
from cchc_cli.reading.load import load
from cchc_cli.state.timing import Bucket
from examples import workspace_files

PLANS = """
tasks: [{id: I.1, schedule: Tháng 3/2026}, {id: I.2}]
plans:
  so:
    tasks: [{id: I.1, schedule: Tháng 01/2026, implements: ["2026:I.1"]}]
  xa:
    plan: {amendments: [{id: them, number: 2/QĐ-UBND, date: 2026-03-01, title: Bổ sung}]}
    tasks: [{id: I.1, implements: ["so:i.1"]}, {id: I.2, implements: ["2026:I.1"], added_by: them}]
"""


def workspace(example: str = PLANS) -> Workspace:
    found = load(workspace_files(example))
    assert not found.problems
    return found.workspace


def told(stands: tuple[Stand, ...]) -> list[tuple[str, str | None, Bucket | None]]:
    return [(each.reference, each.via, each.state.bucket if each.state else None) for each in stands]


def below(on: str, identity: str = "I.1") -> list[tuple[str, str | None, Bucket | None]]:
    of = workspace()
    plan = next(each for each in of.plans if each.name == "2026")
    task = plan.task(identity)
    assert task is not None
    return told(Standings(of, day(on)).implemented_by(plan, task))


def test_who_implements_a_task_is_told_with_the_state_the_indirect_ones_last() -> None:
    assert below("10/3") == [
        ("so:I.1", None, Bucket.OVERDUE),
        ("xa:I.2", None, Bucket.LATER),
        ("xa:I.1", "so:I.1", Bucket.LATER),
    ]
    assert below("10/3", "I.2") == []


def test_a_task_that_came_later_does_not_implement_before() -> None:
    assert [reference for reference, _, _ in below("10/2")] == ["so:I.1", "xa:I.1"]


def test_what_a_task_implements_is_told_with_its_state_also_of_a_closed_plan() -> None:
    of = workspace(PLANS + "plan: {closed: 2026-12-31}")
    task = next(each for each in of.plans if each.name == "so").tasks[0]
    assert told(Standings(of, day("5/4")).implements(task)) == [("2026:I.1", None, Bucket.OVERDUE)]
