"""Chart → the XML of a chart part of Word (DrawingML), with its elements in the order of ISO/IEC 29500.

Readable in black and white: patterns and black borders tell the series apart, and the figures stand on white.
"""

from typing import NamedTuple

from markupsafe import escape
from xlsxwriter.utility import xl_range_formula

from cchc_cli.documents.charts import Chart
from cchc_cli.documents.render.chart_size import Size
from cchc_cli.documents.render.chart_workbook import SHEET
from cchc_cli.documents.render.wordxml import plain

WORKBOOK = "rId1"
"""The relationship of the chart part to its workbook."""
_SPACES = " ".join(
    f'xmlns:{prefix}="http://schemas.openxmlformats.org/{name}"'
    for prefix, name in (
        ("c", "drawingml/2006/chart"), ("a", "drawingml/2006/main"), ("r", "officeDocument/2006/relationships"),
    )
)  # fmt: skip
_FONT = "".join(f'<a:{kind} typeface="Times New Roman"/>' for kind in ("latin", "ea", "cs"))
_BLACK, _WHITE = '<a:srgbClr val="000000"/>', '<a:srgbClr val="FFFFFF"/>'
_NO_LINE = "<a:ln><a:noFill/></a:ln>"
_THIN = 6350
"""The width of borders: half a point."""
_SOLID = {"black": _BLACK, "white": _WHITE}
_FILLS = ("ltUpDiag", "ltHorz", "white", "smGrid", "black", "wdDnDiag", "lgCheck")
"""The look of each series by its place, so that a state looks the same in every report."""
_INSIDE = 0.02
"""The least share of the axis at which a part is long enough for its figure."""
_ROOM = 1.1
"""The length of the axis beside the longest bar, where figures stand behind the bars."""
_UNWRAPPED = '<a:bodyPr wrap="none"/>'
_AXES = ("1001", "1002")


class _Cells(NamedTuple):
    """Cells of a column of the workbook from a row on, both counted from 0, and the values that they hold."""

    column: int
    row: int
    values: tuple[object, ...]

    @property
    def formula(self) -> str:
        """'Số liệu'!$A$2:$A$9"""
        return _text(xl_range_formula(SHEET, self.row, self.column, self.row + len(self.values) - 1, self.column))

    @property
    def points(self) -> str:
        """The values, which Word shows until somebody opens the workbook."""
        found = (f'<c:pt idx="{at}"><c:v>{_text(value)}</c:v></c:pt>' for at, value in enumerate(self.values))
        return f'<c:ptCount val="{len(self.values)}"/>{"".join(found)}'


def chart_xml(chart: Chart, size: Size) -> bytes:
    """The content of the chart part; its workbook is the one of `chart_workbook`."""
    legend = f'<c:legend><c:legendPos val="b"/>{_flag("overlay", False)}{_letters(size.letters)}</c:legend>'
    return (
        f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<c:chartSpace {_SPACES}>{_flag("date1904", False)}'
        f'<c:lang val="vi-VN"/>{_flag("roundedCorners", False)}<c:chart>{_flag("autoTitleDeleted", True)}'
        f"<c:plotArea>{_layout(size)}{_bars(chart, size)}{_axes(chart, size)}</c:plotArea>"
        f"{legend if len(chart.series) > 1 else ''}{_flag('plotVisOnly', True)}"
        f'<c:dispBlanksAs val="gap"/></c:chart><c:spPr><a:noFill/>{_NO_LINE}</c:spPr>{_letters(size.letters)}'
        f'<c:externalData r:id="{WORKBOOK}">{_flag("autoUpdate", False)}</c:externalData></c:chartSpace>'
    ).encode()


def _bars(chart: Chart, size: Size) -> str:
    stacked = len(chart.series) > 1
    grouping, overlap = ("stacked", '<c:overlap val="100"/>') if stacked else ("clustered", "")
    names = _Cells(0, 1, tuple(bar.label for bar in chart.bars))
    series = "".join(_series(chart, size, names, place, at) for place, at in enumerate(chart.shown))
    axes = "".join(f'<c:axId val="{each}"/>' for each in _AXES)
    return (
        f'<c:barChart><c:barDir val="bar"/><c:grouping val="{grouping}"/>{_flag("varyColors", False)}{series}'
        f'<c:gapWidth val="40"/>{overlap}{axes}</c:barChart>'
    )


def _series(chart: Chart, size: Size, names: _Cells, place: int, at: int) -> str:
    name = _Cells(place + 1, 0, (chart.series[at],))
    values = _Cells(place + 1, 1, tuple(f"{bar.values[at]:.10g}" for bar in chart.bars))
    return (
        f'<c:ser><c:idx val="{place}"/><c:order val="{place}"/><c:tx>{_words(name)}</c:tx>'
        f'<c:spPr>{_fill(at)}<a:ln w="{_THIN}"><a:solidFill>{_BLACK}</a:solidFill></a:ln></c:spPr>'
        f"{_flag('invertIfNegative', False)}{_figures(chart, size, at)}<c:cat>{_words(names)}</c:cat>"
        f"<c:val><c:numRef><c:f>{values.formula}</c:f><c:numCache><c:formatCode>General</c:formatCode>{values.points}"
        "</c:numCache></c:numRef></c:val></c:ser>"
    )


