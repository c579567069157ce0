"""What a stranger's words and files cannot do: run as a formula, command or template, hide, or leave their folder.

Promises that belong to one part are tested with it: the sandbox of templates in test_render_limits.py, marks of
Markdown in test_table_md.py, what Word's XML cannot hold in test_render_docx.py, the lines that GitHub would obey in
test_validate.py, the folder plan/ that no output is written into in test_output.py.
"""

import csv
import io
import json
import shutil
import stat
import sys
from datetime import date
from pathlib import Path

import pytest

from cchc_cli.answers.sheets import of_table
from cchc_cli.answers.tables import Column, Group, Table, row, visible
from cchc_cli.formats import sheet_csv
from cchc_cli.model import Entry
from cchc_cli.shell import writer
from cchc_cli.shell.options import scope
from cchc_cli.text.problems import Stop
from conftest import CACHE_HOME, ROOT, Cchc

DAY = "--as-of=2026-05-01"
ESCAPE = "\x1b[31m"
posix = pytest.mark.skipif(sys.platform == "win32", reason="symlinks and modes as on POSIX")


def retitled(workspace: Path, title: str) -> Path:
    """The workspace with another title of its first task, as YAML writes it."""
    section = workspace / "plan/2026/appendix/I.yaml"
    text = section.read_text("utf-8")
    first = next(line for line in text.splitlines() if line.strip().startswith("title: Rà soát"))
    section.write_text(text.replace(first.strip(), f"title: {title}", 1), "utf-8")
    return workspace


# Formulas


FORMULAS = ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1+1", "\r=1+1", '=HYPERLINK("http://a.vn")']


def cells(text: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(text.removeprefix("\ufeff"), newline="")))


@pytest.mark.parametrize("formula", FORMULAS)
def test_a_spreadsheet_shows_a_formula_and_does_not_run_it(formula: str) -> None:
    table = Table("", (Column("Nhiệm vụ"),), (Group(formula, (row(formula),)),))
    shown = "'" + formula.replace("\r", "\r'")
    assert cells(sheet_csv.render(of_table(table)))[1:] == [[shown, shown]]


@pytest.mark.parametrize("text", ["Rà soát = kiểm tra", "1-2", "", "I.1"])
def test_other_words_stand_in_a_spreadsheet_as_they_are(text: str) -> None:
    table = Table("", (Column("Nhiệm vụ"),), (Group(None, (row(text),)),))
    assert cells(sheet_csv.render(of_table(table)))[1:] == [[text]]


def test_a_title_that_is_a_formula_is_text_in_the_csv_of_a_command(cchc: Cchc, copied: Path) -> None:
    retitled(copied, "\"=cmd|'/C calc'!A0\"")
    out = cchc("-C", str(copied), "list", "--section", "I", "--format", "csv").out
    assert "'=cmd|'/C calc'!A0" in {cell for line in cells(out) for cell in line}


# Control characters


@pytest.fixture
def hostile(copied: Path) -> Path:
    """A plan with a title that would colour a terminal."""
    return retitled(copied, '"đỏ \\e[31m và \\x9b31m"')


@pytest.mark.parametrize(
    "words",
    [
        ["list", "--section", "I"],
        ["list", "--section", "I", "--format", "md"],
        ["list", "--section", "I", "--format", "csv"],
        ["list", "--section", "I", "--format", "json"],
        ["show", "I.1"],
        ["show", "I.1", "--format", "json"],
        ["validate"],
        ["validate", "--format", "json"],
        ["report", "quarterly", "--period", "2026-Q1"],
    ],
    ids="-".join,
)
def test_control_characters_are_shown_not_sent(words: list[str], cchc: Cchc, hostile: Path) -> None:
    out = cchc("-C", str(hostile), *words).out
    assert "đỏ" in out or words[0] == "validate"
    raw = {mark for mark in out if not mark.isprintable()} - {"\n", "\r", "\t", "\ufeff", "\u200b", "\xa0"}
    assert not raw
    if "json" in words:
        json.loads(out)
    if "csv" in words:
        assert out.count("\r\n") == out.count("\n")


