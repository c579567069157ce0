"""Slips of the hand in the real plan: none crashes, and what no one can mean is reported (bench/mutation.py: 500)."""

from functools import cache

import pytest

from builders import ROOT
from cchc_cli.check import check
from cchc_cli.load import load
from cchc_cli.problems import Problem
from mutations import Edit, Files, edits

COUNT, SEED = 66, 7
# An edit of these kinds is always wrong; the others may leave a plan that could have been meant so.
ALWAYS_WRONG = {"task repeated", "key misspelt"}
PLACED_WELL = 2  # lines


@cache
def files() -> Files:
    paths = sorted((ROOT / "plan").rglob("*.yaml"))
    return {path.relative_to(ROOT).as_posix(): path.read_bytes().decode() for path in paths}


def problems(changed: Files) -> tuple[Problem, ...]:
    return check(load({path: text.encode() for path, text in changed.items()})).problems


@cache
def known() -> frozenset[tuple[str, str]]:
    return frozenset((each.code, each.message) for each in problems(files()))


@pytest.mark.parametrize("edit", edits(files(), COUNT, SEED), ids=lambda edit: f"{edit.kind} {edit.path}:{edit.line}")
def test_a_slip_crashes_nothing_and_is_reported_where_it_is(edit: Edit) -> None:
    new = [each for each in problems(files() | {edit.path: edit.text}) if (each.code, each.message) not in known()]
    if edit.kind in ALWAYS_WRONG:
        assert any(each.span.file == edit.path for each in new)
    if edit.kind == "key misspelt":
        assert any(abs(each.span.line - edit.line) <= PLACED_WELL for each in new)
