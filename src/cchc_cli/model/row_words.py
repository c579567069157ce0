"""The words for the fields that rows, milestones and their former values share."""

from cchc_cli.model.labels import Said

ADDED = Said("Bổ sung bởi", "Id văn bản bổ sung dòng này (amendments trong plan.yaml).", "dieu-chinh-1", "mark")
IMPLEMENTS = Said(
    "Thực hiện nhiệm vụ",
    "Nhiệm vụ của kế hoạch khác mà dòng này thực hiện: tên kế hoạch, hai chấm, id nhiệm vụ.",
    "2026:I.9",
    "link",
)
PRODUCTS = Said("Kết quả, sản phẩm", "Mỗi mục một sản phẩm, đúng như in.", "Kế hoạch")
SCHEDULE = Said("Tiến độ", "Đúng như in; chữ chưa đủ rõ thì ghi thêm các khóa bên cạnh.", "Tháng 01/2026")
ASSIGNMENTS = Said(
    "Vai trò",
    "Từng cơ quan và vai trò, đọc từ cột phân công; lead, coordinate, perform đọc được tên thì không cần ghi.",
)
LEAD = Said("Chủ trì", "Ô cơ quan chủ trì như in; vai trò đọc từ tên trong ô.", "Sở Nội vụ")
COORDINATE = Said(
    "Phối hợp", "Ô cơ quan phối hợp như in; vai trò đọc từ tên trong ô.", "Các sở, ban, ngành; UBND các xã, phường"
)
PERFORM = Said("Thực hiện", "Ô đơn vị thực hiện như in; vai trò đọc từ tên trong ô.", "UBND các xã, phường")
LEADER = Said(
    "Lãnh đạo phụ trách",
    "Người chịu trách nhiệm chỉ đạo; ghi ở lĩnh vực hoặc dòng tiêu đề thì các dòng dưới theo đó.",
    "Phó Chủ tịch UBND tỉnh phụ trách nội chính",
)
DECIDES = Said(
    "Thẩm quyền quyết định",
    "Cấp hoặc người quyết định kết quả; ghi ở lĩnh vực hoặc dòng tiêu đề thì các dòng dưới theo đó.",
    "Chủ tịch UBND tỉnh",
)
RESULT = Said("Kết quả cần đạt", "Ô kết quả in riêng, cạnh cột sản phẩm.", "100% hồ sơ được số hóa")
BASIS = Said("Căn cứ", "Ô căn cứ như in.", "Kế hoạch số 38/KH-UBND ngày 26/01/2026")
FUNDING = Said("Kinh phí", "Ô kinh phí, nguồn kinh phí như in.", "Ngân sách tỉnh")
NOTES = Said("Ghi chú", "Ô ghi chú như in.", "Nhiệm vụ mới")
CELLS = Said("Ô khác", "Ô của các cột cells.TÊN, mỗi dòng TÊN: chữ như in.", label="ô khác")
CHANGED_BY = Said("Điều chỉnh bởi", "Id văn bản (amendments trong plan.yaml).", "dieu-chinh-1", "mark")
