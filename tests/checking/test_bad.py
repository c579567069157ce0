"""Broken plans, a folder each in `bad/`: `expected.txt` says what is broken, and which problems a run must give.

A folder holds the files that differ from the sound workspace in `bad/_base`.
"""

import json
import sys
from pathlib import Path

import pytest

from bad_plans import BAD, files
from cchc_cli.checking.check import check
from cchc_cli.checking.rules import every_rule
from cchc_cli.reading.load import load
from cchc_cli.text.problems import Problem
from conftest import Cchc

CASES = sorted(folder.name for folder in BAD.iterdir() if folder.name != "_base")
READING = {"CC002", "CC003", "CC004", "CC005", "CC006", "CC007", "CC008", "CC009"} | {f"CC10{n}" for n in range(1, 8)}
# Here the parser in pure Python is stricter or laxer, or points one column further.
TOLD_OTHERWISE_IN_PYTHON = {
    "after-tab-in-value",
    "colon-without-space-in-flow",
    "key-empty",
    "line-separator",
    "quote-bad-escape",
    "unknown-directive",
}


def expected(name: str) -> list[str]:
    lines = (BAD / name / "expected.txt").read_bytes().decode().splitlines()
    return [line for line in lines if not line.startswith("#")]


def line(problem: Problem) -> str:
    span = problem.span
    return f"{span.file}:{span.line}:{span.column}: {problem.severity.code} {problem.code}"


def problems(name: str) -> list[str]:
    return [line(problem) for problem in check(load(files(name))).problems]


@pytest.fixture
def workspace(tmp_path: Path, request: pytest.FixtureRequest) -> Path:
    for name, data in files(request.param).items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    return tmp_path


def test_the_workspace_below_the_broken_ones_is_sound() -> None:
    assert problems("_base") == []


@pytest.mark.parametrize("name", CASES)
def test_every_problem_is_found_at_the_expected_place(name: str) -> None:
    assert expected(name)
    assert problems(name) == expected(name)


@pytest.mark.parametrize("name", CASES)
def test_the_parser_in_pure_python_finds_the_same(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "_ruamel_yaml", None)
    assert problems(name) == expected(name) or name in TOLD_OTHERWISE_IN_PYTHON


def test_every_code_has_its_broken_plan() -> None:
    covered = {line.rpartition(" ")[2] for name in CASES for line in expected(name)}
    assert {rule.code for rule in every_rule()} | READING <= covered


@pytest.mark.parametrize(("workspace", "name"), [(name, name) for name in CASES], indirect=["workspace"], ids=CASES)
def test_every_problem_is_reported_and_the_exit_code_is_right(workspace: Path, name: str, cchc: Cchc) -> None:
    broken = any(" error " in each for each in expected(name))
    told = cchc("-C", str(workspace), "validate", "--format", "json")
    places = [f"{each['file']}:{each['line']}:{each['column']}" for each in json.loads(told.out)["problems"]]
    assert places == [each.partition(": ")[0] for each in expected(name)]
    assert told.code == int(broken)
    named = ("--plan", "2026") if "closed" in name else ()
    due = cchc("-C", str(workspace), "due", "--as-of", "2026-02-01", *named)
    assert due.code == (2 if broken else 0)
    assert bool(due.out) != broken
    assert "Traceback" not in told.err + due.err
