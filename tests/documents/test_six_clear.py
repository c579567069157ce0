"""report six-clear: what each task of the real plan leaves unclear, counted by hand from the printed appendix."""

import json
from pathlib import Path
from typing import Any

import pytest

from cchc_cli.queries.vague_products import is_vague
from conftest import ROOT, Cchc

# From the printed table: no day in the schedule cell; no "chủ trì" in the cell of agencies; only groups lead; several.
NO_DAY = """I.4 I.8 II.2.1 II.2.2-1 II.2.2-2 II.2.2-3 II.4 II.10 II.11 III.1 III.2 III.3 III.4 III.5 IV.2 IV.5 IV.6 IV.9
    IV.10 V.3 V.5 V.6 VI.3 VI.15 VII.7 VII.9 VII.10 VII.11 VII.12 VII.13"""
EMPTY = "II.2.2-1 II.2.2-2 II.2.2-3 V.6"
INFERRED = """I.8 II.1 II.2.2-1 II.2.2-2 II.2.2-3 II.3 II.5 II.7 II.8 III.2 III.7-1 III.7-2 IV.1 IV.2 IV.3 V.1 V.6
    V.7 VI.13 VI.14 VII.6 VII.12"""
NOT_NAMED = """I.7 I.8 II.1 II.2.1 II.2.2-1 II.2.2-2 II.2.2-3 II.2.3 II.3 II.5 II.7 II.8 III.1 III.2 III.7-1 IV.1
    V.1 V.4 V.6 VII.12"""
SEVERAL = "I.8 II.2.2-3 II.3 II.6 III.7-2 IV.1 IV.3 V.1 VI.13 VII.12"
VAGUE = "I.4 I.7 I.12 II.6 III.5 IV.3 IV.6 IV.7 IV.10 V.2 V.3 V.4 VI.1 VI.2 VI.15"


def answer(cchc: Cchc, *options: str) -> dict[str, Any]:
    ran = cchc("report", "six-clear", "--format", "json", "--as-of", "2026-01-05", *options)
    assert ran.code == 0, ran.err
    found: dict[str, Any] = json.loads(ran.out)
    return found


def having(found: dict[str, Any], *causes: str) -> list[str]:
    return [task["id"] for task in found["tasks"] if any(gap["cause"] in causes for gap in task["unclear"])]


def test_the_real_plan_lacks_what_its_paper_lacks(cchc: Cchc) -> None:
    found = answer(cchc)
    assert having(found, "no_day", "no_schedule") == NO_DAY.split()
    assert having(found, "no_schedule") == EMPTY.split()
    assert having(found, "inferred_lead") == INFERRED.split()
    assert having(found, "group_lead") == NOT_NAMED.split()
    assert having(found, "several_leads") == SEVERAL.split()
    assert having(found, "vague_product") == VAGUE.split()
    assert having(found, "no_product", "no_lead", "bare_title") == []
    assert len(found["tasks"]) == found["total"]["total"] == 84
    assert [task["id"] for task in found["body"]] == [f"body.IV.3-{each}" for each in range(1, 6)]


def test_what_a_plan_states_for_no_task_is_said_once_and_counted(cchc: Cchc) -> None:
    found = answer(cchc)
    assert found["unstated"] == ["no_leader", "no_decision"]
    assert having(found, "no_leader", "no_decision") == []
    assert found["total"]["causes"]["no_leader"] == found["total"]["unclear"]["authority"] == 84
    assert found["total"]["clear"] == 0
    printed = cchc("report", "six-clear", "--as-of", "2026-01-05").out
    assert printed.count("không ghi lãnh đạo phụ trách của nhiệm vụ nào") == 1


def test_totals_are_those_of_the_tasks(cchc: Cchc) -> None:
    found = answer(cchc)
    for what in ("person", "time", "result"):
        unclear = [task for task in found["tasks"] if any(gap["what"] == what for gap in task["unclear"])]
        assert found["total"]["unclear"][what] == len(unclear)
        for section in found["sections"]:
            assert section["unclear"][what] == sum(task["section"] == section["id"] for task in unclear)
    assert [section["unclear"]["time"] for section in found["sections"]] == [2, 7, 5, 5, 3, 2, 6]
    assert found["total"]["total"] == sum(section["total"] for section in found["sections"])
    named = {agency["id"]: agency["total"] for agency in found["agencies"]}
    assert (named["so-noi-vu"], named["cac-so-ban-nganh"]) == (32, 19)


def test_each_gap_names_the_line_that_mends_it(cchc: Cchc) -> None:
    for task in answer(cchc)["tasks"]:
        for gap in task["unclear"]:
            line = (ROOT / gap["file"]).read_text(encoding="utf-8").splitlines()[gap["line"] - 1]
            key = {"time": "schedule:", "result": "products:", "person": "assignments:"}.get(
                gap["what"], "assignments:"
            )
            assert line.strip().startswith((key, "- id:", "milestones:")), (task["id"], gap, line)
            assert gap["message"] and gap["hint"]


def test_fields_of_a_section_hold_for_its_tasks_and_a_full_task_is_clear(cchc: Cchc, copied: Path) -> None:
    section = copied / "plan/2026/appendix/I.yaml"
    told = section.read_text(encoding="utf-8")
    told = told.replace("\ntasks:", "\nleader: Phó Chủ tịch UBND tỉnh\ndecides: Chủ tịch UBND tỉnh\ntasks:", 1)
    section.write_text(
        told.replace('    number: "1"\n', '    number: "1"\n    leader: Chủ tịch UBND tỉnh\n', 1), "utf-8"
    )
    found = answer(cchc, "-C", str(copied))
    assert found["unstated"] == []
    first = found["tasks"][0]
    assert (first["id"], len(first["clear"]), first["unclear"]) == ("I.1", 6, [])
    assert "no_leader" not in {gap["cause"] for task in found["tasks"][:13] for gap in task["unclear"]}
    assert {gap["cause"] for gap in found["tasks"][13]["unclear"]} >= {"no_leader", "no_decision"}
    listed = json.loads(cchc("list", "--format", "json", "-C", str(copied)).out)["tasks"]
    assert [(task["leader"], task["decides"]) for task in listed[:2]] == [
        ("Chủ tịch UBND tỉnh", "Chủ tịch UBND tỉnh"), ("Phó Chủ tịch UBND tỉnh", "Chủ tịch UBND tỉnh"),
    ]  # fmt: skip


def test_a_day_that_was_set_since_is_clear(cchc: Cchc, copied: Path) -> None:
    basis = ("--basis", "99/UBND-NC", "--date", "2026-01-04", "--as-of", "2026-01-04")
    assert cchc("extend", "V.6/1", "--to", "2026-06-30", *basis, "-C", str(copied)).code == 0
    assert "V.6" not in having(answer(cchc, "-C", str(copied)), "no_day", "no_schedule")


@pytest.mark.parametrize(
    ("product", "vague"),
    [
        ("Văn bản, báo cáo", True),
        ("Các văn bản của UBND tỉnh", True),
        ("Hội nghị, hội thảo...", True),
        ("Kế hoạch, văn bản triển khai", True),
        ("Kế hoạch", False),
        ("Quyết định của UBND tỉnh", False),
        ("Công văn; Nghị quyết của HĐND tỉnh", False),
        ("Văn bản xử lý phản ánh, kiến nghị", False),
        ("100% viên chức đạt chuẩn", False),
    ],
)
def test_a_product_is_vague_if_it_names_only_kinds_of_documents(product: str, vague: bool) -> None:
    assert is_vague(product) is vague
