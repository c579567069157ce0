"""Two texts → the words that differ, as few as tell the difference."""

from cchc_cli.answers.values import EMPTY, LONG, short
from cchc_cli.differences.likeness import edits

_FRAGMENTS = 3
_SHORT = 100


def reworded(before: str | None, after: str | None) -> str:
    """ "“năm 2025” → “năm 2026”": only the words that differ where these are few, else the whole."""
    then, now = " ".join((before or "").split()), " ".join((after or "").split())
    if not then or not now:
        return f"{_quoted(then)} → {_quoted(now)}"
    found = edits(then, now)
    said = "; ".join(f"“{old}” → “{new}”" for old, new in found)
    whole = f"“{then}” → “{now}”"
    if len(whole) <= _SHORT or len(said) >= len(whole) <= 2 * LONG:
        return whole
    if len(found) <= _FRAGMENTS and len(said) <= 2 * LONG:
        return said
    first = "; ".join(f"“{short(old)}” → “{short(new)}”" for old, new in found[:_FRAGMENTS])
    return first + (f"; và {len(found) - _FRAGMENTS} chỗ nữa" if len(found) > _FRAGMENTS else "")


def listed(before: tuple[str, ...], after: tuple[str, ...]) -> str:
    """Items added to a list and items removed; one line that was reworded is shown as such."""
    gone = [each for each in before if each not in after]
    come = [each for each in after if each not in before]
    if len(gone) == len(come) == 1:
        return reworded(gone[0], come[0])
    said = [f"bỏ “{short(each)}”" for each in gone] + [f"thêm “{short(each)}”" for each in come]
    return "; ".join(said) or "đổi thứ tự"


def _quoted(text: str) -> str:
    return f"“{short(text)}”" if text else EMPTY
