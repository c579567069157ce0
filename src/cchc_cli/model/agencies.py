"""agencies.yaml: the registry of agencies and groups."""

from typing import Literal

from cchc_cli.model.placed import Format, Placed

AgencyKind = Literal[
    "department", "office", "inspectorate", "unit", "police", "commune", "council", "party",
    "association", "central", "organisation", "press", "group",
]  # fmt: skip


class Member(Placed, frozen=True):
    """One member of a closed group (an agency or another group) and why it counts as one."""

    agency: str
    basis: str


class AgencyRow(Placed, frozen=True):
    """An agency or a group. A closed group lists `members`; an open one (`open: true`) is never expanded or chased."""

    id: str
    name: str
    kind: AgencyKind
    abbreviation: str | None = None
    aliases: tuple[str, ...] = ()
    order: int | None = None
    code: str | None = None
    basis: str | None = None
    open: bool = False
    members: tuple[Member, ...] = ()


class AgenciesFile(Placed, frozen=True):
    """agencies.yaml: the registry, in the order in which tables print it."""

    format: Format
    agencies: tuple[AgencyRow, ...]
