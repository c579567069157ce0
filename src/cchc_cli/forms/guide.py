"""The first sheet of a form: what it is and how to fill it in."""

from cchc_cli.forms.asked import Form
from cchc_cli.forms.columns import FIGURES, PROGRESS, TEXTS
from cchc_cli.vietnamese.paper import short_date
from cchc_cli.wording.states import PROGRESS as STATUS


def lines(form: Form) -> tuple[tuple[str, str], ...]:
    """Pairs of what a line is about ("" for running text) and its words."""
    return (
        ("Cơ quan", form.addressed),
        ("Kế hoạch", form.basis),
        ("Kỳ báo cáo", f"từ {short_date(form.period.start)} đến {short_date(form.period.end)}"),
        ("Gửi về", form.monitor + (f", chậm nhất ngày {short_date(form.due)}" if form.due else "")),
        ("Lập ngày", f"{short_date(form.stamp.made)}; tình trạng ghi trong phiếu là của ngày này"),
        ("", ""),
        *_sheets(form),
        ("", ""),
        ("Tình trạng", f"chọn trong danh sách: {', '.join(STATUS.values())}."),
        ("Ngày", "ghi ngày, tháng, năm, như 27/01/2026. Việc đã hoàn thành: ngày của sản phẩm."),
        (
            "Văn bản",
            "ghi như 123/KH-UBND ngày 27/01/2026; nhiều văn bản thì mỗi văn bản một dòng trong ô.",
        ),
        ("Tỷ lệ", "số nguyên từ 0 đến 100. Việc đã hoàn thành thì không cần ghi."),
        ("", ""),
        ("", "Việc không có gì mới thì để trống cả dòng. Có thể sắp xếp, lọc, ẩn dòng, ẩn cột."),
        ("", "Không sửa các cột nền xám, không dùng công thức, không gộp ô. Gửi lại đúng tệp này, dạng .xlsx."),
    )


def _sheets(form: Form) -> tuple[tuple[str, str], ...]:
    told = (
        (PROGRESS, form.progress, "các nhiệm vụ cơ quan chủ trì, sau đó là phối hợp, thực hiện"),
        (FIGURES, form.figures, "chỉ tiêu thống kê của kỳ"),
        (TEXTS, form.texts, "lời của cơ quan để đưa vào báo cáo của kỳ"),
    )
    return tuple((f"Trang {page.name}", f"{words} ({len(rows)} dòng).") for page, rows, words in told if rows)
