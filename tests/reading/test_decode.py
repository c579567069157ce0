"""Plain data is converted to typed records; faults are reported at their place, and the rest is used."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec import inspect

from cchc_cli.model import (
    AgenciesFile,
    CalendarYear,
    Deadline,
    Entry,
    Measurement,
    PlanFile,
    SectionFile,
    Settings,
    Snapshot,
    Status,
    Year,
)
from cchc_cli.model.place import Figure, Percent
from cchc_cli.reading.decode import Decoded, decode
from cchc_cli.reading.scalars import Misfit, scalar
from cchc_cli.text.sources import Sources
from cchc_cli.text.yaml import parse

PLAN = Path(__file__).parents[2] / "plan"
SHAPES: dict[str, Any] = {
    "agencies": AgenciesFile,
    "calendar": dict[Year, CalendarYear],
    "settings": Settings,
    "plan": PlanFile,
}


def decoded(text: str, shape: Any) -> Decoded:
    sources = Sources()
    number = sources.add("plan/x.yaml", text)
    return decode(parse(text, number).data, shape, sources, number)


def told(text: str, shape: Any) -> list[tuple[str, str]]:
    """Code and place (line:column) of each problem."""
    return [(each.code, f"{each.span.line}:{each.span.column}") for each in decoded(text, shape).problems]


@pytest.mark.parametrize("path", sorted(PLAN.rglob("*.yaml")), ids=lambda path: path.relative_to(PLAN).as_posix())
def test_a_walked_file_gives_the_same_records_as_a_sound_one(path: Path) -> None:
    text = path.read_bytes().decode()
    shape = SHAPES.get(path.stem, SectionFile)
    sound = decoded(text, shape)
    assert sound.problems == ()
    walked = decoded(f"{text}\nthừa: một\n" if path.stem != "calendar" else f"{text}\nthừa: {{}}\n", shape)
    assert [each.code for each in walked.problems] in (["CC101"], ["CC103"])
    assert walked.value == sound.value
    assert walked.lost == frozenset()


@pytest.mark.parametrize("title", ["no", "on", "off", "yes", "05", "2.10", "1e3", "2026-01-31", "true", "12:30"])
def test_text_fields_keep_what_was_written(title: str) -> None:
    section = f"id: I\nnumber: 2.10\ntitle: {title}\ntasks: []\n"
    for text in (section, f"{section}thừa: một\n"):
        value = decoded(text, SectionFile).value
        assert (value.number, value.title) == ("2.10", title)


@pytest.mark.parametrize(("written", "percent"), [("05", 5), ("0", 0), ("00", 0), ("100", 100), ('"40"', 40)])
def test_numbers_may_begin_with_zeros_and_stand_in_quotes(written: str, percent: int) -> None:
    found = decoded(f"- {{task: I.1, recorded: 2026-02-01, percent: {written}}}\n", tuple[Entry, ...])
    assert found.problems == ()
    assert found.value[0].percent == percent


@given(st.integers(-(10**6), 10**6), st.floats(-1e9, 1e9), st.dates(), st.sampled_from(Status))
def test_values_are_the_same_in_sound_and_in_walked_files(whole: int, share: float, day: date, status: Status) -> None:
    entry = f"{{task: I.1, recorded: {day}, date: {day}, status: {status}, percent: {whole % 101:03}}}"
    measurement = f"{{target: x, recorded: {day}, date: {day}, value: {share!r}}}"
    for text, shape, name in ((entry, tuple[Entry, ...], "percent"), (measurement, tuple[Measurement, ...], "value")):
        sound = decoded(f"- {text}\n", shape)
        walked = decoded(f"- {text}\n- {{}}\n", shape)
        assert sound.problems == ()
        assert walked.value == sound.value
        assert getattr(sound.value[0], name) == (whole % 101 if name == "percent" else share)


@pytest.mark.parametrize(
    ("field", "code", "message"),
    [
        ("date: 2026-02-30", "CC105", "phải là một ngày có thật"),
        ("date: 30/01/2026", "CC105", "phải là một ngày có thật"),
        ("date: 2026-1-5", "CC105", "phải là một ngày có thật"),
        ("date: 2026-W01-1", "CC105", "phải là một ngày có thật"),
        ("date: 20260131", "CC105", "phải là một ngày có thật"),
        ("percent: abc", "CC106", "phải là số nguyên"),
        ("percent: 4_0", "CC106", "phải là số nguyên"),
        ("percent: ٤٠", "CC106", "phải là số nguyên"),
        ("percent: 101", "CC106", "phải từ 0 đến 100"),
        ("percent: " + "9" * 5000, "CC106", "phải"),
        ("status: xong", "CC104", 'không nhận "xong"'),
        ("status: in_progres", "CC104", 'có phải "in_progress"?'),
        ("note: [một, hai]", "CC103", "phải là một dòng chữ"),
        ("evidence: 12/KH-UBND", "CC103", "phải là danh sách"),
        ("evidence: [12/KH-UBND]", "CC103", "phải gồm các dòng"),
        ("recorded:", "CC102", "đang để trống"),
        ("statuss: done", "CC101", 'khóa lạ "statuss"'),
    ],
)
def test_a_value_of_the_wrong_kind_is_reported_at_its_place(field: str, code: str, message: str) -> None:
    text = f"- task: I.1\n  agency: so-tu-phap\n  {field}\n" + (
        "" if "recorded" in field else "  recorded: 2026-02-01\n"
    )
    (problem,) = decoded(text, tuple[Entry, ...]).problems
    assert (problem.code, problem.span.line) == (code, 3)
    assert problem.hint
    assert message in problem.message + problem.hint
    assert len(problem.message) < 250


@pytest.mark.parametrize("written", ["nan", ".inf", "-inf", "1e999", "95,5", "1_000", "0x10", "một"])
def test_a_figure_is_a_plain_finite_number(written: str) -> None:
    text = f"- {{target: x, date: 2026-06-30, recorded: 2026-07-01, value: '{written}'}}\n"
    assert told(text, tuple[Measurement, ...]) == [("CC106", "1:62")]


def test_a_misspelt_key_is_read_as_the_one_that_was_meant() -> None:
    found = decoded("id: I\nnumbr: I\ntitle: CẢI CÁCH\ntasks: []\n", SectionFile)
    assert found.value.number == "I"
    assert [each.hint for each in found.problems] == ['có phải "number"?']


def test_a_misspelt_key_without_a_value_is_reported_once() -> None:
    assert told("id: I\nnumbr:\ntitle: CẢI CÁCH\ntasks: []\n", SectionFile) == [("CC101", "2:1")]


def test_text_after_an_unquoted_comma_is_explained() -> None:
    (problem,) = decoded("- {task: I.1, recorded: 2026-02-01, note: đã trình, chờ ký}\n", tuple[Entry, ...]).problems
    assert problem.hint == "nội dung có dấu phẩy thì đặt trong ngoặc kép"


def test_a_record_without_a_key_that_it_needs_is_left_out_and_its_ids_remembered() -> None:
    text = (
        "id: I\nnumber: I\ntitle: A\ntasks:\n- id: I.1\n  title: B\n  milestones: [{id: I.1/1}]\n"
        '- {id: I.2, number: "2", title: C}\n'
    )
    found = decoded(text, SectionFile)
    assert [row.id for row in found.value.tasks] == ["I.2"]
    assert found.lost == {"I.1", "I.1/1"}
    assert told(text, SectionFile) == [("CC102", "5:3")]


def test_a_wrong_value_leaves_out_its_field_alone() -> None:
    (entry,) = decoded("- {task: I.1, recorded: 2026-02-01, percent: nhiều, note: tốt}\n", tuple[Entry, ...]).value
    assert (entry.percent, entry.note) == (None, "tốt")


def test_problems_in_a_file_that_is_a_list_are_at_its_items() -> None:
    text = "# Hạn\n- {task: I.1, action: set, recorded: 2026-02-01}\n- I.2\n-\n- [I.3]\n"
    expected = [("CC103", "3:3"), ("CC102", "4:1"), ("CC103", "5:3")]
    assert told(text, tuple[Deadline, ...]) == expected


@pytest.mark.parametrize("key", ["năm 2026", "26", "1945", "02026", "２０２６"])
def test_years_of_the_calendar_are_written_with_four_digits(key: str) -> None:
    assert told(f'"{key}": {{work: [2026-08-22]}}\n2027: {{}}\n', dict[Year, CalendarYear]) == [("CC103", "1:1")]


def test_counts_of_a_snapshot_must_have_known_names() -> None:
    text = "period: 2026-Q1\nas_of: 2026-03-14\nrecorded: 2026-03-15\ncounts: {done: 1, overdue: 2}\n"
    for each in (text, f"{text}thừa: một\n"):
        counts = decoded(each, Snapshot).value.counts
        assert (counts.done, counts.overdue, counts.later) == (1, 2, 0)
    assert told(text.replace("done: 1", "dnoe: 1"), Snapshot) == [("CC101", "4:10")]


@pytest.mark.parametrize(("written", "truth"), [("true", True), ("True", True), ("false", False)])
def test_a_boolean_is_true_or_false(written: str, truth: bool) -> None:
    for text in (f"confirm_done: {written}\n", f"confirm_done: {written}\nthừa: một\n"):
        assert decoded(text, Settings).value.confirm_done is truth
    assert told("confirm_done: có\n", Settings) == [("CC103", "1:15")]


@pytest.mark.parametrize(
    ("written", "kind", "hint"),
    [
        ("28/01/2026", date, "ghi như 2026-01-28"),
        ("30/02/2026", date, "ghi như 2026-01-31"),
        ("60%", Percent, "ghi như 60"),
        ("160%", Percent, "chỉ ghi chữ số, như 2026"),
        ("85,7", Figure, "ghi như 85.7"),
        ("9" * 400 + ",5", Figure, "chỉ ghi chữ số, phần lẻ sau dấu chấm, như 85.7"),
    ],
)
def test_a_hint_names_the_very_day_or_number(written: str, kind: object, hint: str) -> None:
    misfit = scalar(written, inspect.type_info(kind))
    assert isinstance(misfit, Misfit)
    assert misfit.hint == hint
