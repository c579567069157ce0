"""docs/reference/files.md: each kind of file, where it stands, the keys of its records."""

from cchc_cli.schema import documents
from cchc_cli.schema.kinds import KINDS
from tools.reference.markdown import MADE, anchor, code, page, table
from tools.reference.records import Schema, fields, place, records

SETTINGS = "settings.md"


def text() -> str:
    """The page."""
    schemas = {kind: documents.of_file(kind) for kind in KINDS}
    shared = {name: found for schema in schemas.values() for name, found in records(schema)}
    apart = settings_records()
    places = {name: place(name, SETTINGS if name in apart else "") for name in shared} | {"Settings": SETTINGS}
    told = {name: found for name, found in shared.items() if not places[name].startswith(SETTINGS)}
    rows = [(f"[{kind}]({anchor(kind)})", code(each.path), each.purpose) for kind, each in KINDS.items()]
    return page(
        "# Files",
        MADE + " What is promised of them: [promises](../promises.md#files).",
        "A workspace is a folder with `plan/agencies.yaml`. UTF-8; keys in English, values in Vietnamese; a key that "
        "is not listed here is an error. `cchc schema KIND` prints the same as JSON Schema; in VS Code the schemas of "
        "`.vscode/` explain each key while you type.",
        table(("kind", "place", "what is in it"), rows),
        *(piece for kind, schema in schemas.items() for piece in _kind(kind, schema, places)),
        "# Records",
        "What the lists and keys above hold.",
        *(piece for name, found in sorted(told.items()) for piece in _record(name, found, places)),
    )


def settings_records() -> dict[str, Schema]:
    """The records that settings hold: they stand on a page of their own."""
    return dict(records(documents.of_file("settings")))


def _kind(kind: str, schema: Schema, places: dict[str, str]) -> tuple[str, ...]:
    about = KINDS[kind]
    empty = " It may be empty or missing." if about.may_be_empty else ""
    head = f"{code(about.path)}: {about.title}. {schema['description']}{empty}"
    if kind == "settings":
        return f"## {kind}", head, f"Keys: [{SETTINGS}]({SETTINGS})."
    return f"## {kind}", head, _root(schema, places)


def _root(schema: Schema, places: dict[str, str]) -> str:
    """A record, a list of records, or records by year."""
    if "items" in schema:
        name = schema["items"]["$ref"].rpartition("/")[2]
        return f"A list; each line is one [{name}]({places[name]})."
    if "patternProperties" in schema:
        (found,) = schema["patternProperties"].values()
        name = found["$ref"].rpartition("/")[2]
        return f"By year, as in `2026:`; each is one [{name}]({places[name]})."
    return fields(schema, places)


def _record(name: str, found: Schema, places: dict[str, str]) -> tuple[str, ...]:
    return f"## {name}", f"{found['title']}: {found['description']}", fields(found, places)
