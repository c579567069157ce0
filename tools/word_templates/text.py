"""Paragraphs of templates: text with Jinja tags, each tag in one run, blanks in their own style."""

import re
from typing import Protocol

from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_COLOR_INDEX
from docx.text.paragraph import Paragraph

from tools.word_templates.styles import BLANK_ID, ID

_BLANKS = re.compile(r"(\{\{ blank\(.*?\) \}\})")
_ALIGNED = {"left": WD_ALIGN_PARAGRAPH.LEFT, "center": WD_ALIGN_PARAGRAPH.CENTER, "right": WD_ALIGN_PARAGRAPH.RIGHT}


class Holder(Protocol):
    """An object that takes paragraphs: a document or a cell."""

    def add_paragraph(self) -> Paragraph:
        """A new last paragraph."""
        ...


def paragraph(holder: Holder, text: str, style: str = "Nội dung", align: str | None = None) -> Paragraph:
    """A paragraph in a named style; each `{{ blank("…") }}` in it is a highlighted run of its own."""
    added = holder.add_paragraph()
    added._p.get_or_add_pPr().style = ID[style]
    if align:
        added.alignment = _ALIGNED[align]
    for piece in filter(None, _BLANKS.split(text)):
        run = added.add_run(piece)
        if _BLANKS.fullmatch(piece):
            run._r.get_or_add_rPr().style = BLANK_ID
            run.font.highlight_color = WD_COLOR_INDEX.YELLOW
    return added


def kept(holder: Holder, text: str, style: str = "Nội dung") -> Paragraph:
    """A paragraph that stays on the page of the next paragraph."""
    added = paragraph(holder, text, style)
    added.paragraph_format.keep_with_next = True
    return added


def command(holder: Holder, words: str) -> Paragraph:
    """A paragraph with a command of the template (`if …`, `for …`, `endif`); it leaves nothing in the document."""
    return paragraph(holder, f"{{%p {words} %}}", "Lệnh của mẫu")


BASIS = (
    "Thực hiện {{ report.basis }}"
    '{% if not report.is_numbered %} {{ blank("số, ngày của văn bản ban hành", "head.basis") }}{% endif %}'
)
"""The beginning of a report or letter: its basis, with a blank for what a plan without a number lacks."""


def blank(wanted: str, place: str | None = None) -> str:
    """A tag for what an officer writes; without the name of a place it is not read back from a document."""
    named = f', "{place}"' if place else ""
    return f'{{{{ blank("{wanted}"{named}) }}}}'


def known(expression: str, wanted: str, place: str | None = None) -> str:
    """A tag with the value of an expression, or a blank that says what is wanted."""
    return f"{{% if {expression} %}}{{{{ {expression} }}}}{{% else %}}{blank(wanted, place)}{{% endif %}}"
