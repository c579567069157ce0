"""Pictures: the figures of the tables, drawn alike on every machine, readable in black and white."""

import os
import subprocess
import sys
from datetime import date
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from PIL import Image

from cchc_cli.documents.charts import Bar, Chart
from cchc_cli.documents.render import docx
from cchc_cli.documents.render.picture import drawn
from cchc_cli.documents.reports import pictures
from cchc_cli.documents.reports.scene import Scene
from cchc_cli.schedule import period
from cchc_cli.shell.options import scope
from conftest import ROOT
from word_packages import part, template

BARS = tuple(Bar(f"Ủy ban nhân dân phường Bắc Nha Trang số {each}", (each * 3.0,), f"{each}/33") for each in range(30))
LONG = Chart("Tỷ lệ", "%", ("đã hoàn thành",), BARS, "…", 100)
WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"


@pytest.fixture(scope="module")
def scene() -> Scene:
    window = period("2026-Q3")
    assert window is not None
    return Scene(scope.workspace(ROOT / "examples" / "tinh-mau", None), window.end, window)


def image(chart: Chart) -> Image.Image:
    return Image.open(BytesIO(drawn(chart, 16)))


def test_bars_by_section_add_up_to_the_tasks(scene: Scene) -> None:
    chart = pictures.states_by_section(scene)
    assert [bar.figures for bar in chart.bars] == [str(row.total) for row in scene.by_section.rows]
    assert all(sum(bar.values) == row.total for bar, row in zip(chart.bars, scene.by_section.rows, strict=True))
    assert "đã hoàn thành" in chart.alt and chart.bars[0].name in chart.alt


def test_shares_by_agency_are_those_of_the_table(scene: Scene) -> None:
    bars = [bar for chart in pictures.done_by_agency(scene) for bar in chart.bars]
    rates = [row.done_rate for row in scene.by_agency.rows]
    assert [bar.name for bar in bars] == [row.name for row in scene.by_agency.rows]
    assert [bar.figures for bar in bars] == [f"{rate.done}/{rate.of}" for rate in rates]


def test_many_agencies_are_spread_over_pictures_of_a_page(scene: Scene, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pictures, "_MOST", 4)
    charts = pictures.done_by_agency(scene)
    sizes = [len(chart.bars) for chart in charts]
    assert sum(sizes) == len(scene.by_agency.rows) and max(sizes) <= 4 and max(sizes) - min(sizes) <= 1


@pytest.mark.parametrize(
    "chart", [LONG, Chart("", "", ("a", "b"), (), ""), Chart("", "%", ("a",), (Bar("", (0,), "0/0"),), "", 100)]
)
def test_a_picture_fits_a_page_and_is_printed_at_200_dots(chart: Chart) -> None:
    made = image(chart)
    assert made.width == round(16 / 2.54 * 200, -1) or abs(made.width - 16 / 2.54 * 200) < 2
    assert made.height / 200 * 2.54 < 17


def test_a_picture_has_no_colours_and_no_words_of_its_maker() -> None:
    chart = Chart("", "nhiệm vụ", tuple("abcdefg"), (Bar("$x$ 🎉 <b>", (1, 2, 3, 4, 5, 6, 7), "28"),), "")
    made = image(chart)
    assert made.mode == "L"
    assert "Software" not in made.info


def test_parts_of_a_bar_are_told_apart_without_colour() -> None:
    from cchc_cli.documents.render.picture import _LOOKS

    looks = {(each.grey, (each.hatch or "")[:1]) for each in _LOOKS}
    assert len(looks) == len(_LOOKS)


@pytest.mark.slow
def test_the_users_settings_for_pictures_change_nothing(tmp_path: Path) -> None:
    code = (
        "import sys; from cchc_cli.documents.charts import *; from cchc_cli.documents.render.picture import drawn;"
        "sys.stdout.buffer.write(drawn(Chart('', '%', ('a', 'b'), (Bar('Sở Tư pháp', (1, 2), '3'),), ''), 16))"
    )
    (tmp_path / "matplotlibrc").write_text("font.size: 20\naxes.facecolor: red\nhatch.linewidth: 3\n")
    made = []
    for folder, zone in ((tmp_path, "Asia/Ho_Chi_Minh"), (ROOT, "America/Los_Angeles")):
        environment = os.environ | {"PYTHONPATH": str(ROOT / "src"), "TZ": zone, "LC_ALL": "C"}
        ran = subprocess.run((sys.executable, "-c", code), cwd=folder, env=environment, capture_output=True, check=True)
        made.append(ran.stdout)
    assert made[0] == made[1] and made[0].startswith(b"\x89PNG")


def test_the_same_picture_twice_is_kept_once() -> None:
    made = docx.render(
        "a.docx", template("{{ picture(c) }}{{ picture(c) }}"), {"c": LONG, "as_of": date(2026, 3, 14)}
    ).data
    with ZipFile(BytesIO(made)) as package:
        assert [name for name in package.namelist() if name.startswith("word/media/")] == ["word/media/image1.png"]
    assert len(list(part(made).iter(f"{WP}inline"))) == 2
