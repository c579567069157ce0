"""Answer question.sql over the tables of a folder with Spark: `python roll_up_spark.py FOLDER`."""

import os
import sys
from pathlib import Path

from pyspark.sql import SparkSession

QUESTION = Path(__file__).resolve().with_name("question.sql").read_text("utf-8")


def opened(folder: Path) -> SparkSession:
    """Spark with a view for each table. The definitions name the files beside them, so it starts in their folder."""
    os.chdir(folder)
    engine = SparkSession.builder.master("local[2]").config("spark.ui.enabled", "false").getOrCreate()
    engine.sparkContext.setLogLevel("ERROR")
    for definition in Path("spark.sql").read_text("utf-8").split(";"):
        if definition.strip():
            engine.sql(definition)
    return engine


if __name__ == "__main__":
    for row in opened(Path(sys.argv[1])).sql(QUESTION).collect():
        sys.stdout.write("\t".join(map(str, row)) + "\n")
