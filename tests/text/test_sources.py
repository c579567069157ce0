"""The positions of records, keys, items and words in a text, by line and column."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc_cli.text.problems import Span
from cchc_cli.text.sources import Sources
from cchc_cli.text.yaml import parse, place_of
from conftest import ROOT

TEXT = """\
# Lĩnh vực
id: I
title: "CẢI CÁCH: THỂ CHẾ"
empty:
list: [Kế hoạch, Báo cáo, ]
block: |-
  Sở Tư pháp chủ trì
  UBND cấp xã thực hiện
tasks:
  - {id: I.1, words: "chủ trì, tham mưu", đuôi: hết}
  -
  - id: I.2
"""


def placed(text: str) -> tuple[Sources, int, dict[str, object]]:
    sources = Sources()
    number = sources.add("plan/x.yaml", text)
    data: Any = parse(text, number).data
    return sources, number, data


def marked(span: Span, text: str = TEXT) -> str:
    """The stretch of text that a span covers (within one line)."""
    assert span.line == span.end_line
    return text.split("\n")[span.line - 1][span.column - 1 : span.end_column - 1]


def at(record: object) -> int:
    assert isinstance(record, dict)
    place = record["@"]
    assert isinstance(place, int)
    return place


@pytest.mark.parametrize(
    ("key", "item", "words", "expected"),
    [
        ("id", None, None, "I"),
        ("title", None, None, '"CẢI CÁCH: THỂ CHẾ"'),
        ("title", None, "THỂ CHẾ", "THỂ CHẾ"),
        ("title", None, "không có", '"CẢI CÁCH: THỂ CHẾ"'),
        ("empty", None, None, "empty"),
        ("list", None, None, "list"),
        ("list", 1, None, "Báo cáo"),
        ("list", 1, "cáo", "cáo"),
        ("list", 9, None, "list"),
        ("block", None, "UBND cấp xã", "UBND cấp xã"),
        ("tasks", 1, None, "-"),
        ("absent", None, None, "id"),
        (None, None, None, "id"),
    ],
)
def test_a_value_has_a_span(key: str | None, item: int | None, words: str | None, expected: str) -> None:
    sources, _, data = placed(TEXT)
    assert marked(sources.span(at(data), key, item, words)) == expected


def test_values_in_flow_style_have_a_span_within_their_line() -> None:
    sources, _, data = placed(TEXT)
    tasks = data["tasks"]
    assert isinstance(tasks, list)
    assert marked(sources.span(at(tasks[0]), "words")) == '"chủ trì, tham mưu"'
    assert marked(sources.key_span(at(tasks[0]), "đuôi")) == "đuôi"
    assert sources.span(at(tasks[0]), "đuôi").column == 49
    assert sources.line(at(tasks[2])) == 12


def test_columns_count_characters_and_lines_end_in_any_way() -> None:
    for end in ("\n", "\r\n", "\r"):
        text = f"a: x{end}b: {{đ: 🏛️ x, c: Sở}}{end}"
        sources, _, data = placed(text)
        span = sources.span(at(data["b"]), "c")
        assert (span.line, span.column, span.end_column) == (2, 17, 19)


def test_a_line_is_returned_without_its_line_end() -> None:
    sources, _, _ = placed("a: một\r\nb: hai")
    assert [sources.line_text("plan/x.yaml", line) for line in (1, 2, 3)] == ["a: một", "b: hai", None]
    assert sources.line_text("plan/khác.yaml", 1) is None


def test_a_text_that_cannot_be_read_to_its_end_still_has_places() -> None:
    for broken in ('a: {b: c}\nd: "', "a: {b: c}\nd: " + "[" * 100_000):
        sources, number, _ = placed(broken)
        assert marked(sources.span(place_of(number, 3), "b"), broken) == "c"


def test_spans_in_an_unreadable_text_are_found() -> None:
    sources, number, _ = placed("a: {b: c}\nd: \x01")
    assert marked(sources.span(place_of(number, 7), "b"), "a: {b: c}") == "c"


@given(st.text(st.characters(exclude_categories=["Cs"])), st.integers(0, 200), st.integers(0, 200))
def test_a_stretch_lies_within_the_text(text: str, start: int, length: int) -> None:
    sources = Sources()
    span = sources.stretch(sources.add("plan/x.yaml", text), start, start + length)
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    assert 1 <= span.line <= span.end_line <= len(lines)
    assert (span.line, span.column) <= (span.end_line, span.end_column)
    assert min(span.column, span.end_column) >= 1
    assert span.end_column <= len(lines[span.end_line - 1]) + 2


WORKSPACES = [ROOT / "plan", ROOT / "examples" / "tinh-mau" / "plan", ROOT / "tests" / "bad" / "crlf" / "plan"]


@pytest.mark.parametrize("folder", WORKSPACES, ids=lambda folder: folder.parent.name)
def test_a_record_read_alone_has_the_same_places_as_in_its_file(folder: Path) -> None:
    for path in sorted(folder.rglob("*.yaml")):
        text = path.read_bytes().decode()
        whole = Sources()
        whole.add(path.name, text)
        whole.span(0)  # without a key, the whole file is read
        for at in records(parse(text).data):
            alone = Sources()
            alone.add(path.name, text)
            assert alone.keys(at) == whole.keys(at)
            for key in whole.keys(at):
                assert alone.span(at, key) == whole.span(at, key)
                assert alone.key_span(at, key) == whole.key_span(at, key)
                items = range(whole.count(at, key))
                assert [alone.span(at, key, item) for item in items] == [whole.span(at, key, item) for item in items]


def records(data: object) -> Iterator[int]:
    """The places of all mappings."""
    if isinstance(data, dict):
        yield data["@"]
    inside = data.values() if isinstance(data, dict) else data if isinstance(data, list) else ()
    for value in inside:
        yield from records(value)
