"""Cases of the rules of progress and settings, beyond their examples; consequences of other faults are skipped."""

import json
from datetime import date
from itertools import permutations
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc_cli.model import Status
from cchc_cli.reading.load import load
from cchc_cli.state.ledger import Ledger
from cchc_cli.state.milestones import milestone_state
from cchc_cli.state.timing import Timing
from cchc_cli.text.problems import Severity
from examples import workspace_files
from findings import found, messages, problems
from record_lines import DONE, PROOF, entries, moved

LED = "tasks: [{id: I.1, assignments: [{agency: so-tu-phap, role: lead}]}]\n"
COLLECTIVE = "tasks: [{id: I.1, assignments: [{agency: ubnd-cap-xa, role: lead}]}]\n"
TWO_TERMS = (
    "tasks: [{id: I.1, milestones: [{id: I.1/1, schedule: Tháng 3/2026}, {id: I.1/2, schedule: Tháng 9/2026}]}]\n"
)
UNDATED = "tasks: [{id: I.1, schedule: Theo hướng dẫn của Trung ương}]\n"


def decided(*lines: str, about: str = "tasks: [{id: I.1, schedule: Tháng 6/2026}]\n") -> str:
    return f"{about}deadlines: [{', '.join(lines)}]"


def codes(example: str) -> list[str]:
    return [problem.code for problem in problems(example)]


# --- CC405, CC406, CC418, CC423: days


def test_the_day_of_writing_itself_is_not_too_late() -> None:
    assert codes(entries(DONE)) == []


def test_a_task_added_later_is_given_on_the_day_of_its_amendment() -> None:
    about = """
plan: {amendments: [{id: bo-sung-1, number: 9/QĐ-UBND, date: 2026-05-04, title: Bổ sung}]}
tasks: [{id: I.1, added_by: bo-sung-1}]
"""
    assert messages("CC406", entries(DONE, about=about)) == ["I.1: ngày 02/3/2026 trước ngày giao nhiệm vụ 04/5/2026"]


def test_an_entry_without_date_counts_by_the_day_of_writing() -> None:
    (problem,) = found("CC406", entries("{task: I.1, status: in_progress, recorded: 2025-03-02}"))
    assert problem.message == "I.1: ngày 02/3/2025 trước ngày giao nhiệm vụ 31/12/2025"


# --- CC407, CC420, CC414: who may report


@pytest.mark.parametrize("agency", ["so-tu-phap", "ubnd-xa-dien-khanh", "so-noi-vu"])
def test_roles_are_by_name_through_a_closed_group_of_one_milestone_and_the_monitors(agency: str) -> None:
    about = """
tasks:
- id: I.1
  assignments: [{agency: so-tu-phap, role: lead}]
  milestones:
  - {id: I.1/1, schedule: Tháng 3/2026}
  - {id: I.1/2, schedule: Tháng 6/2026, assignments: [{agency: ubnd-cap-xa, role: perform}]}
"""
    assert not found("CC407", entries("{task: I.1, recorded: 2026-03-02}", by=agency, about=about))


def test_a_role_before_an_amendment_is_a_role() -> None:
    about = """
plan: {amendments: [{id: sua-1, number: 9/QĐ-UBND, date: 2026-05-04, title: Điều chỉnh}]}
tasks:
- id: I.1
  assignments: [{agency: so-tu-phap, role: lead}]
  former: [{changed_by: sua-1, assignments: [{agency: so-tai-chinh, role: lead}]}]
"""
    assert not found("CC407", entries("{task: I.1, recorded: 2026-03-02}", by="so-tai-chinh", about=about))


@pytest.mark.parametrize(("role", "severity"), [("lead", Severity.INFO), ("coordinate", Severity.WARNING)])
def test_where_an_open_group_leads_a_stranger_is_only_a_remark(role: str, severity: Severity) -> None:
    group = f"{{agency: cac-don-vi-lien-quan, role: {role}}}"
    about = f"tasks: [{{id: I.1, assignments: [{group}, {{agency: so-noi-vu, role: lead}}]}}]\n"
    (problem,) = found("CC407", entries("{task: I.1, recorded: 2026-03-02}", by="so-tai-chinh", about=about))
    assert problem.severity is severity


