"""Draw the first page of every document of the example, for the documentation: `python -m tools.pages`.

Needs LibreOffice (`soffice`) and Poppler (`pdftoppm`). The pictures go to docs/pages/NAME.png.
"""

import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

ROOT = Path(__file__).parents[1]
EXAMPLE = ROOT / "examples" / "tinh-mau"
DAY = "2026-09-14"
# The name of a document, and what its report is asked for beside the day.
DOCUMENTS = {
    "quarterly": (),
    "brief": (),
    "overdue": (),
    "agency": ("--agency", "so-tai-chinh"),
    "reminder": (),
    "notice": (),
    "plan": (),
}


def draw(name: str, asked: tuple[str, ...], folder: Path) -> None:
    """One document as a picture of its first page."""
    document = folder / f"{name}.docx"
    report = ("cchc_cli", "report", name, "--as-of", DAY, *asked, "-o", str(document), "-C", str(EXAMPLE))
    _run(sys.executable, "-m", *report)
    own = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    _run("soffice", own, "--headless", "--convert-to", "pdf", "--outdir", str(folder), str(document))
    page = ROOT / "docs" / "pages" / name
    _run("pdftoppm", "-r", "72", "-png", "-f", "1", "-singlefile", str(document.with_suffix(".pdf")), str(page))


def _run(*command: str) -> None:
    subprocess.run(command, check=True, capture_output=True, stdin=subprocess.DEVNULL, timeout=120)


if __name__ == "__main__":
    (ROOT / "docs" / "pages").mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory() as folder:
        for name, asked in DOCUMENTS.items():
            draw(name, asked, Path(folder))
