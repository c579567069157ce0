"""A kind of file, or a JSON output → its schema."""

from cchc_cli.answers import json as outputs
from cchc_cli.schema.kinds import KINDS
from cchc_cli.schema.shapes import Agencies, Schema, file_schema, output_schema


def of_file(kind: str, agencies: Agencies = ()) -> Schema:
    """The schema of a kind in `KINDS`; with `agencies`, a field that names an agency accepts only their ids."""
    found = KINDS[kind]
    purpose = f"{found.purpose[0].upper()}{found.purpose[1:]}."
    return file_schema(found.shape, found.title, purpose, found.may_be_empty, agencies)


def of_output(name: str) -> Schema:
    """The schema of an output in `outputs.names()`."""
    found = outputs.output(name)
    return output_schema(found.shape, found.title, f"Kết quả JSON, cchc.{name}/1.")
