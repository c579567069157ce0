"""CSV that Excel opens without running what is in it, whatever ends a cell for it."""

import csv
import io

import pytest

from cchc_cli.answers.sheets import Head, Sheet
from cchc_cli.formats.sheet_csv import render


def written(text: str) -> str:
    return render(Sheet("", "", (Head("Mã"), Head("Nhiệm vụ")), (("I.1", text),)))


def read(text: str, delimiter: str) -> list[str]:
    """The cells of every line, as a program with this end of a cell reads them."""
    return [cell for line in csv.reader(io.StringIO(text.removeprefix("\ufeff")), delimiter=delimiter) for cell in line]


@pytest.mark.parametrize("delimiter", [",", ";"])
@pytest.mark.parametrize(
    "text", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "a;=1+1", "a; =1+1", 'a";=1+1', "a\n=1+1", "a\r\n  @b", "a;;-1"]
)
def test_no_cell_begins_a_formula(text: str, delimiter: str) -> None:
    for cell in read(written(text), delimiter):
        assert not cell.lstrip(' "').startswith(("=", "+", "-", "@", "\t", "\r")), cell


@pytest.mark.parametrize("text", ["Sở Y tế; Sở Tư pháp", "tỷ lệ >= 90%", "tháng 6 - tháng 11", "1 + 1 = 2", "a@b.vn"])
def test_other_texts_are_written_as_they_are(text: str) -> None:
    assert read(written(text), ",")[-1] == text
