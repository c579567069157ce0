"""The tables in DuckDB and Spark by the published definitions: each row and type, the counts of `stats`, one answer."""

import json
import shutil
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import duckdb
import pytest

import nation
import roll_up_duckdb
from cchc_cli.flat.engines import columns
from cchc_cli.flat.rows import TABLES
from conftest import ROOT, Cchc

DAY = "--as-of=2026-10-01"
EMPTY = ROOT / "plan"
COUNTS = """
  SELECT workspace, task_bucket, count(*) FROM tasks WHERE of_task AND NOT body GROUP BY workspace, task_bucket
"""
Ask = Callable[[str], list[tuple[Any, ...]]]


@pytest.fixture(scope="module")
def provinces(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """Made-up provinces, one with a task given from above, and one where nothing has been reported yet."""
    folder = tmp_path_factory.mktemp("nation")
    for number in range(1, 4):
        nation.make(folder / f"tinh-{number:02}", number)
    shutil.copytree(EMPTY, folder / "tinh-04" / "plan")
    return sorted(folder.iterdir())


@pytest.fixture
def tables(cchc: Cchc, provinces: list[Path], tmp_path: Path) -> Path:
    """The folder of the tables."""
    given = ("--given-by", "Thủ tướng Chính phủ", "--title", "Báo cáo phân cấp", "--schedule", "Tháng 5/2026")
    basis = ("--basis", "45/CĐ-TTg", "--date", "10/5/2026", "--as-of", "2026-05-12")
    if not list(provinces[3].glob("plan/2026/given.yaml")):
        assert cchc("add", "-C", str(provinces[3]), *given, "--lead", "SNV", *basis).code == 0
    write(cchc, provinces, tmp_path)
    return tmp_path


def write(cchc: Cchc, roots: list[Path], folder: Path) -> None:
    ran = cchc("table", *(word for root in roots for word in ("-C", str(root))), "-o", str(folder), DAY)
    assert ran.code == 0, ran.err


@pytest.fixture
def in_duckdb(tables: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Ask]:
    monkeypatch.chdir(tables)
    with duckdb.connect() as engine:
        engine.execute((tables / "duckdb.sql").read_text("utf-8"))
        yield lambda question: engine.execute(question).fetchall()


@pytest.fixture
def in_spark(tables: Path, monkeypatch: pytest.MonkeyPatch) -> Ask:
    """Needs pyspark and Java, which CI has."""
    pytest.importorskip("pyspark")
    if shutil.which("java") is None:
        pytest.skip("no Java")
    import roll_up_spark

    monkeypatch.chdir(ROOT)
    engine = roll_up_spark.opened(tables)
    return lambda question: [tuple(row) for row in engine.sql(question).collect()]


def test_duckdb_reads_each_row_and_counts_as_stats(in_duckdb: Ask, cchc: Cchc, provinces: list[Path]) -> None:
    reads_each_row(in_duckdb)
    counts_as_stats(in_duckdb, cchc, provinces)


def test_a_column_has_its_type_in_duckdb_where_all_of_it_is_null(in_duckdb: Ask) -> None:
    names = {"VARCHAR": "str", "INTEGER": "int", "DOUBLE": "float", "BOOLEAN": "bool", "DATE": "date"}
    for table in TABLES:
        told = {name: (names[kind.removesuffix("[]")], kind.endswith("[]"))
                for name, kind, *_ in in_duckdb(f"DESCRIBE {table}")}  # fmt: skip
        assert told == columns(table)


@pytest.mark.slow
def test_spark_reads_the_same_and_gives_the_same_answer(
    in_spark: Ask, cchc: Cchc, provinces: list[Path], tables: Path
) -> None:
    reads_each_row(in_spark)
    counts_as_stats(in_spark, cchc, provinces)
    names = {"string": "str", "int": "int", "double": "float", "boolean": "bool", "date": "date"}
    for table in TABLES:
        told = {name: (names[kind.removeprefix("array<").removesuffix(">")], kind.startswith("array"))
                for name, kind, *_ in in_spark(f"DESCRIBE {table}")}  # fmt: skip
        assert told == columns(table)
    assert in_spark(roll_up_duckdb.QUESTION) == roll_up_duckdb.answered(tables)


def test_tables_of_a_workspace_without_any_record_are_read_too(
    cchc: Cchc, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(cchc, [ROOT], tmp_path)
    monkeypatch.chdir(tmp_path)
    assert not (tmp_path / "entries.jsonl").read_bytes()
    with duckdb.connect() as engine:
        engine.execute((tmp_path / "duckdb.sql").read_text("utf-8"))
        assert engine.execute("SELECT count(*) FROM entries").fetchall() == [(0,)]
        assert engine.execute("SELECT count(done_on), max(done_on) FROM tasks").fetchall() == [(0, None)]


def reads_each_row(ask: Ask) -> None:
    """Every value of every column is what the file holds."""
    for table in TABLES:
        read = [json.loads(json.dumps(row, default=str)) for row in ask(f"SELECT * FROM {table}")]
        written = [list(json.loads(line).values()) for line in Path(f"{table}.jsonl").read_text("utf-8").splitlines()]
        assert sorted(read, key=str) == sorted(written, key=str)


def counts_as_stats(ask: Ask, cchc: Cchc, provinces: list[Path]) -> None:
    """Province by province."""
    found: dict[str, Counter[str]] = {root.name: Counter() for root in provinces}
    for workspace, bucket, number in ask(COUNTS):
        found[workspace][bucket] += number
    for root in provinces:
        stats = json.loads(cchc("-C", str(root), "stats", DAY, "--format", "json").out)
        assert found[root.name] == +Counter(stats["total"]["buckets"])
