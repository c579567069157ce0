"""Words for agencies.yaml."""

from cchc_cli.schema.words.said import Record, Said

RECORDS = {
    "AgenciesFile": Record("Danh bạ cơ quan", "Mọi cơ quan, nhóm cơ quan có tên trong các kế hoạch.", {
        "format": Said("Định dạng", "Số hiệu cách ghi tệp; hiện là 1.", 1),
        "agencies": Said("Cơ quan, nhóm cơ quan", "Mỗi mục một cơ quan hoặc nhóm, theo thứ tự in trong biểu."),
    }),
    "AgencyRow": Record("Cơ quan hoặc nhóm cơ quan", "Nhóm đóng kê đủ thành viên (members); nhóm mở ghi open: true.", {
        "id": Said("Id", "Chữ thường không dấu, nối bằng dấu gạch; cũng là tên tệp trong progress/. Đặt rồi không đổi.",
                   "so-tu-phap", "agency-id"),
        "name": Said("Tên", "Tên đầy đủ, đúng như in trong văn bản.", "Sở Tư pháp"),
        "kind": Said("Loại", "Loại cơ quan; nhóm thì ghi group.", "department"),
        "abbreviation": Said("Chữ viết tắt", "Chữ tắt được in trong kế hoạch.", "SNV"),
        "aliases": Said("Tên gọi khác", "Tên khác dùng để tìm, không in ra.", "Giám đốc Sở Tư pháp"),
        "order": Said("Thứ tự", "Số nhỏ in trước; không ghi thì theo vị trí trong tệp.", 70),
        "code": Said("Mã", "Mã đơn vị hành chính hoặc mã định danh, nếu có.", "22480"),
        "basis": Said("Căn cứ", "Văn bản nêu cơ quan này; chưa có văn bản thì bắt đầu bằng assumed:",
                      "NQ 1667/NQ-UBTVQH15"),
        "open": Said("Nhóm mở", "true: nhóm chỉ nêu chung (“các đơn vị liên quan”), không kê, không đôn đốc.",
                     True),
        "members": Said("Thành viên", "Các cơ quan, nhóm thuộc nhóm đóng này."),
    }),
    "Member": Record("Thành viên của nhóm", "Một cơ quan hoặc nhóm khác, kèm căn cứ.", {
        "agency": Said("Cơ quan", "Id trong danh bạ.", "so-tu-phap", "agency"),
        "basis": Said("Căn cứ", "Văn bản xếp vào nhóm; chưa có văn bản thì bắt đầu bằng assumed:",
                      "assumed: theo cổng thông tin điện tử tỉnh"),
    }),
}  # fmt: skip
