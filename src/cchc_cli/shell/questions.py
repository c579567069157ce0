"""Questions at a terminal, each asked until its answer is understood."""

from collections.abc import Callable
from datetime import date as Day
from typing import TypeVar

from cchc_cli.model import Document, Status
from cchc_cli.recording import evidence, values
from cchc_cli.recording.faults import Fault, Field, text
from cchc_cli.shell import screen
from cchc_cli.vietnamese.paper import short_date
from cchc_cli.wording.states import PROGRESS, TYPED_PROGRESS

T = TypeVar("T")
_NO_DAY = Fault(Field.DATE, "cần ngày hoàn thành: theo ngày đó mà tính đúng hạn hay quá hạn", "ghi ngày của sản phẩm")
_OFFERED = (Status.IN_PROGRESS, Status.DONE, Status.SUBMITTED, Status.PAUSED, Status.CANCELLED)


def status() -> Status:
    """How the work stands."""
    for place, status in enumerate(_OFFERED, 1):
        screen.say(f"{place:>3}. {PROGRESS[status]}")
    places = {str(place): status for place, status in enumerate(_OFFERED, 1)}
    question = "Tình trạng (số thứ tự hoặc chữ): "
    return until(question, lambda word: places.get(word) or values.word(word, TYPED_PROGRESS, Field.STATUS))


def percent() -> int | None:
    """How much of it is done; None if that is not told."""
    question = "Tỷ lệ hoàn thành, như 60% (Enter: không nêu): "
    return until(question, lambda answer: values.percent(answer, Field.PERCENT) if answer else None)


def day(status: Status, today: Day) -> Day:
    """The day; that of finished work has to be typed, because it decides whether the work is on time."""
    if status not in (Status.DONE, Status.SUBMITTED):
        question = f"Ngày thực hiện (Enter: hôm nay, {short_date(today)}): "
        return until(question, lambda day: values.past_day(day, Field.DATE, today) if day else today)
    question = "Ngày hoàn thành, là ngày của sản phẩm (như 27/01/2026): "
    return until(question, lambda day: values.past_day(day, Field.DATE, today) if day else _NO_DAY)


def proofs(default: Day | None) -> tuple[Document, ...]:
    """What proves it. `default`: the day of a document that names none."""
    found: list[Document] = []
    question = "Tài liệu kiểm chứng, như 123/KH-UBND (Enter: không có): "
    while (document := until(question, lambda proof: evidence.read(proof, default) if proof else None)) is not None:
        found.append(document)
        question = "Tài liệu nữa (Enter: thôi): "
    return tuple(found)


def agreed() -> bool:
    """Whether it may be written."""
    return until("Ghi dòng này? (c: có, k: không): ", _yes)


def until(question: str, understood: Callable[[str], T | Fault]) -> T:
    """Ask until the answer is understood. In a dialogue, messages use the names of fields, not of options."""
    while True:
        found = understood(screen.ask(question))
        if not isinstance(found, Fault):
            return found
        hint = f" → {text(found.hint, {})}" if found.hint else ""
        screen.say(f"  {text(found.message, {})}{hint}")


def _yes(answer: str) -> bool | Fault:
    answers = {"c": True, "có": True, "co": True, "k": False, "không": False, "khong": False, "": False}
    return answers.get(answer.casefold(), Fault(Field.CONFIRM, "trả lời c hoặc k"))
