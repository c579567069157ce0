"""appendix/*.yaml: the rows of the plan's table, with their milestones."""

from datetime import date as Day

from cchc_cli.model.columns import Cells
from cchc_cli.model.former import Former, FormerPart
from cchc_cli.model.labels import Said, record
from cchc_cli.model.pieces import Assignment, ScheduleRow, Target
from cchc_cli.model.place import Placed
from cchc_cli.model.row_words import (
    ADDED,
    ASSIGNMENTS,
    BASIS,
    CELLS,
    COORDINATE,
    DECIDES,
    FUNDING,
    IMPLEMENTS,
    LEAD,
    LEADER,
    NOTES,
    PERFORM,
    PRODUCTS,
    RESULT,
    SCHEDULE,
)


class MilestoneRow(Placed, frozen=True):
    """A part of a task with its own term. It has `products` only if it is printed as a sub-row (I.5, VII.5)."""

    id: str
    name: str | None = None
    products: tuple[str, ...] = ()
    schedule: str | ScheduleRow | None = None
    assignments: tuple[Assignment, ...] | None = None
    checkpoint: bool = False
    added_by: str | None = None
    former: tuple[FormerPart, ...] = ()

    said = record(
        "Mốc",
        "Một phần của nhiệm vụ, có thời hạn riêng.",
        id=Said("Id", "Id nhiệm vụ, gạch chéo, số: I.9/1. Đặt rồi không đổi.", "I.9/1", "milestone"),
        name=Said("Tên mốc", "Phần việc của mốc.", "Kế hoạch"),
        products=PRODUCTS,
        schedule=SCHEDULE,
        assignments=Said("Vai trò riêng", "Chỉ ghi khi mốc giao cho cơ quan khác với nhiệm vụ."),
        checkpoint=Said("Mốc nội bộ", "true: mốc tự đặt để theo dõi, không tính quá hạn.", True),
        added_by=ADDED,
        former=Said("Nội dung trước khi điều chỉnh", "Những gì văn bản điều chỉnh đã thay."),
    )


class TaskRow(Placed, frozen=True):
    """A row of the appendix. One with `tasks` carries them, as a heading or as a task beside them.

    `spans` names the cells that the paper merges over the rows below (docs/promises.md#rows-that-carry-others).
    """

    id: str
    number: str
    title: str
    products: tuple[str, ...] = ()
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
    spans: tuple[str, ...] = ()
    assignments: tuple[Assignment, ...] = ()
    leader: str | None = None
    decides: str | None = None
    milestones: tuple[MilestoneRow, ...] = ()
    targets: tuple[Target, ...] = ()
    tasks: tuple["TaskRow", ...] = ()
    computed: bool = False
    implements: tuple[str, ...] = ()
    given_by: str | None = None
    given_on: Day | None = None
    added_by: str | None = None
    dropped_by: str | None = None
    former: tuple[Former, ...] = ()

    said = record(
        "Dòng của phụ lục",
        "Một nhiệm vụ; dòng có tasks mà không in sản phẩm, tiến độ, phân công riêng thì chỉ là tiêu đề.",
        id=Said(
            "Id",
            "Lĩnh vực.số, như I.9; dòng con: II.2.1; dòng gạch đầu dòng: III.7-2; chữ đ ghi là dd. Phụ lục không chia "
            "lĩnh vực thì chỉ là số in, như 9, 9.1. Đặt rồi không đổi.",
            "I.9",
            "row",
        ),
        number=Said("Số in", "Số thứ tự như in.", "9"),
        title=Said("Nhiệm vụ", "Nội dung nhiệm vụ, đúng như in.", "Kiểm tra, xử lý văn bản quy phạm pháp luật"),
        products=PRODUCTS,
        schedule=SCHEDULE,
        result=RESULT,
        assignment=Said("Phân công như in", "Nguyên văn cột cơ quan chủ trì, phối hợp.", "Sở Tư pháp chủ trì"),
        lead=LEAD,
        coordinate=COORDINATE,
        perform=PERFORM,
        basis=BASIS,
        funding=FUNDING,
        notes=NOTES,
        cells=CELLS,
        spans=Said(
            "Ô gộp",
            "Khóa của các ô in gộp xuống các dòng dưới: dòng dưới không in riêng thì lấy theo ô này.",
            "schedule",
            "spanned",
        ),
        assignments=ASSIGNMENTS,
        leader=LEADER,
        decides=DECIDES,
        milestones=Said("Mốc", "Các phần có thời hạn riêng; nhiệm vụ một thời hạn thì không cần ghi."),
        targets=Said("Chỉ tiêu", "Con số phải đạt nêu trong nhiệm vụ."),
        tasks=Said("Dòng con", "Các dòng in dưới dòng này."),
        computed=Said("Tự tính", "true: kết quả do chương trình tính, không ai cập nhật.", True),
        implements=IMPLEMENTS,
        added_by=ADDED,
        given_by=Said("Cấp giao", "Ai giao; chỉ ghi trong given.yaml.", "Thủ tướng Chính phủ"),
        given_on=Said("Ngày giao", "Ngày của văn bản giao; chỉ ghi trong given.yaml.", "2026-05-10"),
        dropped_by=Said("Bỏ bởi", "Id văn bản bỏ nhiệm vụ này; dòng vẫn giữ trong tệp.", "dieu-chinh-1", "mark"),
        former=Said("Nội dung trước khi điều chỉnh", "Những gì văn bản điều chỉnh đã thay."),
    )
