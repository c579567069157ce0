"""One output format a file, found by listing the folder: tables → text or bytes, problems → text."""

from importlib import import_module

from cchc_cli.answers.tables import Table


def table_text(table: Table, name: str) -> str:
    """A table in one of the text formats: plain, md, csv."""
    render = import_module(f"{__name__}.table_{name}").render
    text: str = render(table)
    return text
