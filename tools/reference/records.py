"""A JSON Schema → tables of the fields of its records, with their values and their words."""

from collections.abc import Iterator
from typing import Any

from tools.reference.markdown import anchor, code, table

Schema = dict[str, Any]
_KINDS = {"string": "text", "integer": "whole number", "number": "number", "boolean": "true, false", "object": "record"}


def records(schema: Schema) -> Iterator[tuple[str, Schema]]:
    """The records that a schema defines, by name; those of agencies' ids are none."""
    for name, found in schema.get("$defs", {}).items():
        if found.get("type") == "object":
            yield name, found


def fields(record: Schema, places: dict[str, str]) -> str:
    """A table of a record's fields; `places` says on which page and under which heading another record stands."""
    needed = record.get("required", ())
    rows = [
        (code(name), _value(field, places), "yes" if name in needed else "", _words(field))
        for name, field in record.get("properties", {}).items()
    ]
    if len({row[2] for row in rows}) == 1:
        return table(("key", "value", "meaning"), [(key, value, words) for key, value, _, words in rows])
    return table(("key", "value", "needed", "meaning"), rows)


def place(name: str, page: str = "") -> str:
    """Where a record's heading stands."""
    return page + anchor(name)


def types(field: Schema) -> list[str]:
    """The JSON types that a field may have."""
    kinds = field.get("type", [])
    return [kinds] if isinstance(kinds, str) else list(kinds)


def _words(field: Schema) -> str:
    title, description = field.get("title"), field.get("description", "")
    example = f" Như `{_example(field['examples'][0])}`." if field.get("examples") else ""
    said = f"**{title}.** {description}" if title else description
    return said + example


def _example(value: object) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)


def _value(field: Schema, places: dict[str, str]) -> str:
    if "$ref" in field:
        name = field["$ref"].rpartition("/")[2]
        return f"[{name}]({places[name]})" if name in places else code(name)
    if "else" in field:
        return _value(field["else"], places)
    if "anyOf" in field:
        some = (each for each in field["anyOf"] if each.get("type") != "null")
        return " or ".join(dict.fromkeys(_value(each, places) for each in some))
    if "const" in field:
        return code(field["const"])
    if "enum" in field:
        return _one_of(field)
    kinds = [each for each in types(field) if each != "null"]
    if not kinds:
        return "null" if "type" in field else "anything"
    if kinds == ["array"]:
        return f"list of {_value(field['items'], places)}"
    if "patternProperties" in field:
        return f"by year: {', '.join(_value(each, places) for each in field['patternProperties'].values())}"
    plain = "text" if "string" in kinds else " or ".join(_KINDS[each] for each in kinds)
    if field.get("format") == "date":
        plain = "date"
    return plain + _bounds(field)


def _one_of(field: Schema) -> str:
    meanings = field.get("enumDescriptions") or [""] * len(field["enum"])
    told = [
        f"{code(value)} {words}".strip()
        for value, words in zip(field["enum"], meanings, strict=True)
        if value is not None
    ]
    return "; ".join(told)


def _bounds(field: Schema) -> str:
    least, most = field.get("minimum"), field.get("maximum")
    if least is None or abs(least) > 1e9:
        return ""
    return f", {least:g} or more" if most is None else f", {least:g} to {most:g}"
