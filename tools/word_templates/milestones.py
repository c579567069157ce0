"""Columns of the tables that have a row for each milestone; `row` is the variable of the loop."""

from tools.word_templates.tables import Column

ID = Column("Mã", 20, "{{ row.id }}")
TITLE = Column("Nhiệm vụ", 90, "{{ row.title }}")
PRODUCTS = Column("Kết quả, sản phẩm", 60, "{{ row.products }}")
LEAD = Column("Cơ quan chủ trì", 36, "{{ row.lead }}")
DUE = Column("Thời hạn", 25, "{{ row.due }}", "center")
STATE = Column("Tình trạng", 34, "{{ row.state | upper_first }}")
EVIDENCE = Column("Tài liệu kiểm chứng", 40, "{{ row.evidence }}")
LATE = Column("Số ngày quá hạn", 20, "{{ row.days_late }}", "center")
CAUSE = Column("Nguyên nhân theo cơ quan chủ trì", 61, "{{ row.cause }}")
REASON = Column("Nguyên nhân, kiến nghị", 61, "{{ row.reason }}")

KEY = (
    "Mã: {% if plan.divided %}lĩnh vực và {% endif %}số thứ tự trong Phụ lục của kế hoạch; sau dấu “/” là số thứ tự của"
    " mốc trong nhiệm vụ."
)

OVERDUE = (ID, TITLE, LEAD, DUE, LATE, REASON)
STANDING = (
    ID._replace(share=18), TITLE._replace(share=54), PRODUCTS._replace(share=55), DUE._replace(share=22.5),
    LEAD._replace(share=27.5), STATE._replace(share=25), EVIDENCE._replace(share=50),
)  # fmt: skip