def test_json_keeps_the_characters_it_escapes(cchc: Cchc, hostile: Path) -> None:
    tasks = json.loads(cchc("-C", str(hostile), "list", "--section", "I", "--format", "json").out)["tasks"]
    assert tasks[0]["title"] == "đỏ \x1b[31m và \x9b31m"


HIDDEN = "\u202eđỏ\u2066\u200f\u200b\u200d\ufeff\u2028"


@pytest.mark.parametrize("words", [["list"], ["list", "--format", "md"], ["list", "--format", "csv"], ["show", "I.1"],
                                   ["validate"]])  # fmt: skip
def test_marks_that_turn_a_line_round_or_cannot_be_seen_are_shown(words: list[str], cchc: Cchc, copied: Path) -> None:
    retitled(copied, f'"{HIDDEN}"')
    out = cchc("-C", str(copied), *words).out.removeprefix("\ufeff")
    assert "\\u202e" in out
    assert not [mark for mark in HIDDEN if mark in out and mark not in "đỏ"]


def test_json_keeps_the_marks_that_it_escapes(cchc: Cchc, copied: Path) -> None:
    retitled(copied, f'"{HIDDEN}"')
    out = cchc("-C", str(copied), "show", "I.1", "--format", "json").out
    assert "\u202e" not in out and json.loads(out)["task"]["title"] == HIDDEN


def test_marks_in_options_are_shown_too(cchc: Cchc, copied: Path) -> None:
    err = cchc("-C", str(copied), "due", "--agency", "Sở\u202e lạ", "-o", "tệp\u2066.md").err
    assert "\\u202e" in err and "\u202e" not in err


def test_line_ends_and_tabs_are_no_control_characters() -> None:
    assert visible(f"a\tb\r\nc\rd {ESCAPE}\n") == "a\tb\r\nc\\x0dd \\x1b[31m\n"


# Templates and markup


def test_data_is_never_a_template_nor_markup(cchc: Cchc, copied: Path) -> None:
    retitled(copied, '"{{ 7*7 }} | <b>x</b> *y* [z](http://a) __class__"')
    ran = cchc("-C", str(copied), "report", "quarterly", "--period", "2026-Q1")
    assert ran.code == 0
    assert r"\{\{ 7\*7 \}\} \| \<b\>x\</b\> \*y\* \[z\](http://a) \_\_class\_\_" in ran.out
    tables = [line for line in ran.out.splitlines() if line.startswith("| I.1 ")]
    assert tables
    assert all(line.replace(r"\|", "").count("|") in (7, 8) for line in tables)


# Files


@posix
def test_a_link_that_leads_out_of_the_workspace_is_not_written_through(
    tmp_path: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    shutil.copytree(ROOT / "examples" / "tinh-mau" / "plan", tmp_path / "plan")
    file = "plan/2026/progress/so-tu-phap.yaml"
    outside = tmp_path_factory.mktemp("outside") / "so-tu-phap.yaml"
    opened = scope.opened(tmp_path, None)
    (tmp_path / file).rename(outside)
    (tmp_path / file).symlink_to(outside)
    before = outside.read_bytes()
    record = Entry(task="I.8", recorded=date(2026, 6, 20), note="đang làm")
    with pytest.raises(Stop, match="ra ngoài thư mục làm việc"):
        writer.add(writer.proposed(opened, file, record, tuple[Entry, ...]))
    assert outside.read_bytes() == before


@posix
def test_only_its_owner_reads_what_a_run_keeps_for_the_next(
    cchc: Cchc, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(CACHE_HOME, str(tmp_path))
    assert cchc("due", DAY).code == 0
    (place,) = (tmp_path / "cchc").iterdir()
    assert (stat.S_IMODE(place.parent.stat().st_mode), stat.S_IMODE(place.stat().st_mode)) == (0o700, 0o600)
