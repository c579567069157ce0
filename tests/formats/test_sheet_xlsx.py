"""Spreadsheets as other programs read them: every value, real days and numbers, nothing that runs."""

import json
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook
from python_calamine import CalamineWorkbook

from cchc_cli.answers.sheets import Head, Sheet
from cchc_cli.formats import sheet_xlsx
from conftest import Cchc

DAY = "--as-of=2026-07-01"
MADE = ("-C", "examples/tinh-mau")


def written(cchc: Cchc, folder: Path, *words: str) -> list[dict[str, Any]]:
    """The rows of the sheet that a command writes, by the heads of their columns."""
    target = folder / "bang.xlsx"
    assert cchc(*MADE, *words, "-o", str(target)).code == 0
    page = load_workbook(target).worksheets[0]
    heads, *rows = page.iter_rows(min_row=3, values_only=True)
    return [dict(zip(map(str, heads), row, strict=True)) for row in rows]


def test_each_task_stands_with_all_that_an_officer_asks_for(cchc: Cchc, tmp_path: Path) -> None:
    *rows, total = written(cchc, tmp_path, "list", DAY)
    tasks = json.loads(cchc(*MADE, "list", DAY, "--format", "json").out)["tasks"]
    assert [row["Mã"] for row in rows] == [task["id"] for task in tasks]
    assert total["Mã"].startswith("=SUBTOTAL(103,")
    late = next(row for row in rows if row["Mã"] == "I.3")
    assert (late["Hạn"], late["Ngày hoàn thành"]) == (datetime(2026, 2, 28), datetime(2026, 3, 16))
    assert (late["Số ngày quá hạn"], late["Tỷ lệ thực hiện (%)"], late["Chủ trì"]) == (16, 100, "Sở Tư pháp")
    assert late["Sản phẩm"] == "Danh mục văn bản đã đăng"
    assert "ngày 16/3/2026" in late["Số, ký hiệu văn bản"]
    collective = next(row for row in rows if row["Mã"] == "II.14")
    assert isinstance(collective["Số cơ quan phải hoàn thành"], int)


def test_what_is_due_stands_once_for_each_milestone(cchc: Cchc, tmp_path: Path) -> None:
    *rows, _ = written(cchc, tmp_path, "due", DAY, "--all")
    tasks = json.loads(cchc(*MADE, "due", DAY, "--all", "--format", "json").out)["tasks"]
    dated = [each["schedule"]["due"] for task in tasks for each in task["milestones"] if each["schedule"]["due"]]
    assert sorted(str(row["Hạn"].date()) for row in rows if row["Hạn"]) == sorted(dated)


def test_the_total_of_figures_is_not_the_sum_of_the_rows(cchc: Cchc, tmp_path: Path) -> None:
    figures = json.loads(cchc(*MADE, "stats", "--by", "agency", DAY, "--format", "json").out)
    rows = [row for row in written(cchc, tmp_path, "stats", "--by", "agency", DAY) if row["Tổng"] is not None]
    assert rows[-1]["Tổng"] == figures["total"]["total"] < sum(row["Tổng"] for row in rows[:-1])
    assert rows[-1]["Tỷ lệ hoàn thành (%)"] == round(100 * figures["total"]["rates"]["done"]["value"], 1)


@pytest.mark.parametrize("words", [("list",), ("due",), ("stats",), ("targets",), ("agencies",), ("list", "--missing")])
def test_two_readers_see_the_same_cells_and_two_runs_write_the_same_bytes(
    words: tuple[str, ...], cchc: Cchc, tmp_path: Path
) -> None:
    day = () if words == ("agencies",) else (DAY,)
    for name in ("a.xlsx", "b.xlsx"):
        assert cchc(*MADE, *words, *day, "-o", str(tmp_path / name)).code == 0
    assert (tmp_path / "a.xlsx").read_bytes() == (tmp_path / "b.xlsx").read_bytes()
    book = CalamineWorkbook.from_path(str(tmp_path / "a.xlsx"))
    seen = book.get_sheet_by_index(0).to_python(skip_empty_area=False)
    page = load_workbook(tmp_path / "a.xlsx", data_only=True).worksheets[0]
    for other, row in zip(seen, page.iter_rows(values_only=True), strict=True):
        assert [_plain(each) for each in other] == [_plain(each) for each in row]


def test_data_never_run_and_are_never_lost_in_silence() -> None:
    texts = ("=1+1", "@SUM(A1)", "https://a.vn", "\x07", "x" * 40_000)
    page = _opened(Sheet("Thử", "", tuple(Head(str(place)) for place in range(5)), (texts,)))
    cells = page[4]
    assert [cell.data_type for cell in cells] == ["s"] * 5
    assert [cell.hyperlink for cell in cells] == [None] * 5
    assert [cell.value for cell in cells[:4]] == ["=1+1", "@SUM(A1)", "https://a.vn", "\\x07"]
    assert str(cells[4].value).endswith("xem tệp kế hoạch]")


def test_a_spreadsheet_is_not_printed(cchc: Cchc) -> None:
    ran = cchc("list", DAY, "--format", "xlsx")
    assert (ran.code, ran.out) == (2, "")
    assert "-o" in ran.err


def _opened(sheet: Sheet) -> Any:
    from io import BytesIO

    return load_workbook(BytesIO(sheet_xlsx.render(sheet))).worksheets[0]


def _plain(value: object) -> object:
    """A cell without what only one reader tells: no value or "", a day with or without its hour, 1 or 1.0."""
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date | str):
        return value
    return "" if value is None else float(str(value))
