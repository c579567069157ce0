"""Bytes of a file → text, or the wrong encoding in which the file was saved."""

from msgspec import Struct

_BOMS = (
    (b"\xff\xfe\x00\x00", "UTF-32"),
    (b"\x00\x00\xfe\xff", "UTF-32"),
    (b"\xff\xfe", "UTF-16"),
    (b"\xfe\xff", "UTF-16"),
)
# Bytes that follow a letter in Vietnamese text of one old encoding, and are rare in the other encodings.
_SIGNS = {
    "TCVN3 (ABC)": bytes.fromhex("a8a9aaabacadaeb5b6b7b8b9bbbcbdbec6c7c8c9cacbd7d8dcdddee8eff3f4f8f9fafbfcfd"),
    "VNI": bytes.fromhex("c2c3c5c8c9cacfd1d5d6d8d9dbe2e3e5e8e9eaebefF1f4f5f6f8f9fafbfc"),
    "Windows-1258": bytes.fromhex("c3ccd0d2d5dddee2e3eaecf0f2f4f5fd"),
}
_TELLING = {
    "TCVN3 (ABC)": bytes.fromhex("aeb8b5b6b7b9adacab"),
    "VNI": bytes.fromhex("f8f9d8d9f1efd1"),
    "Windows-1258": bytes.fromhex("ecccd2f2def0fd"),
}
HINT = "mở tệp, chọn lưu với bảng mã UTF-8 (chữ cũ thì chuyển bằng UniKey trước)"


class Misread(Struct, frozen=True):
    """Bytes that are not UTF-8: the text before the first such byte, and the encoding that the file seems to have."""

    before: str
    encoding: str | None


def text_of(data: bytes) -> str | Misread:
    """The text of UTF-8 bytes, without the byte-order mark, line ends unchanged; for other bytes their encoding."""
    for bom, name in _BOMS:
        if data.startswith(bom):
            return Misread("", name)
    if data[:400].count(0) * 4 > len(data[:400]):
        return Misread("", "UTF-16")
    try:
        return data.decode().lstrip("\ufeff")
    except UnicodeDecodeError as error:
        before = data[: error.start].decode().lstrip("\ufeff")
        return Misread(before, _guess(data))


def handed_in(data: bytes) -> str | Misread:
    """The text of a file that a person hands in: as `text_of`, or UTF-16 with its mark (PowerShell, Excel)."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")) and not data.startswith(b"\xff\xfe\0\0"):
        try:
            return data.decode("utf-16")
        except UnicodeDecodeError:
            return Misread("", "UTF-16 bị cụt")
    return text_of(data)


def _guess(data: bytes) -> str | None:
    high = [byte for byte in data if byte > 0x7F]
    scores = {
        name: sum(byte in signs for byte in high) + sum(byte in _TELLING[name] for byte in high)
        for name, signs in _SIGNS.items()
    }
    best = max(scores, key=lambda name: scores[name])
    return best if len(high) > 2 and scores[best] >= len(high) * 3 // 4 else None