def test_what_another_role_contributes_may_be_typed_by_the_monitor() -> None:
    about = (
        "tasks: [{id: I.1, assignments: [{agency: so-tu-phap, role: lead}, {agency: so-tai-chinh, role: appraise}]}]\n"
    )
    said = "{task: I.1, agency: so-tai-chinh, status: in_progress, recorded: 2026-03-02}"
    judged = "{task: I.1, agency: so-tai-chinh, action: return, note: Thiếu, recorded: 2026-03-03}"
    assert messages("CC420", entries(said, about=about)) == []
    assert messages("CC420", entries(judged, about=about)) == [
        "I.1: Sở Tài chính không có phần việc trong nhiệm vụ này"
    ]


def test_a_member_gets_a_deadline_of_its_own_and_a_stranger_does_not() -> None:
    for agency, told in (("ubnd-xa-dien-khanh", 0), ("so-tu-phap", 1)):
        line = moved("2026-07-31", more=f"agency: {agency}, ")
        assert len(found("CC420", decided(line, about=COLLECTIVE))) == told


def test_an_agency_that_names_itself_does_not_report_for_another() -> None:
    line = "{task: I.1, agency: so-tu-phap, status: in_progress, recorded: 2026-03-02}"
    assert codes(entries(line, by="so-tu-phap", about=LED)) == []


# --- CC408: what proves it


def test_evidence_may_come_in_an_earlier_or_a_later_line() -> None:
    bare = "{task: I.1, status: done, date: 2026-03-02, recorded: 2026-03-02}"
    proof = f"{{task: I.1, {PROOF}, recorded: 2026-%s}}"
    assert found("CC408", entries(bare))
    for day in ("02-02", "04-02"):
        assert not found("CC408", entries(bare, proof % day))


def test_a_later_line_corrects_what_the_first_one_lacked() -> None:
    bare = "{task: I.1, status: done, recorded: 2026-03-02}"
    assert messages("CC408", entries(bare)) == ["I.1: hoàn thành nhưng chưa ghi ngày và tài liệu kiểm chứng"]
    assert codes(entries(bare, DONE)) == []


def test_evidence_of_one_milestone_does_not_prove_the_other() -> None:
    line = "{task: %s, status: done, date: 2026-03-02, recorded: 2026-03-02%s}"
    example = entries(line % ("I.1/1", f", {PROOF}"), line % ("I.1/2", ""), about=TWO_TERMS)
    assert messages("CC408", example) == ["I.1/2: hoàn thành nhưng chưa ghi tài liệu kiểm chứng"]


def test_a_confirmation_of_the_whole_rests_on_what_the_members_sent() -> None:
    member = f"ubnd-xa-dien-khanh: [{{task: I.1, status: submitted, date: 2026-03-02, {PROOF}, recorded: 2026-03-02}}]"
    confirm = "so-noi-vu: [{task: I.1, action: confirm, date: 2026-03-09, recorded: 2026-03-09}]"
    assert codes(f"{COLLECTIVE}entries: {{{member}, {confirm}}}") == []
    assert messages("CC408", f"{COLLECTIVE}entries: {{{confirm}}}") == [
        "I.1: hoàn thành nhưng chưa ghi tài liệu kiểm chứng"
    ]


LINES = st.fixed_dictionaries(
    {
        "by": st.sampled_from(["so-tu-phap", "so-tu-phap", "so-noi-vu"]),
        "word": st.sampled_from([None, "in_progress", "submitted", "done", "done", "paused", "confirm", "return"]),
        "day": st.one_of(st.none(), st.integers(1, 28)),
        "recorded": st.integers(1, 28),
        "proven": st.booleans(),
    }
)


@given(st.lists(LINES, max_size=6))
def test_done_work_is_warned_about_exactly_where_its_state_says_unproven(lines: list[dict[str, Any]]) -> None:
    written: dict[str, list[dict[str, Any]]] = {"so-noi-vu": [], "so-tu-phap": []}
    for line in lines:
        if line["by"] == "so-noi-vu" or line["word"] not in ("confirm", "return"):
            written[line["by"]].append(_entry(line))
    example = LED + json.dumps({"entries": written})[1:-1]
    of = load(workspace_files(example)).workspace
    task = of.plans[0].tasks[0]
    ledger = Ledger.of(of.plans[0], of)
    state = milestone_state(ledger, task, task.milestones[0], date(2026, 12, 31))
    unproven = state.progress is Status.DONE and state.timing is Timing.UNPROVEN
    assert bool(found("CC408", example)) == unproven


