"""docs/rules.md, printed from the code: `python .ci/docs.py` writes it, `--check` says whether it is current."""

import sys
from pathlib import Path

from cchc_cli.answers import rules

PAGE = Path(__file__).resolve().parent.parent / "docs" / "rules.md"


def main() -> int:
    """1 where the page is not what the code says."""
    page = rules.page(rules.every()).encode()
    if "--check" not in sys.argv:
        PAGE.write_bytes(page)
    elif not PAGE.exists() or PAGE.read_bytes() != page:
        sys.stderr.write("docs/rules.md is not what the code says: run python .ci/docs.py\n")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
