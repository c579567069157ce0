"""Commands that take their whole paragraph, row or cell out of a Word template, as `{%tr for … %}` does.

docxtpl silently drops any other content there, so a template with such content is refused before it is filled.
"""

import re
from collections.abc import Iterator

from cchc_cli.documents.render import paragraphs, wordxml
from cchc_cli.text.problems import Stop

_TAKEN = {"p": "đoạn", "tr": "dòng bảng", "tc": "ô"}
_ALONE = re.compile(r"\{([%#])(?:p|tr|tc) (?:(?!\1\}).)*\1\}", re.DOTALL)
_BESIDE = re.compile(r'<w:(?:drawing|pict|object)\b|<w:br w:type="page"')
_CUT = re.compile(r"\{%(p|tr|tc|r) (?:(?!%\}|[%}]).)*(?!%\})([%}])", re.DOTALL)
_OF_TABLE = re.compile(r"\{%(tr|tc) ")
_XML = re.compile(r"\{\{(?:p|tr|tc|r)\s[^}]*\}\}")


def checked(name: str, xml: str, place: str) -> None:
    """Raise a `Stop` with the place where a command would drop other content, or where a tag inserts raw XML."""
    lined = wordxml.lines(xml)
    for kind in _TAKEN:
        for line, element, in_table in _elements(lined, kind):
            found = _refused(kind, element, in_table) if "{" in element else None
            if found is not None:
                where = paragraphs.of_line(xml, line, wordxml.words(element))
                raise Stop(f"mẫu {name}, {place}{where}: {found[0]}", found[1])


def _refused(kind: str, element: str, in_table: bool) -> tuple[str, str] | None:
    """What is wrong with a paragraph, row or cell, and how to mend it."""
    text, taken = wordxml.words(element), _TAKEN[kind]
    if f"{{%{kind} " in text and (not _ALONE.fullmatch(text) or _BESIDE.search(element)):
        return (
            f"lệnh {{%{kind} … %}} chiếm cả {taken}, chữ, hình, ngắt trang khác ở đó sẽ mất",
            f"đặt mỗi lệnh {{%{kind} … %}} trong một {taken} riêng",
        )
    found = _CUT.search(text)
    if found is not None:
        return (
            f'lệnh {{%{found[1]} … %}} không nhận dấu "{found[2]}" bên trong',
            "chia lấy dư viết là: i is divisibleby 2; phép tính khác đặt vào {% set … %} ở trước",
        )
    if _XML.search(text):
        return "không dùng được {{p, {{r, {{tr, {{tc", "bỏ chữ p, r, tr, tc sau dấu {{"
    outside = _OF_TABLE.search(text) if kind == "p" and not in_table else None
    if outside is not None:
        return f"lệnh {{%{outside[1]} … %}} chỉ dùng trong bảng", "ngoài bảng thì viết {%p … %}"
    return None


def _elements(lined: str, kind: str) -> Iterator[tuple[int, str, bool]]:
    """The XML of each paragraph, row or cell, with the line of its first paragraph, and whether it is in a table."""
    before, *pieces = re.split(rf"<w:{kind}(?=[ >])", lined)
    line, depth = 1 + before.count("\n"), _deeper(before)
    for piece in pieces:
        yield line + (kind != "p"), f"<w:{kind}{piece.partition(f'</w:{kind}>')[0]}", depth > 0
        line += piece.count("\n")
        depth += _deeper(piece)


def _deeper(xml: str) -> int:
    return xml.count("<w:tbl>") - xml.count("</w:tbl>")
