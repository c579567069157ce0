"""Problems → JSON."""

from cchc_cli.answers.json.validate import validate
from cchc_cli.formats.findings import Findings
from cchc_cli.formats.json_text import encoded


def render(found: Findings) -> str:
    """All problems and how many there are of each severity."""
    return encoded(validate(found.problems, found.province))
