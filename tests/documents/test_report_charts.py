"""Charts of Word's own: the figures of the tables, which can be edited in Word, readable in black and white."""

from datetime import date
from io import BytesIO
from typing import Any
from zipfile import ZipFile

import openpyxl
import pytest

from cchc_cli.documents.charts import Bar, Chart
from cchc_cli.documents.render import docx
from cchc_cli.documents.render.chart_size import size
from cchc_cli.documents.render.sandbox import Rendered
from cchc_cli.documents.reports import pictures
from cchc_cli.documents.reports.scene import Scene
from cchc_cli.schedule import period
from cchc_cli.shell.options import scope
from conftest import ROOT
from word_packages import part, template

BARS = tuple(Bar(f"Ủy ban nhân dân phường Bắc Nha Trang số {each}", (each * 3.0,), f"{each}/33") for each in range(20))
LONG = Chart("Tỷ lệ", "%", ("đã hoàn thành",), BARS, "…", 100)
STATES = ("đã hoàn thành", "chờ xác nhận", "quá hạn")
STACKED = Chart(
    "Tình trạng", "nhiệm vụ", STATES, (Bar("I. Thể chế", (6, 0, 2), "8"), Bar("II. Tài chính", (0, 0, 50), "50")), "Lời"
)
SCHEMAS = "{http://schemas.openxmlformats.org/drawingml/2006/"
C, A, WP = f"{SCHEMAS}chart}}", f"{SCHEMAS}main}}", f"{SCHEMAS}wordprocessingDrawing}}"
# The order of elements in ISO/IEC 29500-1, of those that a bar chart may have.
ORDER = {
    "chartSpace": "date1904 lang roundedCorners style clrMapOvr protection chart spPr txPr externalData printSettings",
    "chart": "title autoTitleDeleted view3D floor plotArea legend plotVisOnly dispBlanksAs",
    "plotArea": "layout barChart catAx valAx spPr",
    "barChart": "barDir grouping varyColors ser dLbls gapWidth overlap serLines axId",
    "ser": "idx order tx spPr invertIfNegative pictureOptions dPt dLbls trendline errBars cat val shape",
    "dLbls": "dLbl numFmt spPr txPr dLblPos showLegendKey showVal showCatName showSerName showPercent showBubbleSize",
    "catAx": """axId scaling delete axPos majorGridlines title numFmt majorTickMark minorTickMark tickLblPos spPr txPr
        crossAx crosses auto lblAlgn lblOffset tickLblSkip tickMarkSkip noMultiLvlLbl""",
    "valAx": """axId scaling delete axPos majorGridlines title numFmt majorTickMark minorTickMark tickLblPos spPr txPr
        crossAx crosses crossBetween majorUnit""",
    "scaling": "logBase orientation max min",
    "legend": "legendPos legendEntry layout overlay spPr txPr",
}


def rendered(*charts: Chart) -> Rendered:
    view = {f"c{place}": chart for place, chart in enumerate(charts)} | {"as_of": date(2026, 3, 14)}
    return docx.render("a.docx", template("".join(f"{{{{ picture(c{each}) }}}}" for each in range(len(charts)))), view)


def drawn(chart: Chart) -> Any:
    return part(rendered(chart).data, "word/charts/bieu-do-1.xml")


def sheet(package: bytes, number: int = 1) -> list[tuple[Any, ...]]:
    with ZipFile(BytesIO(package)) as given:
        book = openpyxl.load_workbook(BytesIO(given.read(f"word/embeddings/bieu-do-{number}.xlsx")))
    return [tuple(cell.value for cell in row) for row in book["Số liệu"].iter_rows()]


@pytest.fixture(scope="module")
def scene() -> Scene:
    window = period("2026-Q3")
    assert window is not None
    return Scene(scope.workspace(ROOT / "examples" / "tinh-mau", None), window.end, window)


