"""Commands that take their whole paragraph, row or cell out of a Word template, as `{%tr for … %}` does.

docxtpl silently drops any other content there, so a template with such content is refused before it is filled.
"""

import re
from collections.abc import Iterator

from cchc_cli.documents.render import wordxml
from cchc_cli.text.problems import Stop

_TAKEN = {"p": "đoạn", "tr": "dòng bảng", "tc": "ô"}
_ALONE = re.compile(r"\{([%#])(?:p|tr|tc) (?:(?!\1\}).)*\1\}", re.DOTALL)
_BESIDE = re.compile(r'<w:(?:drawing|pict|object)\b|<w:br w:type="page"')
_CUT = re.compile(r"\{%(p|tr|tc|r) (?:(?!%\}|[%}]).)*(?!%\})([%}])", re.DOTALL)
_XML = re.compile(r"\{\{(?:p|tr|tc|r)\s[^}]*\}\}")


def checked(name: str, xml: str, place: str) -> None:
    """Raise a `Stop` with the place where a command would drop other content, or where a tag inserts raw XML."""
    lined = wordxml.lines(xml)
    for kind, taken in _TAKEN.items():
        for line, element in _elements(lined, kind):
            text = wordxml.words(element)
            where = f"mẫu {name}, {place}{wordxml.shown(line, text)}"
            if f"{{%{kind} " in text and (not _ALONE.fullmatch(text) or _BESIDE.search(element)):
                raise Stop(
                    f"{where}: lệnh {{%{kind} … %}} chiếm cả {taken}, chữ, hình, ngắt trang khác ở đó sẽ mất",
                    f"đặt mỗi lệnh {{%{kind} … %}} trong một {taken} riêng",
                )
            found = _CUT.search(text)
            if found is not None:
                raise Stop(
                    f'{where}: lệnh {{%{found[1]} … %}} không nhận dấu "{found[2]}" bên trong',
                    "chia lấy dư viết là: i is divisibleby 2; phép tính khác đặt vào {% set … %} ở trước",
                )
            if _XML.search(text):
                raise Stop(f"{where}: không dùng được {{{{p, {{{{r, {{{{tr, {{{{tc", "bỏ chữ p, r, tr, tc sau dấu {{")


def _elements(lined: str, kind: str) -> Iterator[tuple[int, str]]:
    """The XML of each paragraph, row or cell, with the line of its first paragraph."""
    before, *pieces = re.split(rf"<w:{kind}(?=[ >])", lined)
    line = 1 + before.count("\n")
    for piece in pieces:
        yield line + (kind != "p"), f"<w:{kind}{piece.partition(f'</w:{kind}>')[0]}"
        line += piece.count("\n")