def _figures(chart: Chart, size: Size, at: int) -> str:
    """The figure of each part: in the middle of it, on white, if it is long enough; of a lone series behind the bar."""
    stacked = len(chart.series) > 1
    short = [place for place, bar in enumerate(chart.bars) if stacked and bar.values[at] < chart.end * _INSIDE]
    left_out = "".join(f'<c:dLbl><c:idx val="{place}"/>{_flag("delete", True)}</c:dLbl>' for place in short)
    form = _text('[$-42A]General"%"' if chart.unit == "%" else "[$-42A]General")
    plate = f"<a:solidFill>{_WHITE}</a:solidFill>" if stacked else "<a:noFill/>"
    shown = {"LegendKey": False, "Val": True, "CatName": False, "SerName": False, "Percent": False, "BubbleSize": False}
    return (
        f'<c:dLbls>{left_out}<c:numFmt formatCode="{form}" sourceLinked="0"/><c:spPr>{plate}{_NO_LINE}</c:spPr>'
        f'{_letters(size.letters, _UNWRAPPED)}<c:dLblPos val="{"ctr" if stacked else "outEnd"}"/>'
        f"{''.join(_flag(f'show{what}', is_shown) for what, is_shown in shown.items())}</c:dLbls>"
    )


def _axes(chart: Chart, size: Size) -> str:
    """The names from the top down; the axis of values is hidden, because the figures stand at the bars."""
    names, values = _AXES
    most = chart.end * (1 if len(chart.series) > 1 else _ROOM)
    line = f'<c:spPr><a:ln w="{_THIN}"><a:solidFill>{_BLACK}</a:solidFill></a:ln></c:spPr>'
    ticks = '<c:majorTickMark val="none"/><c:minorTickMark val="none"/>'
    return (
        f'<c:catAx><c:axId val="{names}"/><c:scaling><c:orientation val="maxMin"/></c:scaling>{_flag("delete", False)}'
        f'<c:axPos val="l"/><c:numFmt formatCode="General" sourceLinked="0"/>{ticks}<c:tickLblPos val="low"/>{line}'
        f'{_letters(size.letters)}<c:crossAx val="{values}"/><c:crosses val="autoZero"/>{_flag("auto", True)}'
        f'<c:lblAlgn val="ctr"/><c:lblOffset val="100"/><c:tickLblSkip val="1"/>{_flag("noMultiLvlLbl", False)}'
        f'</c:catAx><c:valAx><c:axId val="{values}"/><c:scaling><c:orientation val="minMax"/><c:max val="{most:.10g}"/>'
        f'<c:min val="0"/></c:scaling>{_flag("delete", True)}<c:axPos val="b"/>'
        f'<c:numFmt formatCode="General" sourceLinked="0"/>{ticks}<c:tickLblPos val="nextTo"/>'
        f'<c:crossAx val="{names}"/><c:crosses val="max"/><c:crossBetween val="between"/></c:valAx>'
    )


def _layout(size: Size) -> str:
    """Where the bars stand, as shares of the whole chart."""
    places = zip("xywh", size.bars, strict=True)
    edges = "".join(f'<c:{side}Mode val="edge"/>' for side in "xy")
    found = "".join(f'<c:{side} val="{share:.4f}"/>' for side, share in places)
    return f'<c:layout><c:manualLayout><c:layoutTarget val="inner"/>{edges}{found}</c:manualLayout></c:layout>'


def _fill(at: int) -> str:
    look = _FILLS[at % len(_FILLS)]
    if look in _SOLID:
        return f"<a:solidFill>{_SOLID[look]}</a:solidFill>"
    return f'<a:pattFill prst="{look}"><a:fgClr>{_BLACK}</a:fgClr><a:bgClr>{_WHITE}</a:bgClr></a:pattFill>'


def _words(cells: _Cells) -> str:
    return f"<c:strRef><c:f>{cells.formula}</c:f><c:strCache>{cells.points}</c:strCache></c:strRef>"


def _letters(points: int, body: str = "<a:bodyPr/>") -> str:
    run = f'<a:defRPr sz="{points * 100}" b="0"><a:solidFill>{_BLACK}</a:solidFill>{_FONT}</a:defRPr>'
    return f'<c:txPr>{body}<a:lstStyle/><a:p><a:pPr>{run}</a:pPr><a:endParaRPr lang="vi-VN"/></a:p></c:txPr>'


def _flag(name: str, is_on: bool) -> str:
    return f'<c:{name} val="{int(is_on)}"/>'


def _text(value: object) -> str:
    return str(escape(plain(value)))
