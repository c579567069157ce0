"""Plans beside the real one: those of departments and communes that implement its tasks, and renumbered copies."""

import json
import re
import shutil
from collections.abc import Iterable
from pathlib import Path

from cchc_cli.plan.registry import Registry

ABOVE = ("I.1", "I.8", "IV.1", "VI.13", "VII.12")
"""Collective tasks of the real plan; a plan below implements all but the last, each third one all."""
_ROWS = (
    ("Rà soát văn bản quy phạm pháp luật thuộc trách nhiệm", "Tháng 3/2026"),
    ("Tiếp nhận, trả lời kiến nghị của doanh nghiệp", "Quý II/2026"),
    ("Rà soát vị trí việc làm của đơn vị", "Trước ngày 30/9/2026"),
    ("Chuyển đổi số trong quản lý, điều hành", "Trong năm 2026"),
    ("Báo cáo kết quả cải cách hành chính", "Hằng quý"),
)


def both_kinds(registry: Registry) -> tuple[str, ...]:
    """The 14 departments and offices, and the 65 communes."""
    return (*registry.members("cac-so-ban-nganh"), *registry.members("ubnd-cap-xa"))


def add(workspace: Path, registry: Registry, agencies: Iterable[str]) -> None:
    """A plan of five tasks for each agency, under the real plan, in a folder of the agency's id."""
    for place, agency in enumerate(agencies, 1):
        folder = workspace / "plan" / agency
        (folder / "appendix").mkdir(parents=True)
        _write(folder / "plan.yaml", _plan(agency, registry.name(agency), place))
        _write(folder / "appendix" / "I.yaml", _section(agency, registry.name(agency), every=place % 3 == 0))


def copied_as(workspace: Path, name: str) -> None:
    """A copy of the real plan that is a plan of its own: another number, another title."""
    folder = workspace / "plan" / name
    shutil.copytree(workspace / "plan" / "2026", folder)
    file = folder / "plan.yaml"
    text = file.read_text(encoding="utf-8").replace("2821/QĐ-UBND", f"{name}/QĐ-UBND")
    file.write_text(re.sub("(?m)^title: .*", f"title: Kế hoạch {name}", text, count=1), encoding="utf-8")


def _write(path: Path, data: object) -> None:
    path.write_text(json.dumps(data, ensure_ascii=False, indent=1), encoding="utf-8")


def _plan(agency: str, name: str, number: int) -> dict[str, object]:
    return {
        "format": 1,
        "title": f"Cải cách hành chính của {name} năm 2026",
        "year": 2026,
        "monitor": agency,
        "under": "2026",
        "kind": "KẾ HOẠCH",
        "note": "(Kèm theo Quyết định)",
        "decision": {
            "number": f"{number}/QĐ-THU",
            "date": "2026-01-15",
            "title": f"Ban hành Kế hoạch cải cách hành chính của {name} năm 2026",
            "authority": name.upper(),
            "bases": ["Căn cứ Quyết định số 2821/QĐ-UBND ngày 31 tháng 12 năm 2025;"],
            "proposal": "Theo đề nghị của Văn phòng.",
            "articles": [{"number": "Điều 1", "text": "Ban hành kèm theo Quyết định này Kế hoạch."}],
            "recipients": ["Như Điều 1"],
            "signatory": {"agency": agency},
        },
        "objectives": {"number": "I", "title": "MỤC TIÊU"},
        "tasks": {"number": "II", "title": "NHIỆM VỤ"},
        "funding": {"number": "III", "title": "KINH PHÍ"},
        "organisation": {"number": "IV", "title": "TỔ CHỨC THỰC HIỆN"},
        "appendix": {"label": "Phụ lục", "title": "NHIỆM VỤ", "note": "(Kèm theo Kế hoạch)",
                     "columns": ["TT", "Nhiệm vụ", "Kết quả", "Tiến độ", "Phân công"]},
    }  # fmt: skip


def _section(agency: str, name: str, every: bool) -> dict[str, object]:
    rows = [
        {
            "id": f"I.{number}",
            "number": str(number),
            "title": title,
            "products": ["Báo cáo"],
            "schedule": schedule,
            "assignment": f"{name} chủ trì",
            "assignments": [{"agency": agency, "role": "lead", "words": "chủ trì"}],
            **({"implements": [f"2026:{above}"]} if every or above != ABOVE[-1] else {}),
        }
        for number, (above, (title, schedule)) in enumerate(zip(ABOVE, _ROWS, strict=True), 1)
    ]
    return {"id": "I", "number": "I", "title": "NHIỆM VỤ", "tasks": rows}
