"""A chart before it is drawn: bars of finished Vietnamese words and numbers, for any renderer."""

from msgspec import Struct


class Bar(Struct, frozen=True):
    """One line of a chart: its name, a value for each series, and the figures printed beside the name."""

    name: str
    values: tuple[float, ...]
    figures: str

    @property
    def label(self) -> str:
        """ "Sở Tư pháp (3/6)"."""
        return f"{self.name} ({self.figures})"


class Chart(Struct, frozen=True):
    """Horizontal bars. `series` names the parts that each bar is stacked from; a chart with one series has no legend.

    `most` is where the axis ends (100 for shares); with None it ends at the longest bar. `alt` describes the chart
    in words, for readers who cannot see it.
    """

    title: str
    unit: str
    series: tuple[str, ...]
    bars: tuple[Bar, ...]
    alt: str
    most: float | None = None

    @property
    def shown(self) -> tuple[int, ...]:
        """The places of the series that have a value other than nought; without any there is nothing to draw."""
        return tuple(at for at in range(len(self.series)) if any(bar.values[at] for bar in self.bars))

    @property
    def end(self) -> float:
        """Where the axis ends."""
        return self.most or max((sum(bar.values) for bar in self.bars), default=0) or 1
