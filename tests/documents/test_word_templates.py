"""The Word templates that are kept are those that the script builds, and their drawn lines fit the names above them."""

import re
import shutil
import subprocess
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from docx import Document
from tools.word_templates.__main__ import FOLDER, built
from tools.word_templates.letterhead import WIDTHS
from tools.word_templates.lines import ISSUER, SUBJECT, Range
from tools.word_templates.page import PORTRAIT_WIDTH
from tools.word_templates.styles import PARAGRAPHS, SUBJECT_SIDE, WORDS

from cchc_cli.shell.options import scope
from conftest import Cchc
from layout.widths import lines

ROOT = Path(__file__).parents[2]
BUILT = built()
_MM = 25.4 / 1440


def parts(package: bytes) -> list[tuple[str, tuple[int, ...], bytes]]:
    """Name, time and content of each part in order: all that the file holds but how it was compressed."""
    with ZipFile(BytesIO(package)) as kept:
        return [(each.filename, each.date_time, kept.read(each)) for each in kept.infolist()]


@pytest.mark.parametrize("name", BUILT)
def test_a_kept_template_is_what_the_script_builds(name: str) -> None:
    assert parts((FOLDER / name).read_bytes()) == parts(BUILT[name]), "run: python -m tools.word_templates"


def test_every_kept_template_has_its_module() -> None:
    assert {path.name for path in FOLDER.glob("*.docx")} == set(BUILT)


@pytest.mark.parametrize("name", BUILT)
def test_an_officer_finds_whole_tags_and_named_styles_in_word(name: str) -> None:
    document = Document(BytesIO(BUILT[name]))
    known = {WORDS.get(style.name, style.name).replace("heading", "Heading") for style in PARAGRAPHS}
    cells = [cell for table in document.tables for cell in table._cells]
    written = [*document.paragraphs, *(each for cell in cells for each in cell.paragraphs)]
    assert {each.style.name for each in written if each.style} <= known
    for run in (run for each in written for run in each.runs):
        assert run.text.count("{{") == run.text.count("}}") and run.text.count("{%") == run.text.count("%}"), run.text
        assert not re.search(r"\{[{%][^}]*[“”‘’][^}]*[%}]\}", run.text), f"curly quotes in a tag: {run.text}"
        assert "blank(" not in run.text or run.font.highlight_color, f"a blank that is not marked: {run.text}"


def test_a_total_is_never_alone_on_a_page() -> None:
    tables = Document(BytesIO(BUILT["periodic.docx"])).tables
    table = next(each for each in tables if "row.done_rate" in each._tbl.xml)
    last = [row for row in table.rows if "row.done_rate" in row._tr.xml][-2]
    assert all(each.paragraph_format.keep_with_next for cell in last.cells for each in cell.paragraphs)


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not here to lay out pages")
def test_the_leaders_page_stays_one_page_with_long_titles(cchc: Cchc, tmp_path: Path) -> None:
    shutil.copytree(ROOT / "examples" / "tinh-mau" / "plan", tmp_path / "plan")
    for section in (tmp_path / "plan" / "2026" / "appendix").iterdir():
        text = section.read_text(encoding="utf-8")
        longer = re.sub(
            r"(?m)^(    title: [^\"'\n]+)$", r"\1" + " và các nội dung khác theo chỉ đạo của tỉnh" * 10, text
        )
        section.write_text(longer, encoding="utf-8")
    document = tmp_path / "brief.docx"
    ran = cchc("report", "brief", "--as-of", "2026-09-14", "-o", str(document), "-C", str(tmp_path))
    assert ran.code == 0, ran.err
    assert document.exists() and pages(document) == 1


def pages(document: Path) -> int:
    """How many pages LibreOffice makes of a document."""
    profile = f"-env:UserInstallation={(document.parent / 'profile').as_uri()}"
    convert = ("soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(document.parent), str(document))
    subprocess.run(convert, check=True, capture_output=True, stdin=subprocess.DEVNULL, timeout=120)
    return len(re.findall(rb"/Type\s*/Page\b", document.with_suffix(".pdf").read_bytes()))


def names() -> list[str]:
    """Every agency of both registries as a letterhead names it."""
    roots = (ROOT, ROOT / "examples" / "tinh-mau")
    rows = [row for root in roots for row in scope.workspace(root, None).registry.rows]
    issuers = [row.name for row in rows if row.kind not in ("group", "council")]
    return sorted({name.upper().replace("UBND", "ỦY BAN NHÂN DÂN") for name in issuers})


@pytest.mark.parametrize("name", names())
def test_the_line_under_an_issuer_is_a_third_to_a_half_of_its_line(name: str) -> None:
    rest = name.removeprefix("ỦY BAN NHÂN DÂN ")
    broken = name if rest == name else f"ỦY BAN NHÂN DÂN\n{rest}"
    assert fits(broken, 12, WIDTHS[0], length(rest, ISSUER)), lines(broken, 12, True, WIDTHS[0] * _MM)


@pytest.mark.parametrize("letters", range(20, 240, 3))
def test_the_line_under_a_subject_is_a_third_to_a_half_of_its_line(letters: int) -> None:
    words = "Kết quả công tác cải cách hành chính quý III năm 2026 và tình hình thực hiện nhiệm vụ được giao " * 3
    subject = words[:letters].strip()
    assert fits(subject, 14, PORTRAIT_WIDTH - 2 * SUBJECT_SIDE, length(subject, SUBJECT))


def length(text: str, ranges: tuple[Range, ...]) -> int:
    return next(each.length for each in ranges if len(text) <= each.letters)


def fits(text: str, size: float, room: int, drawn: int) -> bool:
    found = lines(text, size, True, room * _MM)
    return any(1 / 3 <= drawn * _MM / each <= 1 / 2 for each in (max(found), found[-1]))
