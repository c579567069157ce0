"""Data in Markdown: whatever it holds, it is read as text, in the cell or paragraph where it stands."""

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from cchc_cli.answers.tables import Column, Group, Table, row
from cchc_cli.formats.table_md import escaped, render

GFM = MarkdownIt("commonmark").enable(["table", "strikethrough"])
MARKS = r"""\`*_{}[]<>|#~&$()!-+=.:;"'@%^/?0123456789 aÁđ""" + "\t\n\r\u2028"
TEXTS = st.text(st.sampled_from(MARKS), max_size=30)
HARMLESS = {"text", "text_special", "softbreak", "html_inline", "link_open", "link_close"}
HOSTILE = [
    "# đầu mục", "1. một", "10) mười", "- gạch", "+ cộng", "* sao", "> trích", "===", "---", "***", "~~~", "```",
    "| a | b |", "|---|---|", "a | b", "a\n\nb", "a\r\nb", "a  \nb", "    bốn", "\tthụt",
    "<script>x</script>", "<!-- x -->",
    "<b>x</b>", "&lt;", "&#124;", "**đậm**", "__đậm__", "~~xóa~~", "`mã`", "$x$", "$$x$$", "[a](http://b)", "![a](b)",
    "[a]: http://b", "[^1]", "a\\", "\\|", "\\\\|", "{{ 7*7 }}", "{% if %}", ":---:", "- [ ] việc", "😀", "Ho\u0300a",
]  # fmt: skip


def words(token: Token) -> str:
    """What a reader sees of a line; breaks as line ends."""
    inside = token.children or []
    assert {each.type for each in inside} <= HARMLESS, [each.type for each in inside]
    assert all(each.content == "<br>" for each in inside if each.type == "html_inline")
    return "".join("\n" if each.type in ("html_inline", "softbreak") else each.content for each in inside)


def shown(text: str) -> str:
    """The text as it should be seen: in lines without spaces around them."""
    return "\n".join(line.strip() for line in text.splitlines() if line.strip())


def seen(token: Token) -> str:
    return words(token).replace("\u2060", "")


@given(TEXTS, TEXTS)
@example("a|b", "\\")
@example("`", "`|`")
def test_a_row_keeps_its_cells_and_each_cell_its_text(one: str, other: str) -> None:
    made = render(Table("", (Column("A"), Column("B")), (Group(None, (row(one, other),)),)))
    tokens = GFM.parse(made)
    cells = [tokens[at + 1] for at, token in enumerate(tokens) if token.type == "td_open"]
    assert [seen(each) for each in cells] == [shown(one), shown(other)]


@given(TEXTS)
def test_a_line_of_data_is_a_paragraph(text: str) -> None:
    tokens = GFM.parse(escaped(text) + "\n")
    assert [each.type for each in tokens if each.block and each.nesting == 1] == (
        ["paragraph_open"] if shown(text) else []
    )
    assert "".join(seen(each) for each in tokens if each.type == "inline") == shown(text)


@pytest.mark.parametrize("text", HOSTILE)
def test_marks_are_shown_as_they_are(text: str) -> None:
    [inline] = [each for each in GFM.parse(escaped(text)) if each.type == "inline"]
    assert seen(inline) == shown(text)


@pytest.mark.parametrize(
    "text", ["@nguyenvana", "xin hỏi @nhom/duan", "#123", "xem #5.", "!7", "(!7)", "a@b.vn", "du-an#9", "du-an!9"]
)
def test_text_mentions_no_user_and_no_issue_of_a_code_host(text: str) -> None:
    """GitHub and GitLab look for @name, #1 and !1 in the finished text: a mark that does not show stands between."""
    [inline] = [each for each in GFM.parse(escaped(text)) if each.type == "inline"]
    assert not re.search(r"[@#!]\w", words(inline))


@pytest.mark.parametrize(
    "address",
    [
        "https://minhhoa.example/ban-do",
        "http://a.vn/x_y_z",
        "https://a.vn/?q=1&b=*~1",
        "https://a.vn/a#b",
        "https://a.vn/@u/1",
    ],
)
def test_a_web_address_stays_one(address: str) -> None:
    """As it is, for GitHub and GitLab link it themselves; in < > where its marks would have to be escaped."""
    made = escaped(f"xem {address}, trang 2")
    assert made in (f"xem {address}, trang 2", f"xem <{address}>, trang 2")
    [inline] = [each for each in GFM.parse(made) if each.type == "inline"]
    assert seen(inline) == f"xem {address}, trang 2"
