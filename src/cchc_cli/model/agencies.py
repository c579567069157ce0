"""agencies.yaml: the registry of agencies and groups."""

from typing import Literal

from cchc_cli.model.labels import Said, record
from cchc_cli.model.place import Format, Placed

AgencyKind = Literal[
    "department", "office", "inspectorate", "unit", "police", "commune", "council", "party",
    "association", "central", "ministry", "bureau", "division", "organisation", "press", "group",
]  # fmt: skip


class Member(Placed, frozen=True):
    """One member of a closed group (an agency or another group) and why it counts as one."""

    agency: str
    basis: str

    said = record(
        "Thành viên của nhóm",
        "Một cơ quan hoặc nhóm khác, kèm căn cứ.",
        agency=Said("Cơ quan", "Id trong danh bạ.", "so-tu-phap", "agency"),
        basis=Said(
            "Căn cứ",
            "Văn bản xếp vào nhóm; chưa có văn bản thì bắt đầu bằng assumed:",
            "assumed: theo cổng thông tin điện tử tỉnh",
        ),
    )


class AgencyRow(Placed, frozen=True):
    """An agency or a group. A closed group lists `members`; an open one (`open: true`) is never expanded or chased."""

    id: str
    name: str
    kind: AgencyKind
    full: str | None = None
    abbreviation: str | None = None
    aliases: tuple[str, ...] = ()
    order: int | None = None
    code: str | None = None
    basis: str | None = None
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
        basis=Said(
            "Căn cứ", "Văn bản nêu cơ quan này; chưa có văn bản thì bắt đầu bằng assumed:", "NQ 1667/NQ-UBTVQH15"
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
