"""calendar.yaml and settings.yaml: the calendar and the settings of every plan of a workspace."""

from datetime import date as Day
from typing import Literal

from cchc_cli.model.indicators import Indicator
from cchc_cli.model.labels import Said, record
from cchc_cli.model.oversight import FilingTerm
from cchc_cli.model.place import Count, Placed
from cchc_cli.model.words import Ends


class DayOff(Placed, frozen=True):
    """A weekday off. Only `confirmed` and `computed` days count; `proposed` ones are only shown."""

    date: Day
    name: str
    status: Literal["confirmed", "computed", "proposed"]
    basis: str | None = None
    swap_with: Day | None = None

    said = record(
        "Ngày nghỉ",
        "Một ngày trong tuần được nghỉ.",
        date=Said("Ngày", "Ngày nghỉ.", "2026-04-30"),
        name=Said("Tên", "Nghỉ dịp gì.", "Ngày Chiến thắng"),
        status=Said("Mức chắc chắn", "Chỉ confirmed và computed được tính.", "confirmed", label="tình trạng"),
        basis=Said("Căn cứ", "Văn bản.", "BLLĐ 2019 Đ112.1.c"),
        swap_with=Said("Hoán đổi với", "Ngày đi làm bù.", "2026-01-10"),
    )


class CalendarYear(Placed, frozen=True):
    """One year's days off and make-up working days; while `pending` lists open questions, the year is not settled."""

    off: tuple[DayOff, ...] = ()
    work: tuple[Day, ...] = ()
    pending: tuple[str, ...] = ()

    said = record(
        "Lịch nghỉ một năm",
        "Ngày nghỉ, ngày làm bù, những gì chưa chốt.",
        off=Said("Ngày nghỉ", "Ngày trong tuần được nghỉ."),
        work=Said("Ngày làm bù", "Thứ Bảy, Chủ nhật phải đi làm.", "2026-01-10"),
        pending=Said(
            "Chưa chốt",
            "Còn mục nào thì năm này coi là chưa có lịch chính thức.",
            "tet-am-lich-2027",
            label="việc chưa chốt",
        ),
    )


class Signatory(Placed, frozen=True):
    """Who signs for an agency from a day on: authority line, position, name."""

    agency: str
    authority: str | None = None
    position: str | None = None
    name: str | None = None
    since: Day | None = None
    until: Day | None = None
    basis: str | None = None

    said = record(
        "Người ký",
        "Ai ký cho cơ quan, từ ngày nào.",
        agency=Said("Cơ quan", "Id cơ quan.", "ubnd-tinh", "agency"),
        authority=Said("Thẩm quyền ký", "Dòng trên chức vụ.", "TM. ỦY BAN NHÂN DÂN", label="dòng thẩm quyền"),
        position=Said("Chức vụ", "Đúng như in.", "CHỦ TỊCH"),
        name=Said("Họ tên", "Để trống nếu chưa biết.", "Nguyễn Văn A", label="tên"),
        since=Said("Từ ngày", "Ngày bắt đầu ký.", "2026-01-01"),
        until=Said("Đến hết ngày", "Ngày ký cuối cùng.", "2026-12-31"),
        basis=Said("Căn cứ", "Văn bản, hoặc nguồn."),
    )


class ReportSection(Placed, frozen=True):
    """A heading of a periodic report, and the sections, tasks and indicators that fill it.

    A task that a heading names is told there, not under the heading of its section.
    """

    title: str
    sections: tuple[str, ...] = ()
    tasks: tuple[str, ...] = ()
    indicators: tuple[str, ...] = ()

    said = record(
        "Mục của báo cáo",
        "Một mục và lĩnh vực, nhiệm vụ, chỉ tiêu đưa vào mục đó.",
        title=Said("Tên mục", "In trong báo cáo.", "Cải cách thể chế", label="tên"),
        sections=Said("Lĩnh vực", "Id các lĩnh vực.", "I"),
        tasks=Said("Nhiệm vụ", "Id các nhiệm vụ nêu riêng ở mục này.", "VII.4"),
        indicators=Said("Chỉ tiêu", "Id các chỉ tiêu nêu ở mục này.", "VII.4-1"),
    )


