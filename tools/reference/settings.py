"""docs/reference/settings.md: the keys of settings.yaml and of `settings` in plan.yaml."""

from cchc_cli.schema import documents
from tools.reference.files import settings_records
from tools.reference.markdown import MADE, page
from tools.reference.records import fields, place


def text() -> str:
    """The page."""
    schema = documents.of_file("settings")
    held = settings_records()
    places = {name: place(name) for name in held}
    return page(
        "# Settings",
        MADE,
        "All keys may be left out. `plan/settings.yaml` holds for every plan; the same keys under `settings` in a "
        "`plan.yaml` hold for that plan and win; an option or a variable wins over both.",
        fields(schema, places),
        *(
            piece
            for name, found in held.items()
            for piece in (f"## {name}", f"{found['title']}: {found['description']}", fields(found, places))
        ),
    )
