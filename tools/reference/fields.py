"""A type → the names that a template may use of it, each with what it holds and means."""

from collections.abc import Iterator
from typing import NamedTuple

from msgspec import inspect

from cchc_cli.documents.charts import Chart
from cchc_cli.schema import documents
from tools.reference.records import Schema, types

# Fields that are objects of a JSON output: the output, and where in it.
_OBJECTS = {
    "tasks[]": ("list", "tasks"),
    "counts": ("due", "counts"),
    "stats.section": ("stats", None),
    "stats.agency": ("stats", None),
    "targets[]": ("targets", "targets"),
}
# Of what an option adds to an output, templates have what --period adds; they have none of the others.
_ADDED = ("since",)
_NAMES = {"string": "text", "integer": "number", "number": "number", "boolean": "yes or no", "object": "texts by name"}
_PLAIN = {"StrType": "text", "IntType": "number", "FloatType": "number", "BoolType": "yes or no", "DateType": "day"}


class Field(NamedTuple):
    """A name that a template may use, what it holds, what it means."""

    name: str
    value: str
    meaning: str = ""


def of_type(name: str, kind: inspect.Type, missing: bool = False, above: tuple[type, ...] = ()) -> Iterator[Field]:
    """The fields below a name; `missing`: there may be nothing; `above`: the records in which it stands."""
    if name in _OBJECTS:
        yield from _of_output(name)
    elif isinstance(kind, inspect.UnionType):
        some = [each for each in kind.types if not isinstance(each, inspect.NoneType)]
        yield from of_type(name, some[0], missing or kind.includes_none, above)
    elif isinstance(kind, inspect.VarTupleType):
        yield from of_type(f"{name}[]", kind.item_type, missing, above)
    elif isinstance(kind, inspect.StructType) and kind.cls in above:
        yield Field(name, f"as {kind.cls.__name__} above, again")
    elif isinstance(kind, inspect.StructType) and kind.fields and kind.cls is not Chart:
        for each in kind.fields:
            yield from of_type(f"{name}.{each.encode_name}".lstrip("."), each.type, missing, (*above, kind.cls))
    else:
        plain = "chart" if getattr(kind, "cls", None) is Chart else _PLAIN.get(type(kind).__name__, "text")
        yield Field(name, plain + ", or nothing" * missing)


def _of_output(name: str) -> Iterator[Field]:
    output, key = _OBJECTS[name]
    schema: Schema = documents.of_output(output)
    found = schema["properties"][key] if key else schema
    yield from _of_schema(name, found.get("items", found), schema["$defs"])


def _of_schema(name: str, schema: Schema, defined: Schema, missing: bool = False) -> Iterator[Field]:
    """The fields below a name of a JSON output, each with the words of its schema."""
    every = schema.get("anyOf", [schema])
    inner = next(each for each in every if each.get("type") != "null")
    missing = missing or any("null" in types(each) for each in every)
    if "$ref" in inner:
        inner = defined[inner["$ref"].rpartition("/")[2]]
    if "properties" in inner:
        for key, each in inner["properties"].items():
            if key in (*inner["required"], *_ADDED):
                yield from _of_schema(f"{name}.{key}", each, defined, missing)
    elif "items" in inner:
        words = {"description": schema.get("description", "")}
        yield from _of_schema(f"{name}[]", words | inner["items"], defined, missing)
    else:
        kinds = [_NAMES[each] for each in types(inner) if each != "null"]
        yield Field(name, " or ".join(kinds) + ", or nothing" * missing, schema.get("description", ""))
