"""The functions that name a file and those that recognise it agree on the place of each kind."""

import pytest

from cchc_cli.reading import places
from cchc_cli.reading.load import load
from cchc_cli.reading.places import Place
from cchc_cli.reading.reader import SHAPES

OF_A_PLAN = {
    places.plan("plan/2026"): Place("plan", "plan/2026", "plan"),
    places.section("plan/2026", "I"): Place("section", "plan/2026", "I"),
    places.progress("plan/2026", "so-noi-vu"): Place("progress", "plan/2026", "so-noi-vu"),
    places.deadlines("plan/2026"): Place("deadlines", "plan/2026", "deadlines"),
    places.events("plan/2026"): Place("events", "plan/2026", "events"),
    places.measurements("plan/2026"): Place("measurements", "plan/2026", "measurements"),
    places.given("plan/2026"): Place("given", "plan/2026", "given"),
    places.inspections("plan/2026"): Place("inspections", "plan/2026", "inspections"),
    places.filings("plan/2026"): Place("filings", "plan/2026", "filings"),
    places.texts("plan/2026", "2026-Q1"): Place("texts", "plan/2026", "2026-Q1"),
    places.snapshot("plan/2026", "2026-Q1"): Place("snapshot", "plan/2026", "2026-Q1"),
}


@pytest.mark.parametrize(("path", "place"), OF_A_PLAN.items())
def test_a_named_file_is_recognised_as_its_kind(path: str, place: Place) -> None:
    assert places.place(path) == place


def test_every_kind_of_file_has_its_place() -> None:
    of_a_plan = {place.kind for place in OF_A_PLAN.values()}
    shared = {places.kind(path) for path in (places.AGENCIES, places.CALENDAR, places.SETTINGS, places.CRITERIA)}
    assert of_a_plan | shared == set(SHAPES) == set(places.globs())


def test_the_globs_of_editors_name_the_same_places() -> None:
    own = {
        places.plan("plan/**"),
        places.section("plan/**", "*"),
        places.progress("plan/**", "*"),
        places.deadlines("plan/**"),
        places.events("plan/**"),
        places.measurements("plan/**"),
        places.given("plan/**"),
        places.inspections("plan/**"),
        places.filings("plan/**"),
        places.texts("plan/**", "*"),
        places.snapshot("plan/**", "*"),
    }
    assert set(places.globs().values()) == own | {
        places.AGENCIES, places.CALENDAR, places.SETTINGS, places.CRITERIA,
    }  # fmt: skip


def test_a_plan_file_in_a_folder_of_records_is_still_a_plan() -> None:
    assert places.place("plan/2026/progress/plan.yaml") == Place("plan", "plan/2026/progress", "plan")


def test_a_folder_without_a_plan_file_is_not_a_plan() -> None:
    assert load({places.progress("plan/2027", "so-noi-vu"): b"[]"}).workspace.plans == ()
