"""The meaning of a schedule that has fields beside its words."""

from datetime import date

import pytest

from cchc_cli.model import Kind, ScheduleRow
from cchc_cli.reading.assemble import Dating, reading
from cchc_cli.schedule import Term

TEXT = "Từ tháng 3 - tháng 6/2026"
YEAR = Dating(Term.of(2026))
JULY = date(2026, 7, 31)


def test_words_alone_give_both_days() -> None:
    found = reading(TEXT, YEAR)
    assert (found.start, found.due) == (date(2026, 3, 1), date(2026, 6, 30))


def test_a_day_written_beside_the_words_wins_over_them() -> None:
    assert reading(ScheduleRow(TEXT, due=JULY), YEAR).due == JULY
    assert reading(ScheduleRow(TEXT, start=date(2026, 4, 15)), YEAR).start == date(2026, 4, 15)


@pytest.mark.parametrize("text", [TEXT, "Theo chỉ đạo"])
def test_a_kind_written_beside_the_words_wins_over_them(text: str) -> None:
    assert reading(ScheduleRow(text, kind=Kind.EXTERNAL), YEAR).kind is Kind.EXTERNAL


def test_a_condition_written_beside_the_words_wins_over_them() -> None:
    row = ScheduleRow("Sau khi có hướng dẫn của Trung ương", condition="Có văn bản của Bộ Nội vụ")
    assert reading(row, YEAR).condition == "Có văn bản của Bộ Nội vụ"


def test_unknown_words_are_accepted_if_a_day_is_written_beside_them() -> None:
    assert reading("Thág 3/2026", YEAR).unread
    found = reading(ScheduleRow("Thág 3/2026", due=JULY), YEAR)
    assert (found.kind, found.due, found.unread) == (Kind.DATE, JULY, None)
