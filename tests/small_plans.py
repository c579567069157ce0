"""Small plans of other bodies, written beside those of a workspace."""

import re
from pathlib import Path

_PLAN = """\
format: 1
title: {title}
year: {year}
monitor: {monitor}
decision:
  number: {number}
  date: {year}-01-15
  title: Ban hành Kế hoạch {title}
  authority: {authority}
  bases: [Căn cứ Luật;]
  proposal: Theo đề nghị.
  articles: [{{number: "Điều 1", text: "Ban hành kèm theo Quyết định này Kế hoạch./."}}]
  recipients: ["Lưu: VT."]
  signatory: {{agency: {issuer}, position: THỦ TRƯỞNG, name: Người Ký Thử}}
kind: KẾ HOẠCH
note: (Kèm theo)
objectives: {{number: I, title: MỤC TIÊU}}
tasks: {{number: II, title: NHIỆM VỤ}}
funding: {{number: III, title: KINH PHÍ}}
organisation: {{number: IV, title: TỔ CHỨC}}
appendix: {{label: Phụ lục, title: NHIỆM VỤ, note: (Kèm theo), columns: [TT, Nhiệm vụ, Kết quả, Tiến độ, Phân công]}}
"""
_SECTION = """\
id: I
number: "I"
title: CẢI CÁCH THỂ CHẾ
tasks:
  - id: I.1
    number: "1"
    title: Rà soát văn bản của cơ quan
    products: [Báo cáo]
    schedule: Tháng 01/{year}
    assignment: {name} chủ trì
    assignments: [{{agency: {issuer}, role: lead, words: chủ trì}}]
  - id: I.99
    number: "99"
    title: Tập huấn nghiệp vụ
    products: [Báo cáo]
    schedule: Quý II/{year}
    assignment: {name} chủ trì
    assignments: [{{agency: {issuer}, role: lead, words: chủ trì}}]
"""


def small_plan(root: Path, issuer: str, name: str, year: int = 2026, monitor: str = "", number: str = "") -> str:
    """Write a plan of two tasks, I.1 and I.99, that an agency issues; return the plan's name."""
    folder = root / "plan" / issuer / str(year)
    (folder / "appendix").mkdir(parents=True)
    told = {"issuer": issuer, "name": name, "year": year, "monitor": monitor or issuer,
            "title": f"cải cách hành chính của {name} năm {year}", "authority": name.upper(),
            "number": number or f"{len(name)}/QĐ-{issuer.upper()}"}  # fmt: skip
    (folder / "plan.yaml").write_text(_PLAN.format(**told), encoding="utf-8")
    (folder / "appendix/I.yaml").write_text(_SECTION.format(**told), encoding="utf-8")
    return f"{issuer}/{year}"


def small_plans(root: Path, amount: int) -> None:
    """Write a small plan of each of the first departments and communes of the registry."""
    rows = re.findall(r"id: (\S+?),?\s+name: ([^,\n]+),?\s+kind: (?:department|commune|inspectorate|office|unit)",
                      (root / "plan/agencies.yaml").read_text(encoding="utf-8"))  # fmt: skip
    assert len(rows) >= amount
    for issuer, name in rows[:amount]:
        small_plan(root, issuer, name)