class Letterhead(Placed, frozen=True):
    """How an agency heads, numbers and files the papers that it issues; missing values come from the registry.

    `superior` is the line above the name ("" for none), `unit` the drafting unit ("Lưu: VT, CCHC"), `recipients` stand
    under Nơi nhận between "Như trên" and "Lưu".
    """

    agency: str
    name: str | None = None
    superior: str | None = None
    symbol: str | None = None
    unit: str | None = None
    place: str | None = None
    contact: str | None = None
    recipients: tuple[str, ...] = ()

    said = record(
        "Đầu văn bản",
        "Cách một cơ quan ghi đầu văn bản; không ghi thì lấy theo danh bạ.",
        agency=Said("Cơ quan", "Id cơ quan.", "so-noi-vu", "agency"),
        name=Said("Tên in", "Tên cơ quan in đầu văn bản.", "SỞ NỘI VỤ", label="tên"),
        superior=Said(
            "Cơ quan cấp trên",
            'Dòng trên tên cơ quan; "" là không có.',
            "ỦY BAN NHÂN DÂN TỈNH",
            label="cơ quan chủ quản",
        ),
        symbol=Said("Ký hiệu", "Chữ tắt trong số, ký hiệu.", "SNV"),
        unit=Said("Đơn vị soạn thảo", "Chữ tắt sau “Lưu: VT”.", "CCHC", label="đơn vị"),
        place=Said("Địa danh", "Nơi ghi trước ngày, tháng.", label="nơi"),
        contact=Said("Đầu mối liên hệ", "In trong công văn đôn đốc.", "Phòng Cải cách hành chính, điện thoại …"),
        recipients=Said("Nơi nhận", "Mỗi mục một dòng, giữa “Như trên” và “Lưu”."),
    )


class Issued(Placed, frozen=True):
    """Who issues a report and to whom it is addressed, if these differ from the usual ones."""

    report: str
    issuer: str | None = None
    recipient: str | None = None

    said = record(
        "Báo cáo khác thường lệ",
        "Một báo cáo có cơ quan ban hành hoặc nơi gửi khác.",
        report=Said("Báo cáo", "Tên báo cáo; xem: cchc report --list.", "quarterly"),
        issuer=Said("Cơ quan ban hành", "Id cơ quan.", "so-noi-vu", "agency"),
        recipient=Said("Nơi gửi đến", "Tên cơ quan nhận.", "Bộ Nội vụ", label="nơi nhận chính"),
    )


