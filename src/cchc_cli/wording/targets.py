"""The words for the level that a target requires and for whether it was reached."""

from cchc_cli.model import Measurement, Target
from cchc_cli.vietnamese.paper import number

RESULT = {"met": "đạt", "not_met": "chưa đạt", "not_measured": "chưa đo"}
COMPARED = {">=": "ít nhất", ">": "trên", "<=": "không quá", "<": "dưới", "=": "đúng bằng"}


def level(target: Target) -> str:
    """The level that a target requires: "ít nhất 95%", "trên 90%", "không quá 15 phút", "trong nhóm 10 dẫn đầu"."""
    if (target.comparator, target.unit) == ("<=", "hạng"):
        return f"trong nhóm {number(target.value)} dẫn đầu"
    told = figure(target.value, target.unit)
    return told if target.comparator == "=" else f"{COMPARED[target.comparator]} {told}"


def figure(value: float, unit: str) -> str:
    """A figure with its unit: "72,4%", "18 phút"; a place in a ranking as "hạng 8"."""
    if unit == "hạng":
        return f"hạng {number(value)}"
    return f"{number(value)}{unit if unit == '%' else f' {unit}'}".strip()


def measured(given: Measurement, unit: str) -> str:
    """A measurement with its unit; of a numerator and a denominator both, "21,5% (17/79)"."""
    if given.numerator is None:
        return figure(given.value or 0, unit)
    return f"{figure(_rounded(given, unit), unit)} ({typed(given)})"


def value(given: Measurement, unit: str) -> str:
    """A measurement without its unit: "21,5"."""
    return number((given.value or 0) if given.numerator is None else _rounded(given, unit))


def _rounded(given: Measurement, unit: str) -> float:
    """A quotient rounded half up to one decimal."""
    from decimal import ROUND_HALF_UP, Decimal

    exact = Decimal(given.amount(unit)).quantize(Decimal("1e-9"))
    return float(exact.quantize(Decimal("0.1"), ROUND_HALF_UP))


def typed(given: Measurement) -> str:
    """A measurement as it was typed, without unit: "91,5", "17/79"."""
    if given.numerator is None or given.denominator is None:
        return number(given.value or 0)
    return f"{number(given.numerator)}/{number(given.denominator)}"
