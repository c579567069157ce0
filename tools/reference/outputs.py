"""docs/reference/outputs.md: the JSON that commands print."""

from cchc_cli.answers import json as outputs
from cchc_cli.schema import documents
from tools.reference.markdown import MADE, anchor, page, table
from tools.reference.records import Schema, fields, place, records


def text() -> str:
    """The page."""
    schemas: dict[str, Schema] = {name: documents.of_output(name) for name in outputs.names()}
    headings, told = _headings(schemas)
    rows = [(f"[{name}]({anchor(name)})", schema["title"]) for name, schema in schemas.items()]
    return page(
        "# JSON",
        MADE + " What is promised of it: [promises](../promises.md#json).",
        "`cchc LỆNH --format json`; the schema itself: `cchc schema --output LỆNH`.",
        table(("output", "what it is"), rows),
        *(
            piece
            for name, schema in schemas.items()
            for piece in (f"## {name}", f"{schema['title']}.", fields(schema, headings[name]))
        ),
        "# Records",
        *(piece for heading in sorted(told) for piece in (f"## {heading}", fields(*told[heading]))),
    )


def _headings(schemas: dict[str, Schema]) -> tuple[dict[str, dict[str, str]], dict[str, tuple[Schema, dict[str, str]]]]:
    """For each output where its records are told; and the records by heading.

    A record that several outputs share is told once; where its name is taken, its heading names the output, too.
    """
    places: dict[str, dict[str, str]] = {}
    told: dict[str, tuple[Schema, dict[str, str]]] = {}
    for output, schema in schemas.items():
        places[output] = {}
        for name, found in records(schema):
            taken = name.lower() in schemas or told.get(name, (found,))[0] != found
            heading = f"{name} of {output}" if taken else name
            told.setdefault(heading, (found, places[output]))
            places[output][name] = place(heading)
    return places, told
