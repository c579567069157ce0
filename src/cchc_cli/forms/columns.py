"""The sheets of a form and their columns: one list for the workbook that is written and for the one that is read."""

from typing import Literal

from msgspec import Struct

GUIDE, STAMP = "Hướng dẫn", "cchc"
Holds = Literal["fixed", "day", "number", "choice", "text"]


class Column(Struct, frozen=True):
    """A column: its key, its head, its width in characters. `fixed` ones are locked, the others are filled in."""

    key: str
    title: str
    width: int
    holds: Holds = "fixed"
    needed: bool = False
    """Whether a sheet without this column cannot be understood."""

    @property
    def filled_in(self) -> bool:
        """Whether the officer writes in it."""
        return self.holds != "fixed"


class Page(Struct, frozen=True):
    """A sheet that is filled in. `note` stands above the heads."""

    name: str
    note: str
    columns: tuple[Column, ...]

    def shown(self, together: bool) -> tuple[Column, ...]:
        """The columns of a form; only one that holds many agencies has a column of agencies."""
        return tuple(each for each in self.columns if together or each.key != "agency")


_ID = Column("id", "Mã", 9, needed=True)
_AGENCY = Column("agency", "Cơ quan", 20, needed=True)
PROGRESS = Page(
    "Tiến độ",
    "Điền vào các cột nền vàng; việc không có gì mới thì để trống. Ngày ghi như 27/01/2026.",
    (
        _ID,
        _AGENCY,
        Column("title", "Nhiệm vụ", 38, needed=True),
        Column("product", "Sản phẩm", 20),
        Column("role", "Vai trò", 10),
        Column("due", "Hạn", 11),
        Column("state", "Tình trạng đã ghi", 14),
        Column("status", "Tình trạng mới", 13, "choice"),
        Column("date", "Ngày thực hiện", 12, "day"),
        Column("evidence", "Số, ký hiệu văn bản", 18, "text"),
        Column("note", "Kết quả", 20, "text"),
        Column("percent", "Tỷ lệ (%)", 8, "number"),
        Column("difficulties", "Khó khăn, vướng mắc", 18, "text"),
        Column("proposals", "Kiến nghị, đề xuất", 18, "text"),
    ),
)
FIGURES = Page(
    "Số liệu",
    "Ghi con số của kỳ này: 96,2 hoặc 17/79; không có số liệu thì để trống.",
    (
        _ID,
        _AGENCY,
        Column("title", "Chỉ tiêu", 60, needed=True),
        Column("unit", "Đơn vị", 12),
        Column("last", "Số đã ghi gần nhất", 18),
        Column("value", "Số liệu kỳ này", 16, "number"),
        Column("evidence", "Văn bản, nguồn số liệu", 34, "text"),
    ),
)
TEXTS = Page(
    "Nội dung",
    "Viết thành đoạn để đưa vào báo cáo; xuống dòng trong ô bằng Alt+Enter. Mục không có nội dung thì để trống.",
    (
        _ID,
        _AGENCY,
        Column("title", "Nội dung cần viết", 50, needed=True),
        Column("text", "Nội dung của cơ quan", 90, "text"),
    ),
)
PAGES = (PROGRESS, FIGURES, TEXTS)
