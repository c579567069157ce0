"""Changes of values in YAML of any style: only the lines of what changes are touched."""

import pytest

from cchc_cli.recording.edit.changes import Append, Change, Put, Remove, changed, lines_of

TEXT = """# đầu tệp
tasks:
- id: I.1   # mã
  title: >-
    Dòng một
    dòng hai
  products:
    - a  # chú thích
    - b
  schedule:

- {id: I.2, title: "x", parts: [{id: I.2/1, schedule: Quý I}]}
# cuối tệp
"""
ROW, FLOW = ("tasks", 0), ("tasks", 1)


@pytest.mark.parametrize(
    ("change", "lines"),
    [
        (
            Put(ROW, "title", "Mới: có dấu"),
            ["-  title: >-", "-    Dòng một", "-    dòng hai", '+  title: "Mới: có dấu"'],
        ),
        (Put(ROW, "schedule", "Quý II", ()), ["-  schedule:", "+  schedule: Quý II"]),
        (Put(ROW, "number", "14", ("id",)), ['+  number: "14"']),
        (Append(ROW, "former", {"by": "x"}), ["+  former:", "+    - by: x"]),
        (Append((), "tasks", {"id": "I.3", "title": "Một, hai"}), ["+", "+- id: I.3", "+  title: Một, hai"]),
        (Remove((*ROW, "products", 0)), ["-    - a  # chú thích"]),
        (Remove(FLOW), ["-", '-- {id: I.2, title: "x", parts: [{id: I.2/1, schedule: Quý I}]}']),
    ],
    ids=str,
)
@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_only_the_lines_of_what_changes_are_touched(change: Change, lines: list[str], newline: str) -> None:
    before = TEXT.replace("\n", newline).encode()
    after = changed(before, [change])
    assert [f"{sign}{line}" for sign, _, line in lines_of(before, after)] == lines
    assert after.count(b"\r\n") in (0, after.count(b"\n"))


@pytest.mark.parametrize(
    ("change", "line"),
    [
        (Put((*FLOW, "parts", 0), "schedule", "Tháng 6, 7"), 'parts: [{id: I.2/1, schedule: "Tháng 6, 7"}]'),
        (Put(FLOW, "by", "d"), "parts: [{id: I.2/1, schedule: Quý I}], by: d}"),
        (Append(FLOW, "parts", {"id": "I.2/2"}), "parts: [{id: I.2/1, schedule: Quý I}, {id: I.2/2}]"),
        (Remove((*FLOW, "parts")), '- {id: I.2, title: "x"}'),
    ],
    ids=str,
)
def test_in_braces_and_brackets_the_line_stays_one(change: Change, line: str) -> None:
    after = changed(TEXT.encode(), [change]).decode()
    assert len(after.splitlines()) == len(TEXT.splitlines())
    assert line in after


def test_comments_of_a_list_that_is_replaced_stay() -> None:
    after = changed(TEXT.encode(), [Put(ROW, "products", ("c",))]).decode()
    assert "# chú thích" in after
    assert "    - c\n" in after


def test_a_file_without_a_last_line_end_stays_so() -> None:
    text = TEXT.rstrip("\n").removesuffix("\n# cuối tệp")
    after = changed(text.encode(), [Append((), "tasks", {"id": "I.3"})]).decode()
    assert after == text + "\n\n- id: I.3"
