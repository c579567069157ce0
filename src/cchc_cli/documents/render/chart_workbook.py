"""Chart → the workbook that Word opens when somebody edits the figures of the chart."""

from datetime import datetime
from io import BytesIO

from xlsxwriter import Workbook

from cchc_cli.documents.charts import Chart
from cchc_cli.documents.render.wordxml import plain

SHEET = "Số liệu"
_DAY = datetime(2026, 1, 1)
"""The same for every workbook, so that the same chart gives the same bytes."""
_WIDTH = 48


def workbook(chart: Chart) -> bytes:
    """A sheet with the bars as rows and the series that have values as columns; text is never a formula or a link."""
    out = BytesIO()
    with Workbook(out, {"in_memory": True}) as book:
        book.set_properties({"created": _DAY, "title": plain(chart.title)})
        sheet = book.add_worksheet(SHEET)
        sheet.set_column(0, 0, _WIDTH)
        for column, series in enumerate(chart.shown, 1):
            sheet.write_string(0, column, plain(chart.series[series]))
        for row, bar in enumerate(chart.bars, 1):
            sheet.write_string(row, 0, plain(bar.label))
            for column, series in enumerate(chart.shown, 1):
                sheet.write_number(row, column, bar.values[series])
    return out.getvalue()
