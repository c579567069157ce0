"""What Word and Markdown say is one text: the same words in the same sentences, cells and heads."""

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from zipfile import ZipFile

import pytest
from lxml import etree

from conftest import Cchc

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
DAY = ("--as-of", "2026-09-14")
REPORTS = {
    "quarterly": ("--period", "2026-Q3"),
    "annual": ("--period", "2026", "--as-of", "2026-12-14"),
    "overdue": DAY,
    "agency": (*DAY, "--agency", "Sở Tư pháp"),
    "reminder": DAY,
    "notice": DAY,
    "desk": DAY,
    "brief": DAY,
    "six-clear": DAY,
}

OF_A_PAGE = ("Số:", "(Kèm theo", "Biểu đồ ", "Phụ lục")
"""What only a page has: its number, notes under the head of an annex, names of charts; titles in capitals likewise."""


def paragraphs(file: Path) -> Iterator[str]:
    """The text of each paragraph of a Word document."""
    with ZipFile(file) as package:
        body = etree.fromstring(package.read("word/document.xml"))
    for each in body.iter(f"{W}p"):
        text = "".join(part.text or "" if part.tag == f"{W}t" else " " for part in each.iter(f"{W}t", f"{W}br"))
        if text.strip():
            yield " ".join(text.split())


def plain(markdown: str) -> str:
    """A Markdown text without its signs and comments."""
    text = re.sub(r"&emsp;|<br>", " ", re.sub(r"<!--.*?-->", "", markdown))
    text = re.sub(r"\\(.)", r"\1", text.replace("**", "").replace("*", ""))
    return " ".join(text.split())


@pytest.mark.slow
@pytest.mark.parametrize("folder", [".", "examples/tinh-mau"])
@pytest.mark.parametrize("name", REPORTS)
def test_every_paragraph_and_cell_of_word_stands_in_markdown(
    name: str, folder: str, cchc: Cchc, tmp_path: Path
) -> None:
    words = ("report", name, "-C", folder, *REPORTS[name])
    said = plain(cchc(*words).out)
    file = tmp_path / "x.docx"
    assert cchc(*words, "-o", str(file)).code == 0
    lost = [each for each in paragraphs(file) if each not in said]
    assert [each for each in lost if not each.startswith(OF_A_PAGE) and not each.isupper()] == []


@pytest.mark.slow
@pytest.mark.parametrize("folder", [".", "examples/tinh-mau"])
@pytest.mark.parametrize("name", REPORTS)
def test_every_word_of_markdown_stands_in_word(name: str, folder: str, cchc: Cchc, tmp_path: Path) -> None:
    words = ("report", name, "-C", folder, *REPORTS[name])
    file = tmp_path / "x.docx"
    assert cchc(*words, "-o", str(file)).code == 0
    printed = Counter(re.findall(r"\w+", " ".join(paragraphs(file)).casefold()))
    said = set(re.findall(r"\w+", plain(cchc(*words).out).casefold()))
    assert sorted(each for each in said if not printed[each]) == []
