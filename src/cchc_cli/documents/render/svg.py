"""Chart → HTML: a list of bars, each a name in words and a bar in SVG that is as wide as the page."""

from itertools import accumulate

from markupsafe import Markup

from cchc_cli.answers.tables import visible
from cchc_cli.documents.charts import Bar, Chart
from cchc_cli.vietnamese.paper import number

_FILLS = (
    ("#0b57a4", "#fff"), ("#7db4e6", "#111"), ("#d3e4f5", "#111"), ("#f0d9a8", "#111"), ("#b3261e", "#fff"),
    ("#c9ced3", "#111"), ("#eceef0", "#111"),
)  # fmt: skip
"""The colour of each series by its place, and of the figures on it, so that a state looks the same everywhere."""
_INSIDE = 6
"""The least share of the axis, in per cent, at which a part is long enough for its figure."""
_PART = Markup('<rect x="{x}%" width="{width}%" height="18" fill="{fill}" stroke="#555" stroke-width=".5"/>')
_FIGURE = Markup('<text x="{x}%" y="13" text-anchor="middle" font-size="12" fill="{ink}">{text}</text>')
_BAR = Markup('<li><span>{name}</span><svg width="100%" height="18" role="img" aria-label="{told}">{parts}</svg></li>')
_KEY = Markup('<li><svg width="14" height="14" aria-hidden="true"><rect width="14" height="14" fill="{fill}" '
              'stroke="#555" stroke-width=".5"/></svg> {name}</li>')  # fmt: skip
_FIGURE_OF = Markup('<figure class="chart"><figcaption>{title} ({unit})</figcaption>{legend}<ol>{bars}</ol></figure>')


def drawn(chart: Chart) -> Markup:
    """The chart, with a legend where it has several series; nothing for a chart with nothing but noughts."""
    if not chart.shown:
        return Markup("")
    keys = (_KEY.format(fill=_fill(at)[0], name=chart.series[at]) for at in chart.shown)
    legend = Markup("<ul>{}</ul>").format(Markup("").join(keys)) if len(chart.series) > 1 else ""
    bars = Markup("").join(_bar(bar, chart) for bar in chart.bars)
    return _FIGURE_OF.format(title=chart.title, unit=chart.unit, legend=legend, bars=bars)


def _bar(bar: Bar, chart: Chart) -> Markup:
    shares = [100 * value / chart.end for value in bar.values]
    starts = (0.0, *accumulate(shares))
    several = len(chart.series) > 1
    parts = [
        _PART.format(x=_short(starts[at]), width=_short(shares[at]), fill=_fill(at)[0])
        + (_figure(bar.values[at], starts[at] + shares[at] / 2, at) if several and shares[at] >= _INSIDE else "")
        for at in chart.shown
        if shares[at]
    ]
    told = ", ".join(f"{number(value)} {name}" for name, value in zip(chart.series, bar.values, strict=True) if value)
    said = told if several else f"{number(bar.values[0])}{chart.unit}"
    return _BAR.format(name=visible(bar.label), told=said or "không có", parts=Markup("").join(parts))


def _figure(value: float, middle: float, at: int) -> Markup:
    return _FIGURE.format(x=_short(middle), ink=_fill(at)[1], text=number(value))


def _fill(at: int) -> tuple[str, str]:
    return _FILLS[at % len(_FILLS)]


def _short(value: float) -> str:
    return f"{value:.2f}".rstrip("0").rstrip(".")
