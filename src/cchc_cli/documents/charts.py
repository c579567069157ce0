"""A chart before it is drawn: bars of finished Vietnamese words and numbers."""

from msgspec import Struct


class Bar(Struct, frozen=True):
    """One line of a chart: its name, a value for each series, and the figures printed behind it."""

    name: str
    values: tuple[float, ...]
    figures: str


class Chart(Struct, frozen=True):
    """Horizontal bars. `series` names the parts that a bar is stacked of; one alone has no legend.

    `most` is where the axis ends (100 of shares); None: at the longest bar. `alt` says in words what the picture shows,
    for those who do not see it.
    """

    title: str
    unit: str
    series: tuple[str, ...]
    bars: tuple[Bar, ...]
    alt: str
    most: float | None = None
