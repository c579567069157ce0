"""Marks that turn a line round, or split words unseen, are in no document that somebody signs."""

from pathlib import Path

import pytest

from cchc_cli.text.hidden import MARKS
from conftest import Cchc
from word_packages import part

TURNED = f'title: "Rà\\u200b soát {chr(0x202E)}văn bản"'


@pytest.fixture
def turned(copied: Path) -> Path:
    path = copied / "plan" / "2026" / "appendix" / "I.yaml"
    lines = path.read_text("utf-8").splitlines(keepends=True)
    said = [
        f"{line.partition('title: ')[0]}{TURNED}\n" if line.lstrip().startswith("title: ") else line for line in lines
    ]
    path.write_text("".join(said), "utf-8")
    return copied


@pytest.mark.parametrize("form", ["md", "docx"])
@pytest.mark.parametrize("report", [("quarterly", "--period", "2026-Q2"), ("plan",)], ids=str)
def test_a_document_has_none(form: str, report: tuple[str, ...], turned: Path, cchc: Cchc) -> None:
    out = turned / f"x.{form}"
    ran = cchc("-C", str(turned), "report", *report, "--as-of", "2026-06-20", "-o", str(out))
    assert ran.code == 0, ran.err
    text = out.read_text("utf-8") if form == "md" else "".join(part(out.read_bytes()).itertext())
    assert "Rà soát văn bản" in text
    assert not [f"{ord(mark):04x}" for mark in MARKS if mark in text]
