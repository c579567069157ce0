"""Vietnamese words typed for a command or an option → the words that the program has for it."""

from collections.abc import Iterable, Sequence

from cchc_cli.shell.options.parameters import Options
from cchc_cli.vietnamese.names import fold

_COMMANDS = {
    "due": ("quá hạn", "đến hạn", "sắp đến hạn", "đôn đốc"),
    "list": ("danh sách", "liệt kê", "nhiệm vụ", "tìm"),
    "show": ("xem", "chi tiết"),
    "update": ("cập nhật", "cập nhật tiến độ", "tiến độ", "hoàn thành", "xác nhận"),
    "extend": ("gia hạn", "ấn định hạn"),
    "event list": ("sự kiện",),
    "measure": ("đo", "số đo"),
    "file": ("gửi báo cáo",),
    "forms": ("phiếu",),
    "add": ("thêm", "bổ sung", "thêm nhiệm vụ"),
    "change": ("sửa", "điều chỉnh", "thay đổi"),
    "drop": ("xóa", "bỏ nhiệm vụ"),
    "close": ("đóng", "đóng kế hoạch"),
    "new": ("năm sau", "kế hoạch mới"),
    "stats": ("thống kê", "số liệu"),
    "targets": ("chỉ tiêu",),
    "agencies": ("cơ quan", "danh bạ"),
    "report": ("báo cáo", "công văn", "in"),
    "report quarterly": ("báo cáo quý",),
    "report half-year": ("báo cáo 6 tháng", "báo cáo sáu tháng"),
    "report nine-month": ("báo cáo 9 tháng",),
    "report annual": ("báo cáo năm",),
    "report brief": ("tóm tắt", "báo cáo tóm tắt"),
    "report reminder": ("công văn đôn đốc",),
    "snapshot": ("chốt", "chốt số liệu"),
    "validate": ("kiểm tra", "kiểm tra kế hoạch", "lỗi"),
    "diff": ("so sánh", "thay đổi gì"),
    "import": ("nhập",),
    "help": ("trợ giúp", "hướng dẫn", "giúp"),
}
_OPTIONS = {
    "--agency": ("cơ quan", "đơn vị"),
    "--section": ("lĩnh vực",),
    "--role": ("vai trò",),
    "--status": ("tình trạng", "trạng thái"),
    "--state": ("tình trạng", "trạng thái"),
    "--search": ("tìm", "tìm kiếm", "từ khóa"),
    "--date": ("ngày", "ngày văn bản", "ngày hoàn thành"),
    "--as-of": ("ngày", "đến ngày", "tính đến", "tính đến ngày"),
    "--period": ("kỳ", "kỳ báo cáo", "quý"),
    "--plan": ("kế hoạch",),
    "--turn": ("lần",),
    "--evidence": ("tài liệu", "tài liệu kiểm chứng", "minh chung", "văn bản"),
    "--basis": ("căn cứ", "văn bản"),
    "--number": ("số", "số ký hiệu"),
    "--link": ("đường dẫn",),
    "--note": ("ghi chú",),
    "--percent": ("tỷ lệ", "phần trăm", "tỷ lệ hoàn thành"),
    "--difficulties": ("khó khăn", "vướng mắc"),
    "--proposals": ("kiến nghị", "đề xuất"),
    "--confirm": ("xác nhận",),
    "--return": ("trả lại",),
    "--for": ("thay", "thay cho", "ghi thay"),
    "--to": ("hạn", "đến", "hạn mới"),
    "--reason": ("lý do",),
    "--request": ("đề nghị", "xin gia hạn"),
    "--refuse": ("từ chối", "không đồng ý"),
    "--title": ("tên", "tên nhiệm vụ", "nhiệm vụ"),
    "--schedule": ("tiến độ", "thời hạn"),
    "--product": ("sản phẩm", "kết quả"),
    "--lead": ("chủ trì", "cơ quan chủ trì"),
    "--coordinate": ("phối hợp", "cơ quan phối hợp"),
    "--perform": ("thực hiện",),
    "--given-by": ("cấp giao", "giao bởi"),
    "--subject": ("chuyên đề",),
    "--kind": ("hình thức",),
    "--members": ("thành viên",),
    "--missing": ("chưa báo cáo", "thiếu"),
    "--stale": ("chưa cập nhật",),
    "--within": ("trong", "số ngày"),
    "--all": ("tất cả", "hết"),
    "--by": ("theo", "chia theo"),
    "--format": ("dạng", "định dạng"),
    "--undo": ("bỏ", "rút lại", "hoàn tác"),
    "--dry-run": ("xem trước", "thử"),
    "--force": ("ghi đè",),
    "-o": ("tệp", "ghi ra"),
}
_LONGEST = 4


def command(words: Sequence[str]) -> tuple[str, list[str]] | None:
    """The command that the first words name, and the words after them; None if they name none."""
    for count in range(min(_LONGEST, len(words)), 0, -1):
        typed = _bare(" ".join(words[:count]))
        found = next((name for name, said in _COMMANDS.items() if typed in map(_bare, said)), None)
        if found:
            return found, list(words[count:])
    return None


def option(typed: str, options: Options) -> str | None:
    """The option of a command that "--tinh-trang" or "--tình_trạng" names."""
    name = _bare(typed)
    return next((own for own, said in _OPTIONS.items() if own in options and name in map(_bare, said)), None)


def takes_back(words: Iterable[str]) -> bool:
    """Whether words ask for what was written to be taken back."""
    return _bare(" ".join(words)) in map(_bare, ("undo", *_OPTIONS["--undo"]))


def _bare(text: str) -> str:
    """The letters without diacritics and spaces."""
    return fold(text.replace("-", " ").replace("_", " ")).replace(" ", "").replace("y", "i")
