"""Typing mistakes in the real plan crash nothing, and impossible edits are reported (bench/mutation.py: 500)."""

from functools import cache

import pytest

from builders import ROOT
from cchc_cli.checking.check import check
from cchc_cli.checking.comparison import changed
from cchc_cli.reading.load import Loaded, load
from mutations import Edit, Files, edits

COUNT, SEED = 66, 7
# An edit of these kinds is always wrong; the others may leave a plan that could have been meant so.
ALWAYS_WRONG = {"task repeated", "key misspelt"}
# What no plan may lose or change by itself: where the plan alone does not show it, the one before it does.
WRONG_AS_A_CHANGE = {"task deleted", "roles swapped", "agency misspelt"}
PLACED_WELL = 2  # lines


@cache
def files() -> Files:
    paths = sorted((ROOT / "plan").rglob("*.yaml"))
    return {path.relative_to(ROOT).as_posix(): path.read_bytes().decode() for path in paths}


def loaded(texts: Files) -> Loaded:
    return load({path: text.encode() for path, text in texts.items()})


@cache
def untouched() -> Loaded:
    return loaded(files())


@cache
def known() -> frozenset[tuple[str, str]]:
    return frozenset((each.code, each.message) for each in check(untouched()).problems)


@pytest.mark.parametrize("edit", edits(files(), COUNT, SEED), ids=lambda edit: f"{edit.kind} {edit.path}:{edit.line}")
def test_a_typing_mistake_crashes_nothing_and_is_reported_at_its_place(edit: Edit) -> None:
    now = loaded(files() | {edit.path: edit.text})
    new = [each for each in check(now).problems if (each.code, each.message) not in known()]
    since = changed(untouched(), now)
    if edit.kind in ALWAYS_WRONG:
        assert any(each.span.file == edit.path for each in new)
    if edit.kind in WRONG_AS_A_CHANGE:
        assert new or since
    if edit.kind == "key misspelt":
        assert any(abs(each.span.line - edit.line) <= PLACED_WELL for each in new)
