"""Chart → PNG, readable in black and white: hatches distinguish the greys, and figures stand beside the bars.

The font comes with matplotlib, and the file holds nothing of the machine or the day, so that the same chart gives the
same bytes.
"""

from io import BytesIO
from textwrap import wrap
from typing import NamedTuple
from unicodedata import normalize
from warnings import catch_warnings, simplefilter

import matplotlib as mpl
from matplotlib.axes import Axes
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.font_manager import FontProperties
from matplotlib.ticker import MaxNLocator
from PIL import Image

from cchc_cli.documents.charts import Chart

_CM = 1 / 2.54
_DPI = 200
_PITCH = 0.5
"""Centimetres from one bar to the next; `_WIDE_PITCH` is used where names take two lines."""
_WIDE_PITCH = 0.72
_ROOMY = 20
"""The most bars with names on two lines that fit on a landscape page."""
_AXIS = 1.0
_LEGEND = 0.55
_NAME = 2.6
"""Characters of a bar's name on a line, per centimetre of the picture; the report's table has the whole name."""
_KEY = 5
"""Centimetres that a part needs in the legend."""
_INSIDE = 0.035
"""The least share of the axis at which a part's figure fits inside it."""


class _Look(NamedTuple):
    """A grey from "0.0" (black) to "1.0" (white), and the hatch drawn over it."""

    grey: str
    hatch: str | None = None


_LOOKS = (
    _Look("0.6"),
    _Look("0.8", "....."),
    _Look("1.0"),
    _Look("0.86"),
    _Look("0.0"),
    _Look("1.0", "//////"),
    _Look("1.0", "xxxxxx"),
)
"""The look of each series by its position, so that a state looks the same in every report."""
_FONT = FontProperties(fname=f"{mpl.get_data_path()}/fonts/ttf/DejaVuSerif.ttf", size=8)


def drawn(chart: Chart, width: float) -> bytes:
    """A picture `width` centimetres wide and as high as its bars need; the user's matplotlib settings are ignored."""
    with mpl.rc_context(), catch_warnings():
        simplefilter("ignore")  # a letter that the font lacks is drawn as a box
        mpl.rcdefaults()
        mpl.rcParams["axes.linewidth"] = mpl.rcParams["hatch.linewidth"] = 0.5
        mpl.rcParams["text.parse_math"] = False
        canvas = FigureCanvasAgg(_figure(chart, width))
        canvas.draw()  # type: ignore[no-untyped-call]
    out = BytesIO()
    pixels = canvas.buffer_rgba()  # type: ignore[no-untyped-call]
    grey = Image.frombuffer("RGBA", canvas.get_width_height(), pixels, "raw", "RGBA", 0, 1).convert("L")
    grey.save(out, "PNG", dpi=(_DPI, _DPI), optimize=True)
    return out.getvalue()


def _figure(chart: Chart, width: float) -> Figure:
    shown = [at for at in range(len(chart.series)) if any(bar.values[at] for bar in chart.bars)]
    longest = int(_NAME * width)
    names = [_name(bar.name, longest, 2 if len(chart.bars) <= _ROOMY else 1) for bar in chart.bars]
    columns = int(width / _KEY)
    legend = _LEGEND * -(-len(shown) // columns) if len(chart.series) > 1 else 0
    pitch = _WIDE_PITCH if any("\n" in name for name in names) else _PITCH
    height = _AXIS + pitch * max(len(names), 1) + legend
    figure = Figure(figsize=(width * _CM, height * _CM), dpi=_DPI)
    axes = figure.add_axes((0.42, _AXIS * 0.75 / height, 0.51, 1 - (_AXIS + legend) / height))
    _bars(axes, chart, shown)
    _axis(axes, names, chart.unit)
    if legend:
        figure.legend(loc="upper center", ncols=columns, frameon=False, handlelength=1.8, columnspacing=1.2, prop=_FONT)
    return figure


def _name(name: str, longest: int, lines: int) -> str:
    return "\n".join(wrap(normalize("NFC", name), longest, max_lines=lines, placeholder=" …"))


def _bars(axes: Axes, chart: Chart, shown: list[int]) -> None:
    places = range(len(chart.bars))
    end = chart.most or max((sum(bar.values) for bar in chart.bars), default=0) or 1
    lefts = [0.0] * len(chart.bars)
    for at in shown:
        values = [bar.values[at] for bar in chart.bars]
        look = _LOOKS[at % len(_LOOKS)]
        axes.barh(
            places, values, 0.7, lefts, label=chart.series[at], facecolor=look.grey, hatch=look.hatch,
            edgecolor="black", linewidth=0.5, clip_on=False,
        )  # fmt: skip
        if len(chart.series) > 1:
            _figures(axes, lefts, values, end, look)
        lefts = [left + value for left, value in zip(lefts, values, strict=True)]
    for place, bar, right in zip(places, chart.bars, lefts, strict=True):
        axes.text(right + end * 0.01, place, bar.figures, va="center_baseline", font=_FONT)
    axes.set_xlim(0, end)


def _axis(axes: Axes, names: list[str], unit: str) -> None:
    axes.set_yticks(range(len(names)), names, font=_FONT, linespacing=1)
    axes.set_ylim(len(names) - 0.4, -0.6)
    axes.tick_params(length=2, width=0.5, pad=2)
    axes.xaxis.set_major_locator(MaxNLocator(integer=True))
    axes.set_xlabel(unit, labelpad=1, font=_FONT)
    for each in axes.get_xticklabels():
        each.set_fontproperties(_FONT)
    for side in ("top", "right"):
        axes.spines[side].set_visible(False)


def _figures(axes: Axes, lefts: list[float], values: list[float], end: float, look: _Look) -> None:
    """Write the figure of each part inside it if the part is long enough."""
    dark = float(look.grey) < 0.5
    plate = None if look.hatch is None else {"facecolor": "white", "edgecolor": "none", "pad": 0.1}
    for place, (left, value) in enumerate(zip(lefts, values, strict=True)):
        if value >= end * _INSIDE:
            axes.text(
                left + value / 2, place, f"{value:g}", ha="center", va="center_baseline", font=_FONT,
                color="white" if dark else "black", bbox=plate,
            )  # fmt: skip
