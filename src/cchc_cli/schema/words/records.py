"""Words for what is recorded: progress/, deadlines.yaml, events.yaml, measurements.yaml, snapshots/."""

from cchc_cli.schema.words.said import Record, Said
from cchc_cli.wording import FIGURE

_RECORDED = Said("Ngày ghi", "Ngày viết dòng này.", "2026-01-28")
_EVIDENCE = Said("Tài liệu kiểm chứng", "Văn bản, đường dẫn hoặc hiện vật chứng minh.")
_FIGURES = {key: Said(words[:1].upper() + words[1:], f"Số nhiệm vụ: {words}.", 5) for key, words in FIGURE.items()}

RECORDS = {
    "Entry": Record("Cập nhật tiến độ", "Một dòng báo cáo của một cơ quan; tên tệp là id cơ quan.", {
        "task": Said("Nhiệm vụ", "Id nhiệm vụ hoặc mốc.", "I.9/1", "task"),
        "recorded": _RECORDED,
        "date": Said("Ngày", "Ngày diễn ra; đã hoàn thành thì là ngày của sản phẩm.", "2026-01-27"),
        "status": Said("Tình trạng", "Tiến độ cơ quan báo cáo.", "done"),
        "action": Said("Việc của cơ quan theo dõi", "Xác nhận hoặc trả lại; chỉ cơ quan theo dõi ghi.", "confirm"),
        "agency": Said("Thay cho", "Cơ quan theo dõi ghi thay cho cơ quan này.", "so-tu-phap", "agency"),
        "percent": Said("Phần trăm", "Đã làm được bao nhiêu phần trăm, 0 đến 100.", 60),
        "evidence": _EVIDENCE,
        "note": Said("Ghi chú", "Lời ghi thêm.", "đã trình dự thảo"),
        "difficulties": Said("Khó khăn, vướng mắc", "Đưa vào báo cáo định kỳ."),
        "proposals": Said("Kiến nghị, đề xuất", "Đưa vào báo cáo định kỳ."),
    }),
    "Document": Record("Tài liệu", "Văn bản (số, ngày, cơ quan, trích yếu), đường dẫn, hoặc vật có tên và ngày.", {
        "number": Said("Số, ký hiệu", "Đúng như in.", "123/KH-UBND"),
        "date": Said("Ngày", "Ngày của tài liệu.", "2026-01-27"),
        "issuer": Said("Cơ quan ban hành", "Tên như in.", "UBND tỉnh"),
        "title": Said("Trích yếu", "Về việc gì."),
        "link": Said("Đường dẫn", "Địa chỉ trên mạng.", "https://…"),
        "name": Said("Tên", "Tên tài liệu không có số.", "ảnh bảng niêm yết"),
    }),
    "Deadline": Record("Quyết định về thời hạn", "Ấn định, gia hạn, đề nghị hoặc không đồng ý gia hạn.", {
        "task": Said("Nhiệm vụ", "Id nhiệm vụ hoặc mốc.", "I.9/1", "task"),
        "action": Said("Việc", "Ấn định, gia hạn, đề nghị, không đồng ý.", "extend"),
        "recorded": _RECORDED,
        "document": Said("Văn bản", "Văn bản cho phép; gia hạn có giá trị từ ngày của văn bản."),
        "to": Said("Đến hết ngày", "Hạn mới.", "2026-06-30"),
        "agency": Said("Riêng cho", "Chỉ cơ quan này; không ghi thì mọi cơ quan chủ trì.", "so-tu-phap", "agency"),
        "reason": Said("Lý do", "Vì sao."),
    }),
    "Happening": Record("Sự kiện đã xảy ra", "Ngày xảy ra của một sự kiện khai trong plan.yaml.", {
        "event": Said("Sự kiện", "Id sự kiện (events trong plan.yaml).", "pci-2025", "mark"),
        "date": Said("Ngày", "Ngày xảy ra.", "2026-05-06"),
        "recorded": _RECORDED,
        "evidence": _EVIDENCE,
    }),
    "Measurement": Record("Số đo", "Một lần đo của một chỉ tiêu.", {
        "target": Said("Chỉ tiêu", "Id chỉ tiêu.", "muc-do-hai-long", "mark"),
        "date": Said("Ngày", "Số đo tính đến ngày này.", "2026-06-14"),
        "value": Said("Giá trị", "Con số đo được; phần lẻ sau dấu chấm.", 91.5),
        "recorded": _RECORDED,
        "evidence": _EVIDENCE,
    }),
    "Figures": Record("Số liệu", "Số nhiệm vụ theo tình trạng; bằng 0 thì bỏ.", _FIGURES),
    "SectionFigures": Record("Số liệu một lĩnh vực", "Số nhiệm vụ theo tình trạng của một lĩnh vực.", {
        "section": Said("Lĩnh vực", "Id lĩnh vực, hoặc body: nhiệm vụ trong phần lời.", "I"),
        **_FIGURES,
    }),
    "Snapshot": Record("Số liệu đã chốt", "Số liệu một kỳ báo cáo; do cchc snapshot ghi, không sửa bằng tay.", {
        "period": Said("Kỳ", "Kỳ báo cáo.", "2026-Q1", "period"),
        "as_of": Said("Tính đến ngày", "Ngày chốt số liệu.", "2026-03-14"),
        "recorded": _RECORDED,
        "counts": Said("Cả kế hoạch", "Không kể nhiệm vụ trong phần lời."),
        "sections": Said("Từng lĩnh vực", "Và nhiệm vụ trong phần lời."),
    }),
}  # fmt: skip
