"""A chart before it is drawn: bars of finished Vietnamese words and numbers."""

from msgspec import Struct


class Bar(Struct, frozen=True):
    """One line of a chart: its name, a value for each series, and the figures printed after it."""

    name: str
    values: tuple[float, ...]
    figures: str


class Chart(Struct, frozen=True):
    """Horizontal bars. `series` names the parts that each bar is stacked from; a chart with one series has no legend.

    `most` is where the axis ends (100 for shares); with None it ends at the longest bar. `alt` describes the picture
    in words, for readers who cannot see it.
    """

    title: str
    unit: str
    series: tuple[str, ...]
    bars: tuple[Bar, ...]
    alt: str
    most: float | None = None
