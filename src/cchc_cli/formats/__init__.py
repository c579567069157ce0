"""One output format a file, found by listing the folder: tables and sheets → text or bytes, problems → text."""

from importlib import import_module
from typing import TYPE_CHECKING

from cchc_cli.answers.tables import Table

if TYPE_CHECKING:
    from cchc_cli.answers.sheets import Sheet


def table_text(table: Table, name: str) -> str:
    """A table in one of the text formats: plain, md."""
    render = import_module(f"{__name__}.table_{name}").render
    text: str = render(table)
    return text


def sheet_data(sheet: "Sheet", name: str) -> bytes | str:
    """A sheet in one of the formats of spreadsheets: csv (text), xlsx (bytes)."""
    render = import_module(f"{__name__}.sheet_{name}").render
    data: bytes | str = render(sheet)
    return data
