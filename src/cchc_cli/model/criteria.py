"""criteria.yaml: by what a province ranks its agencies. The province writes it; no scale is built in."""

from datetime import date as Day
from typing import Literal

from cchc_cli.model.labels import Said, record
from cchc_cli.model.place import Figure, Placed

Measure = Literal["done", "on_time", "overdue", "filings", "mended", "indicator", "targets", "reported", "scores"]


class Band(Placed, frozen=True, kw_only=True):
    """Points for a figure between two sides; a side that is not written is where the next band begins."""

    over: Figure | None = None
    at_least: Figure | None = None
    at_most: Figure | None = None
    under: Figure | None = None
    points: Figure

    said = record(
        "Mức điểm",
        "Số liệu từ đâu đến đâu thì được mấy điểm; bên nào không ghi thì đến mức liền kề.",
        over=Said("Trên", "Lớn hơn số này, không kể số này.", 90),
        at_least=Said("Từ", "Từ số này, kể cả số này.", 70),
        at_most=Said("Đến", "Đến số này, kể cả số này.", 90),
        under=Said("Dưới", "Nhỏ hơn số này, không kể số này.", 70),
        points=Said("Điểm", "Số điểm của mức này.", 2),
    )


class Score(Placed, frozen=True):
    """Points that were given to an agency by a document."""

    agency: str
    points: Figure
    document: str
    date: Day | None = None

    said = record(
        "Điểm đã chấm",
        "Điểm của một cơ quan và văn bản chứng minh.",
        agency=Said("Cơ quan", "Id cơ quan.", "so-tu-phap", "agency"),
        points=Said("Điểm", "Số điểm được chấm.", 1.5),
        document=Said("Văn bản", "Số, ký hiệu văn bản chứng minh.", "12/BB-HĐ"),
        date=Said("Ngày", "Ngày văn bản; chỉ tính từ ngày này.", "2026-12-05"),
    )


class Criterion(Placed, frozen=True):
    """One criterion. `of`: the indicator, or the subject of inspections. `most`: the most points of given scores."""

    id: str
    name: str
    measure: Measure
    of: str | None = None
    periods: tuple[str, ...] = ()
    bands: tuple[Band, ...] = ()
    scores: tuple[Score, ...] = ()
    most: Figure | None = None
    groups: tuple[str, ...] = ()
    basis: str | None = None

    said = record(
        "Tiêu chí",
        "Một tiêu chí: đo gì, mức nào được mấy điểm, theo văn bản nào.",
        id=Said("Id", "Chữ không dấu, số, dấu chấm, dấu gạch; không trùng nhau.", "thuc-hien-ke-hoach", "mark"),
        name=Said("Tên", "Như ghi trong bộ tiêu chí.", "Mức độ thực hiện kế hoạch"),
        measure=Said(
            "Đo bằng",
            "done: tỷ lệ nhiệm vụ đã hoàn thành (%); on_time: tỷ lệ đúng hạn (%); overdue: số nhiệm vụ quá hạn;"
            " filings: tỷ lệ báo cáo gửi đúng hạn (%); mended: tỷ lệ vấn đề qua kiểm tra đã xử lý (%); indicator: số đo"
            " một chỉ tiêu thống kê; targets: tỷ lệ chỉ tiêu đạt, trong số đã đo (%); reported: tỷ lệ"
            " nhiệm vụ đã cập nhật trong kỳ (%); scores: điểm đã chấm.",
            "done",
            label="cách đo",
        ),
        of=Said("Đo cái gì", "Id chỉ tiêu thống kê (indicator), hoặc chuyên đề kiểm tra (mended).", "doi-thoai"),
        periods=Said("Các kỳ", "Các kỳ báo cáo phải gửi (filings).", "2026-Q1", "period"),
        bands=Said("Các mức điểm", "Các mức nối liền nhau, không chồng nhau, không hở."),
        scores=Said("Điểm đã chấm", "Điểm từng cơ quan (scores)."),
        most=Said("Điểm tối đa", "Điểm tối đa của điểm đã chấm (scores).", 3),
        groups=Said("Nhóm", "Id các nhóm áp dụng; không ghi thì mọi nhóm được xếp hạng.", "ubnd-cap-xa", "agency"),
        basis=Said("Căn cứ", "Văn bản quy định tiêu chí.", "Quyết định số …/QĐ-UBND"),
    )


class CriteriaFile(Placed, frozen=True):
    """The criteria, and the groups whose agencies are ranked, each group apart."""

    groups: tuple[str, ...]
    criteria: tuple[Criterion, ...]
    basis: str | None = None

    said = record(
        "Bộ tiêu chí xếp hạng",
        "Tiêu chí xếp hạng các cơ quan, do địa phương ban hành.",
        groups=Said("Nhóm xếp hạng", "Id các nhóm cơ quan, mỗi nhóm xếp hạng riêng.", "cac-so-ban-nganh", "agency"),
        criteria=Said("Tiêu chí", "Các tiêu chí theo thứ tự in."),
        basis=Said("Căn cứ", "Văn bản ban hành bộ tiêu chí.", "Quyết định số …/QĐ-UBND"),
    )
