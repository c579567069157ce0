"""The kinds of files: what each is for in words, its place, and the type into which it is read."""

from typing import NamedTuple

from cchc_cli.reading.places import globs
from cchc_cli.reading.reader import NEVER_EMPTY, SHAPES


class FileKind(NamedTuple):
    """A kind of file; `path` is a glob relative to the workspace, `may_be_empty` says that an empty file is valid."""

    path: str
    title: str
    purpose: str
    shape: object
    may_be_empty: bool


_WORDS = {
    "agencies": ("Danh bạ cơ quan", "cơ quan, nhóm cơ quan có tên trong các kế hoạch"),
    "calendar": ("Lịch nghỉ", "ngày nghỉ, ngày làm bù từng năm"),
    "settings": ("Thiết lập chung", "kỳ báo cáo, nơi gửi, người ký …"),
    "criteria": ("Tiêu chí xếp hạng", "tiêu chí, mức điểm xếp hạng các cơ quan, do địa phương ban hành"),
    "plan": ("Kế hoạch", "quyết định, thân kế hoạch, chỉ tiêu, điều chỉnh"),
    "section": ("Lĩnh vực của phụ lục", "nhiệm vụ của một lĩnh vực"),
    "progress": ("Tiến độ", "cập nhật tiến độ của một cơ quan, mỗi dòng một lần"),
    "deadlines": ("Thời hạn", "ấn định hạn, gia hạn, đề nghị gia hạn, không đồng ý gia hạn"),
    "events": ("Sự kiện", "việc bên ngoài đã xảy ra"),
    "measurements": ("Số đo", "kết quả đo các chỉ tiêu"),
    "given": ("Nhiệm vụ cấp trên giao", "các nhiệm vụ cấp trên giao ngoài phụ lục"),
    "inspections": ("Kiểm tra", "các cơ quan đã được kiểm tra, mỗi dòng một cuộc"),
    "filings": ("Gửi báo cáo", "báo cáo định kỳ các cơ quan đã gửi, mỗi dòng một báo cáo"),
    "texts": ("Nội dung báo cáo", "lời viết cho các chỗ cần điền của báo cáo trong một kỳ"),
    "snapshot": ("Số liệu đã chốt", "số liệu một kỳ báo cáo, do lệnh snapshot ghi"),
}

KINDS = {kind: FileKind(globs()[kind], *words, SHAPES[kind], kind not in NEVER_EMPTY) for kind, words in _WORDS.items()}
