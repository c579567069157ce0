"""appendix/*.yaml: the rows of the plan's table, with schedules, milestones and assignments."""

from datetime import date as Day
from typing import Literal

from cchc_cli.model.columns import Cells
from cchc_cli.model.indicators import InspectedShare
from cchc_cli.model.labels import Said, record
from cchc_cli.model.place import Figure, Placed, names
from cchc_cli.model.words import Kind, Role

_ADDED = Said("Bổ sung bởi", "Id văn bản bổ sung dòng này (amendments trong plan.yaml).", "dieu-chinh-1", "mark")
IMPLEMENTS = Said(
    "Thực hiện nhiệm vụ",
    "Nhiệm vụ của kế hoạch khác mà dòng này thực hiện: tên kế hoạch, hai chấm, id nhiệm vụ.",
    "2026:I.9",
    "link",
)
_PRODUCTS = Said("Kết quả, sản phẩm", "Mỗi mục một sản phẩm, đúng như in.", "Kế hoạch")
_SCHEDULE = Said("Tiến độ", "Đúng như in; chữ chưa đủ rõ thì ghi thêm các khóa bên cạnh.", "Tháng 01/2026")
_ASSIGNMENTS = Said(
    "Vai trò",
    "Từng cơ quan và vai trò, đọc từ cột phân công; lead, coordinate, perform đọc được tên thì không cần ghi.",
)
_LEAD = Said("Chủ trì", "Ô cơ quan chủ trì như in; vai trò đọc từ tên trong ô.", "Sở Nội vụ")
_COORDINATE = Said(
    "Phối hợp", "Ô cơ quan phối hợp như in; vai trò đọc từ tên trong ô.", "Các sở, ban, ngành; UBND các xã, phường"
)
_PERFORM = Said("Thực hiện", "Ô đơn vị thực hiện như in; vai trò đọc từ tên trong ô.", "UBND các xã, phường")
_RESULT = Said("Kết quả cần đạt", "Ô kết quả in riêng, cạnh cột sản phẩm.", "100% hồ sơ được số hóa")
_BASIS = Said("Căn cứ", "Ô căn cứ như in.", "Kế hoạch số 38/KH-UBND ngày 26/01/2026")
_FUNDING = Said("Kinh phí", "Ô kinh phí, nguồn kinh phí như in.", "Ngân sách tỉnh")
_NOTES = Said("Ghi chú", "Ô ghi chú như in.", "Nhiệm vụ mới")


class Assignment(Placed, frozen=True):
    """One agency in one role, with the printed words; `inferred` where no "chủ trì" is printed."""

    agency: str
    role: Role
    words: str = ""
    inferred: bool = False

    said = record(
        "Phân công",
        "Một cơ quan trong một vai trò.",
        agency=Said("Cơ quan", "Id trong danh bạ (plan/agencies.yaml).", "so-tu-phap", "agency"),
        role=Said("Vai trò", "Việc cơ quan phải làm.", "lead"),
        words=Said("Chữ in", "Đoạn chữ trong cột phân công nói lên vai trò này.", "chủ trì tham mưu ban hành"),
        inferred=Said("Suy ra", "true: bản in không ghi rõ vai trò, phải suy ra.", True),
    )


class Target(Placed, frozen=True):
    """A measurable objective: comparator, value, unit, and the day by which it is to be reached.

    With a `share` its figure is computed from the inspections.
    """

    id: str
    name: str
    comparator: Literal[">=", ">", "<=", "<", "="]
    value: Figure
    unit: str
    by: Day | None = None
    owner: str | None = None
    share: InspectedShare | None = None

    said = record(
        "Chỉ tiêu",
        "Một con số phải đạt.",
        id=Said("Id", "Chữ không dấu, số, dấu chấm, dấu gạch; không trùng nhau.", "muc-do-hai-long", "mark"),
        name=Said("Tên", "Chỉ tiêu đo gì.", "Mức độ hài lòng của người dân"),
        comparator=Said("So sánh", "Số đo phải thế nào với mức.", ">="),
        value=Said("Mức", "Con số phải đạt; phần lẻ sau dấu chấm.", 95),
        unit=Said("Đơn vị", "Đơn vị của con số.", "%"),
        by=Said("Đến hết ngày", "Ngày phải đạt.", "2026-12-31", label="đến ngày"),
        owner=Said(
            "Cơ quan theo dõi chỉ tiêu",
            "Id cơ quan đo chỉ tiêu; không ghi thì là các cơ quan chủ trì nhiệm vụ.",
            "so-noi-vu",
            "agency",
        ),
        share=Said("Tỷ lệ cơ quan được kiểm tra", "Tính từ các cuộc kiểm tra, không ghi số đo."),
    )


