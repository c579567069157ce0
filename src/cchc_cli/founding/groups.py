"""The groups that the plans of a body name (docs/promises.md#groups), with the agencies of the kinds that they mean."""

from collections.abc import Iterator
from typing import NamedTuple

from cchc_cli.founding.body import Body
from cchc_cli.model import AgencyRow, Member
from cchc_cli.model.agencies import AgencyKind
from cchc_cli.plan.monitors import BodyKind

_ASSUMED = "assumed: xếp theo loại cơ quan khi tạo thư mục, cần đối chiếu"


class _Group(NamedTuple):
    """A group of all agencies of some kinds; `name` may hold the level of the province."""

    id: str
    name: str
    aliases: tuple[str, ...]
    kinds: tuple[AgencyKind, ...]


_DIVISIONS = _Group(
    "cac-phong-don-vi", "Các phòng, đơn vị", ("Các phòng, đơn vị trực thuộc",), ("division", "bureau", "unit")
)
_GROUPS: dict[BodyKind, tuple[_Group, ...]] = {
    "province": (
        _Group(
            "cac-so-ban-nganh", "Các sở, ban, ngành", ("Sở, ban, ngành", "Các sở, ngành", "Sở, ngành"),
            ("department", "inspectorate", "office"),
        ),
        _Group(
            "ubnd-cap-xa", "UBND cấp xã",
            ("Ủy ban nhân dân cấp xã", "UBND các xã, phường, đặc khu", "UBND các xã, phường", "Địa phương",
             "Các địa phương"),
            ("commune",),
        ),
        _Group(
            "don-vi", "Đơn vị sự nghiệp công lập trực thuộc UBND {level}", ("Đơn vị", "Các đơn vị"), ("unit",)
        ),
    ),
    "department": (_DIVISIONS,),
    "commune": (_DIVISIONS,),
    "ministry": (
        _Group("cac-vu-cuc", "Các vụ, cục", ("Vụ, cục",), ("bureau",)),
        _Group(
            "cac-don-vi-thuoc-bo", "Các đơn vị thuộc Bộ", ("Các đơn vị trực thuộc Bộ", "Các vụ, cục, đơn vị thuộc Bộ"),
            ("bureau", "division", "unit"),
        ),
    ),
}  # fmt: skip
_ALL = (
    "cac-co-quan-don-vi-dia-phuong", "Các cơ quan, đơn vị, địa phương",
    ("Cơ quan, đơn vị, địa phương", "Các cơ quan, tổ chức, đơn vị, địa phương"),
)  # fmt: skip


def ids(of: Body) -> tuple[str, ...]:
    """The ids that the groups of the body's registry take."""
    return (*(group.id for group in _GROUPS[of.kind]), *((_ALL[0],) if of.kind == "province" else ()))


def groups(agencies: tuple[AgencyRow, ...], of: Body) -> Iterator[AgencyRow]:
    """The groups that have members; the body itself is in none."""
    made = []
    for identity, name, aliases, kinds in _GROUPS[of.kind]:
        among = [row.id for row in agencies if row.kind in kinds and row.name != of.name]
        if among:
            made.append(identity)
            yield _row(identity, name.format(level=of.province.level if of.province else ""), aliases, among)
    if len(made) > 1 and of.kind == "province":
        yield _row(*_ALL, made)


def _row(identity: str, name: str, aliases: tuple[str, ...], among: list[str]) -> AgencyRow:
    members = tuple(Member(agency=each, basis=_ASSUMED) for each in among)
    return AgencyRow(id=identity, name=name, kind="group", aliases=aliases, members=members)
