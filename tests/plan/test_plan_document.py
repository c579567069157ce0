"""`report plan` gives the printed plan back: every word in order, every cell in its place, in Markdown and in Word.

tests/data/source.txt is the printed side, read by test_source.py: of it are left out the table heads that each page
repeats, and what `corrections` in plan.yaml put right. Page numbers and page headers are not in it.
The document has besides what the source lost: national heading, issuer, number and day of the decision.
"""

import re
from collections.abc import Iterator
from difflib import SequenceMatcher
from pathlib import Path
from typing import Any, NamedTuple
from xml.etree import ElementTree
from zipfile import ZipFile

import pytest
from test_source import PRINTED, printed_body, printed_table

from builders import day, part, task, workspace
from cchc_cli.documents.reports.plan import build
from cchc_cli.documents.reports.scene import Scene
from cchc_cli.model import TaskRow
from cchc_cli.schedule import period
from conftest import Cchc, Golden
from plans_below import copied_as

Cells = tuple[str, ...]

NATIONAL = "ỦY BAN NHÂN DÂN TỈNH KHÁNH HÒA CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM Độc lập - Tự do - Hạnh phúc"
DATED = f"{NATIONAL} Số: 2821/QĐ-UBND Khánh Hòa, ngày 31 tháng 12 năm 2025"
# The plan keeps products as a list: the dash before a product that stands alone in its cell is not kept.
LONE_DASHES = {"I.8", "IV.9"}
WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


class Document(NamedTuple):
    """What a reader sees: all words in order; the rows of the appendix, each line of a cell on its own."""

    words: list[str]
    rows: list[Cells]


# -- the printed side ------------------------------------------------------------------------------------------------


def printed() -> Iterator[tuple[str, Cells]]:
    """Places with the words of their cells, corrected, with the dash that opens a cell of products."""
    raw = dict([*printed_body(), *printed_table()])
    for place, cells in PRINTED:
        if len(cells) == 5 and raw[place][2].startswith("-") and place not in LONE_DASHES:
            cells = (*cells[:2], f"- {cells[2]}", *cells[3:])
        yield place, cells


def printed_words() -> list[str]:
    heads = {"decision": DATED, "plan": NATIONAL}
    return " ".join(text for place, cells in printed() for text in (heads.get(place, ""), *cells)).split()


def printed_rows() -> list[Cells]:
    return [cells for _, cells in printed() if len(cells) == 5]


# -- the documents ---------------------------------------------------------------------------------------------------


def of_markdown(text: str) -> Document:
    lines = [line for line in text.splitlines() if not re.fullmatch(r"[-:| ]+", line)]
    head = next(place for place, line in enumerate(lines) if line.startswith("| TT |"))
    rows = [tuple(map(_plain, re.split(r"(?<!\\)\|", line)[1:-1])) for line in lines[head:]]
    return Document(" ".join(map(_plain, lines)).split(), rows)


def _plain(markdown: str) -> str:
    marks = re.sub(r"\\(.)|<br>|\*+|\||^#+ ", lambda found: found[1] or "\n", markdown)
    return "\n".join(line.strip() for line in marks.splitlines() if line.strip())


def differences(ours: list[str], theirs: list[str]) -> list[str]:
    """Where two lists of words part; [] where they are the same."""
    if ours == theirs:
        return []
    changes = SequenceMatcher(None, ours, theirs, autojunk=False).get_opcodes()
    return [f"{' '.join(ours[a:b])} / {' '.join(theirs[c:d])}" for tag, a, b, c, d in changes if tag != "equal"]


def of_word(path: Path) -> Document:
    body = ElementTree.fromstring(ZipFile(path).read("word/document.xml"))
    *_, appendix = body.iter(f"{WORD}tbl")
    rows = [tuple(_cells(row)) for row in appendix.iter(f"{WORD}tr")]
    return Document(" ".join(map(_text, body.iter(f"{WORD}p"))).split(), rows)


