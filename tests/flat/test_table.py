"""Flat tables: the same counts as `stats`, every column typed, a broken workspace named."""

import json
import os
import shutil
import subprocess
import sys
from collections import Counter
from datetime import date
from pathlib import Path
from typing import Any

import pytest

import nation
import roll_up_duckdb
from cchc_cli.flat.engines import columns
from cchc_cli.flat.rows import TABLES
from conftest import ROOT, Cchc

DAY = "--as-of=2026-10-01"
PLACES = (".", "examples/tinh-mau", "examples/thanh-pho-mau", "examples/bo-mau")
KINDS: dict[str, type | tuple[type, ...]] = {"str": str, "int": int, "float": (int, float), "bool": bool}


@pytest.fixture(scope="module")
def provinces(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """Three made-up provinces."""
    folder = tmp_path_factory.mktemp("nation")
    for number in (1, 2, 3):
        nation.make(folder / f"tinh-{number:02}", number)
    return sorted(folder.iterdir())


def given(roots: list[Path]) -> list[str]:
    return [word for root in roots for word in ("-C", str(root))]


def lines(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]


def written(cchc: Cchc, folder: Path, roots: list[Path]) -> dict[str, list[dict[str, Any]]]:
    """The rows of every table."""
    ran = cchc("table", *given(roots), "-o", str(folder), DAY)
    assert (ran.code, ran.out) == (0, ""), ran.err
    return {table: lines(folder / f"{table}.jsonl") for table in TABLES}


@pytest.mark.parametrize("place", PLACES)
def test_tasks_are_counted_as_stats_counts_them(place: str, cchc: Cchc, tmp_path: Path) -> None:
    rows = written(cchc, tmp_path / "out", [ROOT / place])["tasks"]
    stats = json.loads(cchc("-C", place, "stats", DAY, "--format", "json").out)
    found = Counter(row["task_bucket"] for row in rows if row["of_task"] and not row["body"])
    assert {bucket: number for bucket, number in stats["total"]["buckets"].items() if number} == dict(found)
    assert len({(row["plan"], row["task"]) for row in rows}) == sum(row["of_task"] for row in rows)


def test_each_column_is_there_on_every_row_and_of_its_kind(cchc: Cchc, provinces: list[Path], tmp_path: Path) -> None:
    for table, rows in written(cchc, tmp_path, provinces).items():
        told = columns(table)
        for row in rows:
            assert list(row) == list(told)
            for name, (kind, many) in told.items():
                for value in row[name] if many else [row[name]]:
                    assert value is None or _fits(value, kind)


def _fits(value: Any, kind: str) -> bool:
    return bool(date.fromisoformat(value)) if kind == "date" else isinstance(value, KINDS[kind])


def test_members_of_collective_work_have_a_row_each(cchc: Cchc, tmp_path: Path) -> None:
    found = written(cchc, tmp_path, [ROOT / "examples" / "tinh-mau"])
    several = [row for row in found["tasks"] if row["parts_of"]]
    assert several
    for row in several:
        piece = (row["milestone"], row["turn"])
        assert sum((each["milestone"], each["turn"]) == piece for each in found["members"]) == row["parts_of"]


def test_duckdb_reads_every_table_by_its_definition_and_answers_the_question(
    cchc: Cchc, provinces: list[Path], tmp_path: Path
) -> None:
    rows = written(cchc, tmp_path, provinces)["tasks"]
    answer = roll_up_duckdb.answered(tmp_path)
    overdue: Counter[tuple[object, ...]] = Counter(
        (row["province"], int(row["due"][:4]), (int(row["due"][5:7]) + 2) // 3, row["level"], row["section"])
        for row in rows
        if row["bucket"] == "overdue"
    )
    most = {key[:3]: max(number for other, number in overdue.items() if other[:3] == key[:3]) for key in overdue}
    assert {each[:3]: each[5] for each in answer} == most
    assert len({each[0] for each in answer}) == 3
    assert all(overdue[each[:5]] == each[5] for each in answer)


def test_a_broken_workspace_is_named_and_nothing_is_written(cchc: Cchc, provinces: list[Path], tmp_path: Path) -> None:
    broken, out = tmp_path / "hong", tmp_path / "out"
    shutil.copytree(provinces[0], broken)
    (broken / "plan/2026/plan.yaml").write_text("title: [\n", "utf-8")
    ran = cchc("table", *given([*provinces, broken]), "-o", str(out), DAY)
    assert (ran.code, ran.out, out.exists()) == (2, "", False)
    assert f'cchc -C "{broken.as_posix()}" validate' in ran.err
    ran = cchc("table", *given([*provinces, broken]), "-o", str(out), DAY, "--skip-broken")
    assert ran.code == 0
    assert "hong" in ran.err
    assert {row["workspace"] for row in lines(out / "tasks.jsonl")} == {root.name for root in provinces}


@pytest.mark.slow
@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="the peak is read from /proc")
def test_memory_does_not_grow_with_the_number_of_workspaces(tmp_path: Path) -> None:
    roots = [tmp_path / f"tinh-{number:02}" for number in range(16)]
    for root in roots:
        shutil.copytree(ROOT / "plan", root / "plan")
    assert peak(roots, tmp_path / "sixteen") < 1.1 * peak(roots[:1], tmp_path / "one")


PEAK = """
import atexit, sys
atexit.register(lambda: print(open("/proc/self/status").read().split("VmHWM:")[1].split()[0]))
from cchc_cli.start.entry import main
main()
"""


def peak(roots: list[Path], out: Path) -> int:
    """The most memory of a process of its own, which parses every file."""
    command = (sys.executable, "-c", PEAK, "table", *given(roots), "-o", str(out), DAY)
    kept = os.environ | {"XDG_CACHE_HOME": str(out.with_suffix(".kept"))}
    return int(subprocess.run(command, env=kept, capture_output=True, check=True).stdout)


def test_two_workspaces_of_one_name_are_refused(cchc: Cchc, provinces: list[Path], tmp_path: Path) -> None:
    twice = [tmp_path / "a" / "x", tmp_path / "b" / "x"]
    for each in twice:
        shutil.copytree(provinces[0], each)
    assert cchc("table", *given(twice), "-o", str(tmp_path / "out")).code == 2
    assert not (tmp_path / "out").exists()


def test_nothing_is_written_into_a_plan(cchc: Cchc, copied: Path) -> None:
    assert cchc("table", "-C", str(copied), "-o", str(copied / "plan" / "bang")).code == 2
    assert not (copied / "plan" / "bang").exists()


def test_parquet_holds_the_same_rows(cchc: Cchc, tmp_path: Path) -> None:
    parquet = pytest.importorskip("pyarrow.parquet")
    root = ROOT / "examples" / "tinh-mau"
    found = written(cchc, tmp_path / "a", [root])
    assert cchc("table", "-C", str(root), "-o", str(tmp_path / "b"), DAY, "--format", "parquet").code == 0
    for table, rows in found.items():
        read = parquet.read_table(tmp_path / "b" / f"{table}.parquet").to_pylist()
        assert json.loads(json.dumps(read, default=str)) == rows


def test_parquet_without_pyarrow_says_what_to_install(
    cchc: Cchc, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow.parquet", None)
    ran = cchc("table", "-C", "examples/tinh-mau", "-o", str(tmp_path / "b"), DAY, "--format", "parquet")
    assert (ran.code, ran.out, (tmp_path / "b").exists()) == (2, "", False)
    assert "cchc-cli[parquet]" in ran.err
