"""A rule's example (a few lines of YAML) → the files of a small, otherwise sound workspace.

Keys of an example: `tasks` (rows of section I; what a row leaves out is filled in), `sections`, `plan` (laid over a
sound plan.yaml), `agencies` (added to the registry), `calendar`, `settings`, `criteria`, `entries` (agency → list),
`deadlines`, `events`, `measurements`, `inspections`, `filings`, `snapshots` (period → content), `plans` (further plans
by name, each with `tasks` and `plan`), `files` (path → raw text, in place of the file of that path).
An example of a comparison has such keys below `before` and `now`; those beside them hold for both.
"""

import json
from typing import Any

from cchc_cli.reading import places
from cchc_cli.text.yaml import parse, unplaced

PLAN = "plan/2026"
_AGENCIES: list[dict[str, Any]] = [
    {"id": "so-noi-vu", "name": "Sở Nội vụ", "kind": "department"},
    {"id": "so-tu-phap", "name": "Sở Tư pháp", "kind": "department", "aliases": ["STP"]},
    {"id": "so-tai-chinh", "name": "Sở Tài chính", "kind": "department"},
    {"id": "ubnd-phuong-nha-trang", "name": "UBND phường Nha Trang", "kind": "commune"},
    {"id": "ubnd-xa-dien-khanh", "name": "UBND xã Diên Khánh", "kind": "commune"},
    {
        "id": "ubnd-cap-xa",
        "name": "UBND cấp xã",
        "kind": "group",
        "members": [
            {"agency": "ubnd-phuong-nha-trang", "basis": "assumed"},
            {"agency": "ubnd-xa-dien-khanh", "basis": "assumed"},
        ],
    },
    {"id": "cac-don-vi-lien-quan", "name": "Các đơn vị liên quan", "kind": "group", "open": "true"},
]
_PLAN: dict[str, Any] = {
    "format": "1",
    "title": "Cải cách hành chính năm 2026",
    "year": "2026",
    "monitor": "so-noi-vu",
    "kind": "KẾ HOẠCH",
    "note": "(Kèm theo Quyết định số 1/QĐ-UBND ngày 31 tháng 12 năm 2025)",
    "decision": {
        "number": "1/QĐ-UBND",
        "date": "2025-12-31",
        "title": "Ban hành Kế hoạch cải cách hành chính năm 2026",
        "authority": "ỦY BAN NHÂN DÂN TỈNH",
        "bases": ["Căn cứ Luật Tổ chức chính quyền địa phương;"],
        "proposal": "Theo đề nghị của Giám đốc Sở Nội vụ.",
        "articles": [{"number": "Điều 1", "text": "Ban hành kèm theo Quyết định này Kế hoạch."}],
        "recipients": ["Như Điều 1"],
        "signatory": {"agency": "so-noi-vu"},
    },
    "objectives": {"number": "I", "title": "MỤC TIÊU"},
    "tasks": {"number": "II", "title": "NHIỆM VỤ"},
    "funding": {"number": "III", "title": "KINH PHÍ"},
    "organisation": {"number": "IV", "title": "TỔ CHỨC THỰC HIỆN"},
    "appendix": {
        "label": "Phụ lục",
        "title": "NHIỆM VỤ",
        "note": "(Kèm theo Kế hoạch)",
        "columns": ["TT", "Nhiệm vụ", "Sản phẩm", "Tiến độ", "Phân công"],
    },
}


def workspace_files(example: str) -> dict[str, bytes]:
    """The files, by path relative to the workspace; JSON, which YAML reads."""
    return _files(_given(example))


def compared_files(example: str) -> tuple[dict[str, bytes], dict[str, bytes]]:
    """The files of a comparison's example, before and now; a key that is written once holds for both."""
    given = _given(example)
    both = {key: value for key, value in given.items() if key not in ("before", "now")}
    return _files(both | given.get("before", {})), _files(both | given.get("now", {}))


def _given(example: str) -> dict[str, Any]:
    given = unplaced(parse(example).data)
    return given if isinstance(given, dict) else {}


def _files(given: dict[str, Any]) -> dict[str, bytes]:
    agencies = _AGENCIES + given.get("agencies", [])
    names = {each.get("id"): each.get("name", "") for each in agencies}
    tasks = given.get("tasks", [])
    sections = given.get("sections", [{"id": "I", "number": "I", "title": "CẢI CÁCH THỂ CHẾ", "tasks": tasks}])
    files: dict[str, Any] = {
        places.AGENCIES: {"format": "1", "agencies": agencies},
        places.plan(PLAN): _laid_over(_PLAN, given.get("plan", {})),
    }
    for section in sections:
        rows = [_task(row, names) for row in section.get("tasks", ())]
        filled = {"number": section["id"], "title": "LĨNH VỰC", **section, "tasks": rows}
        files[places.section(PLAN, section["id"])] = filled
    for name, other in given.get("plans", {}).items():
        own = {"title": f"Kế hoạch {name}", "decision": {"number": f"{name}/QĐ-UBND"}}
        rows = [_task(row, names) for row in other.get("tasks", ())]
        files[places.plan(f"plan/{name}")] = _laid_over(_laid_over(_PLAN, own), other.get("plan", {}))
        section = {"id": "I", "number": "I", "title": "CẢI CÁCH THỂ CHẾ", "tasks": rows}
        files[places.section(f"plan/{name}", "I")] = section
    for agency, entries in given.get("entries", {}).items():
        files[places.progress(PLAN, agency)] = entries
    for name in ("deadlines", "events", "measurements", "inspections", "filings"):
        if name in given:
            files[f"{PLAN}/{name}.yaml"] = given[name]
    for period, figures in given.get("snapshots", {}).items():
        files[places.snapshot(PLAN, period)] = figures
    for name in ("calendar", "settings", "criteria"):
        if name in given:
            files[f"plan/{name}.yaml"] = given[name]
    texts = {path: _text(value) for path, value in files.items()}
    return {path: text.encode() for path, text in (texts | given.get("files", {})).items()}


def _text(value: Any) -> str:
    """JSON, which YAML reads; of a list each record on a line of its own."""
    if isinstance(value, list):
        return "".join(f"- {json.dumps(each, ensure_ascii=False)}\n" for each in value)
    return json.dumps(value, ensure_ascii=False, indent=1)


def _task(row: dict[str, Any], names: dict[str, str]) -> dict[str, Any]:
    last = row["id"].rpartition(".")[2]
    number = "-" if "-" in last else last
    if "tasks" in row:
        return {
            "number": number,
            "title": f"Nhóm {row['id']}",
            **row,
            "tasks": [_task(each, names) for each in row["tasks"]],
        }
    return {
        "number": number,
        "title": f"Nhiệm vụ {row['id']}",
        "products": ["Báo cáo"],
        **({} if "milestones" in row else {"schedule": "Tháng 6/2026"}),
        "assignment": _cell(row.get("assignments", ()), names),
        "assignments": [{"agency": "so-noi-vu", "role": "lead", "words": "chủ trì"}],
        **row,
    }


def _cell(assignments: Any, names: dict[str, str]) -> str:
    """What a plan would print for the assignments of an example."""
    given = [each for each in assignments if isinstance(each, dict)] if isinstance(assignments, list) else []
    told = (f"{names.get(each.get('agency', ''), '')} {each.get('words') or 'chủ trì'}" for each in given)
    return "; ".join(told) or "Sở Nội vụ chủ trì"


def _laid_over(below: Any, above: Any) -> Any:
    if isinstance(below, dict) and isinstance(above, dict):
        return below | {key: _laid_over(below.get(key), value) for key, value in above.items()}
    return above