def test_bars_by_section_add_up_to_the_tasks(scene: Scene) -> None:
    chart = pictures.states_by_section(scene.plan, scene.by_section)
    assert chart is not None
    assert [bar.figures for bar in chart.bars] == [str(row.total) for row in scene.by_section.rows]
    assert all(sum(bar.values) == row.total for bar, row in zip(chart.bars, scene.by_section.rows, strict=True))
    assert "đã hoàn thành" in chart.alt and chart.bars[0].name in chart.alt


def test_shares_by_agency_are_those_of_the_table(scene: Scene) -> None:
    bars = [bar for chart in pictures.done_by_agency(scene.by_agency) for bar in chart.bars]
    rates = [row.done_rate for row in scene.by_agency.rows]
    assert [bar.name for bar in bars] == [row.name for row in scene.by_agency.rows]
    assert [bar.figures for bar in bars] == [f"{rate.done}/{rate.of}" for rate in rates]


def test_many_agencies_are_spread_over_pictures_of_a_page(scene: Scene) -> None:
    charts = pictures.done_by_agency(scene.by_agency, 4)
    sizes = [len(chart.bars) for chart in charts]
    assert sum(sizes) == len(scene.by_agency.rows) and max(sizes) <= 4 and max(sizes) - min(sizes) <= 1


def test_a_report_without_anything_done_has_no_chart_of_shares() -> None:
    window = period("2026-Q1")
    assert window is not None
    scene = Scene(scope.workspace(ROOT, None), window.end, window)
    assert pictures.done_by_agency(scene.by_agency) == ()
    assert pictures.states_by_section(scene.plan, scene.by_section) is not None


def test_a_chart_holds_its_figures_and_a_workbook_with_the_same_to_edit_them() -> None:
    made = rendered(STACKED, LONG).data
    assert sheet(made) == [
        (None, "đã hoàn thành", "quá hạn"), ("I. Thể chế (8)", 6, 2), ("II. Tài chính (50)", 0, 50),
    ]  # fmt: skip
    for number, rows in ((1, sheet(made)), (2, sheet(made, 2))):
        chart = part(made, f"word/charts/bieu-do-{number}.xml")
        series = list(chart.iter(f"{C}ser"))
        assert [each.findtext(f"{C}tx//{C}v") for each in series] == list(rows[0][1:])
        for column, each in enumerate(series, 1):
            assert [found.text for found in each.find(f"{C}cat").iter(f"{C}v")] == [row[0] for row in rows[1:]]
            assert [float(found.text) for found in each.find(f"{C}val").iter(f"{C}v")] == [
                row[column] for row in rows[1:]
            ]
        relations = part(made, f"word/charts/_rels/bieu-do-{number}.xml.rels")
        assert [each.get("Target") for each in relations] == [f"../embeddings/bieu-do-{number}.xlsx"]
        assert chart.find(f"{C}externalData").values() == [relations[0].get("Id")]


def test_cells_that_a_chart_names_hold_what_it_shows() -> None:
    chart = drawn(STACKED)
    assert [each.text for each in chart.iter(f"{C}f")] == [
        "'Số liệu'!$B$1", "'Số liệu'!$A$2:$A$3", "'Số liệu'!$B$2:$B$3",
        "'Số liệu'!$C$1", "'Số liệu'!$A$2:$A$3", "'Số liệu'!$C$2:$C$3",
    ]  # fmt: skip


@pytest.mark.parametrize("chart", [LONG, STACKED])
def test_elements_stand_in_the_order_of_the_standard(chart: Chart) -> None:
    for element in drawn(chart).iter(*(C + name for name in ORDER)):
        order = ORDER[element.tag.removeprefix(C)].split()
        places = [order.index(child.tag.removeprefix(C)) for child in element]
        assert places == sorted(places), element.tag


