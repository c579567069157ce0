"""The parts of which the next plan is made: its time and name, schedules, numbers, and the writing of files."""

from datetime import date

import pytest
from msgspec import structs

from cchc_cli.model import PlanFile, PlanTerm, ScheduleRow, SectionFile, TaskRow
from cchc_cli.plan.tasks import walk
from cchc_cli.reading.load import load
from cchc_cli.recording.edit.whole import whole
from cchc_cli.renewal import terms
from cchc_cli.renewal.numbers import renumbered
from cchc_cli.renewal.years import shifted
from conftest import ROOT, plan_files

YEAR = PlanFile(format=1, title="x", monitor="so-noi-vu", year=2026)
FIVE = structs.replace(YEAR, year=None, term=PlanTerm(date(2026, 1, 1), date(2030, 12, 31)))
HALF = structs.replace(YEAR, year=None, term=PlanTerm(date(2026, 1, 1), date(2026, 6, 30)))
ODD = structs.replace(YEAR, year=None, term=PlanTerm(date(2024, 2, 29), date(2025, 2, 28)))


@pytest.mark.parametrize(
    ("file", "wanted", "former", "start", "end", "years", "name"),
    [
        (YEAR, "2027", "2026", (2027, 1, 1), (2027, 12, 31), 1, "2027"),
        (YEAR, "2028", "phuong", (2028, 1, 1), (2028, 12, 31), 2, "phuong-2028"),
        (YEAR, "2027", "so-y-te/2026", (2027, 1, 1), (2027, 12, 31), 1, "so-y-te/2027"),
        (YEAR, "2027", "kh-2026-2", (2027, 1, 1), (2027, 12, 31), 1, "kh-2027-2"),
        (YEAR, "2027-h2", "2026", (2027, 7, 1), (2027, 12, 31), None, "2027"),
        (YEAR, "2027-2030", "2026", (2027, 1, 1), (2030, 12, 31), None, "2027"),
        (FIVE, "2031", "2026-2030", (2031, 1, 1), (2035, 12, 31), 5, "2031-2035"),
        (FIVE, "2031-2035", "de-an", (2031, 1, 1), (2035, 12, 31), 5, "de-an-2031-2035"),
        (HALF, "2027", "2026-H1", (2027, 1, 1), (2027, 6, 30), 1, "2027-H1"),
        (HALF, "2026-H2", "2026-H1", (2026, 7, 1), (2026, 12, 31), None, "2026-H2"),
        (HALF, "2026-H2", "2026", (2026, 7, 1), (2026, 12, 31), None, "2026-2026-H2"),
        (ODD, "2025", "x", (2025, 2, 28), (2026, 2, 28), 1, "x-2025-2026"),
    ],
)  # fmt: skip
def test_the_time_and_the_name_of_the_next_plan(
    file: PlanFile, wanted: str, former: str, start: tuple[int, int, int], end: tuple[int, int, int],
    years: int | None, name: str,
) -> None:  # fmt: skip
    to = terms.step(file, wanted)
    assert to is not None
    assert (to.new.start, to.new.end, to.years) == (date(*start), date(*end), years)
    assert terms.name(former, to) == name


@pytest.mark.parametrize("wanted", ["", "27", "1999", "2030-2027", "2027-H3", "năm sau", "2027 2028"])
def test_other_words_are_no_time_of_a_plan(wanted: str) -> None:
    assert terms.step(YEAR, wanted) is None


MOVED = {
    "Tháng 01/2026": "Tháng 01/2027",
    "Trong năm 2026": "Trong năm 2027",
    "Quý I/2026": "Quý I/2027",
    "Trước ngày 15/12/2026": "Trước ngày 15/12/2027",
    "Từ tháng 6 - tháng 11/2026": "Từ tháng 6 - tháng 11/2027",
    "Tháng 02/2026": "Tháng 02/2027",
    "Thường xuyên trong năm 2026": "Thường xuyên trong năm 2027",
    "Trong năm 2026 (theo tiến độ kế hoạch)": "Trong năm 2027 (theo tiến độ kế hoạch)",
    "30/6/2026 và 31/12/2026": "30/6/2027 và 31/12/2027",
}
STAYS = (
    "",
    "Thường xuyên",
    "Hằng quý",
    "Tháng 3",
    "Đến 31/01/2027",
    "Từ tháng 12/2025 - tháng 3/2026",
    "Giai đoạn 2026 - 2030",
    "Quý II/2026 (sau khi công bố kết quả PCI năm 2025)",
    "Quý II/2026 (sau khi công bố kết quả PCI năm 2026)",
    "Theo Quyết định số 12/2026/QĐ-UBND",
    "Theo Kế hoạch số 5/KH-UBND ngày 05/02/2026",
    "- Tháng 02/2026: Ban hành Kế hoạch năm 2026.\n- Tháng 5/2026: Báo cáo năm 2026.",
)


