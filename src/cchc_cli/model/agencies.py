"""agencies.yaml: the registry of agencies and groups."""

from datetime import date as Day
from typing import Literal

from cchc_cli.model.labels import Said, record
from cchc_cli.model.place import Format, Placed

AgencyKind = Literal[
    "department", "office", "inspectorate", "unit", "police", "commune", "council", "party",
    "association", "central", "ministry", "bureau", "division", "organisation", "press", "group",
]  # fmt: skip


class Member(Placed, frozen=True):
    """One member of a closed group (an agency or another group), why it counts as one, and its first and last day.

    A member that left and came back has an item for each time.
    """

    agency: str
    basis: str
    since: Day | None = None
    until: Day | None = None

    said = record(
        "Thành viên của nhóm",
        "Một cơ quan hoặc nhóm khác, kèm căn cứ; vào, ra giữa chừng thì ghi từ ngày nào, đến hết ngày nào.",
        agency=Said("Cơ quan", "Id trong danh bạ.", "so-tu-phap", "agency"),
        basis=Said(
            "Căn cứ",
            "Văn bản xếp vào nhóm; chưa có văn bản thì bắt đầu bằng assumed:",
            "assumed: theo cổng thông tin điện tử tỉnh",
        ),
        since=Said("Từ ngày", "Ngày vào nhóm; không ghi là từ đầu.", "2026-07-01", label="vào nhóm từ ngày"),
        until=Said("Đến hết ngày", "Ngày cuối còn trong nhóm; không ghi là đến nay.", "2026-06-30",
                   label="trong nhóm đến hết ngày"),
    )  # fmt: skip


class AgencyRow(Placed, frozen=True):
    """An agency or a group. A closed group lists `members`; an open one (`open: true`) is never expanded or chased.

    An agency that ends has its last day (`until`) and `successors`, to whom its open work passes.
    """

    id: str
    name: str
    kind: AgencyKind
    full: str | None = None
    abbreviation: str | None = None
    aliases: tuple[str, ...] = ()
    order: int | None = None
    code: str | None = None
    email: str | None = None
    basis: str | None = None
    since: Day | None = None
    until: Day | None = None
    successors: tuple[str, ...] = ()
    open: bool = False
    members: tuple[Member, ...] = ()

    said = record(
        "Cơ quan hoặc nhóm cơ quan",
        "Nhóm đóng kê đủ thành viên (members); nhóm mở ghi open: true.",
        id=Said(
            "Id",
            "Chữ thường không dấu, nối bằng dấu gạch; cũng là tên tệp trong progress/. Đặt rồi không đổi.",
            "so-tu-phap",
            "agency-id",
        ),
        name=Said("Tên", "Tên gọi, đúng như in trong kế hoạch.", "Sở Tư pháp"),
        kind=Said("Loại", "Loại cơ quan; nhóm thì ghi group.", "department"),
        full=Said(
            "Tên đầy đủ",
            "Tên chính thức, viết hoa như trong câu, in ở văn bản do cơ quan này ban hành hoặc nhận; "
            "không ghi thì là tên trên, với UBND viết là Ủy ban nhân dân.",
            "Ủy ban nhân dân tỉnh Khánh Hòa",
        ),
        abbreviation=Said("Chữ viết tắt", "Chữ tắt in trong kế hoạch, trong ký hiệu văn bản.", "SNV", label="viết tắt"),
        aliases=Said("Tên gọi khác", "Tên khác dùng để tìm, không in ra.", "Giám đốc Sở Tư pháp"),
        order=Said("Thứ tự", "Số nhỏ in trước; không ghi thì theo vị trí trong tệp.", 70, label="thứ tự in"),
        code=Said("Mã", "Mã đơn vị hành chính hoặc mã định danh, nếu có.", "22480", label="mã số"),
        email=Said("Thư điện tử", "Hộp thư nhận công văn của cơ quan.", "stp@tinh-mau.example", label="thư điện tử"),
        basis=Said(
            "Căn cứ", "Văn bản nêu cơ quan này; chưa có văn bản thì bắt đầu bằng assumed:", "NQ 1667/NQ-UBTVQH15"
        ),
        since=Said(
            "Từ ngày", "Ngày bắt đầu hoạt động, nếu là cơ quan mới lập.", "2026-07-01", label="hoạt động từ ngày"
        ),
        until=Said(
            "Đến hết ngày",
            "Ngày hoạt động cuối cùng; sổ đã ghi được giữ nguyên.",
            "2026-06-30",
            label="hoạt động đến hết ngày",
        ),
        successors=Said(
            "Kế tục",
            "Các cơ quan nhận việc còn lại sau ngày đó; nhiều cơ quan thì tất cả phải hoàn thành.",
            "ubnd-xa-dong-suoi",
            "agency",
            label="cơ quan kế tục",
        ),
        open=Said("Nhóm mở", "true: nhóm chỉ nêu chung (“các đơn vị liên quan”), không kê, không đôn đốc.", True),
        members=Said("Thành viên", "Các cơ quan, nhóm thuộc nhóm đóng này."),
    )


class AgenciesFile(Placed, frozen=True):
    """agencies.yaml: the registry, in the order in which tables print it."""

    format: Format
    agencies: tuple[AgencyRow, ...]

    said = record(
        "Danh bạ cơ quan",
        "Mọi cơ quan, nhóm cơ quan có tên trong các kế hoạch.",
        format=Said("Định dạng", "Số hiệu cách ghi tệp; hiện là 1.", 1),
        agencies=Said("Cơ quan, nhóm cơ quan", "Mỗi mục một cơ quan hoặc nhóm, theo thứ tự in trong biểu."),
    )
