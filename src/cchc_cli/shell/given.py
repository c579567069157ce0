"""The bytes of a file that an officer hands in, and the text of one or of standard input."""

from pathlib import Path
from re import ASCII, findall

from cchc_cli.disk import plain
from cchc_cli.text.encoding import Misread, handed_in
from cchc_cli.text.problems import Stop

_LOST = 3
"""So many question marks between letters, and no letter beyond ASCII: PowerShell writes so what it cannot pass on."""


def given_bytes(file: Path, most: int) -> bytes:
    """The bytes of a file that people name, at most so many; one that cannot be read is a `Stop`."""
    found = plain.content(file, most)
    if isinstance(found, bytes):
        return found
    if found is None:
        raise Stop(f"không có tệp {file.as_posix()}", "xem lại tên tệp và thư mục")
    raise Stop(f"không đọc được {file.as_posix()}: {found.why}", found.hint)


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
