"""Whatever is typed behind `cchc`, it ends with 0, 1 or 2, with 2 nothing has changed, and no English is said."""

import re
import shutil
from pathlib import Path

import pytest
import typer
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from typer.core import TyperCommand, TyperGroup, TyperOption

from cchc_cli.start.program import app, run
from conftest import ROOT, Cchc, contents, examples

PROVINCE = ROOT / "examples" / "tinh-mau" / "plan"
ENGLISH = re.compile(
    r"usage|\berror\b|invalid|missing (?:arg|opt|par)|no such|unexpected|traceback|aborted|must be|not found", re.I
)
AGENCIES = ("so-tu-phap", "Sở Tư pháp", "STP", "Sở Nội vụ", "UBND xã Suối Trong", "Sở Tư pháp, Sở Nội vụ")
DAYS = ("2026-06-15", "15/6/2026", "2026-12-20", "15/6", "31/02/2026")
PERIODS = ("2026-Q1", "quý 2/2026", "2026-9M", "tháng 3/2026", "6 tháng", "2026-W12")
IDS = ("I.8", "III.1", "I.7", "I.7@2026-03", "I.99", "II.2", "2-2", "cong-bo-danh-muc")
PLACES = ("x.md", "x.docx", "x.xlsx", "x.csv", "x.html", "x.ics", "out", "a/x.md", "plan/2026/plan.yaml", "../x")
ODD = (
    "",
    " ",
    "-",
    "--",
    "-5",
    "1e9",
    "\u202e",
    "a\nb",
    "=1+1",
    "{{ 1 }}",
    "đ" * 300,
    "2026",
    "done",
    "xong",
    "60%",
    "I,II",
)
FITTING = {
    "--agency": AGENCIES, "--lead": AGENCIES, "--as-of": DAYS, "--date": DAYS, "--to": DAYS, "--period": PERIODS,
    "--turn": PERIODS, "-o": PLACES, "--status": ("done", "xong", "submitted"), "--state": ("overdue", "quá hạn"),
    "--basis": ("45/QĐ-UBND",), "--evidence": ("12/BC-STP",), "--plan": ("2026",), "-C": (".", "plan", "khong-co"),
    "--by": ("agency", "section", "month"), "--format": ("json", "md", "docx", "csv", "github"), "--section": ("I",),
    "--schedule": ("Tháng 10/2026", "Thường xuyên"), "--from": ("2026", "plan/settings.yaml"), "--year": ("2027",),
}  # fmt: skip
POSITIONAL = (*IDS, *PERIODS, *AGENCIES, *DAYS, "quarterly", "reminder", "plan", "moi", "2027", "set", "HEAD", "CC101")


@st.composite
def lines(draw: st.DrawFn, known: tuple[TyperCommand, ...]) -> list[str]:
    """A command line: some options with mostly fitting values, and arguments, in any order."""
    command = draw(st.sampled_from(known))
    options = [param for param in command.params if isinstance(param, TyperOption) and "--help" not in param.opts]
    pieces: list[list[str]] = []
    for option in draw(st.lists(st.sampled_from(options), max_size=4, unique_by=id) if options else st.just([])):
        typed = draw(st.sampled_from([*option.opts, *option.secondary_opts]))
        values = FITTING.get(typed, POSITIONAL) if draw(st.integers(0, 5)) else (*ODD, *PLACES)
        pieces.append([typed] if option.is_flag else [typed, draw(st.sampled_from(values))])
    pieces += [[each] for each in draw(st.lists(st.sampled_from(POSITIONAL) | st.sampled_from(ODD), max_size=2))]
    return [str(command.name), *(word for piece in draw(st.permutations(pieces)) for word in piece)]


def every_command() -> tuple[TyperCommand, ...]:
    """The commands of the program."""
    group = typer.main.get_command(app)
    assert isinstance(group, TyperGroup)
    context = typer.Context(group)
    found = [group.get_command(context, name) for name in group.list_commands(context)]
    return tuple(each for each in found if isinstance(each, TyperCommand))


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, cchc: Cchc) -> Path:  # noqa: ARG001  cchc clears variables
    """The folder in which a line is typed; one above is the user's own."""
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("CCHC_AS_OF", "2026-06-20")
    (tmp_path / "in").mkdir()
    monkeypatch.chdir(tmp_path / "in")
    return tmp_path / "in"


@settings(examples(300), suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(line=lines(every_command()))
def test_any_line_ends_as_it_should(line: list[str], place: Path, capfd: pytest.CaptureFixture[str]) -> None:
    for each in place.iterdir():
        shutil.rmtree(each) if each.is_dir() else each.unlink()
    shutil.copytree(PROVINCE, place / "plan")
    before = contents(place.parent)
    capfd.readouterr()
    code = run(line)
    _, told = capfd.readouterr()
    assert code in (0, 1, 2), told
    assert code != 2 or (told and contents(place.parent) == before), told
    assert not ENGLISH.search(told), told
