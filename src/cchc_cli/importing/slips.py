"""Words that mean nothing as they stand and dates with a space inside: put right, and listed as corrections."""

from re import IGNORECASE, Match
from re import compile as pattern

from msgspec import structs

from cchc_cli.importing.paper import Cell, Grid, Line, Paper
from cchc_cli.model import Correction

_SLIPS = {"đơn đốc": "đôn đốc", "thưc hiện": "thực hiện", "phối hơp": "phối hợp", "chủ tri": "chủ trì"}
"""What scanning makes of two words that mean something only together → these words."""
_CUT = r"\d{1,2}/\d{1,2}/[ \u00a0]+\d{4}"
_SLIP = pattern(r"(?<!\w)(?:" + "|".join((*_SLIPS, _CUT)) + r")(?!\w)", IGNORECASE)


def mended(paper: Paper) -> tuple[Paper, tuple[Correction, ...]]:
    """The paper without such slips, and a correction for each place."""
    found: list[Correction] = []

    def text(given: str, place: str) -> str:
        def right(slip: Match[str]) -> str:
            now = _right(slip[0])
            found.append(Correction(printed=slip[0], corrected=now, place=place))
            return now

        return _SLIP.sub(right, given)

    def block(given: Line | Grid) -> Line | Grid:
        if isinstance(given, Line):
            return structs.replace(given, text=text(given.text, given.place))
        cells = tuple(Cell(text(each.text, each.place), each.place, each.doubt) for each in given.cells)
        return structs.replace(given, cells=cells)

    return structs.replace(paper, blocks=tuple(map(block, paper.blocks))), tuple(found)


def _right(slip: str) -> str:
    """A date without the space inside it; a word with its marks, and a capital where it had one."""
    words = _SLIPS.get(slip.casefold())
    if words is None:
        return "".join(slip.split())
    return f"{words[:1].upper()}{words[1:]}" if slip[:1].isupper() else words
