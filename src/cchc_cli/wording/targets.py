"""The words for the level that a target requires and for whether it was reached."""

from cchc_cli.model import Target
from cchc_cli.vietnamese.paper import number

RESULT = {"met": "đạt", "not_met": "chưa đạt", "not_measured": "chưa đo"}
COMPARED = {">=": "ít nhất", ">": "trên", "<=": "không quá", "<": "dưới", "=": "đúng bằng"}


def level(target: Target) -> str:
    """The level that a target requires: "ít nhất 95%", "trên 90%", "không quá 15 phút", "trong nhóm 10 dẫn đầu"."""
    if (target.comparator, target.unit) == ("<=", "hạng"):
        return f"trong nhóm {number(target.value)} dẫn đầu"
    unit = target.unit if target.unit == "%" else f" {target.unit}"
    figure = f"{number(target.value)}{unit}".strip()
    return figure if target.comparator == "=" else f"{COMPARED[target.comparator]} {figure}"
