"""How large a chart is: as high as its bars need, but no higher than leaves room for a heading on the page."""

from math import ceil
from typing import NamedTuple

from cchc_cli.documents.charts import Chart

_NAMES, _RIGHT = 0.34, 0.02
"""The shares of the width that names take, and that stay free at the right."""
_LETTER = 0.18
"""Centimetres of a letter at 11 points."""
_LINE = 0.46
"""Centimetres of a line at 11 points; `_GAP` is between one bar's lines and the next one's."""
_GAP = 0.2
_EDGE = 0.2
_KEY, _LEGEND = 1.2, 0.6
"""Centimetres that the mark of a series needs in the legend, and that a line of the legend is high."""
_HIGHEST = 12.5
"""Centimetres: with the heading of an annex and a caption, it fits on a landscape page."""


class Size(NamedTuple):
    """A chart's width and height in centimetres, the place of its bars (x, y, width, height as shares of it), and the
    size of its letters in points.
    """

    width: float
    height: float
    bars: tuple[float, float, float, float]
    letters: int


def size(chart: Chart, width: float) -> Size:
    """The size of a chart that is `width` centimetres wide."""
    wide = max(int(width * _NAMES / _LETTER), 1)
    lines = max((ceil(len(bar.label) / wide) for bar in chart.bars), default=1)
    legend = _legend(chart, width)
    wanted = max(len(chart.bars), 1) * (_LINE * min(lines, 4) + _GAP)
    bars = min(wanted, _HIGHEST - legend - 2 * _EDGE)
    height = bars + legend + 2 * _EDGE
    place = (_NAMES, _EDGE / height, 1 - _NAMES - _RIGHT, bars / height)
    return Size(width, height, place, 11 if bars == wanted else 10)


def _legend(chart: Chart, width: float) -> float:
    """Centimetres that the legend needs below the bars."""
    if len(chart.series) < 2:
        return 0
    length = sum(_KEY + _LETTER * len(chart.series[at]) for at in chart.shown)
    return _LEGEND * (ceil(length / width) + 1)
