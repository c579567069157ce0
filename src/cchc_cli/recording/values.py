"""Days, numbers and words of a list, as officers type them → values."""

from collections.abc import Iterable, Mapping
from datetime import date as Day
from datetime import timedelta
from functools import cache
from typing import NamedTuple, TypeVar

from cchc_cli.recording.faults import Fault, Field
from cchc_cli.vietnamese import unclear_days
from cchc_cli.vietnamese.names import fold
from cchc_cli.vietnamese.paper import parse_day, parse_number, short_date

W = TypeVar("W", bound=str)
Vocabulary = Mapping[W, tuple[str, ...]]
"""The values of a list, each with the words that are taken for it; the first is the word that outputs print."""
_PERCENT = "ghi như 60 hoặc 60%"
_SPOKEN = {"hom nay": 0, "hom qua": 1}


_LIKE = "27/01/2026 hoặc 2026-01-27"


def day(text: str, field: Field, today: Day | None = None, like: str = _LIKE) -> Day | Fault:
    """The day of a text in Vietnamese or ISO form. `like`: examples for the hint; `today` tells the year meant."""
    if found := parse_day(text):
        return found
    if unclear := unclear_days.meant(text, today.year if today else 0):
        return Fault(field, (field, f': "{text}" chưa rõ là ngày nào'), f"có phải {short_date(unclear)}?")
    return Fault(field, (field, f': "{text}" không phải là một ngày có thật'), f"ghi như {like}")


def spoken_day(text: str, today: Day) -> Day | None:
    """The day that "hôm nay" or "hôm qua" means; None for any other text."""
    ago = _SPOKEN.get(fold(text))
    return None if ago is None else today - timedelta(days=ago)


def past_day(text: str, field: Field, today: Day) -> Day | Fault:
    """The day of a text, which must not be after today."""
    found = spoken_day(text, today) or day(text, field, today)
    if isinstance(found, Fault) or found <= today:
        return found
    not_yet = f": ngày {short_date(found)} chưa đến (hôm nay {short_date(today)})"
    return Fault(field, (field, not_yet), "ghi ngày đã diễn ra thật")


def number(text: str, field: Field) -> float | Fault:
    """The number of a text in Vietnamese form, or with a decimal point: 96,2, 96.2, 1.234,5."""
    found = parse_number(text)
    if found is not None:
        return found
    plain = text.replace(".", "")
    if text.count(".") == 1 and plain.isdecimal():
        return Fault(field, f'"{text}" có thể hiểu hai cách', f"ghi {plain} hoặc {text.replace('.', ',')}")
    return Fault(field, f'"{text}" không phải là một con số', "ghi như 96,2 hoặc 1.234,5")


class Amount(NamedTuple):
    """A number, or a numerator and a denominator."""

    value: float | None
    numerator: float | None = None
    denominator: float | None = None


def amount(text: str, field: Field) -> Amount | Fault:
    """A number, or two as in "17/79"."""
    above, stroke, below = text.partition("/")
    one = number(above.strip(), field)
    if isinstance(one, Fault):
        return one
    if not stroke:
        return Amount(one)
    other = number(below.strip(), field)
    if isinstance(other, Fault):
        return other
    return Amount(None, one, other) if other > 0 else Fault(field, f'"{text}": mẫu số phải lớn hơn 0', "ghi như 17/79")


def count(text: str, field: Field) -> int | Fault:
    """A whole number from 0 on."""
    found = number(text, field)
    if isinstance(found, Fault):
        return found
    if found < 0 or not found.is_integer():
        return Fault(field, (field, f': "{text}" không phải là một số đếm'), "ghi như 0, 5, 12")
    return int(found)


def percent(text: str, field: Field) -> int | Fault:
    """A whole percentage between 0 and 100, typed with or without "%"."""
    found = number(text, field)
    if isinstance(found, Fault):
        return Fault(field, (field, f': "{text}" không phải là một con số'), _PERCENT)
    if not found.is_integer():
        return Fault(field, (field, f': "{text}" không phải là một số nguyên'), _PERCENT)
    if not 0 <= found <= 100:
        return Fault(field, (field, f": {text} không nằm trong khoảng từ 0 đến 100"), _PERCENT)
    return int(found)


def word(text: str, vocabulary: Vocabulary[W], field: Field) -> W | Fault:
    """A value of a list, typed as in the files or in Vietnamese, with or without diacritics."""
    found = _known(vocabulary).get(fold(text))
    return _no_such(text, vocabulary, field) if found is None else found


def words(texts: Iterable[str], vocabulary: Vocabulary[W], field: Field) -> tuple[W, ...] | Fault:
    """Values of a list, each text one value or several separated by commas; a value's own words may hold commas."""
    known = _known(vocabulary)
    found: list[W] = []
    for text in texts:
        parts = [text] if fold(text) in known else [part for part in text.split(",") if part.strip()] or [text]
        for part in parts:
            value = known.get(fold(part))
            if value is None:
                return _no_such(part.strip(), vocabulary, field)
            found.append(value)
    return tuple(dict.fromkeys(found))


def _known(vocabulary: Vocabulary[W]) -> Mapping[str, W]:
    """The values by the folded words that name them."""
    return _folded(tuple(vocabulary.items()))


@cache
def _folded(vocabulary: tuple[tuple[W, tuple[str, ...]], ...]) -> Mapping[str, W]:
    typed = {fold(each): value for value, taken in vocabulary for each in taken}
    return typed | {fold(value): value for value, _ in vocabulary}


def _no_such(text: str, vocabulary: Vocabulary[W], field: Field) -> Fault:
    message, typed = f'không có {field.value} "{text}"', fold(text).replace(" ", "")
    run_together = (each for taken in vocabulary.values() for each in taken if fold(each).replace(" ", "") == typed)
    choices = tuple(taken[0] for taken in vocabulary.values())
    if found := next(run_together, None):
        return Fault(field, message, f"có phải “{found}”?", choices)
    listed = ", ".join(f"{value} ({taken[0]})" for value, taken in vocabulary.items())
    return Fault(field, message, f"chọn: {listed}", choices)
