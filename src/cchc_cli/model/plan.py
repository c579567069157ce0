"""plan.yaml: the decision, the body, and the fields that concern the plan as a whole."""

from datetime import date as Day

from cchc_cli.model.appendix import IMPLEMENTS, Assignment, Target
from cchc_cli.model.labels import Said, record
from cchc_cli.model.place import Format, Placed, Year
from cchc_cli.model.shared import Settings, Signatory

_PART = "Một phần của thân kế hoạch: tiêu đề, đoạn mở đầu, các mục, đoạn kết."


class BodyTask(Placed, frozen=True):
    """A duty that the body gives to named agencies: a task without a schedule; its title is the clause's text."""

    id: str
    assignments: tuple[Assignment, ...]
    implements: tuple[str, ...] = ()

    said = record(
        "Nhiệm vụ trong thân kế hoạch",
        "Việc mà thân kế hoạch giao cho cơ quan có tên.",
        id=Said("Id", "Bắt đầu bằng body., như body.IV.3-1.", "body.IV.3-1", "row"),
        assignments=Said("Vai trò", "Từng cơ quan và vai trò."),
        implements=IMPLEMENTS,
    )


class Clause(Placed, frozen=True):
    """A numbered or plain paragraph of the body, with its sub-items, figures and duty."""

    text: str
    number: str | None = None
    items: tuple["Clause", ...] = ()
    targets: tuple[Target, ...] = ()
    task: BodyTask | None = None

    said = record(
        "Mục",
        "Một đoạn của thân kế hoạch hoặc một điều của quyết định.",
        text=Said("Nội dung", "Đúng như in.", label="lời văn"),
        number=Said("Số", "Số hoặc chữ như in; không có thì bỏ.", "1"),
        items=Said("Mục con", "Các gạch đầu dòng, điểm bên trong."),
        targets=Said("Chỉ tiêu", "Mỗi con số phải đạt nêu trong mục là một chỉ tiêu."),
        task=Said("Nhiệm vụ", "Mục này giao việc cho cơ quan có tên."),
    )


class Part(Placed, frozen=True):
    """A part (I–IV) of the body: heading, opening paragraphs, items, closing paragraphs."""

    number: str
    title: str
    opening: tuple[str, ...] = ()
    items: tuple[Clause, ...] = ()
    closing: tuple[str, ...] = ()

    said = record(
        "Phần",
        _PART,
        number=Said("Số", "Số La Mã như in.", "I"),
        title=Said("Tiêu đề", "Đúng như in.", "MỤC TIÊU", label="tên"),
        opening=Said("Mở đầu", "Các đoạn trước mục đầu tiên.", label="đoạn mở đầu"),
        items=Said("Các mục", "Theo thứ tự in."),
        closing=Said("Kết", "Các đoạn sau mục cuối cùng.", label="đoạn kết"),
    )


class Decision(Placed, frozen=True):
    """The decision that issues the plan; `kind`, `formula` and `recipients_label` are its printed headings."""

    number: str
    date: Day
    title: str
    authority: str
    bases: tuple[str, ...]
    proposal: str
    articles: tuple[Clause, ...]
    recipients: tuple[str, ...]
    signatory: Signatory
    kind: str = "QUYẾT ĐỊNH"
    formula: str = "QUYẾT ĐỊNH:"
    recipients_label: str = "Nơi nhận:"

    said = record(
        "Quyết định",
        "Quyết định ban hành kế hoạch, đúng như in.",
        number=Said("Số, ký hiệu", "Đúng như in.", "2821/QĐ-UBND", label="số"),
        date=Said("Ngày ban hành", "Ngày ký quyết định.", "2025-12-31", label="ngày"),
        title=Said(
            "Trích yếu", "Về việc gì.", "Ban hành Kế hoạch cải cách hành chính tỉnh Khánh Hòa năm 2026", label="tên"
        ),
        authority=Said(
            "Cơ quan ban hành", "Tên in đầu văn bản.", "ỦY BAN NHÂN DÂN TỈNH KHÁNH HÒA", label="dòng thẩm quyền"
        ),
        bases=Said("Căn cứ", "Mỗi mục một dòng căn cứ, đúng như in."),
        proposal=Said("Đề nghị", "Dòng “Theo đề nghị của …”.", "Theo đề nghị của Giám đốc Sở Nội vụ."),
        articles=Said("Các điều", "Mỗi mục một điều: number là “Điều 1”, text là nội dung.", label="điều"),
        recipients=Said("Nơi nhận", "Mỗi mục một dòng.", "Như Điều 3 (thi hành);"),
        signatory=Said("Người ký", "Người ký quyết định."),
        kind=Said("Tên loại", "Chữ in giữa, trên trích yếu.", "QUYẾT ĐỊNH", label="loại văn bản"),
        formula=Said("Lời quyết định", "Chữ in trước Điều 1.", "QUYẾT ĐỊNH:", label="chữ quyết định"),
        recipients_label=Said("Nhãn nơi nhận", "Chữ in trên danh sách nơi nhận.", "Nơi nhận:", label="chữ nơi nhận"),
    )


