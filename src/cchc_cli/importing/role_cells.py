"""A cell of a role column as people fill it in → the cell as a plan keeps it, and what its names cannot decide."""

from collections.abc import Iterator
from re import compile as pattern

from cchc_cli.importing.roles import says
from cchc_cli.model import Assignment, Role
from cchc_cli.plan.registry import Registry

_GOES_ON = pattern(r"[,/–-]\s*$|\bvà\s*$|\bvới\s*$")


def flowing(text: str) -> str:
    """Lines that only the width of the column broke are joined: after a comma, or before a small letter."""
    lines: list[str] = []
    for line in filter(None, (each.strip() for each in text.split("\n"))):
        if lines and (_GOES_ON.search(lines[-1]) or line[:1].islower()):
            lines[-1] = f"{lines[-1]} {line}"
        else:
            lines.append(line)
    return "\n".join(lines)


def sentences(text: str, role: Role, registry: Registry) -> Iterator[Assignment]:
    """Lines that say more than names ("UBND các xã, phường trực tiếp triển khai …"): the agency that begins them."""
    for line in text.split("\n"):
        if says(line) and registry.cell(line).strange and (agency := _first(line, registry)):
            yield Assignment(agency, role, line)


def _first(line: str, registry: Registry) -> str | None:
    """The agency whose name the line begins with; the longest name counts."""
    words = line.split()
    for length in range(len(words) - 1, 0, -1):
        ids = registry.ids(" ".join(words[:length]).strip(" ,.;:-–"))
        if len(ids) == 1:
            return ids[0]
    return None
