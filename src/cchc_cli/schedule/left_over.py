"""Words of a cell that are in no term: whether they may hold one."""

from collections.abc import Sequence

from cchc_cli.schedule.phrases import Bit

UNITS = frozenset(("ngày", "tuần", "tháng", "quý", "năm", "giờ"))
PERIODS = frozenset(("tuần", "tháng", "quý"))


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