def _entry(line: dict[str, Any]) -> dict[str, Any]:
    word = line["word"]
    key = "action" if word in ("confirm", "return") else "status"
    return {
        "task": "I.1",
        "recorded": f"2026-06-{line['recorded']:02}",
        **({key: word} if word else {}),
        **({"date": f"2026-05-{line['day']:02}"} if line["day"] else {}),
        **({"evidence": [{"number": "12/KH-UBND"}]} if line["proven"] else {}),
    }


# --- CC409: backwards

AGAIN = "{task: I.1, status: in_progress, date: 2026-04-02, recorded: 2026-04-02}"


def test_what_the_monitor_sent_back_is_in_progress_again() -> None:
    back = "{task: I.1, action: return, note: Thiếu phụ lục, date: 2026-03-20, recorded: 2026-03-20}"
    lines = f"entries: {{so-tu-phap: [{DONE}, {AGAIN}]"
    assert codes(f"{LED}{lines}}}") == ["CC409"]
    assert codes(f"{LED}{lines}, so-noi-vu: [{back}]}}") == []
    assert codes(f"{LED}{lines}, so-noi-vu: [{AGAIN}]}}") == []


def test_what_happened_before_and_was_written_after_is_no_step_back() -> None:
    late = "{task: I.1, status: in_progress, date: 2026-02-10, recorded: 2026-04-02}"
    assert codes(entries(DONE, late)) == []


def test_a_step_back_is_past_once_the_work_is_done_again() -> None:
    again = f"{{task: I.1, status: done, date: 2026-05-02, {PROOF}, recorded: 2026-05-02}}"
    assert codes(entries(DONE, AGAIN)) == ["CC409"]
    assert codes(entries(DONE, AGAIN, again)) == []


def test_another_milestone_in_progress_is_no_step_back() -> None:
    done, again = (line.replace("I.1", name) for line, name in ((DONE, "I.1/1"), (AGAIN, "I.1/2")))
    assert codes(entries(done, again, about=TWO_TERMS)) == []
    assert messages("CC409", entries(DONE, again, about=TWO_TERMS)) == ["I.1/2: đã hoàn thành rồi lại đang thực hiện"]


# --- CC410, CC411, CC412, CC424: deadlines


_MOVES = st.tuples(
    st.sampled_from(("extend", "extend", "set")),
    st.sampled_from(("", "agency: so-tu-phap, ", "agency: so-xay-dung, ")),
    st.sampled_from(("1/UBND", "2/UBND", "3/UBND")),
)


@given(st.lists(_MOVES, max_size=9))
def test_an_extension_is_compared_with_all_that_held_before_it_but_what_it_corrects(
    moves: list[tuple[str, str, str]],
) -> None:
    lines = [
        f"{{task: I.1, action: {action}, {agency}to: 2026-08-{day:02}, document: {{number: {number}, "
        f"date: 2026-06-{day:02}}}, recorded: 2026-06-{day:02}}}"
        for day, (action, agency, number) in enumerate(moves, 1)
    ]
    expected = []
    for place, (action, agency, number) in enumerate(moves):
        held = [day for day, (what, by, cited) in enumerate(moves[:place], 1)
                if what == "extend" and by in ("", agency) and cited != number]  # fmt: skip
        if action == "extend" and held:
            expected.append(f"I.1: gia hạn lần thứ {len(held) + 1}, lần trước đến {held[-1]:02}/8/2026")
    text = decided(*lines)
    assert [each.message for each in problems(text) if each.code == "CC412"] == expected


def test_a_request_needs_no_document_and_moves_nothing() -> None:
    request = "{task: I.1, action: request, to: 2026-05-31, recorded: 2026-05-01}"
    assert codes(decided(request, moved("2026-07-31"))) == []


def test_a_refusal_needs_a_document() -> None:
    assert codes(decided("{task: I.1, action: refuse, recorded: 2026-05-01}")) == ["CC410"]


