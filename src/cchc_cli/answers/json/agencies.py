"""cchc agencies --format json."""

from typing import Annotated, Literal

from msgspec import Meta

from cchc_cli.answers.json import Output
from cchc_cli.answers.json.pieces import Agency, Envelope, Name, NoDay, Piece, same_names
from cchc_cli.model import AgencyRow
from cchc_cli.model.agencies import AgencyKind
from cchc_cli.plan.registry import Registry


class Match(Piece, frozen=True):
    """An agency or a group."""

    id: Agency
    name: Name
    kind: Annotated[AgencyKind, Meta(description="loại")]
    groups: Annotated[tuple[str, ...], Meta(description="id các nhóm có cơ quan này")]
    members: Annotated[tuple[str, ...], Meta(description="nhóm đóng: id từng cơ quan, nhóm con đã mở ra")]


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
            )
            for each in rows
        ),
    )
