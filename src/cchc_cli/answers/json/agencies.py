"""cchc agencies --format json."""

from datetime import date as Day
from typing import Annotated, Literal

from msgspec import Meta

from cchc_cli.answers.json import Output
from cchc_cli.answers.json.pieces import Agency, Envelope, Name, NoDay, Piece, same_names
from cchc_cli.model import AgencyRow
from cchc_cli.model.agencies import AgencyKind
from cchc_cli.plan.registry import Registry


class Membership(Piece, frozen=True):
    """A member of a group as it is listed, with its time in the group."""

    agency: Agency
    since: Annotated[Day | None, Meta(description="ngày vào nhóm; null: từ đầu")]
    until: Annotated[Day | None, Meta(description="ngày cuối trong nhóm; null: đến nay")]


class Match(Piece, frozen=True):
    """An agency or a group."""

    id: Agency
    name: Name
    kind: Annotated[AgencyKind, Meta(description="loại")]
    since: Annotated[Day | None, Meta(description="ngày đầu hoạt động; null: từ đầu")]
    until: Annotated[Day | None, Meta(description="ngày cuối hoạt động; null: đến nay")]
    successors: Annotated[tuple[str, ...], Meta(description="id các cơ quan kế tục")]
    groups: Annotated[tuple[str, ...], Meta(description="id các nhóm có cơ quan này, kể cả nhóm đã rời")]
    members: Annotated[
        tuple[str, ...], Meta(description="nhóm đóng: id từng cơ quan, nhóm con đã mở ra, kể cả cơ quan đã rời")
    ]
    memberships: Annotated[tuple[Membership, ...], Meta(description="nhóm đóng: từng thành viên ghi trong danh bạ")]


class Agencies(Envelope, frozen=True):
    """The registry, or whom a name means."""

    schema: Literal["cchc.agencies/1"]
    as_of: NoDay
    matches: Annotated[tuple[Match, ...], Meta(description="theo thứ tự danh bạ")]


OUTPUT = Output("Cơ quan, nhóm cơ quan", Agencies)


def agencies(rows: tuple[AgencyRow, ...], registry: Registry, province: str | None) -> Agencies:
    """Agencies with the groups they are in and the members they have."""
    return Agencies(
        schema="cchc.agencies/1",
        as_of=None,
        province=province,
        matches=tuple(
            Match(
                **same_names(Match, each, but=("members",)),
                groups=registry.groups(each.id),
                members=registry.members(each.id),
                memberships=tuple(Membership(**same_names(Membership, member)) for member in each.members),
            )
            for each in rows
        ),
    )
