"""Who has filed a report, and how late: the cut-off on a Saturday, make-up working days, agencies that come and go."""

from datetime import date, timedelta

import pytest
from msgspec import structs

from builders import REGISTRY, day, real, task
from builders import workspace as small
from cchc_cli.model import AgencyRow, Filing, FilingTerm, Settings
from cchc_cli.plan.registry import Registry
from cchc_cli.plan.workspace import Workspace
from cchc_cli.queries.filings import Filings, filers, filings
from cchc_cli.schedule import period

TWO_DAYS = FilingTerm(days=2)


def filed(agency: str, on: str, of: str = "2026-Q1", number: str = "45/BC-STP", recorded: str | None = None) -> Filing:
    return Filing(period=of, agency=agency, number=number, date=day(on), recorded=day(recorded) if recorded else None)


def province(*lines: Filing, term: FilingTerm | None = TWO_DAYS) -> Workspace:
    sound = real()
    plan = sound.plans[0]
    records = structs.replace(plan.records, filings=lines)
    settings = structs.replace(plan.settings, filing=term)
    return structs.replace(sound, plans=(structs.replace(plan, records=records, settings=settings),))


def of_period(workspace: Workspace, name: str = "2026-Q1", on: date = date(2026, 12, 31)) -> Filings:
    found = period(name)
    assert found is not None
    return filings(workspace.plans[0], workspace, found, on)


def test_79_agencies_owe_a_report_by_the_second_working_day_after_a_saturday() -> None:
    found = of_period(province(filed("so-tu-phap", "18/3"), filed("so-noi-vu", "17/3")))
    assert (found.total, found.due) == (79, date(2026, 3, 17))  # 14/3/2026 is a Saturday
    assert {each.filing.agency: each.days_late for each in found.filed} == {"so-tu-phap": 1, "so-noi-vu": 0}
    assert (len(found.unfiled), found.late) == (77, 1)


def test_a_make_up_saturday_is_a_working_day() -> None:
    workspace = province()
    settings = structs.replace(workspace.plans[0].settings, periods="calendar")
    plan = structs.replace(workspace.plans[0], settings=settings)
    thursday = structs.replace(workspace, plans=(plan,))
    found = period("2026-Q1")
    assert found is not None
    cut_off = structs.replace(found, end=date(2026, 8, 20))
    assert filings(plan, thursday, cut_off, date(2026, 9, 1)).due == date(2026, 8, 22)  # a Saturday made up for


def test_without_the_setting_nothing_is_late() -> None:
    found = of_period(province(filed("so-tu-phap", "30/11"), term=None))
    assert (found.due, found.late, found.days_late) == (None, 0, 0)


def test_those_who_have_not_filed_are_late_from_the_day_after_the_last() -> None:
    assert [of_period(province(), on=date(2026, 3, 17) + timedelta(each)).days_late for each in (0, 1, 9)] == [0, 1, 9]


def test_a_report_counts_from_its_day_and_a_later_line_takes_its_place() -> None:
    workspace = province(
        filed("so-tu-phap", "18/3", number="46/BC-STP", recorded="20/3"),
        filed("so-tu-phap", "16/3", number="45/BC-STP", recorded="16/3"),
        filed("so-tu-phap", "16/6", of="2026-Q2"),
    )
    assert of_period(workspace, on=day("15/3")).filed == ()
    (only,) = of_period(workspace).filed
    assert (only.filing.number, only.days_late) == ("46/BC-STP", 1)


def test_reports_of_agencies_that_need_not_file_are_kept_apart() -> None:
    found = of_period(province(filed("cong-an-tinh", "16/3")))
    assert ([each.filing.agency for each in found.others], found.filed, found.total) == (["cong-an-tinh"], (), 79)


@pytest.mark.parametrize(("cut_off", "there"), [("14/3", "a"), ("14/6", "b")])
def test_filers_are_those_that_existed_on_the_cut_off_day(cut_off: str, there: str) -> None:
    rows = (
        AgencyRow(id="a", name="Sở A", kind="department", until=day("30/4"), successors=("b",)),
        AgencyRow(id="b", name="Sở B", kind="department", since=day("1/5")),
    )
    workspace = small(task(), filers=("a", "b"))
    assert filers(workspace.plans[0], Registry(rows), day(cut_off)) == (there,)


def test_without_the_usual_groups_the_members_of_all_groups_file() -> None:
    workspace = small(task())
    assert filers(workspace.plans[0], REGISTRY, day("1/1")) == ("stp", "stc", "vp", "xa-1", "xa-2", "xa-3")
    assert workspace.plans[0].settings.filers == Settings().filers
