"""The words for the level that a target requires and for whether it was reached."""

from cchc_cli.model import Target
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
