"""Tables on a terminal: whatever its width, words, dates, ids and figures stand unbroken and nothing is lost."""

import io
import re
import sys
from collections import Counter
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from cchc_cli.answers.tables import Cell, Column, Group, Table
from cchc_cli.formats.table_screen import drawn
from conftest import Cchc

DAY = "--as-of=2026-09-14"
PLACES = {"plan": (), "example": ("-C", "examples/tinh-mau")}
TABLES = {
    "due": ("due", DAY),
    "due of an agency": ("due", "--agency=Sở Tư pháp", DAY),
    "list": ("list", DAY),
    "stats by section": ("stats", "--by=section", DAY),
    "stats by agency": ("stats", "--by=agency", DAY),
    "agencies": ("agencies",),
    "targets": ("targets", DAY),
    "events": ("event", "list", DAY),
}
SCREENS = (40, 60, 80, 100, 140)


class Terminal(io.StringIO):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        return True

    def lines(self) -> list[str]:
        """What is on it, without colour."""
        return re.sub(r"\x1b\[[0-9;]*m", "", self.getvalue()).split("\n")


OnTerminal = Callable[..., list[str]]


@pytest.fixture
def on_terminal(cchc: Cchc, monkeypatch: pytest.MonkeyPatch) -> OnTerminal:
    """Run a command line on a terminal of a width; the lines on it."""

    def ran(screen: int, *arguments: str) -> list[str]:
        terminal = Terminal()
        with monkeypatch.context() as patched:
            patched.setenv("TERM", "xterm")
            patched.setenv("COLUMNS", str(screen))
            patched.setattr(sys, "stdout", terminal)
            assert cchc(*arguments).code == 0
        return terminal.lines()

    return ran


def in_markdown(text: str) -> tuple[list[str], list[list[str]]]:
    """The headings of groups, and the cells of every row, as they are before Markdown escapes them."""
    plain = [re.sub(r"\\([!-/:-@\[-`{-~])", r"\1", line.replace("&#8288;", "")) for line in text.splitlines()]
    rows = [line[2:-2].split(" | ") for line in plain if line.startswith("| ")]
    heads = {tuple(rows[place - 1]) for place, row in enumerate(rows) if set("".join(row)) <= set("-: ") and place}
    cells = [row for row in rows if tuple(row) not in heads and set("".join(row)) - set("-: ")]
    return [line[3:] for line in plain if line.startswith("## ")], [
        [cell.replace("<br>", "\n") for cell in row] for row in cells
    ]


def check(lines: list[str], cells: list[str], screen: int) -> None:
    """No line is wider than the screen; every word that fits it stands whole, as often as it should."""
    assert [line for line in lines if cell_len(line) > screen] == []
    wanted = Counter(word for cell in cells for word in cell.split() if cell_len(word) <= screen)
    assert wanted - Counter(" ".join(lines).split()) == Counter()
    joined = "".join(lines)
    assert [word for cell in cells for word in cell.split() if cell_len(word) > screen and word not in joined] == []


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("name", TABLES)
def test_nothing_is_broken_nor_lost_on_any_screen(name: str, place: str, cchc: Cchc, on_terminal: OnTerminal) -> None:
    arguments = (*TABLES[name], *PLACES[place])
    titles, rows = in_markdown(cchc(*arguments, "--format=md").out)
    assert rows
    for screen in SCREENS:
        check(on_terminal(screen, *arguments), [*titles, *(cell for row in rows for cell in row)], screen)


def test_rates_stand_beside_their_figures(on_terminal: OnTerminal) -> None:
    lines = on_terminal(120, *TABLES["stats by section"], *PLACES["example"])
    assert next(line for line in lines if line.startswith("I. ")).split()[-4:] == ["40%", "(4/10)", "50%", "(3/6)"]


def test_a_screen_too_narrow_for_the_columns_shows_rows_as_blocks(on_terminal: OnTerminal) -> None:
    lines = on_terminal(34, *TABLES["events"], *PLACES["example"])
    assert [line.rstrip() for line in lines[1:10]] == [
        "Mã: cong-bo-danh-muc",
        "Ngày: 13/02/2026",
        "Đang chờ: II.1-2",
        "Sự kiện: Quyết định công bố danh",
        "mục thủ tục được ban hành",
        "",
        "Mã: nghi-quyet-hdnd",
        "Ngày: 16/7/2026",
        "Đang chờ: II.13",
    ]


def test_blocks_keep_the_headings(on_terminal: OnTerminal) -> None:
    lines = on_terminal(40, *TABLES["list"], *PLACES["example"])
    heading = lines.index("II. THỦ TỤC HÀNH CHÍNH")
    assert lines[heading - 1] == ""
    assert lines[heading + 1].startswith("Mã: II.")


WORDS = st.text("aế–/1😀漢", min_size=1, max_size=14)
TEXTS = st.lists(WORDS, max_size=8).map(" ".join)


@st.composite
def tables(draw: st.DrawFn) -> Table:
    columns = draw(st.lists(st.builds(Column, TEXTS, st.booleans(), st.booleans()), min_size=1, max_size=6))
    row = st.tuples(*(st.builds(Cell, TEXTS) for _ in columns))
    groups = st.builds(Group, st.none() | TEXTS, st.lists(row, max_size=4).map(tuple))
    return Table(draw(TEXTS), tuple(columns), tuple(draw(st.lists(groups, max_size=3))), ("Cộng: 1/2",))


@given(table=tables(), screen=st.integers(30, 160))
def test_any_table_keeps_its_words_whole(table: Table, screen: int) -> None:
    cells = [cell.text for group in table.groups for row in group.rows for cell in row]
    check(drawn(table, screen, False).split("\n"), [*cells, *table.remarks], screen)


ONE = Table(
    "Bảng", (Column("Mã"), Column("Việc", fold=True)), (Group(None, ((Cell("I.1"), Cell("Ban hành", "overdue")),)),)
)


def test_colour_stresses_words_and_is_left_out_where_it_is_not_wanted() -> None:
    assert drawn(ONE, 80, False) == "Bảng\nMã   Việc\nI.1  Ban hành\n"
    bold, faint, red, end = "\x1b[1m", "\x1b[2m", "\x1b[1;31m", "\x1b[0m"
    heads = f"{faint}Mã{end}   {faint}Việc{end}"
    assert drawn(ONE, 80, True) == f"{bold}Bảng{end}\n{heads}\nI.1  {red}Ban hành{end}\n"


@pytest.mark.skipif(sys.platform == "win32", reason="the console of the process itself is asked there")
@pytest.mark.parametrize(("name", "value"), [("NO_COLOR", "1"), ("TERM", "dumb")])
def test_the_environment_says_that_colour_is_not_wanted(
    name: str, value: str, cchc: Cchc, monkeypatch: pytest.MonkeyPatch
) -> None:
    for changed in ((), ((name, value),)):
        terminal = Terminal()
        with monkeypatch.context() as patched:
            patched.setenv("TERM", "xterm")
            patched.delenv("NO_COLOR", raising=False)
            for each in changed:
                patched.setenv(*each)
            patched.setattr(sys, "stdout", terminal)
            assert cchc("due", DAY).code == 0
        assert ("\x1b[" in terminal.getvalue()) is not bool(changed)