class Settings(Placed, frozen=True):
    """Defaults of a workspace or, in plan.yaml, of one plan. A missing value is taken from the next level.

    `agency` is who reports where a command does not say; `issuer` and `recipient` are those of periodic reports.
    """

    place: str | None = None
    province: str | None = None
    province_code: str | None = None
    due_soon_days: Count | None = None
    periods: Ends | None = None
    periods_basis: str | None = None
    confirm_done: bool | None = None
    move_off_days: bool | None = None
    agency: str | None = None
    issuer: str | None = None
    recipient: str | None = None
    reports: tuple[Issued, ...] | None = None
    letterheads: tuple[Letterhead, ...] | None = None
    report_lead: ReportSection | None = None
    report_parts: tuple[ReportSection, ...] | None = None
    report_fields: tuple[ReportSection, ...] | None = None
    signatories: tuple[Signatory, ...] | None = None
    indicators: tuple[Indicator, ...] | None = None
    inspection_subjects: tuple[str, ...] | None = None
    filers: tuple[str, ...] | None = None
    filing: FilingTerm | None = None

    said = record(
        "Thiết lập",
        "Chung trong settings.yaml, hoặc riêng của một kế hoạch trong plan.yaml.",
        place=Said("Địa danh", "Nơi ghi trước ngày, tháng của văn bản.", "Khánh Hòa", label="nơi"),
        province=Said("Tỉnh, thành phố", "Tên ghi vào mọi kết quả JSON.", "Khánh Hòa", label="tỉnh, thành phố"),
        province_code=Said("Mã tỉnh, thành phố", "Mã đơn vị hành chính, ghi vào các bảng.", "56", label="mã tỉnh"),
        due_soon_days=Said(
            "Sắp đến hạn", "Còn bao nhiêu ngày thì gọi là sắp đến hạn.", 30, label="số ngày coi là sắp đến hạn"
        ),
        periods=Said("Kỳ báo cáo", "Theo ngày chốt số liệu, hay theo lịch.", "cutoff", label="cách tính kỳ báo cáo"),
        periods_basis=Said("Căn cứ của kỳ", "Văn bản quy định ngày chốt số liệu.", label="căn cứ tính kỳ"),
        confirm_done=Said(
            "Phải xác nhận",
            "true: báo cáo hoàn thành phải được cơ quan theo dõi xác nhận.",
            False,
            label="hoàn thành phải được xác nhận",
        ),
        move_off_days=Said(
            "Dời ngày nghỉ",
            "true: hạn rơi vào ngày nghỉ thì dời sang ngày làm việc sau.",
            False,
            label="dời hạn khỏi ngày nghỉ",
        ),
        agency=Said(
            "Cơ quan báo cáo", "Id cơ quan ghi tiến độ khi không nêu --agency.", "so-tu-phap", "agency", label="cơ quan"
        ),
        issuer=Said("Cơ quan ban hành", "Id cơ quan ban hành báo cáo định kỳ.", "ubnd-tinh", "agency"),
        recipient=Said("Nơi gửi đến", "Nơi nhận báo cáo định kỳ.", "Bộ Nội vụ", label="nơi nhận chính"),
        reports=Said("Báo cáo khác thường lệ", "Báo cáo có cơ quan ban hành hoặc nơi gửi khác.", label="báo cáo"),
        letterheads=Said(
            "Đầu văn bản", "Cách ghi đầu văn bản, ký hiệu, nơi lưu của từng cơ quan.", label="tiêu đề văn bản"
        ),
        report_lead=Said("Mục chỉ đạo", "Mục đầu của báo cáo định kỳ.", label="phần đầu báo cáo"),
        report_parts=Said(
            "Các mục nêu riêng",
            "Mục nêu riêng trong mục chỉ đạo, như kiểm tra, tuyên truyền, và nhiệm vụ, chỉ tiêu của nó.",
            label="mục nêu riêng của báo cáo",
        ),
        report_fields=Said("Các mục", "Mục của báo cáo định kỳ và lĩnh vực của nó.", label="lĩnh vực trong báo cáo"),
        signatories=Said("Người ký", "Người ký theo từng thời gian."),
        indicators=Said("Chỉ tiêu thống kê", "Số liệu thu thập mỗi kỳ, in ở phụ lục thống kê theo thứ tự này."),
        inspection_subjects=Said(
            "Chuyên đề kiểm tra", "Các chuyên đề được ghi cuộc kiểm tra.", "Công tác cải cách hành chính"
        ),
        filers=Said(
            "Cơ quan gửi báo cáo",
            "Id các cơ quan, nhóm gửi báo cáo định kỳ; không ghi thì là sở, ban, ngành và UBND cấp xã.",
            "cac-so-ban-nganh",
            "agency",
        ),
        filing=Said(
            "Hạn gửi báo cáo", "Số ngày làm việc sau ngày chốt; không ghi thì không báo cáo nào bị coi là muộn."
        ),
    )

    @property
    def ends(self) -> Ends:
        """What reporting periods end by; this is the cut-off day if the settings do not say."""
        return self.periods or "cutoff"