class AppendixHead(Placed, frozen=True):
    """The text printed above the appendix's table: label, title, note, column heads."""

    label: str
    title: str
    note: str
    columns: tuple[str, ...]

    said = record(
        "Đầu phụ lục",
        "Những gì in trên bảng phụ lục.",
        label=Said("Nhãn", "Chữ in trên cùng.", "Phụ lục"),
        title=Said("Tên phụ lục", "Đúng như in.", label="tên"),
        note=Said("Dòng kèm theo", "Dòng trong ngoặc dưới tên phụ lục."),
        columns=Said("Tên cột", "Mỗi mục một cột, từ trái sang.", "Nhiệm vụ"),
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
    title: str

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


class PlanFile(Placed, frozen=True):
    """plan.yaml: the decision, its body, and what is said of the plan as a whole."""

    format: Format
    title: str
    year: Year
    monitor: str
    decision: Decision
    kind: str
    note: str
    objectives: Part
    tasks: Part
    funding: Part
    organisation: Part
    appendix: AppendixHead
    under: str | None = None
    events: tuple[Event, ...] = ()
    amendments: tuple[Amendment, ...] = ()
    waivers: tuple[Waiver, ...] = ()
    corrections: tuple[Correction, ...] = ()
    closed: Day | None = None
    settings: Settings | None = None

    said = record(
        "Kế hoạch",
        "Quyết định ban hành, thân kế hoạch, phần đầu phụ lục, những gì chung.",
        format=Said("Định dạng", "Số hiệu cách ghi tệp; hiện là 1.", 1),
        title=Said(
            "Tên kế hoạch", "Không kèm chữ Kế hoạch.", "Cải cách hành chính tỉnh Khánh Hòa năm 2026", label="tên"
        ),
        year=Said("Năm", "Năm của kế hoạch; “tháng 3” không ghi năm là tháng 3 năm này.", 2026),
        monitor=Said(
            "Cơ quan theo dõi", "Id cơ quan theo dõi, tổng hợp; xác nhận, trả lại báo cáo.", "so-noi-vu", "agency"
        ),
        decision=Said("Quyết định", "Quyết định ban hành kế hoạch.", label="Quyết định"),
        kind=Said("Loại văn bản", "Chữ in đầu kế hoạch.", "KẾ HOẠCH"),
        note=Said("Dòng kèm theo", "Dòng trong ngoặc dưới tên kế hoạch.", "(Kèm theo Quyết định số …)"),
        objectives=Said("Phần I: mục tiêu", _PART, label="phần I"),
        tasks=Said("Phần II: nhiệm vụ", _PART, label="phần II"),
        funding=Said("Phần III: kinh phí", _PART, label="phần III"),
        organisation=Said("Phần IV: tổ chức thực hiện", _PART, label="phần IV"),
        appendix=Said("Đầu phụ lục", "Những gì in trên bảng phụ lục."),
        under=Said(
            "Thuộc kế hoạch",
            "Tên kế hoạch cấp trên, tức là thư mục của nó dưới plan/.",
            "2026",
            label="kế hoạch cấp trên",
        ),
        events=Said("Sự kiện", "Việc bên ngoài mà thời hạn phải chờ; ngày xảy ra ghi trong events.yaml."),
        amendments=Said("Lần điều chỉnh", "Quyết định bổ sung, bỏ hoặc thay nhiệm vụ.", label="lần điều chỉnh"),
        waivers=Said("Miễn trừ", "Phát hiện của cchc validate được chấp nhận, kèm lý do."),
        corrections=Said("Đính chính bản in", "Lỗi chính tả, lỗi quét đã sửa so với bản in.", label="chữ đã sửa"),
        closed=Said("Ngày đóng", "Ngày thôi theo dõi kế hoạch.", "2027-01-31", label="ngày đóng kế hoạch"),
        settings=Said("Thiết lập riêng", "Chỉ ghi khóa khác với settings.yaml.", label="thiết lập"),
    )
