"""Blanks filled in LibreOffice as a person types there: every word comes back, and the next document prints it."""

import shutil
import subprocess
from pathlib import Path

import pytest

from conftest import ROOT, Cchc
from marks import paragraphs

TYPED = """
import subprocess, sys, uno
from com.sun.star.beans import PropertyValue
from com.sun.star.text.ControlCharacter import PARAGRAPH_BREAK
source, target, profile = sys.argv[1:]
office = subprocess.Popen(["soffice", "-env:UserInstallation=" + profile, "--headless", "--norestore",
                           "--accept=pipe,name=cchc;urp;"])
local = uno.getComponentContext()
resolver = local.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", local)
context = None
while context is None and office.poll() is None:
    try:
        context = resolver.resolve("uno:pipe,name=cchc;urp;StarOffice.ComponentContext")
    except Exception:
        try:
            office.wait(0.25)
        except subprocess.TimeoutExpired:
            pass
desktop = context.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", context)
document = desktop.loadComponentFromURL(source, "_blank", 0, (PropertyValue("Hidden", 0, True, 0),))
search = document.createSearchDescriptor()
search.SearchRegularExpression = True
search.SearchString = r"\\[Tham khảo: [^\\]]*\\]"
for at in range((found := document.findAll(search)).Count):
    found.getByIndex(at).setString("")
search.SearchString = r"\\[Cần điền: [^\\]]*\\]"
for at in range((found := document.findAll(search)).Count):
    place = found.getByIndex(at)
    text = place.getText()
    cursor = text.createTextCursorByRange(place)
    cursor.setString("Lời %d “ngoặc” & <dấu>." % (at + 1))
    end = cursor.getEnd()
    text.insertControlCharacter(end, PARAGRAPH_BREAK, False)
    cursor = text.createTextCursorByRange(end)
    cursor.collapseToEnd()
    cursor.CharWeight = 150.0
    text.insertString(cursor, "Đậm %d" % (at + 1), False)
    cursor.collapseToEnd()
    cursor.CharWeight = 100.0
    text.insertString(cursor, " và thường.", False)
document.storeToURL(target, (PropertyValue("FilterName", 0, "MS Word 2007 XML", 0),))
document.close(True)
try:
    desktop.terminate()
except Exception:
    pass
office.wait(60)
"""
"""What a person does in Writer, for a Python that has UNO: in each blank a sentence, and a paragraph with bold."""


def _has_uno() -> bool:
    asked = (PYTHON, "-c", "import uno")
    return (
        bool(shutil.which("soffice"))
        and Path(PYTHON).exists()
        and not subprocess.run(asked, capture_output=True).returncode
    )


PYTHON = "/usr/bin/python3"
"""A Python that can talk to LibreOffice comes with the system, not with the project."""


@pytest.mark.slow
@pytest.mark.skipif(not _has_uno(), reason="LibreOffice with UNO is not installed")
@pytest.mark.parametrize(
    ("folder", "period", "entry"),
    [
        ("plan", "2026-Q1", ("I.1", "--agency", "STP", "--date", "2026-01-30", "--as-of", "2026-03-10")),
        (
            "examples/tinh-mau/plan",
            "2026-Q3",
            ("I.7", "--agency", "STC", "--date", "2026-09-11", "--as-of", "2026-09-12"),
        ),
    ],
)
def test_what_is_typed_in_libreoffice_stands_in_the_next_document_beside_new_figures(
    folder: str, period: str, entry: tuple[str, ...], cchc: Cchc, tmp_path: Path
) -> None:
    shutil.copytree(ROOT / folder, tmp_path / "plan")
    first, typed, second = (tmp_path / name for name in ("1.docx", "2.docx", "3.docx"))
    root, make = ("-C", str(tmp_path)), ("report", "quarterly", "--period", period, "-o")
    assert cchc(*root, *make, str(first)).code == 0
    blanks = sum("[Cần điền:" in each for each in paragraphs(first.read_bytes()))
    ran = (PYTHON, "-c", TYPED, first.as_uri(), typed.as_uri(), (tmp_path / "profile").as_uri())
    subprocess.run(ran, check=True, capture_output=True, stdin=subprocess.DEVNULL, timeout=180)
    taken = cchc(*root, "text", "take", str(typed))
    assert taken.code == 0 and f"Đã ghi {blanks} chỗ" in taken.out
    assert "Ngoài các chỗ cần viết" not in taken.err
    done = ("update", *entry, "--status", "done", "--evidence", "9/BC-X")
    assert cchc(*root, *done).code == 0
    assert cchc(*root, *make, str(second)).code == 0
    printed = paragraphs(second.read_bytes())
    for at in range(1, blanks + 1):
        assert f"Lời {at} “ngoặc” & <dấu>." in printed and f"Đậm {at} và thường." in printed
    assert not any("[Cần điền:" in each or "[Tham khảo:" in each for each in printed)
    assert any(each.startswith(f"- {entry[0]}: ") and "9/BC-X" in each for each in printed)
    assert "không có gì mới" in cchc(*root, "text", "take", str(typed)).out
