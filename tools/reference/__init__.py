"""Pages of docs/ that are made from the code: their paths and their texts."""

from collections.abc import Iterator

from cchc_cli.answers import rules
from tools.reference import commands, files, licences, outputs, settings, templates


def pages() -> Iterator[tuple[str, str]]:
    """Each page: its path below docs/, its text."""
    yield "rules.md", rules.page(rules.every_code())
    yield "reference/commands.md", commands.text()
    yield "reference/settings.md", settings.text()
    yield "reference/files.md", files.text()
    yield "reference/outputs.md", outputs.text()
    yield "reference/templates.md", templates.text()
    yield "licences.md", licences.text()
