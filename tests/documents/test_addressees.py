"""Letters to many agencies: whole groups by their name, who is told the same told it once."""

from datetime import date
from pathlib import Path
from typing import NamedTuple

from cchc_cli.documents.reports.addressees import alike, called
from cchc_cli.shell.options import scope

REGISTRY = scope.workspace(Path(__file__).parents[2], None).registry
DAY = date(2026, 3, 31)
COMMUNES = REGISTRY.members("ubnd-cap-xa")
DEPARTMENTS = REGISTRY.members("cac-so-ban-nganh")
UNITS = REGISTRY.members("don-vi")


class Told(NamedTuple):
    id: str
    rows: tuple[str, ...]


def told(agencies: tuple[str, ...], *rows: str) -> list[Told]:
    return [Told(agency, rows) for agency in agencies]


def test_a_whole_group_is_called_by_its_name_in_the_place_of_its_first() -> None:
    assert called(COMMUNES, REGISTRY, DAY) == ("UBND cấp xã",)
    assert called((*COMMUNES, *DEPARTMENTS), REGISTRY, DAY) == ("Các sở, ban, ngành", "UBND cấp xã")


def test_a_group_that_is_not_whole_is_called_one_by_one() -> None:
    assert called(COMMUNES[1:], REGISTRY, DAY) == tuple(REGISTRY.name(each) for each in COMMUNES[1:])


def test_a_group_without_its_issuer_counts_as_whole() -> None:
    others = tuple(each for each in DEPARTMENTS if each != "so-noi-vu")
    assert "Các sở, ban, ngành" not in called(others, REGISTRY, DAY)
    assert called(others, REGISTRY, DAY, ("so-noi-vu",)) == ("Các sở, ban, ngành",)


def test_members_of_a_small_group_are_named_one_by_one() -> None:
    assert called(UNITS, REGISTRY, DAY) == tuple(REGISTRY.name(each) for each in UNITS)


def test_inner_groups_are_named_before_the_group_around_them() -> None:
    every = REGISTRY.members("cac-co-quan-don-vi-dia-phuong")
    assert set(called(every, REGISTRY, DAY)) == {"Các sở, ban, ngành", "UBND cấp xã", *map(REGISTRY.name, UNITS)}


def test_agencies_with_the_same_tasks_are_named_together() -> None:
    found = alike(
        [*told(COMMUNES, "I.8"), *told(UNITS, "I.8", "I.9"), *told(("so-tu-phap",), "I.1")],
        lambda each: each.rows,
        REGISTRY,
        DAY,
    )
    assert [(each.name, each.amount, each.first.rows) for each in found] == [
        ("UBND cấp xã (65 cơ quan)", 65, ("I.8",)),
        ("; ".join(map(REGISTRY.name, UNITS)), 2, ("I.8", "I.9")),
        ("Sở Tư pháp", 1, ("I.1",)),
    ]
