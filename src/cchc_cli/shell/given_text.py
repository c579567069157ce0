"""The text of a file or of standard input that an officer hands in."""

from re import ASCII, findall

from cchc_cli.text.encoding import Misread, handed_in
from cchc_cli.text.problems import Stop

_LOST = 3
"""So many question marks between letters, and no letter beyond ASCII: PowerShell writes so what it cannot pass on."""


def given_text(name: str, data: bytes) -> str:
    """The text, line ends unchanged; a `Stop` for an encoding that is not read, or where marks were lost on the way."""
    text = handed_in(data)
    if isinstance(text, Misread):
        seems = f", có vẻ là {text.encoding}" if text.encoding else ""
        raise Stop(f"{name} không phải văn bản UTF-8{seems}", "mở tệp, lưu lại với bảng mã UTF-8")
    if text.isascii() and len(findall(r"[a-z]\?+[a-z]", text, flags=ASCII)) >= _LOST:
        hint = "lưu chữ vào một tệp UTF-8 rồi nêu tên tệp đó; chuyển qua dấu | của PowerShell là mất dấu"
        raise Stop(f"{name}: chữ có dấu đã thành dấu hỏi", hint)
    return text
