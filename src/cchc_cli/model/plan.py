"""plan.yaml: the issuing document, the body, and the fields that concern the plan as a whole."""

from datetime import date as Day

from cchc_cli.model.body import PART, Decision, Part
from cchc_cli.model.columns import Column
from cchc_cli.model.indicators import Indicator
from cchc_cli.model.labels import Said, record
from cchc_cli.model.place import Format, Placed, Year
from cchc_cli.model.shared import Settings


class AppendixHead(Placed, frozen=True):
    """The text printed above the appendix's table: label, title, note, column heads."""

    label: str | None = None
    title: str | None = None
    note: str | None = None
    columns: tuple[str | tuple[str, ...] | Column, ...] = ()

    said = record(
        "Đầu phụ lục",
        "Những gì in trên bảng phụ lục.",
        label=Said("Nhãn", "Chữ in trên cùng.", "Phụ lục"),
        title=Said("Tên phụ lục", "Đúng như in.", label="tên"),
        note=Said("Dòng kèm theo", "Dòng trong ngoặc dưới tên phụ lục."),
        columns=Said(
            "Các cột",
            "Mỗi mục một cột, từ trái sang: tên cột, hoặc {head: …, holds: …} khi tên không nói rõ cột in gì.",
            "Nhiệm vụ",
        ),
    )


class Event(Placed, frozen=True):
    """An outside event that starts a term; events.yaml records that it has happened."""

    id: str
    name: str

    said = record(
        "Sự kiện",
        "Việc bên ngoài mà thời hạn phải chờ.",
        id=Said("Id", "Chữ không dấu, số, dấu gạch.", "pci-2025", "mark"),
        name=Said("Tên", "Việc gì xảy ra.", "Công bố kết quả PCI năm 2025"),
    )


class Amendment(Placed, frozen=True):
    """A later decision that adds, drops or changes tasks."""

    id: str
    number: str
    date: Day
    title: str = ""

    said = record(
        "Lần điều chỉnh",
        "Quyết định sau bổ sung, bỏ hoặc thay nhiệm vụ.",
        id=Said("Id", "Chữ không dấu, số, dấu gạch.", "dieu-chinh-1", "mark"),
        number=Said("Số, ký hiệu", "Đúng như in.", label="số"),
        date=Said("Ngày", "Ngày văn bản; điều chỉnh có giá trị từ ngày này.", "2026-06-01"),
        title=Said("Trích yếu", "Về việc gì.", label="tên"),
    )


class Waiver(Placed, frozen=True):
    """A finding that a plan accepts, by code and place, with a written reason."""

    code: str
    task: str
    reason: str

    said = record(
        "Miễn trừ",
        "Một phát hiện của cchc validate được chấp nhận.",
        code=Said("Mã", "Mã quy tắc; xem: cchc rules.", "CC501", "code"),
        task=Said("Tại", "Id nhiệm vụ nêu trong phát hiện.", "I.9", "task", label="nhiệm vụ"),
        reason=Said("Lý do", "Vì sao chấp nhận."),
    )


class Correction(Placed, frozen=True):
    """A corrected mistake of the printed source: the printed text, the corrected text and the place."""

    printed: str
    corrected: str
    place: str

    said = record(
        "Đính chính bản in",
        "Một chỗ đã sửa so với bản in.",
        printed=Said("In", "Chữ như in.", "thưc hiện", label="chữ in"),
        corrected=Said("Sửa thành", "Chữ ghi trong tệp.", "thực hiện", label="chữ sửa"),
        place=Said("Chỗ", "Id dòng hoặc chỗ trong kế hoạch.", "I.9", label="nơi"),
    )


class PlanTerm(Placed, frozen=True):
    """The time that a plan covers if it is not one year; both days belong to it."""

    start: Day
    end: Day

    said = record(
        "Thời gian của kế hoạch",
        "Ghi thay cho year khi kế hoạch làm trong nửa năm, nhiều năm.",
        start=Said("Từ ngày", "Ngày đầu tiên.", "2025-07-01"),
        end=Said("Đến hết ngày", "Ngày cuối cùng.", "2025-12-31"),
    )


