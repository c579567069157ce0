"""Agencies in the order that agencies.yaml gives them."""

import pytest

from cchc_cli.model import AgencyRow, Member
from cchc_cli.plan.registry import Registry


def agency(identity: str, order: int | None = None) -> AgencyRow:
    return AgencyRow(identity, identity, "department", order=order)


@pytest.mark.parametrize(
    ("orders", "expected"),
    [
        ((None, None, None), ("so-x", "so-y", "so-z")),
        ((3, 2, 1), ("so-z", "so-y", "so-x")),
        ((30, 10, 20), ("so-y", "so-z", "so-x")),
    ],
)
def test_agencies_stand_in_the_order_written_beside_them(
    orders: tuple[int | None, ...], expected: tuple[str, ...]
) -> None:
    rows = [agency(identity, order) for identity, order in zip(("so-x", "so-y", "so-z"), orders, strict=True)]
    assert Registry(rows).in_order(["so-z", "so-x", "so-y"]) == expected


def test_members_of_a_group_stand_in_the_order_of_the_agencies() -> None:
    members = (Member("so-x", "1/QĐ"), Member("so-y", "1/QĐ"))
    group = AgencyRow("cac-so", "Các sở", "group", members=members)
    assert Registry([agency("so-x", 2), agency("so-y", 1), group]).members("cac-so") == ("so-y", "so-x")


@pytest.mark.parametrize(
    ("row", "full"),
    [
        (AgencyRow("a", "UBND xã Vĩnh Am", "commune"), "Ủy ban nhân dân xã Vĩnh Am"),
        (AgencyRow("a", "UBND đặc khu Cát Hải", "commune"), "Ủy ban nhân dân đặc khu Cát Hải"),
        (AgencyRow("a", "Văn phòng HĐND và UBND", "office"), "Văn phòng Hội đồng nhân dân và Ủy ban nhân dân"),
        (AgencyRow("a", "Sở Tư pháp", "department", aliases=("Sở Tư pháp tỉnh",)), "Sở Tư pháp"),
        (AgencyRow("a", "UBND tỉnh", "council"), "Ủy ban nhân dân tỉnh"),
        (AgencyRow("a", "UBND tỉnh", "council", full="Ủy ban nhân dân tỉnh Mẫu"), "Ủy ban nhân dân tỉnh Mẫu"),
        (AgencyRow("a", "UBND thành phố", "council", aliases=("UBND TP", "UBND thành phố Hải Phòng")),
         "Ủy ban nhân dân thành phố Hải Phòng"),
        (AgencyRow("a", "UBND tỉnh", "council", aliases=("UBND tỉnh A", "UBND tỉnh B")), "Ủy ban nhân dân tỉnh"),
    ],
)  # fmt: skip
def test_a_name_is_written_out_with_its_capitals_and_its_place_if_that_is_certain(row: AgencyRow, full: str) -> None:
    assert Registry([row]).full("a") == full
