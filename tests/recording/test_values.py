"""What officers type, understood without a command line: values or faults, whose words name fields, not options."""

import ast
from datetime import date

import pytest

from builders import task, workspace
from cchc_cli.recording import entry, identities, values
from cchc_cli.recording.entry import Draft, Typed
from cchc_cli.recording.faults import Fault, Field, Words, aside, explained, text
from cchc_cli.shell.faults import OPTIONS
from conftest import ROOT

TODAY = date(2026, 6, 20)
FORM = {Field.DATE: "cột Ngày"}


def fault(found: object) -> Fault:
    assert isinstance(found, Fault)
    return found


@pytest.mark.parametrize("form", ["27/01/2026", "27/1/2026", "2026-01-27", "ngày 27 tháng 01 năm 2026"])
def test_a_day_is_understood_in_every_form(form: str) -> None:
    assert values.day(form, Field.DATE) == date(2026, 1, 27)


@pytest.mark.parametrize(
    ("names", "told"),
    [
        ({}, 'ngày: "30/02/2026" không phải là một ngày có thật'),
        (FORM, 'cột Ngày: "30/02/2026" không phải là một ngày có thật'),
        (OPTIONS, '--date: "30/02/2026" không phải là một ngày có thật'),
    ],
)
def test_a_fault_names_the_field_as_whoever_asked_calls_it(names: dict[Field, str], told: str) -> None:
    found = fault(values.day("30/02/2026", Field.DATE))
    assert (found.field, text(found.message, names)) == (Field.DATE, told)


def test_a_past_day_is_today_at_the_latest() -> None:
    assert values.past_day("20/6/2026", Field.DATE, TODAY) == TODAY
    told = text(fault(values.past_day("21/6/2026", Field.DATE, TODAY)).message, {})
    assert told == "ngày: ngày 21/6/2026 chưa đến (hôm nay 20/6/2026)"


def test_an_ambiguous_number_is_a_fault() -> None:
    assert values.number("1.234,5", Field.VALUE) == 1234.5
    assert fault(values.number("1.234", Field.VALUE)).hint == "ghi 1234 hoặc 1,234"


@pytest.mark.parametrize(
    ("value", "sound"),
    [("0", True), ("100", True), ("60%", True), ("-1", False), ("101", False), ("6,5", False), ("sáu", False)],
)
def test_a_percentage_is_between_0_and_100(value: str, sound: bool) -> None:
    assert isinstance(values.percent(value, Field.PERCENT), Fault) is not sound


@pytest.mark.parametrize(
    ("words", "option", "name"),
    [
        ("không nhắc đến mục nào", "không nhắc đến mục nào", "không nhắc đến mục nào"),
        (("thiếu ", explained(Field.TO)), "thiếu --to (hạn mới)", "thiếu hạn mới"),
        (("được báo cáo thay", aside(Field.MEMBER)), "được báo cáo thay (--for)", "được báo cáo thay"),
        (("bỏ ", Field.AGENCY), "bỏ --agency", "bỏ cơ quan"),
    ],
)
def test_words_call_a_field_by_its_option_or_by_its_name(words: Words, option: str, name: str) -> None:
    assert (text(words, OPTIONS), text(words, {})) == (option, name)


def test_no_message_of_the_room_names_an_option() -> None:
    """Whole command lines that a hint tells to run are exempt."""
    found = []
    for path in sorted((ROOT / "src/cchc_cli/recording").glob("*.py")):
        nodes = list(ast.walk(ast.parse(path.read_text("utf-8"))))
        docstrings = {node.value for node in nodes if isinstance(node, ast.Expr)}
        words = [node for node in nodes if isinstance(node, ast.Constant) and node not in docstrings]
        found += [str(each.value) for each in words if "--" in str(each.value) and "cchc " not in str(each.value)]
    assert not found


def test_a_row_of_a_sheet_becomes_a_draft() -> None:
    of = workspace(task("Tháng 02/2026"))
    words = Typed(status="đã hoàn thành", evidence=("123/KH-UBND ngày 27/01/2026",), percent="100")
    draft = entry.understood(words, of.registry, TODAY)
    assert isinstance(draft, Draft)
    assert (draft.status, draft.date, draft.evidence[0].number) == ("done", date(2026, 1, 27), "123/KH-UBND")
    assert draft.remark is not None
    assert text(draft.remark, FORM) == "Không nêu cột Ngày: lấy ngày của tài liệu, 27/01/2026."


def test_an_id_is_understood_alike_for_tasks_and_other_things() -> None:
    of = workspace(task("Tháng 02/2026"))
    found = identities.task("2026:i.1", of, 2026)
    assert not isinstance(found, Fault)
    assert found[1].id == "I.1"
    assert fault(identities.task("I.99", of, 2026)).message == 'không có nhiệm vụ "I.99"'
    kind = identities.Listing("sự kiện", "cchc event list", [(of.plans[0], "pci", 1), (of.plans[0], "PAR", 2)], [])
    assert identities.one("par", kind, None) == (of.plans[0], 2)
    assert fault(identities.one("x", kind._replace(known=[]), None)).hint == "xem: cchc event list"


@pytest.mark.parametrize("typed", ["9" * 5000, "²", "٣", "0", "100"])
def test_no_number_of_a_section_is_too_long_or_too_odd_to_be_refused(typed: str) -> None:
    assert fault(identities.sections([typed], {"I": "Thể chế"})).field is Field.SECTION
    assert identities.sections([typed], {"I": "Thể chế", typed: "Khác"}) == (typed,)


def test_a_section_is_found_by_its_number() -> None:
    assert identities.sections(["2", "i"], {"I": "Thể chế", "II": "Thủ tục"}) == ("II", "I")
