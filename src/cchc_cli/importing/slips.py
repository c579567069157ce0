"""Words that scanning misreads and that mean nothing as they stand: put right, and listed as corrections."""

from re import IGNORECASE, Match
from re import compile as pattern

from msgspec import structs

from cchc_cli.importing.paper import Cell, Grid, Line, Paper
from cchc_cli.model import Correction

_SLIPS = {"đơn đốc": "đôn đốc", "thưc hiện": "thực hiện", "phối hơp": "phối hợp", "chủ tri": "chủ trì"}
"""Two words that stand for no Vietnamese words together → what was printed."""
_SLIP = pattern(r"(?<!\w)(?:" + "|".join(_SLIPS) + r")(?!\w)", IGNORECASE)


def mended(paper: Paper) -> tuple[Paper, tuple[Correction, ...]]:
    """The paper without such slips, and a correction for each place."""
    found: list[Correction] = []

    def text(given: str, place: str) -> str:
        def right(slip: Match[str]) -> str:
            words = _SLIPS[slip[0].casefold()]
            now = f"{words[:1].upper()}{words[1:]}" if slip[0][:1].isupper() else words
            found.append(Correction(printed=slip[0], corrected=now, place=place))
            return now

        return _SLIP.sub(right, given)

    def block(given: Line | Grid) -> Line | Grid:
        if isinstance(given, Line):
            return structs.replace(given, text=text(given.text, given.place))
        cells = tuple(Cell(text(each.text, each.place), each.place, each.doubt) for each in given.cells)
        return structs.replace(given, cells=cells)

    return structs.replace(paper, blocks=tuple(map(block, paper.blocks))), tuple(found)
