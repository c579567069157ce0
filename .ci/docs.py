"""Pages of docs/ made from the code: `python .ci/docs.py` writes them, `--check` says which are out of date."""

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from tools.reference import pages  # noqa: E402  (found from any folder)


def main() -> int:
    """1 where a page is not what the code says."""
    code = 0
    for path, text in pages():
        place, page = ROOT / "docs" / path, text.encode()
        if "--check" not in sys.argv:
            place.parent.mkdir(exist_ok=True)
            place.write_bytes(page)
        elif not place.exists() or place.read_bytes() != page:
            sys.stderr.write(f"docs/{path} is not what the code says: run python .ci/docs.py\n")
            code = 1
    return code


if __name__ == "__main__":
    sys.exit(main())
