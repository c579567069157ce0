"""The records of a plan, one on each line: progress, deadlines, events, measurements."""

from datetime import date as Day
from typing import Literal

from cchc_cli.model.labels import Said, record
from cchc_cli.model.place import Figure, Percent, Placed
from cchc_cli.model.words import Status

RECORDED = Said("Ngày ghi", "Ngày viết dòng này.", "2026-01-28")
_TURN = Said("Lần", "Lần nào của nhiệm vụ định kỳ; không ghi thì theo ngày.", "2026-03", "turn")
_EVIDENCE = Said("Tài liệu kiểm chứng", "Văn bản, đường dẫn hoặc hiện vật chứng minh.")


class Document(Placed, frozen=True):
    """The evidence or authority for a record: a document, a link, or a named thing with a date."""

    number: str | None = None
    date: Day | None = None
    issuer: str | None = None
    title: str | None = None
    link: str | None = None
    name: str | None = None

    said = record(
        "Tài liệu",
        "Văn bản (số, ngày, cơ quan, trích yếu), đường dẫn, hoặc vật có tên và ngày.",
        number=Said("Số, ký hiệu", "Đúng như in.", "123/KH-UBND"),
        date=Said("Ngày", "Ngày của tài liệu.", "2026-01-27"),
        issuer=Said("Cơ quan ban hành", "Tên như in.", "UBND tỉnh"),
        title=Said("Trích yếu", "Về việc gì."),
        link=Said("Đường dẫn", "Địa chỉ trên mạng.", "https://…"),
        name=Said("Tên", "Tên tài liệu không có số.", "ảnh bảng niêm yết"),
    )


class Entry(Placed, frozen=True):
    """One dated line of progress by one agency (progress/AGENCY.yaml).

    `date` is when it happened (for done: the product's date), `recorded` the day it was written. The monitor reports
    for another with `agency`, confirms or returns with `action`. `turn`: one turn of work that comes again.
    """

    task: str
    recorded: Day
    date: Day | None = None
    turn: str | None = None
    status: Status | None = None
    action: Literal["confirm", "return"] | None = None
    agency: str | None = None
    percent: Percent | None = None
    evidence: tuple[Document, ...] = ()
    note: str | None = None
    difficulties: str | None = None
    proposals: str | None = None

    said = record(
        "Cập nhật tiến độ",
        "Một dòng báo cáo của một cơ quan; tên tệp là id cơ quan.",
        task=Said("Nhiệm vụ", "Id nhiệm vụ hoặc mốc.", "I.9/1", "task"),
        recorded=RECORDED,
        date=Said("Ngày", "Ngày diễn ra; đã hoàn thành thì là ngày của sản phẩm.", "2026-01-27"),
        turn=_TURN,
        status=Said("Tình trạng", "Tiến độ cơ quan báo cáo.", "done"),
        action=Said("Việc của cơ quan theo dõi", "Xác nhận hoặc trả lại; chỉ cơ quan theo dõi ghi.", "confirm"),
        agency=Said("Thay cho", "Cơ quan theo dõi ghi thay cho cơ quan này.", "so-tu-phap", "agency"),
        percent=Said("Phần trăm", "Đã làm được bao nhiêu phần trăm, 0 đến 100.", 60),
        evidence=_EVIDENCE,
        note=Said("Ghi chú", "Lời ghi thêm.", "đã trình dự thảo"),
        difficulties=Said("Khó khăn, vướng mắc", "Đưa vào báo cáo định kỳ."),
        proposals=Said("Kiến nghị, đề xuất", "Đưa vào báo cáo định kỳ."),
    )


