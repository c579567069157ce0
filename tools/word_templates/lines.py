"""Drawn lines under Tiêu ngữ, issuer, subject: borders of empty paragraphs, never underlining (NĐ 30/2020, Phụ lục I).

A line under a name is a third to a half as long as the name. The length of a name is not known before the document is
filled, so the template holds a line for each range of lengths, and only the one that fits is printed.
"""

from typing import NamedTuple

from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from tools.word_templates.text import Holder, command, paragraph

# The width of "Độc lập - Tự do - Hạnh phúc" at 13 pt bold, in twentieths of a point.
TIEU_NGU = 3060


class Range(NamedTuple):
    """Names of at most `letters` get a line of `length` (twentieths of a point)."""

    letters: int
    length: int


# For capitals at 12 pt bold in a column of 66 mm; the last is for names that fill the column or wrap.
ISSUER = (Range(7, 400), Range(10, 560), Range(14, 800), Range(18, 1000), Range(999, 1250))
# For small letters at 14 pt bold; the last is for subjects that wrap.
SUBJECT = (Range(28, 1200), Range(41, 1760), Range(58, 2500), Range(9999, 2900))


def line(holder: Holder, room: int, length: int) -> None:
    """A line of `length` in the middle of `room`, both in twentieths of a point."""
    side = (room - length) // 2
    properties = paragraph(holder, "", "Đường kẻ")._p.get_or_add_pPr()
    border = '<w:top w:val="single" w:sz="6" w:space="1" w:color="000000"/>'
    properties.append(parse_xml(f"<w:pBdr {nsdecls('w')}>{border}</w:pBdr>"))
    properties.append(parse_xml(f'<w:ind {nsdecls("w")} w:left="{side}" w:right="{side}"/>'))


def fitted(holder: Holder, room: int, letters: str, ranges: tuple[Range, ...]) -> None:
    """The line that fits a name; `letters` is the Jinja expression for the length of the name's longest line."""
    command(holder, f"set letters = {letters}")
    for place, each in enumerate(ranges):
        last = place == len(ranges) - 1
        command(holder, "else" if last else f"{'if' if place == 0 else 'elif'} letters <= {each.letters}")
        line(holder, room, each.length)
    command(holder, "endif")