def _cells(row: ElementTree.Element) -> Iterator[str]:
    """Texts of a row's cells, lines apart; a cell over several columns is followed by empty ones."""
    for cell in row.iter(f"{WORD}tc"):
        yield "\n".join(filter(None, map(_text, cell.iter(f"{WORD}p"))))
        for span in cell.iter(f"{WORD}gridSpan"):
            yield from [""] * (int(span.get(f"{WORD}val", "1")) - 1)


def _text(paragraph: ElementTree.Element) -> str:
    between = {f"{WORD}tab": " ", f"{WORD}br": "\n"}
    return "".join(
        (each.text or "") if each.tag == f"{WORD}t" else between.get(each.tag, "") for each in paragraph.iter()
    )


def in_one_line(rows: list[Cells]) -> list[Cells]:
    return [tuple(" ".join(cell.split()) for cell in row) for row in rows]


# -- tests -----------------------------------------------------------------------------------------------------------


@pytest.fixture(params=["md", "docx"])
def document(request: pytest.FixtureRequest, cchc: Cchc, tmp_path: Path) -> Document:
    """The real plan in each format."""
    path = tmp_path / f"plan.{request.param}"
    ran = cchc("report", "plan", "--as-of", "2026-01-15", "-o", str(path))
    assert (ran.code, ran.out) == (0, "")
    if request.param == "docx":
        return of_word(path)
    text, _, _ = path.read_text(encoding="utf-8").partition("\n<!-- cchc:")
    return of_markdown(text)


def test_every_printed_word_comes_back_in_order(document: Document) -> None:
    assert differences(printed_words(), document.words) == []


def test_every_cell_of_the_appendix_comes_back_in_its_place(document: Document) -> None:
    assert in_one_line(document.rows) == printed_rows()


def test_headings_dash_rows_and_further_products_are_rows_of_their_own(document: Document) -> None:
    titles = [row[:2] for row in document.rows]
    place = titles.index(("2.2", "Công khai TTHC và các quy định có liên quan"))
    assert document.rows[place][2:] == ("", "", "")
    assert titles[place + 1][1].startswith("- Nhập, đăng tải công khai TTHC") and titles[place + 1][0] == ""
    second = document.rows.index(("", "", "Văn bản triển khai, báo cáo...", "Trong năm 2026", ""))
    assert document.rows[second - 1][2:4] == ("Kế hoạch", "Tháng 01/2026")


def test_each_line_of_a_cell_stands_on_its_own(document: Document) -> None:
    cells = {row[1]: [cell.split("\n") for cell in row] for row in document.rows}
    disbursed = next(lines for title, lines in cells.items() if title.startswith("Tập trung triển khai đẩy nhanh"))
    assert disbursed[3] == [
        "Theo lộ trình kế hoạch giải ngân vốn đầu tư công năm 2026",
        "- Đến 31/12/2026: Hoàn thành tối thiểu 90% kế hoạch được giao",
        "- Đến 31/01/2027: Hoàn thành 100% kế hoạch được giao",
    ]
    first = next(lines for title, lines in cells.items() if title.startswith("Rà soát, hệ thống hóa"))
    assert [line[:12] for line in first[4]] == ["- Sở Tư pháp", "- Các sở, ba"]


def test_a_lost_changed_or_moved_word_is_found(document: Document) -> None:
    words = document.words
    assert differences(printed_words(), [*words[:4000], *words[4001:]])
    assert differences(printed_words(), [*words[:4000], "khác", *words[4001:]])
    assert differences(printed_words(), [*words[:4000], *reversed(words[4000:4002]), *words[4002:]])


def kinds(*rows: TaskRow, on: str = "1/6", **fields: Any) -> list[tuple[str, ...]]:
    """How the number is joined downwards, products and schedule of each row of the appendix."""
    running = period("2026-Q2")
    assert running is not None
    appendix = build(Scene(workspace(*rows, **fields), day(on), running)).appendix
    held = [column.holds for column in appendix.table.columns]
    printed = [(row.kind, dict(zip(held, row.cells, strict=False))) for row in appendix.table.rows[1:]]
    return [
        (cells["number"].merge or kind, *(cells[key].text if key in cells else "" for key in ("products", "schedule")))
        for kind, cells in printed
    ]


