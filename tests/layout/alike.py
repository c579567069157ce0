"""Other ways to write the same in a sound document: they are no faults."""

from layout.faults import Broken, run, styled, texts
from layout.parts import Kind
from layout.sample import MOTTO
from layout.widths import width
from layout.wordml import PAGE_FIELD, drawn

_DONE = "Đã hoàn thành 12/84 nhiệm vụ."
_LONG = width(MOTTO, 13, True)  # mm
_INLINE = drawn("Motto", MOTTO, 1)
_RUN = _INLINE[_INLINE.index("<w:r>") : _INLINE.index("</w:p>")]
_SPANS = _INLINE[_INLINE.index("<wp:extent") : _INLINE.index("</wp:inline>")]
_ASIDE = round((5612 - 216) / 56.6929 / 2 * 36_000 - _LONG * 36_000 / 2)
_MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"


def _anchored(across: str) -> str:
    drawing = f'<wp:anchor><wp:positionH relativeFrom="column">{across}</wp:positionH>{_SPANS}</wp:anchor>'
    return f"<w:r><w:drawing>{drawing}</w:drawing></w:r>"


def _vml() -> str:
    line = f'<v:line xmlns:v="urn:schemas-microsoft-com:vml" from="10pt,2pt" to="{10 + _LONG / 25.4 * 72}pt,2pt"/>'
    return f"<w:r><w:pict>{line}</w:pict></w:r>"


ALIKE: tuple[Broken, ...] = (
    *texts("a simple field", (PAGE_FIELD, '<w:fldSimple w:instr=" PAGE "><w:r><w:t>2</w:t></w:r></w:fldSimple>'),
           part="word/h1.xml"),
    *texts("a link", (f'<w:r><w:t xml:space="preserve">{_DONE}</w:t></w:r>',
                      f"<w:hyperlink><w:r><w:t>{_DONE}</w:t></w:r></w:hyperlink>")),
    *texts("hidden text", (f'<w:r><w:t xml:space="preserve">{_DONE}',
                           f'<w:r><w:rPr><w:vanish/><w:u/></w:rPr><w:t>x</w:t></w:r><w:r><w:t>{_DONE}')),
    *texts("capitals by a property", (run("SỞ NỘI VỤ", "")[0], run("Sở Nội vụ", "<w:caps/>")[1])),
    *texts("a centred anchor", (_RUN, _anchored("<wp:align>center</wp:align>")), kind=Kind.DECISION),
    *texts("an anchor at its place", (_RUN, _anchored(f"<wp:posOffset>{_ASIDE}</wp:posOffset>")), kind=Kind.DECISION),
    *texts("a line for old programs", (_RUN, _vml()), kind=Kind.DECISION),
    *texts("a choice of drawings", (_RUN, f'<mc:AlternateContent xmlns:mc="{_MC}"><mc:Choice>{_RUN}</mc:Choice>'
                                          "<mc:Fallback/></mc:AlternateContent>"), kind=Kind.DECISION),
    *styled("a hanging dash", "AddresseeLine", ('w:left="2082"', 'w:start="2300" w:hanging="218"'), kind=Kind.LETTER),
)  # fmt: skip
