"""Files are loaded to a workspace with every problem of reading; no text makes the program fail."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bad_plans import files
from cchc_cli.checking.check import check
from cchc_cli.reading.load import load
from cchc_cli.text.problems import Problem
from conftest import examples, plan_files

ROOT = Path(__file__).parents[2]
BASE = files("_base")
SECTION, PLAN = "plan/2026/appendix/I.yaml", "plan/2026/plan.yaml"
PROGRESS = "plan/2026/progress/so-tu-phap.yaml"
REAL = {path: (ROOT / path).read_bytes().decode() for path in (SECTION, PLAN)}
PATHS = (*sorted(BASE), PROGRESS, "plan/2026/deadlines.yaml", "plan/2026/events.yaml", "plan/2026/snapshots/a.yaml")
SCRAPS = st.sampled_from([
    *":-[]{},#?!|>%@\"'\t\n\r", "", ": ", "- ", "\n  ", "&a ", "*a", "<<: ", "---\n", "...\n", "{}", "null", "~", "id",
    "2026", "\x00", "\x85", "\u2028", "\ufeff", "\u00a0", "\u0301", "Ð", "2026-02-30", "9" * 5000, "id: I.1\n",
    "tasks:\n", "{id: I.1, number: a, title: b, tasks: []}",
])  # fmt: skip


def lines(text: str) -> list[str]:
    return text.lstrip("\ufeff").replace("\r\n", "\n").replace("\r", "\n").split("\n")


def problems(changed: dict[str, bytes]) -> tuple[Problem, ...]:
    return check(load(BASE | changed)).problems


def assert_pointed_within(found: tuple[Problem, ...], texts: dict[str, str]) -> None:
    for span in (problem.span for problem in found):
        text = lines(texts[span.file])
        assert 1 <= span.line <= span.end_line <= len(text)
        assert (span.line, span.column) <= (span.end_line, span.end_column)
        assert 1 <= span.column <= len(text[span.line - 1]) + 1
        assert 1 <= span.end_column <= len(text[span.end_line - 1]) + 2


@st.composite
def mutated(draw: st.DrawFn) -> tuple[str, str]:
    """A file of the real plan in which up to three slices are replaced by other text."""
    path = draw(st.sampled_from((SECTION, PLAN)))
    text = REAL[path]
    for _ in range(draw(st.integers(1, 3))):
        start = draw(st.integers(0, len(text)))
        length = draw(st.integers(0, 60))
        text = text[:start] + draw(SCRAPS | st.text(max_size=8)) + text[start + length :]
    return path, text.encode("utf-8", "replace").decode()


@given(mutated())
@examples(150)
def test_a_damaged_plan_gives_problems_within_its_files(damaged: tuple[str, str]) -> None:
    path, text = damaged
    texts = {name: data.decode() for name, data in BASE.items()} | {path: text}
    if text.encode()[:400].count(0) * 4 <= len(text.encode()[:400]):
        assert_pointed_within(problems({path: text.encode()}), texts)


@given(st.sampled_from(PATHS), st.text() | st.lists(SCRAPS, max_size=25).map("".join))
@examples(300)
def test_any_text_gives_problems_within_its_file(path: str, text: str) -> None:
    text = text.encode("utf-8", "replace").decode()
    texts = {name: data.decode() for name, data in BASE.items()} | {path: text}
    if b"\0" not in text.encode():
        assert_pointed_within(problems({path: text.encode()}), texts)


@given(st.sampled_from(PATHS), st.binary())
def test_any_bytes_give_problems(path: str, data: bytes) -> None:
    for problem in problems({path: data}):
        assert problem.span.line >= 1
        assert problem.span.column >= 1
        assert problem.message


def test_the_real_plan_is_read_without_a_problem() -> None:
    loaded = load(plan_files(ROOT))
    assert loaded.problems == ()
    (plan,) = loaded.workspace.plans
    assert plan.name == "2026"
    assert [section.id for section in plan.sections] == ["I", "II", "III", "IV", "V", "VI", "VII"]


@pytest.mark.parametrize(
    "broken",
    [
        b"id: I\ntasks:\n- {id: I.1, number\n- id: I.2\n",
        "id: I.1 Lĩnh vực\n# id: I.2".encode("utf-16"),
        b"format: 9\nx: {id: I.1}\ny: {id: 'I.2'}\n",
    ],
    ids=["syntax", "encoding", "format"],
)
def test_records_of_a_section_that_cannot_be_read_are_not_reported(broken: bytes) -> None:
    entries = b"- {task: I.1, recorded: 2026-02-01}\n- {task: I.2/1, recorded: 2026-02-01}\n"
    found = problems({SECTION: broken, PROGRESS: entries})
    assert {problem.span.file for problem in found} == {SECTION}


def test_without_a_registry_no_agency_is_reported() -> None:
    assert [problem.code for problem in problems({"plan/agencies.yaml": b"agencies: ["})] == ["CC003"]


def test_a_plan_whose_own_file_cannot_be_read_is_left_out() -> None:
    loaded = load(BASE | {PLAN: b"title: [\n"})
    assert loaded.workspace.plans == ()
    assert len(loaded.problems) == 1


@pytest.mark.parametrize("content", [b"", b"# ch\xc6\xb0a c\xc3\xb3 g\xc3\xac\n", b"[]\n", b"---\n"])
def test_records_may_be_empty(content: bytes) -> None:
    assert problems({PROGRESS: content, "plan/2026/deadlines.yaml": content}) == ()
