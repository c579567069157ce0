"""YAML text is parsed to plain data; syntax problems are reported in Vietnamese, at the place to correct."""

import sys
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc_cli.text.parser_events import DEEPEST, ParserFault, engine
from cchc_cli.text.yaml import parse

PLAN = Path(__file__).parents[2] / "plan"


@pytest.fixture
def pure_python(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "_ruamel_yaml", None)
    assert engine() == "python"


def plain(value: Any) -> Any:
    """Data without the places of its mappings."""
    if isinstance(value, dict):
        return {key: plain(inner) for key, inner in value.items() if key != "@"}
    return [plain(inner) for inner in value] if isinstance(value, list) else value


def fault(text: str) -> ParserFault:
    (found,) = parse(text).faults
    return found


def test_the_c_parser_is_the_one_in_use() -> None:
    assert engine() == "libyaml"


@pytest.mark.parametrize("value", ["no", "on", "Yes", "05", "2.10", "1e3", "0x1F", "2026-02-30", "01/2026", "12:30:45"])
def test_plain_scalars_stay_what_was_written(value: str) -> None:
    assert plain(parse(f"key: {value}\n").data) == {"key": value}


@pytest.mark.parametrize("nothing", ["", "~", "null", "Null", "NULL"])
def test_a_word_for_null_is_no_value_unless_quoted(nothing: str) -> None:
    assert plain(parse(f"a: {nothing}\nb: '{nothing}'\n").data) == {"a": None, "b": nothing}


def test_block_and_flow_style_read_alike() -> None:
    block = "- task: I.1\n  evidence:\n    - number: 12/KH-UBND\n- task: I.2\n"
    flow = "- {task: I.1, evidence: [{number: 12/KH-UBND}]}\n- {task: I.2}\n"
    assert plain(parse(block).data) == plain(parse(flow).data)


def test_every_double_key_is_reported_and_the_first_value_is_kept() -> None:
    parsed = parse("a: 1\nb: {c: 2, c: 3}\na: 4\n")
    assert plain(parsed.data) == {"a": "1", "b": {"c": "2"}}
    assert [(each.code, each.start) for each in parsed.faults] == [("CC004", 15), ("CC004", 21)]


@pytest.mark.parametrize(
    ("text", "code", "marked"),
    [
        ("a: !!python/object:os.system x", "CC005", "!!python/object:os.system x"),
        ("a: ! x", "CC005", "! x"),
        ("a: &goc x", "CC006", "&goc x"),
        ("a: *goc", "CC006", "*"),
        ("<<: {a: 1}", "CC006", "<<"),
        ("a: 1\n---\nb: 2", "CC008", "-"),
        ('"": 1', "CC009", '""'),
        ('"@": 1', "CC009", '"@"'),
        ("{a: 1}: 2", "CC009", "{"),
    ],
)
def test_tags_anchors_and_other_unneeded_syntax_are_refused(text: str, code: str, marked: str) -> None:
    found = fault(text)
    assert (found.code, text[found.start : found.end]) == (code, marked)
    assert found.hint


