"""Turns as officers type them."""

import pytest

from builders import found, task, workspace
from cchc_cli.recording.faults import Fault
from cchc_cli.recording.turns import turn


@pytest.mark.parametrize("typed", ["2026-03", "tháng 3", "Tháng 03/2026", "14/3/2026"])
def test_a_turn_is_known_by_its_id_its_period_or_its_day(typed: str) -> None:
    own = turn(found(workspace(task("Trước ngày 15 hằng tháng"))), None, typed)
    assert not isinstance(own, Fault) and own.id == "I.1@2026-03"


def test_a_turn_that_the_task_does_not_have_is_refused_with_those_that_it_has() -> None:
    wrong = turn(found(workspace(task("Hằng quý"))), None, "tháng 3")
    assert isinstance(wrong, Fault) and wrong.hint == "các lần: 2026-Q1, 2026-Q2, 2026-Q3, 2026-Q4"
    assert isinstance(turn(found(workspace(task("Tháng 3/2026"))), None, "2026-03"), Fault)
