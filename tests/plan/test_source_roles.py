"""What the plan's files say beside the printed words: counts, milestones, roles, groups (docs/promises.md#files)."""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec
import pytest
from ruamel.yaml import YAML

from cchc_cli import model

Data = dict[str, Any]

FOLDER = Path(__file__).resolve().parents[2] / "plan"
SECTIONS = ("I", "II", "III", "IV", "V", "VI", "VII")
KINDS = {
    "settings.yaml": model.Settings,
    "agencies.yaml": model.AgenciesFile,
    "calendar.yaml": dict[int, model.CalendarYear],
    "2026/plan.yaml": model.PlanFile,
    **{f"2026/appendix/{section}.yaml": model.SectionFile for section in SECTIONS},
}
SO, XA, DON_VI = "cac-so-ban-nganh", "ubnd-cap-xa", "don-vi"
ALL = "cac-co-quan-don-vi-dia-phuong"
SNV, STC, VP, KHCN = "so-noi-vu", "so-tai-chinh", "van-phong-ubnd-tinh", "so-khoa-hoc-va-cong-nghe"

# Rows without a printed "chủ trì": who leads, inferred (docs/promises.md#printed-text). The others name theirs.
INFERRED = {
    "I.8": (SO, XA),
    "II.1": (SO,),
    "II.2.2-1": (SO,),
    "II.2.2-2": (SO,),
    "II.2.2-3": (SO, XA),
    "II.3": (SO, XA),
    "II.5": (SO,),
    "II.7": (SO,),
    "II.8": (SO,),
    "III.2": (ALL,),
    "III.7-1": (SO,),
    "III.7-2": (SNV, SO),
    "IV.1": (SO, XA),
    "IV.2": (SNV,),
    "IV.3": (SNV, VP),
    "V.1": (SO, DON_VI, XA),
    "V.6": ("co-quan-duoc-neu-trong-kien-nghi",),
    "V.7": (SNV,),
    "VI.13": (KHCN, ALL),
    "VI.14": (KHCN,),
    "VII.6": (SNV,),
    "VII.12": (SO, DON_VI, XA),
}
MILESTONES = {
    "I.5": ("Tháng 01/2026", "Trong năm 2026"),
    "I.9": ("Tháng 02/2026", "Tháng 5/2026"),
    "II.5": ("trước ngày 30/6/2026", "Trong năm 2026 (theo tiến độ kế hoạch được phê duyệt)"),
    "II.7": ("trước ngày 30/6/2026", "Trong năm 2026"),
    "IV.8": ("Quý I/2026", "Trong năm 2026"),
    "V.2": ("Đến 31/12/2026", "Đến 31/01/2027"),
    "VII.5": ("Tháng 6/2026", "Tháng 12/2026"),
}
OPEN_FOR = {  # roles that open groups have, by row; the closed groups beside them
    "I.9": ({"cac-don-vi-lien-quan"}, {SO, XA}),
    "I.13": ({"so-nganh-hiep-hoi-lien-quan"}, {ALL}),
    "V.2": ({"so-nganh-don-vi-lien-quan"}, {XA}),
    "V.4": ({"co-quan-quan-ly-dvsncl"}, set()),
    "VI.15": ({"don-vi-to-chuc-lien-quan", "so-ban-nganh-lien-quan"}, {SO, XA}),
}


def read(path: str) -> Any:
    return YAML(typ="safe", pure=True).load((FOLDER / path).read_text(encoding="utf-8"))


def leaves(rows: list[Data]) -> Iterator[Data]:
    for row in rows:
        yield from leaves(row["tasks"]) if "tasks" in row else (row,)


def leads(assignments: list[Data]) -> tuple[str, ...]:
    return tuple(each["agency"] for each in assignments if each["role"] == "lead")


PLAN: Data = read("2026/plan.yaml")
AGENCIES: dict[str, Data] = {agency["id"]: agency for agency in read("agencies.yaml")["agencies"]}
APPENDIX: list[Data] = [read(f"2026/appendix/{section}.yaml") for section in SECTIONS]
TASKS: dict[str, Data] = {task["id"]: task for section in APPENDIX for task in leaves(section["tasks"])}
DUTIES: list[Data] = [item["task"] for clause in PLAN["organisation"]["items"] for item in clause.get("items", ())
                      if "task" in item]  # fmt: skip


@pytest.mark.parametrize("path", KINDS)
def test_every_file_has_the_shape_of_its_kind(path: str) -> None:
    """The conversion raises where a file has a key or a value that its kind does not."""
    msgspec.convert(read(path), KINDS[path], strict=False)


def test_counts_of_rows_tasks_milestones_and_objectives() -> None:
    assert [len(section["tasks"]) for section in APPENDIX] == [13, 13, 7, 11, 7, 15, 13]
    assert len(TASKS) == 84
    assert sum(len(task.get("milestones", ())) or 1 for task in TASKS.values()) == 91
    assert [duty["id"] for duty in DUTIES] == [f"body.IV.3-{number}" for number in range(1, 6)]
    assert [clause["number"] for clause in PLAN["objectives"]["items"]] == [str(number) for number in range(1, 14)]