@pytest.mark.parametrize(
    "line", ["document: [9/UBND]", "document: {number: 9/UBND, date: 1/6/2026}", "tài_liệu: 9/UBND"]
)
def test_a_document_that_cannot_be_read_is_not_missing(line: str) -> None:
    example = decided(f"{{task: I.1, action: extend, to: 2026-07-31, {line}, recorded: 2026-06-01}}")
    assert "CC410" not in codes(example)


def test_an_extension_is_measured_by_the_one_before_whichever_was_written_first() -> None:
    later, earlier = moved("2026-08-31", "15/UBND", "2026-07-20"), moved("2026-07-31")
    assert codes(decided(later, earlier)) == ["CC412"]
    (message,) = messages("CC411", decided(moved("2026-07-15", "15/UBND", "2026-07-20"), earlier))
    assert message == "I.1: hạn mới 15/7/2026 không sau hạn đang áp dụng 31/7/2026"


def test_a_new_line_on_the_same_document_corrects_the_first() -> None:
    mistyped, right = moved("2062-07-31"), moved("2026-07-31")
    assert codes(decided(mistyped, right)) == []


def test_an_extension_of_the_task_must_suit_each_of_its_milestones() -> None:
    (problem,) = found("CC411", decided(moved("2026-04-30", on="2026-03-01"), about=TWO_TERMS))
    assert problem.message == "I.1/2: hạn mới 30/4/2026 không sau hạn đang áp dụng 30/9/2026"
    assert problem.hint == "ghi id của mốc được gia hạn"
    assert codes(decided(moved("2026-04-30", on="2026-03-01", task="I.1/1"), about=TWO_TERMS)) == []


def test_extensions_of_two_members_are_each_their_first() -> None:
    one, other = (
        moved("2026-07-31", number, more=f"agency: ubnd-{who}, ")
        for number, who in (("9/UBND", "xa-dien-khanh"), ("10/UBND", "phuong-nha-trang"))
    )
    assert codes(decided(one, other, about=COLLECTIVE)) == []
    assert codes(decided(one, other, moved("2026-08-31", "15/UBND"), about=COLLECTIVE)) == []
    again = moved("2026-08-31", "15/UBND", "2026-07-20", more="agency: ubnd-xa-dien-khanh, ")
    assert codes(decided(one, other, again, about=COLLECTIVE)) == ["CC412"]


def test_a_first_day_then_an_extension_is_the_usual_way() -> None:
    first = moved("2026-07-31").replace("extend", "set")
    assert codes(decided(first, moved("2026-08-31", "15/UBND", "2026-07-20"), about=UNDATED)) == []


def test_a_term_changed_by_an_amendment_is_measured_by_what_held_then() -> None:
    about = """
plan: {amendments: [{id: sua-1, number: 9/QĐ-UBND, date: 2026-05-04, title: Điều chỉnh}]}
tasks: [{id: I.1, schedule: Tháng 9/2026, former: [{changed_by: sua-1, schedule: Tháng 3/2026}]}]
"""
    assert codes(decided(moved("2026-04-30", on="2026-03-01"), about=about)) == []
    assert codes(decided(moved("2026-04-30", on="2026-05-11"), about=about)) == ["CC411"]


# --- CC419: documents


@pytest.mark.parametrize("document", ["{link: https://a.vn/b}", "{name: Hội nghị tập huấn}", "{number: 57-NQ/TW}"])
def test_a_link_a_named_thing_and_a_party_paper_prove(document: str) -> None:
    assert codes(entries(f"{{task: I.1, evidence: [{document}], recorded: 2026-03-02}}")) == []


def test_documents_of_deadlines_events_and_measurements_are_looked_at() -> None:
    example = """
plan: {events: [{id: pci, name: Công bố PCI}]}
tasks: [{id: I.1, targets: [{id: I.1-1, name: Tỷ lệ, comparator: ">=", value: 90, unit: "%"}]}]
deadlines: [{task: I.1, action: request, document: {number: Tờ 3}, recorded: 2026-03-02}]
events: [{event: pci, date: 2026-03-02, evidence: [{number: Tờ 4}], recorded: 2026-03-02}]
measurements: [{target: I.1-1, date: 2026-03-02, value: 9, evidence: [{number: Tờ 5}], recorded: 2026-03-02}]
"""
    assert [message.partition(":")[0] for message in messages("CC419", example)] == [
        "I.1",
        'sự kiện "pci"',
        'chỉ tiêu "I.1-1"',
    ]