class Deadline(Placed, frozen=True):
    """A decision on a deadline (deadlines.yaml): a first day set, an extension granted, asked for or refused."""

    task: str
    action: Literal["set", "extend", "request", "refuse"]
    recorded: Day
    turn: str | None = None
    document: Document | None = None
    to: Day | None = None
    agency: str | None = None
    reason: str | None = None

    said = record(
        "Quyết định về thời hạn",
        "Ấn định hạn, gia hạn, đề nghị gia hạn, không đồng ý gia hạn.",
        task=Said("Nhiệm vụ", "Id nhiệm vụ hoặc mốc.", "I.9/1", "task"),
        action=Said("Quyết định", "Ấn định hạn, gia hạn, đề nghị gia hạn, không đồng ý gia hạn.", "extend"),
        recorded=RECORDED,
        turn=Said("Lần", "Chỉ lần này của nhiệm vụ định kỳ.", "2026-03", "turn"),
        document=Said("Văn bản", "Văn bản cho phép; gia hạn có giá trị từ ngày của văn bản."),
        to=Said("Đến hết ngày", "Hạn mới.", "2026-06-30"),
        agency=Said("Riêng cho", "Chỉ cơ quan này; không ghi thì mọi cơ quan chủ trì.", "so-tu-phap", "agency"),
        reason=Said("Lý do", "Lý do của quyết định, đề nghị."),
    )


class Happening(Placed, frozen=True):
    """The record that an outside event has happened (events.yaml)."""

    event: str
    date: Day
    recorded: Day
    evidence: tuple[Document, ...] = ()

    said = record(
        "Sự kiện đã xảy ra",
        "Ngày xảy ra của một sự kiện khai trong plan.yaml.",
        event=Said("Sự kiện", "Id sự kiện (events trong plan.yaml).", "pci-2025", "mark"),
        date=Said("Ngày", "Ngày xảy ra.", "2026-05-06"),
        recorded=RECORDED,
        evidence=_EVIDENCE,
    )


class Measurement(Placed, frozen=True, kw_only=True):
    """A measurement of a target or indicator (measurements.yaml): a number, or a numerator and a denominator."""

    target: str
    date: Day
    agency: str | None = None
    period: str | None = None
    value: Figure | None = None
    numerator: Figure | None = None
    denominator: Figure | None = None
    recorded: Day
    evidence: tuple[Document, ...] = ()

    wanted = ("value", "numerator")
    said = record(
        "Số đo",
        "Một lần đo của một chỉ tiêu.",
        target=Said("Chỉ tiêu", "Id chỉ tiêu, hoặc chỉ tiêu thống kê.", "muc-do-hai-long", "mark"),
        date=Said("Ngày", "Số đo tính đến ngày này.", "2026-06-14"),
        agency=Said("Cơ quan", "Id cơ quan đo; không ghi là số chung của kế hoạch.", "so-tu-phap", "agency"),
        period=Said("Kỳ", "Kỳ báo cáo của số đo.", "2026-Q1", "period"),
        value=Said("Giá trị", "Con số đo được; phần lẻ sau dấu chấm.", 91.5),
        numerator=Said("Tử số", "Ghi cùng mẫu số, thay cho giá trị.", 17),
        denominator=Said("Mẫu số", "Ghi cùng tử số; lớn hơn 0.", 79),
        recorded=RECORDED,
        evidence=_EVIDENCE,
    )

    def __post_init__(self) -> None:
        """Refuse a measurement without any figure."""
        if self.value is None and self.numerator is None:
            raise ValueError("neither value nor numerator")

    def amount(self, unit: str) -> float:
        """The figure in a unit: numerator and denominator give a percentage where the unit is %, else a quotient."""
        if self.numerator is None or not self.denominator:
            return self.value or 0
        return (100 if unit == "%" else 1) * self.numerator / self.denominator


class Text(Placed, frozen=True):
    """What an officer wrote for one place of a period's documents (texts/PERIOD.yaml).

    With `agency` it is that agency's own text, which is offered to whoever writes for the province.
    """

    place: str
    text: str
    agency: str | None = None

    said = record(
        "Nội dung báo cáo",
        "Lời viết cho một chỗ của các báo cáo trong kỳ; tên tệp là kỳ báo cáo.",
        place=Said("Chỗ", "Tên chỗ cần điền; xem: cchc report TÊN --blanks.", "III.2.causes"),
        text=Said(
            "Nội dung",
            "Các đoạn cách nhau một dòng trống; ý liệt kê bắt đầu bằng “- ”; chữ đậm giữa hai cặp **.",
            "Một số cơ quan chưa bố trí đủ người.",
        ),
        agency=Said(
            "Của cơ quan", "Lời của riêng cơ quan này; không ghi thì là lời của báo cáo.", "so-tu-phap", "agency"
        ),
    )