class ScheduleRow(Placed, frozen=True):
    """A schedule whose wording does not give its days by itself: the printed text and the fields that add the rest.

    `after` names the events or tasks that must have happened (events of plan.yaml, or task ids).
    """

    text: str | None = None
    kind: Kind | None = None
    start: Day | None = None
    due: Day | None = None
    after: tuple[str, ...] = ()
    condition: str | None = None

    said = record(
        "Tiến độ ghi đủ",
        "Lời văn như in và cách hiểu bên cạnh.",
        text=Said("Như in", "Nguyên văn cột tiến độ.", "Sau khi có hướng dẫn của Trung ương"),
        kind=Said("Cách hiểu", "Loại thời hạn.", "event"),
        start=Said("Từ ngày", "Ngày bắt đầu.", "2026-02-01"),
        due=Said("Đến hết ngày", "Hạn, tính cả ngày đó.", "2026-06-30"),
        after=Said("Chờ", "Id sự kiện (events trong plan.yaml) hoặc nhiệm vụ phải hoàn thành trước.", "pci-2025"),
        condition=Said("Điều kiện", "Điều kiện bằng lời.", "theo hướng dẫn của Bộ Nội vụ"),
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
    assignments: tuple[Assignment, ...] | None = None

    said = record(
        "Nội dung cũ",
        "Giá trị trước một văn bản điều chỉnh; chỉ ghi khóa đã thay.",
        changed_by=Said("Điều chỉnh bởi", "Id văn bản (amendments trong plan.yaml).", "dieu-chinh-1", "mark"),
        title=Said("Nhiệm vụ cũ", "Nội dung trước khi điều chỉnh."),
        products=_PRODUCTS,
        schedule=Said("Tiến độ cũ", "Tiến độ trước khi điều chỉnh.", "Tháng 01/2026"),
        result=_RESULT,
        assignment=Said("Phân công cũ như in", "Nguyên văn trước khi điều chỉnh."),
        lead=_LEAD,
        coordinate=_COORDINATE,
        perform=_PERFORM,
        basis=_BASIS,
        funding=_FUNDING,
        notes=_NOTES,
        assignments=_ASSIGNMENTS,
    )


AMENDABLE = tuple(name for name in names(Former) if name != "changed_by")
"""The fields of a row whose former values are kept when an amendment changes them."""


class MilestoneRow(Placed, frozen=True):
    """A part of a task with its own term. It has `products` only if it is printed as a sub-row (I.5, VII.5)."""

    id: str
    name: str | None = None
    products: tuple[str, ...] = ()
    schedule: str | ScheduleRow | None = None
    assignments: tuple[Assignment, ...] | None = None
    checkpoint: bool = False
    added_by: str | None = None

    said = record(
        "Mốc",
        "Một phần của nhiệm vụ, có thời hạn riêng.",
        id=Said("Id", "Id nhiệm vụ, gạch chéo, số: I.9/1. Đặt rồi không đổi.", "I.9/1", "milestone"),
        name=Said("Tên mốc", "Phần việc của mốc.", "Kế hoạch"),
        products=_PRODUCTS,
        schedule=_SCHEDULE,
        assignments=Said("Vai trò riêng", "Chỉ ghi khi mốc giao cho cơ quan khác với nhiệm vụ."),
        checkpoint=Said("Mốc nội bộ", "true: mốc tự đặt để theo dõi, không tính quá hạn.", True),
        added_by=_ADDED,
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
    milestones: tuple[MilestoneRow, ...] = ()
    targets: tuple[Target, ...] = ()
    tasks: tuple["TaskRow", ...] = ()
    computed: bool = False
    implements: tuple[str, ...] = ()
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
        products=_PRODUCTS,
        schedule=_SCHEDULE,
        result=_RESULT,
        assignment=Said("Phân công như in", "Nguyên văn cột cơ quan chủ trì, phối hợp.", "Sở Tư pháp chủ trì"),
        lead=_LEAD,
        coordinate=_COORDINATE,
        perform=_PERFORM,
        basis=_BASIS,
        funding=_FUNDING,
        notes=_NOTES,
        cells=Said("Ô khác", "Ô của các cột cells.TÊN, mỗi dòng TÊN: chữ như in.", label="ô khác"),
        spans=Said(
            "Ô gộp",
            "Khóa của các ô in gộp xuống các dòng dưới: dòng dưới không in riêng thì lấy theo ô này.",
            "schedule",
            "spanned",
        ),
        assignments=_ASSIGNMENTS,
        milestones=Said("Mốc", "Các phần có thời hạn riêng; nhiệm vụ một thời hạn thì không cần ghi."),
        targets=Said("Chỉ tiêu", "Con số phải đạt nêu trong nhiệm vụ."),
        tasks=Said("Dòng con", "Các dòng in dưới dòng này."),
        computed=Said("Tự tính", "true: kết quả do chương trình tính, không ai cập nhật.", True),
        implements=IMPLEMENTS,
        added_by=_ADDED,
        dropped_by=Said("Bỏ bởi", "Id văn bản bỏ nhiệm vụ này; dòng vẫn giữ trong tệp.", "dieu-chinh-1", "mark"),
        former=Said("Nội dung trước khi điều chỉnh", "Những gì văn bản điều chỉnh đã thay."),
    )
