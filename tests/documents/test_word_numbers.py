"""Numbers that Word counts by itself are read as a reader sees them."""

import pytest
from lxml import etree

from cchc_cli.documents.texts.numbering import Numbering

_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def _numbers(paragraphs: tuple[int, ...], *levels: tuple[str, str, str]) -> list[str]:
    """The numbers of paragraphs at these depths of a list; a level is its form, its text, its start."""
    told = "".join(
        f'<w:lvl w:ilvl="{depth}">'
        f'<w:start w:val="{start}"/><w:numFmt w:val="{form}"/><w:lvlText w:val="{text}"/></w:lvl>'
        for depth, (form, text, start) in enumerate(levels)
    )
    of = '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    lists = etree.fromstring(
        f'<w:numbering {_W}><w:abstractNum w:abstractNumId="0">{told}</w:abstractNum>{of}</w:numbering>'
    )
    listed = Numbering(lists, None)
    asked = (
        f'<w:p {_W}><w:pPr><w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="1"/></w:numPr></w:pPr></w:p>'
        for depth in paragraphs
    )
    return [listed.number(etree.fromstring(each)) for each in asked]


def test_a_level_starts_anew_below_the_next_number() -> None:
    levels = (("decimal", "%1.", "1"), ("decimal", "%1.%2", "1"))
    assert _numbers((0, 1, 1, 0, 1), *levels) == ["1.", "1.1", "1.2", "2.", "2.1"]


@pytest.mark.parametrize(
    ("form", "start", "printed"),
    [
        ("decimal", "3", "3)"),
        ("decimalZero", "3", "03)"),
        ("upperRoman", "4", "IV)"),
        ("lowerRoman", "4", "iv)"),
        ("lowerLetter", "2", "b)"),
        ("upperLetter", "28", "BB)"),
        ("bullet", "1", "-"),
        ("none", "1", ""),
        ("upperRoman", "9" * 5000, "I)"),
        ("lowerLetter", "9" * 9, "a)"),
    ],
)
def test_each_form_of_number(form: str, start: str, printed: str) -> None:
    assert _numbers((0,), (form, "%1)", start)) == [printed]
