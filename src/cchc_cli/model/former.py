"""The values that rows and milestones had before a later decision changed them."""

from cchc_cli.model.columns import Cells
from cchc_cli.model.labels import Said, record
from cchc_cli.model.pieces import Assignment, ScheduleRow
from cchc_cli.model.place import Placed, names
from cchc_cli.model.row_words import (
    ASSIGNMENTS,
    BASIS,
    CELLS,
    CHANGED_BY,
    COORDINATE,
    FUNDING,
    LEAD,
    NOTES,
    PERFORM,
    PRODUCTS,
    RESULT,
)


class Former(Placed, frozen=True):
    """The values that a row had before a later decision changed them."""

    changed_by: str
    title: str | None = None
    products: tuple[str, ...] | None = None
    schedule: str | ScheduleRow | None = None
    result: str | None = None
    assignment: str | None = None
    lead: str | None = None
    coordinate: str | None = None
    perform: str | None = None
    basis: str | None = None
    funding: str | None = None
    notes: str | None = None
    cells: Cells | None = None
    assignments: tuple[Assignment, ...] | None = None

    said = record(
        "Nội dung cũ",
        "Giá trị trước một văn bản điều chỉnh; chỉ ghi khóa đã thay.",
        changed_by=CHANGED_BY,
        title=Said("Nhiệm vụ cũ", "Nội dung trước khi điều chỉnh."),
        products=PRODUCTS,
        schedule=Said("Tiến độ cũ", "Tiến độ trước khi điều chỉnh.", "Tháng 01/2026"),
        result=RESULT,
        assignment=Said("Phân công cũ như in", "Nguyên văn trước khi điều chỉnh."),
        lead=LEAD,
        coordinate=COORDINATE,
        perform=PERFORM,
        basis=BASIS,
        funding=FUNDING,
        notes=NOTES,
        cells=CELLS,
        assignments=ASSIGNMENTS,
    )


class FormerPart(Placed, frozen=True):
    """The values that a milestone had before a later decision changed them."""

    changed_by: str
    name: str | None = None
    products: tuple[str, ...] | None = None
    schedule: str | ScheduleRow | None = None

    said = record(
        "Nội dung cũ của mốc",
        "Giá trị trước một văn bản điều chỉnh; chỉ ghi khóa đã thay.",
        changed_by=CHANGED_BY,
        name=Said("Tên mốc cũ", "Tên mốc trước khi điều chỉnh.", "Kế hoạch"),
        products=PRODUCTS,
        schedule=Said("Tiến độ cũ", "Tiến độ trước khi điều chỉnh.", "Tháng 01/2026"),
    )


AMENDABLE = tuple(name for name in names(Former) if name != "changed_by")
"""The fields of a row whose former values are kept when an amendment changes them."""
AMENDABLE_PART = tuple(name for name in names(FormerPart) if name != "changed_by")
"""The same of a milestone."""
