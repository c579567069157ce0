"""cchc agencies --format json."""

from typing import Annotated, Literal

from msgspec import Meta

from cchc_cli.model.agencies import AgencyKind
from cchc_cli.schema.outputs import Output
from cchc_cli.schema.pieces import Agency, Name, NoDay, Piece


class Match(Piece, frozen=True):
    """An agency or a group."""

    id: Agency
    name: Name
    kind: Annotated[AgencyKind, Meta(description="loại")]
    groups: Annotated[tuple[str, ...], Meta(description="id các nhóm có cơ quan này")]
    members: Annotated[tuple[str, ...], Meta(description="nhóm đóng: id từng cơ quan, nhóm con đã mở ra")]


class Agencies(Piece, frozen=True):
    """The registry, or whom a name means."""

    schema: Literal["cchc.agencies/1"]
    as_of: NoDay
    matches: Annotated[tuple[Match, ...], Meta(description="theo thứ tự danh bạ")]


OUTPUT = Output("Cơ quan, nhóm cơ quan", Agencies)
