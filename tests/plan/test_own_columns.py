"""A table of a plan's own columns: roles read from cells, merged cells taken over, rows that carry others."""

from datetime import date

from cchc_cli.documents.reports.plan_table import table
from cchc_cli.plan.plans import Plan
from cchc_cli.reading.load import load
from examples import workspace_files

PLAN = """
plan:
  appendix:
    columns: [Stt, Tên nhiệm vụ, [Phân công, Chủ trì], [Phân công, Phối hợp], Sản phẩm, Thời hạn, Ghi chú]
tasks:
- id: I.1
  number: "1"
  title: Làm sạch dữ liệu
  products: [Kho dữ liệu]
  schedule: 31/8/2026
  coordinate: "Sở Tư pháp; UBND cấp xã và các đơn vị liên quan"
  spans: [products, schedule, coordinate]
  assignment: null
  assignments: []
  tasks:
  - {id: I.1.a, number: a), title: Đất đai, lead: Sở Tài chính, products: [], schedule: , assignment: , assignments: []}
  - {id: I.1.b, number: b), title: Hộ tịch, lead: Sở Nội vụ (đầu mối), products: [], schedule: Quý IV/2026,
     assignment: , assignments: []}
- id: I.2
  number: "2"
  title: Kinh tế đêm
  lead: "Sở Tài chính, Sở Nội vụ"
  notes: Thí điểm
  assignment: null
  assignments: []
  tasks:
  - {id: I.2.a, number: a), title: Nội thành, lead: UBND cấp xã, assignment: , assignments: []}
"""


def plan() -> Plan:
    found = load(workspace_files(PLAN))
    assert not found.problems
    return found.workspace.plans[0]


def test_roles_are_read_from_cells_and_from_merged_cells() -> None:
    first, second, carrier, below = plan().tasks
    together = [("coordinate", each) for each in ("so-tu-phap", "ubnd-cap-xa", "cac-don-vi-lien-quan")]
    assert [(each.role, each.agency) for each in first.assignments] == [("lead", "so-tai-chinh"), *together]
    assert second.assignments[0].words == "Sở Nội vụ (đầu mối)"
    assert [each.agency for each in carrier.assignments] == ["so-tai-chinh", "so-noi-vu"]
    assert (carrier.id, below.parent and below.parent.id) == ("I.2", "I.2")
    assert [task.milestones[0].schedule.due for task in (first, second)] == [date(2026, 8, 31), date(2026, 12, 31)]


def test_the_table_has_the_plans_columns_and_merges_its_cells() -> None:
    found = table(plan(), date(2026, 6, 1))
    assert [each.holds for each in found.columns] == [
        "number", "title", "lead", "coordinate", "products", "schedule", "notes",
    ]  # fmt: skip
    assert [(each.text, each.span) for each in found.heads[0]][2] == ("Phân công", 2)
    heading, first, second, carrier, _ = (row.cells for row in found.rows[1:])
    assert [row[4].merge for row in (heading, first, second, carrier)] == ["restart", "continue", "continue", None]
    assert [row[5].text for row in (heading, first, second)] == ["31/8/2026", "", "Quý IV/2026"]
    assert carrier[6].text == "Thí điểm"
    printed = " ".join(cell.text for row in found.rows for cell in row.cells).split()
    assert printed.count("31/8/2026") == 1 and "(đầu mối)" in " ".join(printed)
