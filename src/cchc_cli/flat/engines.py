"""The columns of the tables, as JSON Schema and as the definitions that DuckDB and Spark take."""

from collections.abc import Iterator
from typing import Literal

from msgspec import inspect, json

from cchc_cli.flat.rows import SCHEMA, TABLES

Form = Literal["jsonl", "parquet"]
FORMS: tuple[Form, ...] = ("jsonl", "parquet")
_DUCKDB = {"str": "VARCHAR", "int": "INTEGER", "float": "DOUBLE", "bool": "BOOLEAN", "date": "DATE"}
_SPARK = {"str": "STRING", "int": "INT", "float": "DOUBLE", "bool": "BOOLEAN", "date": "DATE"}


def columns(table: str) -> dict[str, tuple[str, bool]]:
    """The columns of a table: the kind of each ("str", "int", "float", "bool", "date"), and whether it is a list."""
    fields = inspect.type_info(TABLES[table]).fields  # type: ignore[attr-defined]
    return {field.name: _kind(field.type) for field in fields}


def schema() -> bytes:
    """tables.schema.json: the JSON Schema of one row of each table."""
    rows, shared = json.schema_components(TABLES.values(), ref_template="#/$defs/{name}")
    told = {"$schema": "https://json-schema.org/draft/2020-12/schema", "schema": SCHEMA,
            "tables": dict(zip(TABLES, rows, strict=True)), "$defs": shared}  # fmt: skip
    return json.format(json.encode(told), indent=2) + b"\n"


def duckdb(form: Form) -> str:
    """duckdb.sql: a view for each table, with the type of each column; run in the folder of the tables."""
    return "".join(f"{line}\n" for table in TABLES for line in _duckdb(table, form))


def spark(form: Form) -> str:
    """spark.sql: the same for Spark; run in the folder of the tables."""
    return "".join(f"{line}\n" for table in TABLES for line in _spark(table, form))


def _duckdb(table: str, form: Form) -> Iterator[str]:
    typed = [f"{name} {_DUCKDB[kind]}{'[]' if many else ''}" for name, (kind, many) in columns(table).items()]
    if form == "parquet":
        yield f"CREATE OR REPLACE VIEW {table} AS SELECT * FROM read_parquet('{table}.parquet');"
        return
    yield f"CREATE OR REPLACE VIEW {table} AS SELECT * FROM read_json('{table}.jsonl', format = 'newline_delimited',"
    yield "  columns = {"
    yield ",\n".join(f"    {each.replace(' ', ': ', 1).replace(': ', ': ' + chr(39), 1)}'" for each in typed)
    yield "  });"


def _spark(table: str, form: Form) -> Iterator[str]:
    kinds = ((name, _SPARK[kind], many) for name, (kind, many) in columns(table).items())
    typed = [f"  `{name}` {f'ARRAY<{kind}>' if many else kind}" for name, kind, many in kinds]
    source = "parquet" if form == "parquet" else "json"
    yield f"CREATE OR REPLACE TEMPORARY VIEW {table} ("
    yield ",\n".join(typed)
    yield f") USING {source} OPTIONS (path '{table}.{form}');"


def _kind(given: inspect.Type) -> tuple[str, bool]:
    if isinstance(given, inspect.Metadata):
        return _kind(given.type)
    if isinstance(given, inspect.UnionType):
        return _kind(next(each for each in given.types if not isinstance(each, inspect.NoneType)))
    if isinstance(given, inspect.VarTupleType):
        return _kind(given.item_type)[0], True
    names = {inspect.StrType: "str", inspect.IntType: "int", inspect.FloatType: "float", inspect.BoolType: "bool"}
    return names.get(type(given), "date"), False
