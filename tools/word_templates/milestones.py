"""Columns of the tables that list milestones, a row each; `row` is the name of the loop's variable."""

from tools.word_templates.tables import Column

ID = Column("Mã", 22, "{{ row.id }}")
TITLE = Column("Nhiệm vụ", 76, "{{ row.title }}")
PRODUCTS = Column("Kết quả, sản phẩm", 60, "{{ row.products }}")
LEAD = Column("Cơ quan chủ trì", 36, "{{ row.lead }}")
DUE = Column("Thời hạn", 25, "{{ row.due }}", "center")
STATE = Column("Tình trạng", 34, "{{ row.state }}")
EVIDENCE = Column("Tài liệu kiểm chứng", 40, "{{ row.evidence }}")
LATE = Column("Số ngày quá hạn", 20, "{{ row.days_late }}", "center")
REASON = Column("Nguyên nhân, kiến nghị", 72, "{{ row.reason }}")

OVERDUE = (ID, TITLE, LEAD, DUE, LATE, REASON)
STANDING = (
    ID, TITLE._replace(share=55), PRODUCTS._replace(share=52), DUE._replace(share=23),
    LEAD._replace(share=29), STATE._replace(share=26), EVIDENCE._replace(share=45),
)  # fmt: skip
