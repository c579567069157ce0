"""What the monitor keeps beside progress: inspections of agencies, and the reports that agencies have filed."""

from datetime import date as Day
from typing import Literal

from cchc_cli.model.labels import Said, record
from cchc_cli.model.place import Count, Placed

InspectionKind = Literal["direct", "file", "sudden"]
_RECORDED = Said("Ngày ghi", "Ngày viết dòng này; không ghi thì coi là ngày của việc.", "2026-05-15")


class Inspection(Placed, frozen=True):
    """One agency inspected (inspections.yaml).

    A later line on the same inspection (agency, subject, document; without a document: agency, subject, kind, day)
    takes the place of the earlier one.
    """

    agency: str
    date: Day
    kind: InspectionKind
    subject: str
    document: str | None = None
    findings: Count | None = None
    mended: Count | None = None
    recorded: Day | None = None

    said = record(
        "Cuộc kiểm tra",
        "Một cơ quan được kiểm tra; ghi lại cùng cơ quan, chuyên đề, văn bản thì dòng sau thay dòng trước.",
        agency=Said("Cơ quan", "Id cơ quan được kiểm tra.", "so-tu-phap", "agency"),
        date=Said("Ngày", "Ngày kiểm tra.", "2026-05-12"),
        kind=Said(
            "Hình thức",
            "direct: trực tiếp; file: qua hồ sơ; sudden: đột xuất.",
            "direct",
            label="hình thức kiểm tra",
        ),
        subject=Said("Chuyên đề", "Một trong inspection_subjects của thiết lập.", "Công tác cải cách hành chính"),
        document=Said("Văn bản kết luận", "Số, ký hiệu văn bản kết luận.", "12/KL-SNV"),
        findings=Said("Vấn đề phát hiện", "Số vấn đề phát hiện qua kiểm tra.", 5),
        mended=Said("Vấn đề đã xử lý", "Số vấn đề đã xử lý xong.", 3),
        recorded=_RECORDED,
    )

    @property
    def written(self) -> Day:
        """The day on which the line was written."""
        return self.recorded or self.date


class Filing(Placed, frozen=True):
    """An agency's report of a period: its number and day (filings.yaml). A later line takes an earlier one's place."""

    period: str
    agency: str
    number: str
    date: Day
    recorded: Day | None = None

    said = record(
        "Báo cáo đã gửi",
        "Báo cáo định kỳ một cơ quan đã gửi; ghi lại cùng kỳ, cùng cơ quan thì dòng sau thay dòng trước.",
        period=Said("Kỳ", "Kỳ báo cáo.", "2026-Q1", "period"),
        agency=Said("Cơ quan", "Id cơ quan gửi báo cáo.", "so-tu-phap", "agency"),
        number=Said("Số, ký hiệu", "Đúng như in.", "45/BC-STP"),
        date=Said("Ngày", "Ngày gửi báo cáo.", "2026-03-18"),
        recorded=_RECORDED,
    )

    @property
    def written(self) -> Day:
        """The day on which the line was written."""
        return self.recorded or self.date


class FilingTerm(Placed, frozen=True):
    """How many working days after the cut-off day reports are due, and the document that says so."""

    days: Count
    basis: str | None = None

    said = record(
        "Hạn gửi báo cáo",
        "Số ngày làm việc sau ngày chốt số liệu.",
        days=Said("Số ngày làm việc", "Kể từ ngày chốt số liệu, không tính ngày đó.", 2),
        basis=Said("Căn cứ", "Văn bản quy định hạn gửi.", "QĐ 01/2023/QĐ-UBND, Điều 4"),
    )