@pytest.mark.parametrize("text", MOVED)
def test_a_schedule_of_the_plans_own_year_moves(text: str) -> None:
    to = terms.step(YEAR, "2027")
    assert to is not None
    assert shifted(text, to, None) == MOVED[text]
    assert shifted(ScheduleRow(text=text, after=("x",)), to, None) == ScheduleRow(text=MOVED[text], after=("x",))


@pytest.mark.parametrize("text", STAYS)
def test_a_schedule_stays_where_it_is_not_certain(text: str) -> None:
    to = terms.step(YEAR, "2027")
    assert to is not None
    assert shifted(text, to, None) == text


def test_leap_days_and_fields_that_say_more_than_the_words() -> None:
    leap, to = terms.step(structs.replace(YEAR, year=2028), "2029"), terms.step(YEAR, "2028")
    assert leap is not None and to is not None
    assert shifted("Ngày 29/02/2028", leap, None) == "Ngày 29/02/2028"
    assert shifted("Tháng 02/2026", to, None) == "Tháng 02/2028"
    same = ScheduleRow(text="Tháng 02/2026", due=date(2026, 2, 28))
    assert shifted(same, to, None) == ScheduleRow(text="Tháng 02/2028", due=date(2028, 2, 29))
    more = ScheduleRow(text="Tháng 02/2026", due=date(2026, 2, 20))
    assert shifted(more, to, None) == more


def test_nothing_moves_where_the_times_are_not_alike() -> None:
    for file, wanted in ((HALF, "2026-H2"), (YEAR, "2027-2030")):
        to = terms.step(file, wanted)
        assert to is not None
        assert shifted("Tháng 3/2026", to, None) == "Tháng 3/2026"


def row(identity: str, number: str, *tasks: TaskRow) -> TaskRow:
    return TaskRow(id=identity, number=number, title="x", tasks=tasks)


def test_rows_are_numbered_without_gaps_and_print_what_they_are() -> None:
    rows = (
        row("I.2", "2"),
        row("I.7", "7.", row("I.7-2", "-"), row("I.7-3", "-")),
        row("I.8", "VIII", row("I.8.3", "8.3"), row("I.8.5", "5", row("I.8.5.dd", "đ)"), row("I.8.5.e", "e)"))),
    )
    (made,), names = renumbered((SectionFile(tasks=rows, id="I", number="I", title="x"),))
    assert [(each.id, each.number) for each in walk(made.tasks)] == [
        ("I.1", "1"), ("I.2", "2."), ("I.2-1", "-"), ("I.2-2", "-"), ("I.3", "VIII"), ("I.3.1", "3.1"), ("I.3.2", "2"),
        ("I.3.2.a", "a)"), ("I.3.2.b", "b)"),
    ]  # fmt: skip
    assert names["I.8.5.DD"] == "I.3.2.a"


def test_rows_numbered_in_a_way_of_their_own_keep_it() -> None:
    (made,), _ = renumbered((SectionFile(tasks=(row("3", "3"), row("5x", "5x"), row("9", "9"))),))
    assert [each.id for each in made.tasks] == ["3", "5x", "9"]
    (made,), _ = renumbered((SectionFile(tasks=(row("3", "3"), row("9", "9", row("9.2", "9.2")))),))
    assert [(each.id, each.number) for each in walk(made.tasks)] == [("1", "1"), ("2", "2"), ("2.1", "2.1")]


@pytest.mark.parametrize("folder", [".", "examples/tinh-mau", "examples/bo-mau"])
def test_files_written_anew_say_the_same(folder: str) -> None:
    files = plan_files(ROOT / folder)
    before = load(files).workspace
    texts = {
        **{f"{plan.folder}/plan.yaml": whole(plan.file) for plan in before.plans},
        **{
            f"{plan.folder}/appendix/{each.id}.yaml": whole(each, "tasks")
            for plan in before.plans
            for each in plan.sections
        },
    }
    assert set(texts) <= set(files)
    loaded = load(files | {path: text.encode() for path, text in texts.items()})
    assert not loaded.problems
    for was, now in zip(before.plans, loaded.workspace.plans, strict=True):
        assert whole(was.file) == whole(now.file)
        assert [whole(each) for each in was.sections] == [whole(each) for each in now.sections]
        assert [[each.schedule for each in task.milestones] for task in was.tasks] == [
            [each.schedule for each in task.milestones] for task in now.tasks
        ]
