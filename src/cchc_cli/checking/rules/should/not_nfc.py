"""Vietnamese letters must be one character each."""

from unicodedata import combining, is_normalized, normalize

from cchc_cli.checking.rules import Finding, Found, rule
from cchc_cli.plan.workspace import Workspace
from cchc_cli.text.problems import Severity
from cchc_cli.text.yaml import place_of

_HINT = "sửa tự động bằng cchc validate --fix"
_FOREIGN = {"Ð": "U+00D0", "Ɖ": "U+0189"}


@rule(
    "CC508",
    "Chữ không đúng dạng Unicode dựng sẵn",
    "Chữ tổ hợp (NFD) hay chữ Ð ngoại lai trông giống hệt nhưng tìm, so tên và sắp xếp đều sai.",
    Severity.WARNING,
    shared=True,
)
def not_nfc(workspace: Workspace) -> Found:
    """Flags text in any file that is not NFC, and Ð or Ɖ instead of Đ, at most once a line.

    Bad:
      tasks: [{id: I.1, title: Ðánh giá kết quả}]
    Good:
      tasks: [{id: I.1, title: Đánh giá kết quả}]
    """
    for number, text in workspace.sources.texts():
        if is_normalized("NFC", text) and not any(letter in text for letter in _FOREIGN):
            continue
        offset = 0
        for line in text.splitlines(keepends=True):
            found = _first(line)
            if found is not None:
                place, message, hint = found
                yield Finding(place_of(number, offset + place), message, hint=hint)
            offset += len(line)


def _first(line: str) -> tuple[int, str, str] | None:
    """The first such letter in a line: its place, and the message about it."""
    start = 0
    for place, letter in enumerate(line):
        if letter in _FOREIGN:
            return place, f"chữ {letter} ({_FOREIGN[letter]}) không phải chữ Đ tiếng Việt", _HINT
        start = start if combining(letter) else place
        if not is_normalized("NFC", line[start : place + 1]):
            composed = normalize("NFC", line[start : place + 3])[0]
            return start, f"chữ “{composed}” viết bằng dấu rời (NFD)", _HINT
    return None