def test_parts_of_a_bar_are_told_apart_without_colour() -> None:
    seven = Chart("", "nhiệm vụ", tuple("abcdefg"), (Bar("x", (1, 2, 3, 4, 5, 6, 7), "28"),), "")
    chart = drawn(seven)
    fills = [each.find(f"{C}spPr")[0] for each in chart.iter(f"{C}ser")]
    looks = {each.get("prst") or each[0].get("val") for each in fills}
    assert len(looks) == len(fills) == 7
    assert {each.get("val") for each in chart.iter(f"{A}srgbClr")} == {"000000", "FFFFFF"}
    assert {each.get("typeface") for each in chart.iter(f"{A}latin")} == {"Times New Roman"}


def test_a_state_looks_the_same_whatever_other_states_there_are() -> None:
    looks = {
        each.findtext(f"{C}tx//{C}v"): each.find(f"{C}spPr")[0][0].get("val") for each in drawn(STACKED).iter(f"{C}ser")
    }
    assert looks["quá hạn"] == drawn(
        Chart("", "", STATES, (Bar("x", (0, 0, 1), "1"), Bar("y", (0, 0, 1), "1")), "")
    ).find(f".//{C}ser/{C}spPr")[0][0].get("val")


def test_a_figure_is_left_out_where_its_part_is_too_short_for_it() -> None:
    chart = drawn(Chart("", "", STATES, (Bar("x", (1, 0, 99), "100"), Bar("y", (40, 0, 0), "40")), ""))
    hidden = [[each.get("val") for each in series.iter(f"{C}idx")][1:] for series in chart.iter(f"{C}ser")]
    assert hidden == [["0"], ["1"]]


@pytest.mark.parametrize("width", [16, 24])
@pytest.mark.parametrize("chart", [LONG, STACKED, Chart("", "%", ("a",), (Bar("", (1,), "1/1"),), "", 100)])
def test_a_chart_fits_a_page_below_the_heading_of_an_annex(chart: Chart, width: float) -> None:
    made = size(chart, width)
    assert made.width == width and made.height <= 12.6
    x, y, across, down = made.bars
    assert 0 < x < x + across < 1 and 0 < y < y + down <= 1


def test_a_chart_describes_itself_to_those_who_do_not_see_it() -> None:
    properties = part(rendered(STACKED).data).find(f".//{WP}docPr")
    assert (properties.get("name"), properties.get("descr")) == ("Tình trạng", "Lời")


def test_words_of_a_plan_are_words_in_a_chart_and_its_workbook() -> None:
    odd = '=HYPERLINK("http://x") <b>&amp; {{ 7*7 }}\x07'
    made = rendered(Chart(odd, "%", (odd,), (Bar(odd, (1,), "1/1"),), odd, 100)).data
    shown = odd.replace("\x07", "\ufffd")
    assert sheet(made) == [(None, shown), (f"{shown} (1/1)", 1)]
    assert [each.text for each in part(made, "word/charts/bieu-do-1.xml").iter(f"{C}v")][:2] == [
        shown, f"{shown} (1/1)",
    ]  # fmt: skip
    with ZipFile(BytesIO(made)) as package, ZipFile(package.open("word/embeddings/bieu-do-1.xlsx")) as book:
        assert b"<f>" not in book.read("xl/worksheets/sheet1.xml")
        assert not [name for name in book.namelist() if "_rels/sheet" in name]


def test_the_same_chart_gives_the_same_bytes() -> None:
    assert rendered(STACKED, LONG, STACKED).data == rendered(STACKED, LONG, STACKED).data


@pytest.mark.parametrize(
    "chart", [Chart("", "", ("a", "b"), (), ""), Chart("", "%", ("a",), (Bar("x", (0,), "0/5"),), "", 100)]
)
def test_a_chart_of_noughts_is_left_out(chart: Chart) -> None:
    with ZipFile(BytesIO(rendered(chart).data)) as package:
        assert not [name for name in package.namelist() if "chart" in name]


def test_a_report_edited_in_word_can_be_a_template_again() -> None:
    made = rendered(STACKED).data
    again = docx.render("b.docx", made, {"as_of": date(2026, 3, 14)}).data
    assert part(again, "word/charts/bieu-do-1.xml").find(f"{C}externalData") is None
    assert len(list(part(again).iter(f"{WP}inline"))) == 1
