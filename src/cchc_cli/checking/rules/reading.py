"""The codes that no rule has, for `cchc rules`: faults of encoding, syntax and shape, and idle waivers.

Examples of CC0xx are the text of a file (CC012, CC013, CC014: a path); the others have the form of `tests/examples.py`.
"""

from typing import NamedTuple

from cchc_cli.text.problems import Severity


class Reading(NamedTuple):
    """A code with its title, the reason why it matters, and a bad and a good example."""

    code: str
    title: str
    why: str
    bad: str
    good: str
    severity: Severity = Severity.ERROR


READING: tuple[Reading, ...] = (
    Reading("CC002", "Tệp không ghi bằng UTF-8",
            "Chữ Việt lưu bằng bảng mã cũ (TCVN3, VNI, UTF-16 …) không đọc được; không đoán để khỏi sai dấu.",
            "title: QuyÕt ®Þnh", "title: Quyết định"),
    Reading("CC003", "Cú pháp YAML sai",
            "Tệp không đọc được từ chỗ sai trở đi, nên không biết còn nhiệm vụ nào phía sau.",
            "title: Kế hoạch: năm 2026", 'title: "Kế hoạch: năm 2026"'),
    Reading("CC004", "Khóa ghi hai lần",
            "Hai dòng cùng khóa thì chỉ một dòng được dùng, không rõ người viết muốn dòng nào.",
            "title: Kế hoạch\ntitle: Báo cáo", "title: Kế hoạch\nnumber: Báo cáo"),
    Reading("CC005", "Thẻ kiểu của YAML",
            "Thẻ (!…) làm nội dung mang nghĩa khác chữ nhìn thấy, nên không dùng trong tệp kế hoạch.",
            "year: !!str 2026", "year: 2026"),
    Reading("CC006", "Mỏ neo, bí danh hoặc khóa gộp của YAML",
            "Nội dung mượn từ chỗ khác khó đọc và dễ sửa nhầm nhiều nhiệm vụ cùng lúc; viết rõ tại chỗ.",
            "- &goc Sở Nội vụ\n- *goc", "- Sở Nội vụ\n- Sở Nội vụ"),
    Reading("CC007", "Lồng quá sâu",
            "Kế hoạch không cần nhiều cấp như vậy; thường là dấu ngoặc mở mà quên đóng.",
            "[" * 70 + "]" * 70, "[[Sở Nội vụ]]"),
    Reading("CC008", "Nhiều tài liệu trong một tệp",
            "Mỗi tệp là một tài liệu; phần sau dấu --- sẽ không được đọc.",
            "title: Kế hoạch\n---\ntitle: Báo cáo", "title: Kế hoạch"),
    Reading("CC009", "Khóa trống hoặc không phải chữ",
            "Nội dung không có tên khóa thì không biết là của mục nào.",
            '"": Kế hoạch', "title: Kế hoạch"),
    Reading("CC012", "Tệp không được đọc",
            "Tệp sai đuôi hoặc sai chỗ bị bỏ qua, nội dung ghi trong đó không được tính mà không ai hay.",
            "plan/2026/appendix/VIII.yml", "plan/2026/appendix/VIII.yaml", Severity.WARNING),
    Reading("CC013", "Không đọc được tệp hoặc thư mục",
            "Chỗ không mở được, liên kết hỏng hoặc trỏ ra ngoài có thể chứa cập nhật; bỏ qua thì số liệu thiếu.",
            "plan/2027 (không có quyền mở)", "plan/2027 (mở được)"),
    Reading("CC014", "Không so được với bản git đã nêu",
            "Tệp hỏng ở bản cũ thì không biết dòng nào đã mất, đã sửa; chưa so không có nghĩa là không đổi.",
            "plan/2026/plan.yaml (bản cũ hỏng)", "plan/2026/plan.yaml (cả hai bản đọc được)"),
    Reading("CC101", "Khóa lạ",
            "Khóa gõ sai sẽ bị bỏ qua, nội dung mất mà không ai hay.",
            "tasks: [{id: I.1, ten: Kế hoạch}]", "tasks: [{id: I.1, title: Kế hoạch}]"),
    Reading("CC102", "Thiếu khóa hoặc khóa để trống",
            "Thiếu nội dung bắt buộc thì mục đó không dùng được.",
            "tasks: [{id: I.1, title: }]", "tasks: [{id: I.1, title: Kế hoạch}]"),
    Reading("CC103", "Nội dung sai kiểu",
            "Chỗ cần danh sách, nhóm khóa hay một dòng chữ phải viết đúng kiểu đó mới đọc được.",
            "tasks: [{id: I.1, products: Kế hoạch}]", "tasks: [{id: I.1, products: [Kế hoạch]}]"),
    Reading("CC104", "Nội dung ngoài các giá trị được dùng",
            "Vai trò, trạng thái, loại chỉ nhận một số từ; từ khác thì chương trình không hiểu.",
            "tasks: [{id: I.1, assignments: [{agency: so-noi-vu, role: chu-tri}]}]",
            "tasks: [{id: I.1, assignments: [{agency: so-noi-vu, role: lead}]}]"),
    Reading("CC105", "Ngày không có thật hoặc sai cách ghi",
            "Ngày phải ghi năm-tháng-ngày và có trong lịch, nếu không thì không tính được hạn.",
            "tasks: [{id: I.1, schedule: {text: Theo quy định, due: 2026-02-30}}]",
            "tasks: [{id: I.1, schedule: {text: Theo quy định, due: 2026-02-28}}]"),
    Reading("CC106", "Nội dung phải là số",
            "Chỗ cần tính toán chỉ nhận số; phần lẻ viết sau dấu chấm.",
            "plan: {year: năm 2026}", "plan: {year: 2026}"),
    Reading("CC107", "Tệp theo định dạng mới hơn chương trình",
            "Đọc tệp mới bằng chương trình cũ có thể bỏ sót nội dung.",
            "plan: {format: 2}", "plan: {format: 1}"),
    Reading("CC109", "Không biết kế hoạch của năm nào",
            "Không có year, cũng không có term thì tiến độ như “Tháng 3” không đọc được.",
            "plan: {year: ~}", "plan: {year: 2026}"),
    Reading("CC520", "Miễn trừ không còn ứng với phát hiện nào",
            "Dòng miễn trừ cũ để lại sẽ che phát hiện mới sau này; lỗi thì không miễn trừ được.",
            "plan: {waivers: [{code: CC501, task: I.1, reason: Chờ hướng dẫn}]}\ntasks: [{id: I.1}]",
            'plan: {waivers: [{code: CC501, task: I.1, reason: Chờ hướng dẫn}]}\ntasks: [{id: I.1, schedule: ""}]',
            Severity.WARNING),
)  # fmt: skip
