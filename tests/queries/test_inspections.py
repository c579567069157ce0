"""Inspections of the real plan, counted by the program and, in the names of the tests, by hand."""

from datetime import date

import pytest
from msgspec import structs

from builders import day, real
from cchc_cli.model import Inspection, InspectionKind
from cchc_cli.plan.workspace import Workspace
from cchc_cli.queries.filings import filers
from cchc_cli.queries.inspections import standing, tallies
from cchc_cli.queries.targets import TargetState, targets

CCHC = "Công tác cải cách hành chính"
ISO = "Hệ thống quản lý chất lượng TCVN ISO 9001:2015"
END = date(2026, 12, 31)


def inspection(agency: str, on: str = "12/5", kind: InspectionKind = "direct", **fields: object) -> Inspection:
    return Inspection(**{"agency": agency, "date": day(on), "kind": kind, "subject": CCHC, **fields})  # type: ignore[arg-type]


def inspected(*held: Inspection) -> Workspace:
    sound = real()
    records = structs.replace(sound.plans[0].records, inspections=held)
    return structs.replace(sound, plans=(structs.replace(sound.plans[0], records=records),))


def of_target(workspace: Workspace, identity: str, on: date = END) -> TargetState:
    return next(each for each in targets(workspace, on) if each.target.id == identity)


def counted(state: TargetState) -> tuple[float | None, float | None, str]:
    measured = state.measurement
    return (measured.numerator, measured.denominator, state.result) if measured else (None, None, state.result)


def members(group: str) -> tuple[str, ...]:
    return real().registry.members(group, END)


EVERYONE = (*members("cac-so-ban-nganh"), *members("ubnd-cap-xa"))


def test_the_groups_are_those_that_the_shares_are_counted_over() -> None:
    assert (len(members("cac-so-ban-nganh")), len(members("ubnd-cap-xa")), len(EVERYONE)) == (14, 65, 79)


@pytest.mark.parametrize(("how_many", "result"), [(15, "not_met"), (16, "met")])
def test_a_fifth_of_79_agencies_is_16(how_many: int, result: str) -> None:
    workspace = inspected(*(inspection(each) for each in EVERYONE[:how_many]))
    assert counted(of_target(workspace, "VII.4")) == (how_many, 79, result)  # 15/79 = 18.99 %, 16/79 = 20.25 %


@pytest.mark.parametrize(
    ("identity", "group", "kind", "least"),
    [
        ("VI.14-1", "cac-so-ban-nganh", "direct", 5),  # 4/14 = 28.6 %, 5/14 = 35.7 %
        ("VI.14-2", "ubnd-cap-xa", "direct", 7),  # 6/65 = 9.2 %, 7/65 = 10.8 %
        ("VI.14-3", "cac-so-ban-nganh", "file", 10),  # 9/14 = 64.3 %, 10/14 = 71.4 %
    ],
)
def test_shares_of_one_kind_and_group(identity: str, group: str, kind: InspectionKind, least: int) -> None:
    of = len(members(group))
    for how_many, result in ((least - 1, "not_met"), (least, "met")):
        held = [inspection(each, kind=kind, subject=ISO) for each in members(group)[:how_many]]
        assert counted(of_target(inspected(*held), identity)) == (how_many, of, result)


def test_an_agency_counts_once_and_only_for_its_subject_kind_and_group() -> None:
    workspace = inspected(
        inspection("so-tu-phap"),
        inspection("so-tu-phap", "1/9"),
        inspection("so-tu-phap", kind="file", subject=ISO),
        inspection("cong-an-tinh"),
    )
    assert counted(of_target(workspace, "VII.4")) == (1, 79, "not_met")
    assert counted(of_target(workspace, "VI.14-1")) == (0, 14, "not_met")
    assert counted(of_target(workspace, "VI.14-3")) == (1, 14, "not_met")


def test_before_the_first_inspection_nothing_is_measured() -> None:
    workspace = inspected(inspection("so-tu-phap"))
    assert counted(of_target(workspace, "VII.4", day("11/5"))) == (None, None, "not_measured")
    assert counted(of_target(workspace, "VII.4", day("12/5"))) == (1, 79, "not_met")
    assert counted(of_target(workspace, "VI.14-1")) == (None, None, "not_measured")


def test_a_later_line_on_an_inspection_holds_from_the_day_it_was_written() -> None:
    first = inspection("so-tu-phap", document="12/KL-SNV", findings=5, mended=3, recorded=day("20/5"))
    later = structs.replace(first, mended=5, recorded=day("20/6"))
    for lines in ((first, later), (later, first)):  # git may merge lines in any order
        assert [each.mended for each in standing(lines, day("19/6"))] == [3]
        assert [each.mended for each in standing(lines, day("20/6"))] == [5]


def test_a_document_that_comes_later_joins_its_inspection() -> None:
    held = inspection("so-tu-phap", recorded=day("12/5"))
    concluded = structs.replace(held, document="12/KL-SNV", findings=2, recorded=day("1/6"))
    corrected = structs.replace(concluded, date=day("13/5"), recorded=day("2/6"))
    another = inspection("so-tu-phap", "1/9", document="30/KL-SNV", findings=1)
    got = standing((held, concluded, corrected, another), END)
    assert [(each.date, each.findings) for each in got] == [(day("13/5"), 2), (day("1/9"), 1)]


def test_what_was_found_and_mended_is_added_up_by_subject() -> None:
    workspace = inspected(
        inspection("so-tu-phap", findings=20, mended=18),
        inspection("so-noi-vu", findings=14, mended=12),
        inspection("cong-an-tinh", subject=ISO, findings=1),
    )
    plan, registry = workspace.plans[0], workspace.registry
    found = tallies(plan, registry, filers(plan, registry, END), END)
    assert [(each.subject, len(each.inspected), each.of, each.findings, each.mended) for each in found] == [
        (CCHC, 2, 79, 34, 30),
        (ISO, 0, 79, 1, 0),
    ]
