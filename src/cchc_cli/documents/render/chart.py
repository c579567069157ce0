"""Chart → a chart of Word's own: two parts of the package, and the XML that shows them in a run's place."""

from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.shared import Cm
from markupsafe import Markup, escape

from cchc_cli.documents.charts import Chart
from cchc_cli.documents.render.chart_size import size
from cchc_cli.documents.render.chart_workbook import workbook
from cchc_cli.documents.render.chart_xml import WORKBOOK, chart_xml
from cchc_cli.documents.render.wordxml import plain

_A = "http://schemas.openxmlformats.org/drawingml/2006/main"
_C = "http://schemas.openxmlformats.org/drawingml/2006/chart"
_WP = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def placed(chart: Chart, holder: Part, width: float) -> Markup:
    """Add a chart to the package of `holder`, and return the XML that shows it, `width` centimetres wide.

    A chart with nothing but noughts is left out.
    """
    if not chart.shown:
        return Markup("")
    package, extent = holder.package, size(chart, width)
    name = package.next_partname("/word/charts/bieu-do-%d.xml")
    beside = PackURI(f"/word/embeddings/{name.filename.removesuffix('.xml')}.xlsx")
    book = Part(beside, CONTENT_TYPE.SML_SHEET, workbook(chart), package)
    part = Part(name, CONTENT_TYPE.DML_CHART, chart_xml(chart, extent), package)
    part.load_rel(RELATIONSHIP_TYPE.PACKAGE, book, WORKBOOK)
    return _shown(chart, holder.relate_to(part, RELATIONSHIP_TYPE.CHART), Cm(width), Cm(extent.height))


def _shown(chart: Chart, identity: str, width: int, height: int) -> Markup:
    """A drawing with its alternative text, between the pieces of the run in whose place it stands."""
    title, alt = (escape(plain(text)) for text in (chart.title, chart.alt))
    return Markup(
        '</w:t></w:r><w:r><w:drawing><wp:inline xmlns:wp="{wp}" distT="0" distB="0" distL="0" distR="0">'
        '<wp:extent cx="{width}" cy="{height}"/><wp:effectExtent l="0" t="0" r="0" b="0"/>'
        '<wp:docPr id="1" name="{title}" descr="{alt}"/><wp:cNvGraphicFramePr/><a:graphic xmlns:a="{a}">'
        '<a:graphicData uri="{c}"><c:chart xmlns:c="{c}" xmlns:r="{r}" r:id="{identity}"/></a:graphicData></a:graphic>'
        '</wp:inline></w:drawing></w:r><w:r><w:t xml:space="preserve">'
    ).format(wp=_WP, a=_A, c=_C, r=_R, width=width, height=height, title=title, alt=alt, identity=identity)
