"""Which agencies have nothing in their plans for a collective task, and which have no plan."""

import json
from pathlib import Path

import pytest

from builders import day, loaded
from cchc_cli.queries.coverage import Coverage, coverage
from cchc_cli.queries.views import Asked
from cchc_cli.reading.load import load
from conftest import Cchc
from examples import workspace_files
from plans_below import add, both_kinds

PROVINCE = """
agencies:
- {id: cac-so, name: Các sở, kind: group, members: [{agency: so-tu-phap, basis: x}, {agency: so-tai-chinh, basis: x}]}
tasks:
- {id: I.1, assignments: [{agency: cac-so, role: lead}, {agency: ubnd-cap-xa, role: coordinate}]}
- {id: I.2, assignments: [{agency: so-tu-phap, role: lead}, {agency: cac-so, role: perform}]}
- {id: I.3, assignments: [{agency: cac-don-vi-lien-quan, role: lead}]}
plans:
  stp:
    plan: {under: "2026", monitor: so-tu-phap, decision: {signatory: {agency: so-tu-phap}}}
    tasks: [{id: I.1, implements: ["2026:I.1"]}]
"""


def covered(example: str = PROVINCE, on: str = "1/4", *agencies: str) -> Coverage:
    found = load(workspace_files(example))
    assert not found.problems
    return coverage(found.workspace, Asked(day(on), agencies))


def told(found: Coverage) -> list[tuple[str, tuple[str, ...], tuple[str, ...]]]:
    return [(each.view.task.id, each.uncovered, each.planless) for each in found.tasks]


def test_a_plan_with_nothing_for_the_task_and_no_plan_at_all_are_told_apart() -> None:
    found = covered()
    assert told(found) == [("I.1", (), ("so-tai-chinh",)), ("I.2", ("so-tu-phap",), ("so-tai-chinh",))]
    assert found.without_plan == ("so-tai-chinh",)


def test_chosen_agencies_are_looked_at_alone() -> None:
    found = covered(PROVINCE, "1/4", "so-tu-phap")
    assert told(found) == [("I.1", (), ()), ("I.2", ("so-tu-phap",), ())]
    assert found.without_plan == ()


@pytest.mark.parametrize("under", ["stp", "null"])
def test_a_plan_of_the_year_counts_unless_it_stands_under_another(under: str) -> None:
    other = (
        f"  stc: {{plan: {{under: {under}, monitor: so-tai-chinh, decision: {{signatory: {{agency: so-tai-chinh}}}}}}}}"
    )
    without = covered(PROVINCE + other).without_plan
    assert without == (("so-tai-chinh",) if under == "stp" else ())


def test_a_task_covers_through_a_plan_in_between() -> None:
    between = """
  stc:
    plan: {monitor: so-tai-chinh, decision: {signatory: {agency: so-tai-chinh}}}
    tasks: [{id: I.4, implements: ["stp:I.1"]}]
"""
    assert told(covered(PROVINCE + between))[0] == ("I.1", (), ())


def test_a_dropped_task_covers_until_its_day() -> None:
    dropped = PROVINCE.replace(
        "decision: {signatory: {agency: so-tu-phap}}}",
        "decision: {signatory: {agency: so-tu-phap}}, "
        "amendments: [{id: bo, number: 2/QĐ, date: 2026-05-01, title: Bỏ}]}",
    ).replace('["2026:I.1"]', '["2026:I.1"], dropped_by: bo')
    assert told(covered(dropped, "30/4"))[0] == ("I.1", (), ("so-tai-chinh",))
    assert told(covered(dropped, "1/5"))[0] == ("I.1", ("so-tu-phap",), ("so-tai-chinh",))


def test_the_real_plan_with_eighty_plans_adds_up(copied: Path, cchc: Cchc) -> None:
    registry = loaded().workspace.registry
    add(copied, registry, both_kinds(registry)[:-1])
    run = ("-C", str(copied), "list", "--uncovered", "--plan", "2026", "--section", "VII", "--as-of", "2026-07-01")
    found = json.loads(cchc(*run, "--format", "json").out)
    assert found["without_plan"][-1] == both_kinds(registry)[-1]
    lacking = {task["id"]: len(task["uncovered"]) for task in found["tasks"]}
    implemented = {task["id"]: len(task["implemented_by"]) for task in found["tasks"]}
    assert (lacking["VII.12"], implemented["VII.12"]) == (78 - 26, 26)
    assert lacking["VII.13"] == 78
    assert "26/81" in cchc(*run).out

    rows = json.loads(cchc("-C", str(copied), "stats", "--by", "kế hoạch", "--format", "json").out)
    levels = json.loads(cchc("-C", str(copied), "stats", "--by", "level", "--format", "json").out)
    assert [(row["id"], row["plans"]) for row in levels["rows"]] == [
        ("province", 1),
        ("department", 14),
        ("commune", 64),
    ]
    for answer in (rows, levels):
        assert answer["total"]["plans"] == sum(row["plans"] for row in answer["rows"]) == 79
        assert answer["total"]["total"] == sum(row["total"] for row in answer["rows"]) == 84 + 78 * 5
        for rate in ("done", "on_time"):
            assert answer["total"]["rates"][rate]["of"] == sum(row["rates"][rate]["of"] for row in answer["rows"])


def test_a_plan_with_errors_beside_it_is_left_out_where_another_is_named(copied: Path, cchc: Cchc) -> None:
    registry = loaded().workspace.registry
    add(copied, registry, ("so-tu-phap", "so-tai-chinh"))
    broken = copied / "plan" / "so-tu-phap" / "appendix" / "I.yaml"
    broken.write_text(broken.read_text(encoding="utf-8").replace('"title"', '"titel"'), encoding="utf-8")
    assert cchc("-C", str(copied), "show", "2026:I.8").code == 2
    shown = cchc("-C", str(copied), "show", "I.8", "--plan", "2026")
    assert (shown.code, "so-tai-chinh:I.2" in shown.out, "so-tu-phap:I.2" in shown.out) == (0, True, False)
    assert cchc("-C", str(copied), "show", "I.2", "--plan", "so-tai-chinh").code == 0


def test_uncovered_does_not_go_with_missing(cchc: Cchc) -> None:
    refused = cchc("list", "--uncovered", "--missing")
    assert (refused.code, refused.out) == (2, "")


def test_every_kind_of_row_is_taken_in_both_languages(cchc: Cchc) -> None:
    for english, vietnamese in (("plan", "ke hoach"), ("level", "Cấp"), ("agency", "cơ quan"), ("section", "lĩnh vực")):
        assert cchc("stats", "--by", english).out == cchc("stats", "--by", vietnamese).out != ""
    assert cchc("stats", "--by", "xã").code == 2
