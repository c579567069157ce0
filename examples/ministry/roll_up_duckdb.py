"""Answer question.sql over the tables of a folder with DuckDB: `python roll_up_duckdb.py FOLDER`."""

import os
import sys
from pathlib import Path

import duckdb

QUESTION = Path(__file__).resolve().with_name("question.sql").read_text("utf-8")


def answered(folder: Path) -> list[tuple[object, ...]]:
    """The rows of the answer. The definitions name the files beside them, so they run in their folder."""
    before = Path.cwd()
    os.chdir(folder)
    try:
        with duckdb.connect() as engine:
            engine.execute(Path("duckdb.sql").read_text("utf-8"))
            return engine.execute(QUESTION).fetchall()
    finally:
        os.chdir(before)


if __name__ == "__main__":
    for row in answered(Path(sys.argv[1])):
        sys.stdout.write("\t".join(map(str, row)) + "\n")
