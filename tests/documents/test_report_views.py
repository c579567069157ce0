"""The views of reports: frozen structs down to plain values, found by their names."""

from collections.abc import Iterator
from datetime import date
from types import NoneType
from typing import get_args, get_origin, get_type_hints

import pytest
from msgspec import Struct

from cchc_cli.documents import reports
from cchc_cli.documents.charts import Chart
from cchc_cli.documents.reports.scene import Nothing
from cchc_cli.documents.reports.views import View

PLAIN = (str, int, float, bool, date, NoneType)


def unfit(shape: object, place: str) -> Iterator[str]:
    """Where a type holds something else than frozen structs, tuples and plain values."""
    if shape in PLAIN or shape is Struct:  # any struct: each of them is tried by itself
        return
    if isinstance(shape, type) and issubclass(shape, Struct):
        if not shape.__struct_config__.frozen:
            yield place
        for name, kind in get_type_hints(shape).items():
            yield from unfit(kind, f"{place}.{name}")
    elif get_origin(shape) is tuple:
        item, rest = get_args(shape)
        assert rest is Ellipsis, place
        yield from unfit(item, f"{place}[]")
    elif get_args(shape) and get_origin(shape) not in (dict, list):
        for each in get_args(shape):
            yield from unfit(each, place)
    else:
        yield place


@pytest.mark.parametrize("name", reports.every_report())
def test_a_report_is_frozen_structs_of_plain_values(name: str) -> None:
    shape = get_type_hints(reports.named(name).build)["return"]
    assert issubclass(shape, Struct) and not issubclass(shape, Nothing)
    assert list(unfit(shape, name)) == []


def test_of_the_common_fields_only_json_outputs_are_dicts() -> None:
    dicts = {"view.tasks[]", "view.counts", "view.stats.section", "view.stats.agency", "view.targets[]"}
    assert set(unfit(View, "view")) == dicts


@pytest.mark.parametrize("wrong", [dict[str, str], list[str], object])
def test_a_type_that_is_not_a_struct_is_found(wrong: object) -> None:
    assert list(unfit(wrong, "x")) == ["x"]


@pytest.mark.parametrize("name", ["scene", "rows", "half_year", "reports", "", ".", "os", "…"])
def test_other_modules_of_the_folder_are_not_reports(name: str) -> None:
    assert reports.named(name).title == ""
    assert name not in reports.every_report()


def test_charts_are_frozen_too() -> None:
    assert list(unfit(Chart, "chart")) == []
