"""Answer question.sql over the tables of a folder with Spark: `python roll_up_spark.py FOLDER`."""

import os
import sys
from pathlib import Path

from pyspark.sql import SparkSession

QUESTION = Path(__file__).resolve().with_name("question.sql").read_text("utf-8")


def engine() -> SparkSession:
    """Spark on this machine alone."""
    found = SparkSession.builder.master("local[2]").config("spark.ui.enabled", "false").getOrCreate()
    found.sparkContext.setLogLevel("ERROR")
    return found


def define(spark: SparkSession, folder: Path) -> None:
    """A view for each table. The definitions name the files beside them, so they run in their folder."""
    os.chdir(folder)
    for definition in Path("spark.sql").read_text("utf-8").split(";"):
        if definition.strip():
            spark.sql(definition)


if __name__ == "__main__":
    spark = engine()
    define(spark, Path(sys.argv[1]))
    for row in spark.sql(QUESTION).collect():
        sys.stdout.write("\t".join(map(str, row)) + "\n")