def test_products_with_terms_of_their_own_stand_in_rows_below() -> None:
    terms = ("Tháng 3/2026", "Tháng 6/2026", "Tháng 9/2026")
    parts = [part(f"I.1/{place}", term, products=(f"Bản {place}",)) for place, term in enumerate(terms, 1)]
    inner = part("I.1/4", "Tháng 4/2026", checkpoint=True)
    assert kinds(task(None, milestones=(*parts, inner))) == [
        ("restart", "Bản 1", "Tháng 3/2026"),
        ("continue", "Bản 2", "Tháng 6/2026"),
        ("continue", "Bản 3", "Tháng 9/2026"),
    ]


def test_milestones_printed_in_the_cells_of_a_row_add_no_row() -> None:
    parts = (part("I.1/1", "Tháng 3/2026", products=("Kế hoạch",)), part("I.1/2", "Trong năm 2026"))
    whole = task("Trong năm 2026", products=("Kế hoạch (Tháng 3/2026)", "Báo cáo"), milestones=parts)
    assert kinds(whole) == [("task", "- Kế hoạch (Tháng 3/2026)\n- Báo cáo", "Trong năm 2026")]
    bare = (part("I.1/1", "Tháng 3/2026"), part("I.1/2", "Tháng 6/2026"))
    assert kinds(task("Tháng 3, tháng 6/2026", milestones=bare)) == [("task", "", "Tháng 3, tháng 6/2026")]


def test_a_heading_goes_when_an_amendment_has_dropped_all_its_rows() -> None:
    heading = task(None, (), identity="I.1", tasks=(task(identity="I.1-1", dropped_by="dc"),))
    amended = {"amendments": [("dc", "1/5")]}
    assert [kind for kind, *_ in kinds(heading, on="30/4", **amended)] == ["heading", "task"]
    assert kinds(heading, on="1/5", **amended) == []


def test_amendments_up_to_the_day_are_listed_and_applied(cchc: Cchc) -> None:
    before, after = (cchc("report", "plan", "-C", "examples/tinh-mau", "--as-of", on).out
                     for on in ("2026-05-14", "2026-05-15"))  # fmt: skip
    assert "Biên soạn tờ rơi truyền thông | Tài liệu truyền thông | Tháng 6/2026" in before
    assert "In báo tường tuyên truyền tại xã" in before and "Lập tổ hỗ trợ người cao tuổi" not in before
    assert "điều chỉnh, bổ sung theo" not in before
    assert "Biên soạn tài liệu truyền thông bằng video | Tài liệu truyền thông | Tháng 10/2026" in after
    assert "In báo tường tuyên truyền tại xã" not in after and "Lập tổ hỗ trợ người cao tuổi" in after
    assert "(Đã được điều chỉnh, bổ sung theo văn bản số 02/QĐ-MINHHOA ngày 15 tháng 5 năm 2026)" in after


def test_an_extension_leaves_the_printed_term(cchc: Cchc, copied: Path) -> None:
    asked = ("report", "plan", "-C", str(copied), "--as-of", "2026-03-01")
    was = cchc(*asked)
    granted = cchc("extend", "VI.6", "--to", "2026-03-31", "--basis", "15/QĐ-UBND", "--date", "2026-01-30",
                   "--as-of", "2026-03-01", "-C", str(copied))  # fmt: skip
    assert granted.code == 0
    assert cchc(*asked) == was


def test_a_sample_province_prints_whole(cchc: Cchc, golden: Golden) -> None:
    ran = cchc("report", "plan", "-C", "examples/tinh-mau", "--as-of", "2026-09-14")
    assert (ran.code, ran.err) == (0, "")
    golden("plan-tinh-mau.md", ran.out)


def test_with_several_plans_one_must_be_named(cchc: Cchc, copied: Path) -> None:
    copied_as(copied, "2027")
    refused = cchc("report", "plan", "-C", str(copied))
    assert (refused.code, refused.out) == (2, "")
    assert "--plan: 2026, 2027" in refused.err
    assert cchc("report", "plan", "-C", str(copied), "--plan", "2027").code == 0
