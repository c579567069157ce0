"""Words for calendar.yaml and settings.yaml."""

from cchc_cli.schema.words.said import Record, Said

_ISSUER = Said("Cơ quan ban hành", "Id cơ quan.", "so-noi-vu", "agency")

RECORDS = {
    "CalendarYear": Record("Lịch nghỉ một năm", "Ngày nghỉ, ngày làm bù, những gì chưa chốt.", {
        "off": Said("Ngày nghỉ", "Ngày trong tuần được nghỉ."),
        "work": Said("Ngày làm bù", "Thứ Bảy, Chủ nhật phải đi làm.", "2026-01-10"),
        "pending": Said("Chưa chốt", "Còn mục nào thì năm này coi là chưa có lịch chính thức.", "tet-am-lich-2027"),
    }),
    "DayOff": Record("Ngày nghỉ", "Một ngày trong tuần được nghỉ.", {
        "date": Said("Ngày", "Ngày nghỉ.", "2026-04-30"),
        "name": Said("Tên", "Nghỉ dịp gì.", "Ngày Chiến thắng"),
        "status": Said("Mức chắc chắn", "Chỉ confirmed và computed được tính.", "confirmed"),
        "basis": Said("Căn cứ", "Văn bản.", "BLLĐ 2019 Đ112.1.c"),
        "swap_with": Said("Hoán đổi với", "Ngày đi làm bù.", "2026-01-10"),
    }),
    "Settings": Record("Thiết lập", "Chung trong settings.yaml, hoặc riêng của một kế hoạch trong plan.yaml.", {
        "place": Said("Địa danh", "Nơi ghi trước ngày, tháng của văn bản.", "Khánh Hòa"),
        "due_soon_days": Said("Sắp đến hạn", "Còn bao nhiêu ngày thì gọi là sắp đến hạn.", 30),
        "periods": Said("Kỳ báo cáo", "Theo ngày chốt số liệu, hay theo lịch.", "cutoff"),
        "periods_basis": Said("Căn cứ của kỳ", "Văn bản quy định ngày chốt số liệu."),
        "confirm_done": Said("Phải xác nhận", "true: báo cáo hoàn thành phải được cơ quan theo dõi xác nhận.", False),
        "move_off_days": Said("Dời ngày nghỉ", "true: hạn rơi vào ngày nghỉ thì dời sang ngày làm việc sau.", False),
        "agency": Said("Cơ quan báo cáo", "Id cơ quan ghi tiến độ khi không nêu --agency.", "so-tu-phap", "agency"),
        "issuer": Said("Cơ quan ban hành", "Id cơ quan ban hành báo cáo định kỳ.", "ubnd-tinh", "agency"),
        "recipient": Said("Nơi gửi đến", "Nơi nhận báo cáo định kỳ.", "Bộ Nội vụ"),
        "reports": Said("Báo cáo khác thường lệ", "Báo cáo có cơ quan ban hành hoặc nơi gửi khác."),
        "letterheads": Said("Đầu văn bản", "Cách ghi đầu văn bản, ký hiệu, nơi lưu của từng cơ quan."),
        "report_lead": Said("Mục chỉ đạo", "Mục đầu của báo cáo định kỳ."),
        "report_fields": Said("Các mục", "Mục của báo cáo định kỳ và lĩnh vực của nó."),
        "signatories": Said("Người ký", "Người ký theo từng thời gian."),
    }),
    "Signatory": Record("Người ký", "Ai ký cho cơ quan, từ ngày nào.", {
        "agency": Said("Cơ quan", "Id cơ quan.", "ubnd-tinh", "agency"),
        "authority": Said("Thẩm quyền ký", "Dòng trên chức vụ.", "TM. ỦY BAN NHÂN DÂN"),
        "position": Said("Chức vụ", "Đúng như in.", "CHỦ TỊCH"),
        "name": Said("Họ tên", "Để trống nếu chưa biết.", "Nguyễn Văn A"),
        "since": Said("Từ ngày", "Ngày bắt đầu ký.", "2026-01-01"),
        "until": Said("Đến hết ngày", "Ngày ký cuối cùng.", "2026-12-31"),
        "basis": Said("Căn cứ", "Văn bản, hoặc nguồn."),
    }),
    "ReportSection": Record("Mục của báo cáo", "Một mục và lĩnh vực của phụ lục đưa vào mục đó.", {
        "title": Said("Tên mục", "In trong báo cáo.", "Cải cách thể chế"),
        "sections": Said("Lĩnh vực", "Id các lĩnh vực.", "I"),
    }),
    "Letterhead": Record("Đầu văn bản", "Cách một cơ quan ghi đầu văn bản; không ghi thì lấy theo danh bạ.", {
        "agency": Said("Cơ quan", "Id cơ quan.", "so-noi-vu", "agency"),
        "name": Said("Tên in", "Tên cơ quan in đầu văn bản.", "SỞ NỘI VỤ"),
        "superior": Said("Cơ quan cấp trên", "Dòng trên tên cơ quan; \"\" là không có.", "ỦY BAN NHÂN DÂN TỈNH"),
        "symbol": Said("Ký hiệu", "Chữ tắt trong số, ký hiệu.", "SNV"),
        "unit": Said("Đơn vị soạn thảo", "Chữ tắt sau “Lưu: VT”.", "CCHC"),
        "place": Said("Địa danh", "Nơi ghi trước ngày, tháng."),
        "recipients": Said("Nơi nhận", "Mỗi mục một dòng, giữa “Như trên” và “Lưu”."),
    }),
    "Issued": Record("Báo cáo khác thường lệ", "Một báo cáo có cơ quan ban hành hoặc nơi gửi khác.", {
        "report": Said("Báo cáo", "Tên báo cáo; xem: cchc report --list.", "quarterly"),
        "issuer": _ISSUER,
        "recipient": Said("Nơi gửi đến", "Tên cơ quan nhận.", "Bộ Nội vụ"),
    }),
}  # fmt: skip