class PlanFile(Placed, frozen=True):
    """plan.yaml: the issuing document, the body, and what is said of the plan as a whole.

    It has either `year` or `term`, and either `parts` or the four usual parts. None or () is not printed.
    """

    format: Format
    title: str
    monitor: str
    year: Year | None = None
    term: PlanTerm | None = None
    issuer: str | None = None
    draft: bool = False
    decision: Decision | None = None
    kind: str = "KẾ HOẠCH"
    note: str | None = None
    objectives: Part | None = None
    tasks: Part | None = None
    funding: Part | None = None
    organisation: Part | None = None
    parts: tuple[Part, ...] = ()
    appendix: AppendixHead | None = None
    under: str | None = None
    indicators: tuple[Indicator, ...] = ()
    events: tuple[Event, ...] = ()
    amendments: tuple[Amendment, ...] = ()
    waivers: tuple[Waiver, ...] = ()
    corrections: tuple[Correction, ...] = ()
    closed: Day | None = None
    settings: Settings | None = None

    wanted = ("year", "term")
    said = record(
        "Kế hoạch",
        "Văn bản ban hành, thân kế hoạch, phần đầu phụ lục, những gì chung; không có thì bỏ.",
        format=Said("Định dạng", "Số hiệu cách ghi tệp; hiện là 1.", 1),
        title=Said(
            "Tên kế hoạch", "Không kèm chữ Kế hoạch.", "Cải cách hành chính tỉnh Khánh Hòa năm 2026", label="tên"
        ),
        year=Said("Năm", "Năm của kế hoạch; “tháng 3” không ghi năm là tháng 3 năm này.", 2026),
        term=Said("Thời gian của kế hoạch", "Ghi thay cho year: nửa năm, nhiều năm.", label="thời gian"),
        issuer=Said(
            "Cơ quan ban hành",
            "Id cơ quan có kế hoạch này; không ghi thì là cơ quan của người ký, rồi issuer của thiết lập.",
            "so-noi-vu",
            "agency",
        ),
        draft=Said(
            "Dự thảo",
            "true: kế hoạch chưa ban hành. Văn bản chưa có số hoặc ngày thì đã là dự thảo, không cần ghi.",
            True,
        ),
        monitor=Said(
            "Cơ quan theo dõi", "Id cơ quan theo dõi, tổng hợp; xác nhận, trả lại báo cáo.", "so-noi-vu", "agency"
        ),
        decision=Said("Văn bản ban hành", "Quyết định ban hành kế hoạch, hoặc chính bản kế hoạch.", label="Quyết định"),
        kind=Said("Loại văn bản", "Chữ in đầu kế hoạch.", "KẾ HOẠCH"),
        note=Said("Dòng kèm theo", "Dòng trong ngoặc dưới tên kế hoạch.", "(Kèm theo Quyết định số …)"),
        objectives=Said("Phần I: mục tiêu", PART, label="phần I"),
        tasks=Said("Phần II: nhiệm vụ", PART, label="phần II"),
        funding=Said("Phần III: kinh phí", PART, label="phần III"),
        organisation=Said("Phần IV: tổ chức thực hiện", PART, label="phần IV"),
        parts=Said(
            "Các phần", "Ghi thay cho bốn khóa trên khi thân kế hoạch có các phần khác; theo thứ tự in.", label="phần"
        ),
        appendix=Said("Đầu phụ lục", "Những gì in trên bảng phụ lục."),
        under=Said(
            "Thuộc kế hoạch",
            "Tên kế hoạch cấp trên, tức là thư mục của nó dưới plan/.",
            "2026",
            label="kế hoạch cấp trên",
        ),
        indicators=Said("Chỉ tiêu thống kê", "Thêm vào các chỉ tiêu thống kê chung của settings.yaml."),
        events=Said("Sự kiện", "Việc bên ngoài mà thời hạn phải chờ; ngày xảy ra ghi trong events.yaml."),
        amendments=Said("Lần điều chỉnh", "Quyết định bổ sung, bỏ hoặc thay nhiệm vụ.", label="lần điều chỉnh"),
        waivers=Said("Miễn trừ", "Phát hiện của cchc validate được chấp nhận, kèm lý do."),
        corrections=Said("Đính chính bản in", "Lỗi chính tả, lỗi quét đã sửa so với bản in.", label="chữ đã sửa"),
        closed=Said("Ngày đóng", "Ngày thôi theo dõi kế hoạch.", "2027-01-31", label="ngày đóng kế hoạch"),
        settings=Said("Thiết lập riêng", "Chỉ ghi khóa khác với settings.yaml.", label="thiết lập"),
    )

    def __post_init__(self) -> None:
        """Refuse a plan without any time, in which no schedule can be read."""
        if self.year is None and self.term is None:
            raise ValueError("neither year nor term")
