"""The package of a workbook from outside → its parts; a file that is no plain workbook is a `Stop` that says why.

Sizes are counted while unpacking, because the sizes stated in the package may be false.
"""

from collections.abc import Iterator
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo
from zlib import error as BadStream

from cchc_cli.text.problems import Stop

_BYTES = 100_000_000
_PARTS = 1_000
_CHUNK = 1 << 16
_OLD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_LOCKED = "EncryptedPackage".encode("utf-16-le")
_ENCRYPTED = 1
_AGAIN = "mở bằng Excel hoặc LibreOffice, lưu lại dạng Excel (.xlsx) rồi nhận lại"
_TYPES = "[Content_Types].xml"
_BOOK = "xl/workbook.xml"
_FOREIGN = (
    ("vbaproject.bin", "có chứa macro", "lưu lại dạng .xlsx, không có macro"),
    ("macrosheets/", "có chứa macro", "lưu lại dạng .xlsx, không có macro"),
    ("externallinks/", "có liên kết đến tệp khác", "bỏ liên kết (Data → Edit Links → Break Link) rồi lưu lại"),
    ("connections.xml", "có kết nối đến nguồn dữ liệu ngoài", "bỏ kết nối (Data → Queries & Connections) rồi lưu lại"),
    ("embeddings/", "có đối tượng nhúng", "xóa đối tượng nhúng trong tệp rồi lưu lại"),
    ("activex/", "có nút điều khiển chạy lệnh", "xóa các nút đó rồi lưu lại"),
)
"""Names of parts that no form needs, in lower case, with what they mean and what to do."""

Parts = dict[str, bytes]
"""The parts of a package by name."""


def parts(data: bytes) -> Parts:
    """The parts of a workbook (.xlsx)."""
    if data.startswith(_OLD):
        if _LOCKED in data:
            raise Stop("tệp có mật khẩu", "mở bằng Excel, bỏ mật khẩu (File → Info → Protect Workbook) rồi lưu lại")
        raise Stop("tệp lưu ở dạng Excel cũ (.xls)", _AGAIN)
    try:
        with ZipFile(BytesIO(data)) as package:
            found = _unpacked(package)
    except (BadZipFile, BadStream, EOFError, NotImplementedError, RuntimeError, ValueError, OSError) as error:
        raise Stop("tệp không phải là tệp Excel (.xlsx), hoặc đã hỏng", _AGAIN) from error
    _refuse_other(found)
    return found


def _unpacked(package: ZipFile) -> Parts:
    entries = package.infolist()
    if len(entries) > _PARTS:
        raise _large()
    if any(each.compress_type not in (ZIP_STORED, ZIP_DEFLATED) or each.flag_bits & _ENCRYPTED for each in entries):
        raise BadZipFile
    if len({each.filename.lower() for each in entries}) < len(entries):
        raise BadZipFile
    found, left = {}, _BYTES
    for each in entries:
        found[each.filename] = b"".join(_pieces(package, each, left))
        left -= len(found[each.filename])
    return found


def _pieces(package: ZipFile, entry: ZipInfo, left: int) -> Iterator[bytes]:
    with package.open(entry) as stream:
        while piece := stream.read(_CHUNK):
            left -= len(piece)
            if left < 0:
                raise _large()
            yield piece


def _refuse_other(found: Parts) -> None:
    if b"opendocument.spreadsheet" in found.get("mimetype", b""):
        raise Stop("tệp lưu ở dạng của LibreOffice (.ods)", _AGAIN)
    if "xl/workbook.bin" in found:
        raise Stop("tệp lưu ở dạng nhị phân (.xlsb)", _AGAIN)
    if _TYPES not in found or _BOOK not in found:
        raise Stop("tệp không phải là tệp Excel (.xlsx)", _AGAIN)
    for name in found:
        for foreign, told, hint in _FOREIGN:
            if foreign in name.lower():
                raise Stop(f"tệp {told}", hint)
    if b"macroEnabled" in found[_TYPES]:
        raise Stop("tệp có chứa macro", "lưu lại dạng .xlsx, không có macro")
    if any(
        b"<!DOCTYPE" in content.replace(b"\0", b"")
        for name, content in found.items()
        if name.endswith((".xml", ".rels"))
    ):
        raise Stop("tệp có phần khai báo lạ (DOCTYPE)", _AGAIN)


def _large() -> Stop:
    return Stop(f"tệp quá lớn khi mở ra (hơn {_BYTES // 1_000_000} MB)", "phiếu chỉ nên vài trăm kB; lấy lại phiếu gốc")
