"""Words for plan.yaml."""

from cchc_cli.schema.words.said import Record, Said

_PART = "Một phần của thân kế hoạch: tiêu đề, đoạn mở đầu, các mục, đoạn kết."

RECORDS = {
    "PlanFile": Record("Kế hoạch", "Quyết định ban hành, thân kế hoạch, phần đầu phụ lục, những gì chung.", {
        "format": Said("Định dạng", "Số hiệu cách ghi tệp; hiện là 1.", 1),
        "title": Said("Tên kế hoạch", "Không kèm chữ Kế hoạch.", "Cải cách hành chính tỉnh Khánh Hòa năm 2026"),
        "year": Said("Năm", "Năm của kế hoạch; “tháng 3” không ghi năm là tháng 3 năm này.", 2026),
        "monitor": Said("Cơ quan theo dõi", "Id cơ quan theo dõi, tổng hợp; xác nhận, trả lại báo cáo.", "so-noi-vu",
                        "agency"),
        "decision": Said("Quyết định", "Quyết định ban hành kế hoạch."),
        "kind": Said("Loại văn bản", "Chữ in đầu kế hoạch.", "KẾ HOẠCH"),
        "note": Said("Dòng kèm theo", "Dòng trong ngoặc dưới tên kế hoạch.", "(Kèm theo Quyết định số …)"),
        "objectives": Said("Phần I: mục tiêu", _PART),
        "tasks": Said("Phần II: nhiệm vụ", _PART),
        "funding": Said("Phần III: kinh phí", _PART),
        "organisation": Said("Phần IV: tổ chức thực hiện", _PART),
        "appendix": Said("Đầu phụ lục", "Những gì in trên bảng phụ lục."),
        "events": Said("Sự kiện", "Việc bên ngoài mà thời hạn phải chờ; ngày xảy ra ghi trong events.yaml."),
        "amendments": Said("Văn bản điều chỉnh", "Quyết định bổ sung, bỏ hoặc thay nhiệm vụ."),
        "waivers": Said("Miễn trừ", "Phát hiện của cchc validate được chấp nhận, kèm lý do."),
        "corrections": Said("Đính chính bản in", "Lỗi chính tả, lỗi quét đã sửa so với bản in."),
        "closed": Said("Ngày đóng", "Ngày thôi theo dõi kế hoạch.", "2027-01-31"),
        "settings": Said("Thiết lập riêng", "Chỉ ghi khóa khác với settings.yaml."),
    }),
    "Decision": Record("Quyết định", "Quyết định ban hành kế hoạch, đúng như in.", {
        "number": Said("Số, ký hiệu", "Đúng như in.", "2821/QĐ-UBND"),
        "date": Said("Ngày ban hành", "Ngày ký quyết định.", "2025-12-31"),
        "title": Said("Trích yếu", "Về việc gì.", "Ban hành Kế hoạch cải cách hành chính tỉnh Khánh Hòa năm 2026"),
        "authority": Said("Cơ quan ban hành", "Tên in đầu văn bản.", "ỦY BAN NHÂN DÂN TỈNH KHÁNH HÒA"),
        "bases": Said("Căn cứ", "Mỗi mục một dòng căn cứ, đúng như in."),
        "proposal": Said("Đề nghị", "Dòng “Theo đề nghị của …”.", "Theo đề nghị của Giám đốc Sở Nội vụ."),
        "articles": Said("Các điều", "Mỗi mục một điều: number là “Điều 1”, text là nội dung."),
        "recipients": Said("Nơi nhận", "Mỗi mục một dòng.", "Như Điều 3 (thi hành);"),
        "signatory": Said("Người ký", "Người ký quyết định."),
        "kind": Said("Tên loại", "Chữ in giữa, trên trích yếu.", "QUYẾT ĐỊNH"),
        "formula": Said("Lời quyết định", "Chữ in trước Điều 1.", "QUYẾT ĐỊNH:"),
        "recipients_label": Said("Nhãn nơi nhận", "Chữ in trên danh sách nơi nhận.", "Nơi nhận:"),
    }),
    "Part": Record("Phần", _PART, {
        "number": Said("Số", "Số La Mã như in.", "I"),
        "title": Said("Tiêu đề", "Đúng như in.", "MỤC TIÊU"),
        "opening": Said("Mở đầu", "Các đoạn trước mục đầu tiên."),
        "items": Said("Các mục", "Theo thứ tự in."),
        "closing": Said("Kết", "Các đoạn sau mục cuối cùng."),
    }),
    "Clause": Record("Mục", "Một đoạn của thân kế hoạch hoặc một điều của quyết định.", {
        "text": Said("Nội dung", "Đúng như in."),
        "number": Said("Số", "Số hoặc chữ như in; không có thì bỏ.", "1"),
        "items": Said("Mục con", "Các gạch đầu dòng, điểm bên trong."),
        "targets": Said("Chỉ tiêu", "Mỗi con số phải đạt nêu trong mục là một chỉ tiêu."),
        "task": Said("Nhiệm vụ", "Mục này giao việc cho cơ quan có tên."),
    }),
    "BodyTask": Record("Nhiệm vụ trong phần lời", "Việc mà thân kế hoạch giao cho cơ quan có tên.", {
        "id": Said("Id", "Bắt đầu bằng body., như body.IV.3-1.", "body.IV.3-1", "row"),
        "assignments": Said("Vai trò", "Từng cơ quan và vai trò."),
    }),
    "AppendixHead": Record("Đầu phụ lục", "Những gì in trên bảng phụ lục.", {
        "label": Said("Nhãn", "Chữ in trên cùng.", "Phụ lục"),
        "title": Said("Tên phụ lục", "Đúng như in."),
        "note": Said("Dòng kèm theo", "Dòng trong ngoặc dưới tên phụ lục."),
        "columns": Said("Tên cột", "Mỗi mục một cột, từ trái sang.", "Nhiệm vụ"),
    }),
    "Event": Record("Sự kiện", "Việc bên ngoài mà thời hạn phải chờ.", {
        "id": Said("Id", "Chữ không dấu, số, dấu gạch.", "pci-2025", "mark"),
        "name": Said("Tên", "Việc gì xảy ra.", "Công bố kết quả PCI năm 2025"),
    }),
    "Amendment": Record("Văn bản điều chỉnh", "Quyết định sau bổ sung, bỏ hoặc thay nhiệm vụ.", {
        "id": Said("Id", "Chữ không dấu, số, dấu gạch.", "dieu-chinh-1", "mark"),
        "number": Said("Số, ký hiệu", "Đúng như in."),
        "date": Said("Ngày", "Ngày văn bản; điều chỉnh có giá trị từ ngày này.", "2026-06-01"),
        "title": Said("Trích yếu", "Về việc gì."),
    }),
    "Waiver": Record("Miễn trừ", "Một phát hiện của cchc validate được chấp nhận.", {
        "code": Said("Mã", "Mã quy tắc; xem: cchc rules.", "CC501", "code"),
        "task": Said("Tại", "Id nhiệm vụ nêu trong phát hiện.", "I.9", "task"),
        "reason": Said("Lý do", "Vì sao chấp nhận."),
    }),
    "Correction": Record("Đính chính bản in", "Một chỗ đã sửa so với bản in.", {
        "printed": Said("In", "Chữ như in.", "thưc hiện"),
        "corrected": Said("Sửa thành", "Chữ ghi trong tệp.", "thực hiện"),
        "place": Said("Chỗ", "Id dòng hoặc chỗ trong kế hoạch.", "I.9"),
    }),
}  # fmt: skip
