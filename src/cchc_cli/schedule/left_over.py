"""Words of a cell that are in no term: whether they may hold one."""

from collections.abc import Sequence
from itertools import pairwise

from cchc_cli.schedule.citations import calls_a_document
from cchc_cli.schedule.phrases import Bit
from cchc_cli.schedule.words import BEFORE_A_DAY, ROUND_THE_CLOCK

UNITS = frozenset(("ngày", "tuần", "tháng", "quý", "năm", "giờ"))
PERIODS = frozenset(("tuần", "tháng", "quý"))
_SPAN = str.maketrans("", "", "-–")
_BETWEEN_DAYS = frozenset(("-", "–", "và"))


class Unsure(Exception):  # noqa: N818
    """Words between `start` and `end` may hold a term that no phrase reads."""

    def __init__(self, start: int, end: int) -> None:
        super().__init__()
        self.span = (start, end)


def refuse_times(bits: Sequence[Bit]) -> None:
    """Raises `Unsure` at words that name a length of time or a kind of period (10 ngày, báo cáo quý)."""
    for bit in bits:
        if bit.kind == "P":
            continue
        for before, word in zip(("", *bit.words), bit.words, strict=False):
            if word in PERIODS or (word in UNITS and before in ("<số>", "hằng", "mỗi", "từng")):
                raise Unsure(bit.start, bit.end)
            if word == "lần" and before == "<số>":
                raise Unsure(bit.start, bit.end)


def may_be_a_day(words: list[str], *, again: bool = False) -> bool:
    """Whether words end in a number, or name a weekday, that may be a day of the term beside them ("trước 25", "25").

    `again`: beside an interval every number may be one.
    """
    if again and "thứ" in words:
        return True
    if not words:
        return False
    is_number = words[-1][0].isdecimal() and words[-1].translate(_SPAN).isdecimal()
    is_led = again or len(words) == 1 or words[-2] in BEFORE_A_DAY
    return is_number and is_led and not calls_a_document(words)


def is_day_and_night(flat: str) -> bool:
    """Whether a text has "24/7" for day and night ("trực 24/7"): not alone, nor where a day may stand."""
    return ROUND_THE_CLOCK in flat and any(
        word.strip("();,.") == ROUND_THE_CLOCK
        and before not in BEFORE_A_DAY | _BETWEEN_DAYS
        and not before.strip(",;")[-1:].isdigit()
        for before, word in pairwise(flat.lower().split())
    )