def test_milestones_are_numbered_by_their_terms_and_printed_in_their_row() -> None:
    several = {task["id"]: task["milestones"] for task in TASKS.values() if "milestones" in task}
    assert several.keys() == MILESTONES.keys()
    for task, milestones in several.items():
        terms = [part["schedule"]["text"] if isinstance(part["schedule"], dict) else part["schedule"]
                 for part in milestones]  # fmt: skip
        assert [part["id"] for part in milestones] == [f"{task}/1", f"{task}/2"]
        assert tuple(terms) == MILESTONES[task]
        assert all(term in str(TASKS[task]) for term in terms)


def test_empty_schedules_stay_empty() -> None:
    empty = [task["id"] for task in TASKS.values() if "milestones" not in task and not task["schedule"]]
    assert empty == ["II.2.2-2", "II.2.2-3", "V.6"]
    assert list(TASKS["II.2.2-1"]["schedule"]) == ["condition"]
    assert TASKS["II.2.2-1"]["products"][0].count(TASKS["II.2.2-1"]["schedule"]["condition"]) == 1


@pytest.mark.parametrize("task", TASKS.values(), ids=TASKS.keys())
def test_roles_follow_the_printed_words(task: Data) -> None:
    printed = task["assignment"].casefold()
    leading = [each for each in task["assignments"] if each["role"] == "lead"]
    assert all(each.get("words", "").casefold() in printed for each in task["assignments"])
    assert all(each.get("inferred", False) == ("chủ trì" not in printed) for each in leading)
    assert all("chủ trì" in each["words"] for each in leading if not each.get("inferred"))
    assert leads(task["assignments"]) == INFERRED.get(task["id"], leads(task["assignments"])) != ()
    assert ("chủ trì" in printed) == (task["id"] not in INFERRED)


def test_plans_approved_before_30_june_are_led_by_the_office() -> None:
    for task in ("II.5", "II.7"):
        assert leads(TASKS[task]["milestones"][0]["assignments"]) == (VP,)
        assert "assignments" not in TASKS[task]["milestones"][1]


def test_rows_with_several_printed_leads() -> None:
    printed = {task: leads(row["assignments"]) for task, row in TASKS.items() if task not in INFERRED}
    assert {task: who for task, who in printed.items() if len(who) > 1} == {"II.6": (VP, SO)}
    assert Counter(who for (who, *_) in printed.values()).most_common(1)[0][0] == SNV


def test_open_and_closed_groups_of_the_hard_rows() -> None:
    for task, expected in OPEN_FOR.items():
        groups = [AGENCIES[each["agency"]] for each in TASKS[task]["assignments"]]
        groups = [group for group in groups if group["kind"] == "group"]
        assert ({group["id"] for group in groups if group.get("open")},
                {group["id"] for group in groups if not group.get("open")}) == expected  # fmt: skip


def test_every_agency_named_is_in_the_registry_and_deciding_bodies_have_no_role() -> None:
    rows = [*TASKS.values(), *DUTIES, *(part for task in TASKS.values() for part in task.get("milestones", ()))]
    named = {each["agency"] for row in rows for each in row.get("assignments", ())}
    assert named <= AGENCIES.keys()
    assert not named & {"ubnd-tinh", "chu-tich-ubnd-tinh", "hdnd-tinh", "bo-noi-vu"}
    only_in_the_body = {group for group, row in AGENCIES.items() if row.get("open")} - named
    assert {AGENCIES[group]["basis"] for group in only_in_the_body} == {
        "QĐ 2821/QĐ-UBND (Nơi nhận)",
        "QĐ 2821/QĐ-UBND (phần IV, mục 7)",
    }


def test_groups_have_their_members_each_with_a_basis() -> None:
    members = {
        group: [each["agency"] for each in row["members"]] for group, row in AGENCIES.items() if "members" in row
    }
    assert {group: len(set(ids)) for group, ids in members.items()} == {SO: 14, XA: 65, DON_VI: 2, ALL: 3}
    assert Counter(AGENCIES[member]["kind"] for member in members[SO]) == {
        "department": 12,
        "office": 1,
        "inspectorate": 1,
    }
    assert members[XA] == [agency for agency, row in AGENCIES.items() if row["kind"] == "commune"]
    assert members[DON_VI] == [agency for agency, row in AGENCIES.items() if row["kind"] == "unit"]
    assert all(each["basis"] for row in AGENCIES.values() for each in row.get("members", ()))


def test_no_name_or_alias_belongs_to_two_agencies() -> None:
    names = [name.casefold() for row in AGENCIES.values()
             for name in {row["name"], *row.get("aliases", ()), row.get("abbreviation", row["id"])}]  # fmt: skip
    assert [name for name, times in Counter(names).items() if times > 1] == []


def test_figures_of_the_body_and_the_products_are_targets() -> None:
    body = [target for clause in PLAN["objectives"]["items"] for part in (clause, *clause.get("items", ()))
            for target in part.get("targets", ())]  # fmt: skip
    own = {task: [target["value"] for target in row["targets"]] for task, row in TASKS.items() if "targets" in row}
    every = [target["id"] for target in body] + [
        target["id"] for task in TASKS.values() for target in task.get("targets", ())
    ]
    assert len(body) == 18 and sum(target["id"].startswith("13-") for target in body) == 5
    assert (own["V.2"], own["VI.14"], own["VII.4"]) == ([90, 100], [30, 10, 70], [20])
    assert len(set(every)) == len(every)
