"""Whatever a paper's table looks like: no word is dropped, nothing breaks, and the draft can be read."""

from html import escape

from hypothesis import example, given
from hypothesis import strategies as st

from builders import loaded
from cchc_cli.importing.draft import imported
from cchc_cli.importing.markup import of_html, of_text
from cchc_cli.importing.paper import Paper
from cchc_cli.text.problems import Stop
from cchc_cli.text.yaml import parse

HEADS = ("TT", "Nhiệm vụ", "Sản phẩm", "Cơ quan chủ trì", "Thời gian", "Phân công", "Ghi chú", "Lộ trình", "")
CELLS = (
    *("", "1", "2", "2.1", "a)", "đ)", "I", "II.", "N01.1", "- Rà soát", "- Báo cáo\n- Sổ", "của tỉnh", "Việc: một"),
    *("Kế hoạch năm 2026", "Sở Nội vụ", "Sở Lạ", "Các sở, ban, ngành; UBND các xã,\nphường", "trước ngày 30/6/2026"),
    *("Quý I/2026", "Tháng 13/2026", "Tháng 02/2026: họp\nTháng 5/2026: tổng kết", "Thường xuyên", "31/02/2026"),
    *(
        "Sở Nội vụ chủ trì, phối hợp với Sở Tư pháp thực hiện",
        "{{ 7 * 7 }}",
        "&<>\"'",
        "# tiêu đề",
        "yes",
        "null",
        "@a",
    ),
)
SPAN = st.sampled_from([1, 1, 1, 1, 2, 3, 9])
CELL = st.tuples(st.sampled_from(CELLS) | st.text(max_size=12), SPAN, SPAN)
ROWS = st.lists(st.lists(CELL, max_size=8), max_size=10)


def page(heads: list[str], rows: list[list[tuple[str, int, int]]]) -> str:
    def cell(text: str, across: int = 1, down: int = 1) -> str:
        told = escape(text).replace("\n", "<br>")
        return f'<td colspan="{across}" rowspan="{down}">{told}</td>'

    lines = ["".join(map(cell, heads)), *("".join(cell(*each) for each in row) for row in rows)]
    return f"<p>Mở đầu</p><table>{''.join(f'<tr>{line}</tr>' for line in lines)}</table><p>Kết thúc</p>"


def check(paper: Paper) -> None:
    registry = loaded().workspace.registry
    try:
        made = imported(paper, registry, 2026, "so-noi-vu")
    except Stop:
        return
    assert made.lost == ()
    for path, text in made.files.items():
        assert not parse(text).faults, path


@given(st.lists(st.sampled_from(HEADS), min_size=3, max_size=8), ROWS)
def test_any_table_keeps_its_words(heads: list[str], rows: list[list[tuple[str, int, int]]]) -> None:
    check(of_html(page(heads, rows)))


@given(st.lists(st.lists(st.sampled_from(CELLS) | st.text(max_size=9), max_size=6), max_size=9))
@example([["", "1"], ["", "", "", "1", "2"]])
@example([["", "Mở lớp"], ["", "", "", "Quý II/2026", "Sở Nội vụ và Sở Tư pháp (bằng văn bản)"]])
def test_any_text_with_tabs_keeps_its_words(rows: list[list[str]]) -> None:
    lines = ["TT\tNhiệm vụ\tSản phẩm\tThời gian\tChủ trì", *("\t".join(row) for row in rows)]
    check(of_text("\n".join(lines)))