# --- consequences of another fault are not reported


@pytest.mark.parametrize(
    "line",
    [
        "{task: I.7, status: done, agency: so-tai-chinh, recorded: 2026-03-02}",
        "{task: I.7, status: paused, recorded: 2026-03-02}",
        "{task: I.7, action: return, recorded: 2026-03-02}",
    ],
)
def test_an_unknown_task_is_reported_once(line: str) -> None:
    assert codes(entries(line)) == ["CC401"]


def test_an_unknown_agency_is_reported_once() -> None:
    assert codes(entries("{task: I.1, status: done, recorded: 2026-03-02}", by="so-x")) == ["CC402"]
    assert codes(entries("{task: I.1, action: confirm, recorded: 2026-03-02}", by="ubnd-cap-xa")) == ["CC402"]
    line = "{task: I.1, agency: so-x, status: in_progress, recorded: 2026-03-02}"
    assert codes(entries(line)) == ["CC402"]


@pytest.mark.parametrize(
    ("about", "code"),
    [
        ("{agency: so-tu-fap, role: lead}", "CC201"),
        ("{agency: so-tu-phap, role: chu-tri}", "CC104"),
        ("{agency: hai-so, role: lead}", "CC202"),
    ],
)
def test_without_a_known_role_no_agency_is_reported_as_a_stranger(about: str, code: str) -> None:
    example = f"""
agencies: [{{id: hai-so, name: Hai sở, kind: group, members: [{{agency: so-tu-fap, basis: assumed}}]}}]
tasks: [{{id: I.1, assignments: [{{agency: so-noi-vu, role: lead}}, {about}]}}]
entries:
  so-tu-phap: [{{task: I.1, recorded: 2026-03-02}}]
  so-noi-vu: [{{task: I.1, agency: so-tu-phap, recorded: 2026-03-02}}]
"""
    assert set(codes(example)) - {"CC202"} == {code} - {"CC202"}


@pytest.mark.parametrize(
    "line",
    [
        f"{{task: I.1, status: done, ngày: 2026-03-02, {PROOF}, recorded: 2026-03-02}}",
        f"{{task: I.1, status: done, date: 2/3/2026, {PROOF}, recorded: 2026-03-02}}",
        "{task: I.1, status: done, date: 2026-03-02, evidence: 12/KH-UBND, recorded: 2026-03-02}",
        "{task: I.1, status: paused, evidence: 12/KH-UBND, recorded: 2026-03-02}",
        "{task: I.1, action: return, lý_do: Thiếu, recorded: 2026-03-02}",
        "{task: I.1, evidence: [{số: 12/KH-UBND}], recorded: 2026-03-02}",
    ],
)
def test_unreadable_values_are_not_reported_as_missing(line: str) -> None:
    assert {code[:3] for code in codes(entries(line))} == {"CC1"}


@pytest.mark.parametrize(
    "row", ["products: Kế hoạch", "products: {a: b}", "sản_phẩm: [Kế hoạch]", "tiến_độ: Quý I/2026", "giao_cho: Sở"]
)
def test_a_cell_of_a_wrong_kind_or_name_is_not_also_empty(row: str) -> None:
    left = {"products": "[Kế hoạch]", "schedule": "Tháng 6/2026", "assignments": "[{agency: so-noi-vu, role: lead}]"}
    meant = {"sản_phẩm": "products", "tiến_độ": "schedule", "giao_cho": "assignments"}
    given_ = row.partition(":")[0]
    left.pop(meant.get(given_, given_), None)
    cells = "\n".join(f"      {key}: {value}" for key, value in left.items())
    example = f"""
files:
  plan/2026/appendix/I.yaml: |
    id: I
    number: I
    title: CẢI CÁCH
    tasks:
    - id: I.1
      number: "1"
      title: Rà soát văn bản
{cells}
      {row}
"""
    assert {code[:3] for code in codes(example)} == {"CC1"}


# --- CC212: settings


def test_settings_of_the_workspace_and_of_a_plan_are_looked_at() -> None:
    example = """
settings: {signatories: [{agency: so-x}]}
plan: {settings: {issuer: so-y, agency: so-tu-phap}}
"""
    assert messages("CC212", example) == ['không có cơ quan "so-y"', 'không có cơ quan "so-x"']


