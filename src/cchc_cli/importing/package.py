"""The package of a workbook from outside → its parts; a file that is no plain workbook is a `Stop` that says why."""

from cchc_cli.text import unpacking
from cchc_cli.text.problems import Stop
from cchc_cli.text.unpacking import Parts

_BYTES = 100_000_000
_OLD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_LOCKED = "EncryptedPackage".encode("utf-16-le")
_AGAIN = "mở bằng Excel hoặc LibreOffice, lưu lại dạng Excel (.xlsx)"
_STRICT = b"purl.oclc.org/ooxml"
_TYPES = "[Content_Types].xml"
_BOOK = "xl/workbook.xml"
HOLDS_CELLS = b"sheetData"
"""What stands in every part that a reader may lay out as a sheet, whatever its name."""
_FOREIGN = (
    ("vbaproject.bin", "có chứa macro", "lưu lại dạng .xlsx, không có macro"),
    ("macrosheets/", "có chứa macro", "lưu lại dạng .xlsx, không có macro"),
    ("externallinks/", "có liên kết đến tệp khác", "bỏ liên kết (Data → Edit Links → Break Link) rồi lưu lại"),
    ("connections.xml", "có kết nối đến nguồn dữ liệu ngoài", "bỏ kết nối (Data → Queries & Connections) rồi lưu lại"),
    ("embeddings/", "có đối tượng nhúng", "xóa đối tượng nhúng trong tệp rồi lưu lại"),
    ("activex/", "có nút điều khiển chạy lệnh", "xóa các nút đó rồi lưu lại"),
)
"""Names of parts that no table needs, in lower case, with what they mean and what to do."""
_LARGE = Stop(
    f"tệp quá lớn khi mở ra (hơn {_BYTES // 1_000_000} MB)", "chỉ giữ lại bảng cần đọc; tệp chỉ nên vài trăm kB"
)


def parts(data: bytes) -> Parts:
    """The parts of a workbook (.xlsx)."""
    if data.startswith(_OLD):
        if _LOCKED in data:
            raise Stop("tệp có mật khẩu", "mở bằng Excel, bỏ mật khẩu (File → Info → Protect Workbook) rồi lưu lại")
        raise Stop("tệp lưu ở dạng Excel cũ (.xls)", _AGAIN)
    broken = Stop("tệp không phải là tệp Excel (.xlsx), hoặc đã hỏng", _AGAIN)
    found = unpacking.unpacked(data, _BYTES, _LARGE, broken)
    _refuse_other(found)
    return found


def _refuse_other(found: Parts) -> None:
    if b"opendocument.spreadsheet" in found.get("mimetype", b""):
        raise Stop("tệp lưu ở dạng của LibreOffice (.ods)", _AGAIN)
    if "xl/workbook.bin" in found:
        raise Stop("tệp lưu ở dạng nhị phân (.xlsb)", _AGAIN)
    if _TYPES not in found or _BOOK not in found:
        raise Stop("tệp không phải là tệp Excel (.xlsx)", _AGAIN)
    if _STRICT in found[_BOOK]:
        raise Stop('tệp lưu ở dạng "Strict Open XML"', 'trong Excel chọn Save As, dạng "Excel Workbook (*.xlsx)"')
    for name in found:
        for foreign, told, hint in _FOREIGN:
            if foreign in name.lower():
                raise Stop(f"tệp {told}", hint)
    if b"macroEnabled" in found[_TYPES]:
        raise Stop("tệp có chứa macro", "lưu lại dạng .xlsx, không có macro")
    if any(
        b"<!DOCTYPE" in (plain := content.replace(b"\0", b""))
        and (name.lower().endswith((".xml", ".rels")) or HOLDS_CELLS in plain)
        for name, content in found.items()
    ):
        raise Stop("tệp có phần khai báo lạ (DOCTYPE)", _AGAIN)
