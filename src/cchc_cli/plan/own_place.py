"""The place whose agencies a registry holds, by its People's Committee and the settings."""

from collections.abc import Iterable

from cchc_cli.model import AgencyRow
from cchc_cli.vietnamese.names import key
from cchc_cli.vietnamese.names.own import Own

_LEVELS = ("tỉnh", "thành phố", "xã", "phường", "đặc khu")


def own_place(rows: Iterable[AgencyRow], place: str) -> Own:
    """The level and name of the place: "UBND tỉnh" of a workspace in Khánh Hòa is that of tỉnh Khánh Hòa."""
    committees = [row for row in rows if row.kind in ("council", "commune")]
    named = {(row.kind, key(name)) for row in committees for name in (row.name, *row.aliases, row.full or "")}
    for kind, ending in (("council", f" {key(place)}"), ("council", ""), ("commune", f" {key(place)}")):
        level = next((each for each in _LEVELS if (kind, f"ubnd {each}{ending}".rstrip()) in named), None)
        if level:
            return Own(level, place)
    return Own("", place)