# --- CC428: records that disagree

DONE_95 = (
    DONE,
    "{task: I.1, status: in_progress, percent: 95, recorded: 2026-03-02}",
)
EARLIER_DONE = (DONE.replace("date: 2026-03-02", "date: 2026-02-02"), DONE_95[1])
SHARES = (DONE_95[1], DONE_95[1].replace("95", "90"))


NO_STATUS = (DONE, "{task: I.1, percent: 95, recorded: 2026-03-02}")


@pytest.mark.parametrize("lines", [DONE_95, EARLIER_DONE, SHARES, NO_STATUS])
def test_entries_that_disagree_are_found_in_whatever_order(lines: tuple[str, str]) -> None:
    for one, other in (lines, lines[::-1]):
        (problem,) = found("CC428", entries(one, other))
        assert problem.span.line == 2
        assert problem.message.endswith("dòng kia ở plan/2026/progress/so-noi-vu.yaml:1")


@pytest.mark.parametrize(
    "lines",
    [
        (DONE, DONE),
        (DONE_95[1], "{task: I.1, note: đã họp, recorded: 2026-03-02}"),
        (DONE_95[1], "{task: I.1, percent: 95, recorded: 2026-03-02}"),
        (DONE_95[1], "{task: I.1, percent: 90, recorded: 2026-03-09}"),
        (DONE_95[1], "{task: I.1, percent: 90, date: 2026-03-01, recorded: 2026-03-02}"),
        (*SHARES, "{task: I.1, percent: 97, recorded: 2026-03-09}"),
        ("{task: I.1, action: return, note: thiếu, recorded: 2026-03-02}", DONE),
    ],
)
def test_entries_that_agree_or_were_settled_later_are_not_reported(lines: tuple[str, ...]) -> None:
    assert not found("CC428", entries(*lines))
    assert not found("CC428", entries(*reversed(lines)))


_LINES = st.lists(
    st.tuples(
        st.sampled_from(("", "in_progress", "not_started", "submitted", "done", "cancelled")),
        st.sampled_from((None, 0, 50, 100)),
        st.sampled_from(("2026-03-01", "2026-03-02")),
    ),
    min_size=2,
    max_size=4,
)


@given(_LINES, st.booleans())
def test_whatever_order_tells_another_state_tells_that_the_entries_disagree(
    drawn: list[tuple[str, int | None, str]], later: bool
) -> None:
    lines = [
        f"{{task: I.1, date: {day}, recorded: 2026-03-05, {PROOF}"
        + (f", status: {status}" if status else "")
        + (f", percent: {percent}" if percent is not None else "")
        + "}"
        for status, percent, day in drawn
    ]
    more = ("{task: I.1, status: in_progress, recorded: 2026-04-05}",) if later else ()
    told = set()
    for order in permutations(lines):
        text = entries(*order, *more)
        found = [problem for problem in problems(text) if problem.code in ("CC409", "CC428")]
        of = load(workspace_files(text)).workspace
        task = of.plans[0].tasks[0]
        state = milestone_state(Ledger.of(of.plans[0], of), task, task.milestones[0], date(2026, 12, 31))
        codes_ = [each.code for each in found]
        told.add(("CC428" in codes_, 0 if later else codes_.count("CC409"), state.progress, state.timing))
    assert len(told) == 1 or all(each[0] for each in told)
    assert len({each[:2] for each in told}) == 1


def test_decisions_events_and_measurements_that_disagree_are_found_in_whatever_order() -> None:
    grants = (moved("2026-07-31"), moved("2026-08-31", number="10/UBND"))
    for one, other in (grants, grants[::-1]):
        (message,) = messages("CC428", decided(one, other))
        assert message.startswith("I.1: hai quyết định cùng ngày về hạn: đến 31/")
    plan = "tasks: [{id: I.1}]\nplan: {events: [{id: pci, name: Công bố PCI}]}\n"
    days = [f"{{event: pci, date: 2026-05-0{day}, recorded: 2026-05-08}}" for day in (6, 7)]
    for one, other in (days, days[::-1]):
        assert len(found("CC428", f"{plan}events: [{one}, {other}]")) == 1
    assert not found("CC428", decided(grants[0], grants[0]))