@pytest.mark.parametrize(
    ("text", "pointed", "message"),
    [
        ('a: "một\nb: hai\n', '"', "mở ngoặc kép mà không đóng"),
        ('a: "một\nb: "hai"\n', '"một', "mở ngoặc kép mà không đóng"),
        ('a: "một" hai\n', "hai", "nội dung thừa sau dấu đóng ngoặc kép"),
        ("a: [một] hai\n", "hai", "nội dung thừa sau dấu đóng ngoặc"),
        ("- {a: một}}\n", "}\n", "thừa dấu đóng ngoặc"),
        ("a: [một, hai\nb: ba\n", "[", "danh sách mở bằng [ mà không đóng đúng"),
        ("- {a: một\n- {b: hai}\n", "{a", "mục mở bằng { mà không đóng đúng"),
        ("a: một: hai\n", ": hai", "dấu hai chấm không được đứng ở đây"),
        ("- a: một\n   b: hai\n", "b", "thụt đầu dòng không khớp với dòng trên"),
        ("- a: một\n\tb: hai\n", "\t", "có ký tự Tab"),
        ("a một\nb: hai\n", "a", "dòng này thiếu dấu hai chấm sau tên khóa"),
        ("a: một\n: hai\n", ": hai", "thiếu tên khóa trước dấu hai chấm"),
        ("a: một\nb hai\nc: ba\n", "b", "dòng này thiếu dấu hai chấm sau tên khóa"),
        ("- a một\n  b: hai\n", "a", "dòng này thiếu dấu hai chấm sau tên khóa"),
        ("a: [một, , hai]\n", ", h", "thiếu nội dung ở đây"),
        ("a: một\nb:\u00a0hai\nc: ba\n", "\u00a0", "có dấu cách lạ hoặc ký tự không nhìn thấy"),
        ("a: một\x00\n", "\x00", "có ký tự điều khiển không nhìn thấy"),
        ("a: một\n<<<<<<< HEAD\nb: hai\n=======\nb: ba\n>>>>>>> khác\n", "<<<<<<<", "tệp còn chỗ git chưa gộp xong"),
    ],
)
def test_syntax_problems_are_reported_in_vietnamese_where_they_begin(text: str, pointed: str, message: str) -> None:
    found = fault(text)
    assert (found.code, found.start, found.message) == ("CC003", text.index(pointed), message)


def test_nesting_is_read_up_to_its_limit() -> None:
    assert parse("[" * DEEPEST + "]" * DEEPEST).faults == ()
    assert fault("[" * (DEEPEST + 1) + "]" * (DEEPEST + 1)).code == "CC007"


@pytest.mark.parametrize("opening", ["[", "{a: ", "- ", "? "])
def test_a_hundred_thousand_levels_are_one_fault(opening: str) -> None:
    assert fault(opening * 100_000).code in ("CC007", "CC009")


def test_an_alias_bomb_is_stopped_at_its_first_alias() -> None:
    pairs = zip("abcdefgh", "bcdefghi", strict=True)
    lists = "".join(f"{name}: &{name} [{', '.join([f'*{above}'] * 9)}]\n" for above, name in pairs)
    parsed = parse(f"a: &a [{', '.join('123456789')}]\n{lists}")
    assert parsed.data is None
    assert parsed.faults[-1].message == "không dùng bí danh (*) trong tệp kế hoạch"


@pytest.mark.parametrize("path", sorted(PLAN.rglob("*.yaml")), ids=lambda path: path.relative_to(PLAN).as_posix())
def test_the_parser_in_pure_python_gives_the_same_plan(path: Path, request: pytest.FixtureRequest) -> None:
    text = path.read_bytes().decode()
    in_c = parse(text, 3)
    request.getfixturevalue("pure_python")
    assert parse(text, 3) == in_c
    assert in_c.faults == ()


@given(st.text() | st.lists(st.sampled_from(list(":-[]{}\"'#&*!|>%@ \n\tạa1,?\r\\")), max_size=40).map("".join))
def test_any_text_is_read_or_its_mistake_is_reported(text: str) -> None:
    text = text.encode("utf-8", "replace").decode()
    parsed = parse(text)
    for each in parsed.faults:
        assert 0 <= each.start <= len(text)
        assert each.start <= each.end
        assert each.message


def test_an_escape_that_is_no_letter_is_not_taken_for_an_open_quote() -> None:
    faults = [parse(text, 0).faults[0] for text in ('a: "\\ud83d\\ude00"\n', 'a: "x\n')]
    assert {fault.code for fault in faults} == {"CC003"}
    assert faults[0].hint != faults[1].hint


def test_a_single_quote_inside_single_quotes_gets_its_own_hint() -> None:
    (fault,) = parse("title: 'Lập ch'ương trình'\n").faults
    assert fault.hint is not None
    assert "''" in fault.hint
    (double,) = parse('title: "Lập "chương" trình"\n').faults
    assert double.hint == "nội dung có sẵn dấu ngoặc kép thì đặt cả trong ngoặc đơn '…'"
