"""Answer question.sql over the tables of a folder with Spark: `python roll_up_spark.py FOLDER`."""

import os
import sys
from pathlib import Path

from pyspark.sql import SparkSession

QUESTION = Path(__file__).resolve().with_name("question.sql").read_text("utf-8")


def answered(folder: Path) -> list[tuple[object, ...]]:
    """The rows of the answer. The definitions name the files beside them, so they run in their folder."""
    os.chdir(folder)
    engine = SparkSession.builder.master("local[2]").config("spark.ui.enabled", "false").getOrCreate()
    engine.sparkContext.setLogLevel("ERROR")
    for definition in Path("spark.sql").read_text("utf-8").split(";"):
        if definition.strip():
            engine.sql(definition)
    return [tuple(row) for row in engine.sql(QUESTION).collect()]


if __name__ == "__main__":
    for row in answered(Path(sys.argv[1])):
        sys.stdout.write("\t".join(map(str, row)) + "\n")
