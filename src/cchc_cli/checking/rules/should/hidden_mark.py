"""A text must not contain invisible characters."""

import re

from cchc_cli.checking.rules import Finding, Found, rule
from cchc_cli.plan.workspace import Workspace
from cchc_cli.text.hidden import WRITTEN, named
from cchc_cli.text.lines import starts
from cchc_cli.text.problems import Severity
from cchc_cli.text.yaml import place_of

_HINT = "xóa ký tự này, hoặc sửa tự động bằng cchc validate --fix"
_WRITTEN = re.compile(WRITTEN, re.IGNORECASE)


@rule(
    "CC525",
    "Ký tự ẩn trong lời văn",
    "Ký tự đổi chiều chữ làm văn bản in ra khác với chữ trong tệp; ký tự không bề rộng làm tìm và so tên đều sai.",
    Severity.WARNING,
    shared=True,
)
def hidden_mark(workspace: Workspace) -> Found:
    """Flags direction marks and zero-width characters in any file, at most once a line.

    Bad:
      tasks: [{id: I.1, title: "Rà\u200bsoát văn bản"}]
    Good:
      tasks: [{id: I.1, title: "Rà soát văn bản"}]
    """
    for number, text in workspace.sources.texts():
        if _WRITTEN.search(text) is None:
            continue
        for start in starts(text):
            found = _WRITTEN.search(text, start, _end(text, start))
            if found is not None:
                message = f"có ký tự ẩn {named(found[0])}, in ra không thấy"
                yield Finding(place_of(number, found.start()), message, hint=_HINT)


def _end(text: str, start: int) -> int:
    return min((at for sign in "\r\n" if (at := text.find(sign, start)) >= 0), default=len(text))
