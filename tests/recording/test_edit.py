"""A record is added or removed: the change in the file, and that all other bytes stay."""

from collections.abc import Iterator
from datetime import date
from difflib import SequenceMatcher
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc_cli.model import Deadline, Document, Entry, Measurement, Status
from cchc_cli.recording.edit import added, holds, line_of, splice, taken_back
from cchc_cli.recording.edit.single_lines import arranged
from cchc_cli.text.encoding import text_of
from cchc_cli.text.problems import Stop
from cchc_cli.text.yaml import parse, unplaced
from conftest import examples

SHAPE = tuple[Entry, ...]
DAY = date(2026, 1, 28)
ENTRY = Entry(task="I.1", recorded=DAY, status=Status.DONE)
LINE = "- {task: I.1, recorded: 2026-01-28, status: done}"


def of(text: str) -> str:
    """The file after ENTRY was added."""
    return added(text.encode(), ENTRY, SHAPE).data.decode()


def test_a_line_has_the_keys_of_the_model_and_quotes_only_where_needed() -> None:
    record = Entry(
        task="I.9/1",
        recorded=DAY,
        date=DAY,
        status=Status.DONE,
        percent=100,
        evidence=(Document(number="123/KH-UBND", date=DAY), Document(link="https://a.vn/?b=1,2")),
        note='Bảo đảm "đúng hạn": 100%, xong',
    )
    assert line_of(record) == (
        "- {task: I.9/1, recorded: 2026-01-28, date: 2026-01-28, status: done, percent: 100, "
        'evidence: [{number: 123/KH-UBND, date: 2026-01-28}, {link: "https://a.vn/?b=1,2"}], '
        'note: "Bảo đảm \\"đúng hạn\\": 100%, xong"}'
    )


@pytest.mark.parametrize(
    ("note", "written"),
    [
        ("đã ban hành", "đã ban hành"),
        ("Ủy ban (khóa II); 50% – xong", "Ủy ban (khóa II); 50% – xong"),
        ("C# và C++", "C# và C++"),
        ("", '""'),
        (" đầu", '" đầu"'),
        ("cuối ", '"cuối "'),
        ("- gạch", '"- gạch"'),
        ("một: hai", '"một: hai"'),
        ("một #hai", '"một #hai"'),
        ("no", '"no"'),
        ("2026", '"2026"'),
        ("1e3", '"1e3"'),
        ("2026-01-28", '"2026-01-28"'),
        ("hai\ndòng", '"hai\\ndòng"'),
        ("a\u2028b\u0085\x00", '"a\\u2028b\\u0085\\u0000"'),
        ("Hòa".replace("ò", "o\u0300"), "Hòa"),
    ],
)
def test_words_are_quoted_only_where_yaml_needs_it(note: str, written: str) -> None:
    line = line_of(Entry(task="I.1", recorded=DAY, note=note))
    assert line == f"- {{task: I.1, recorded: 2026-01-28, note: {written}}}"


@pytest.mark.parametrize(("value", "written"), [(25.0, "25"), (72.4, "72.4"), (-0.5, "-0.5"), (1e12, "1000000000000")])
def test_figures_are_written_plainly(value: float, written: str) -> None:
    record = Measurement(target="1", date=DAY, value=value, recorded=DAY)
    assert f'{{target: "1", date: 2026-01-28, value: {written},' in line_of(record)


def test_a_line_that_would_not_read_as_its_record_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """The test makes a mistake of the writer by hand: the file is read again before it is written."""
    monkeypatch.setattr(splice, "line_of", lambda _: "- {task: I.9, recorded: 2026-01-28, status: done}")
    with pytest.raises(Stop, match="sẽ làm sai các dòng đang có"):
        added(b"", ENTRY, SHAPE)


ONE = "- {task: I.2, recorded: 2026-01-05}"
BY_HAND = "-\n  # viết tay\n  task: I.2\n  recorded: 2026-01-05\n  note:\n"
BY_HAND_LINE = "- {task: I.2, recorded: 2026-01-05, note: null}"
BLOCK = "- task: I.2\n  recorded: 2026-01-05\n  note: |\n    hai\n    dòng\n"
BLOCK_LINE = '- {task: I.2, recorded: 2026-01-05, note: "hai\\ndòng\\n"}'


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("", f"{LINE}\n"),
        ("# chưa có gì\n", f"# chưa có gì\n{LINE}\n"),
        ("# chưa có gì", f"# chưa có gì\n{LINE}"),
        ("---\n", f"---\n{LINE}\n"),
        (f"{ONE}\n", f"{ONE}\n{LINE}\n"),
        (ONE, f"{ONE}\n{LINE}"),
        (f"\ufeff{ONE}\r\n", f"\ufeff{ONE}\r\n{LINE}\r\n"),
        (f"# đầu\r\n{ONE}", f"# đầu\r\n{ONE}\r\n{LINE}"),
        (f"{ONE} # bên cạnh\n# sau cùng\n\n", f"{ONE} # bên cạnh\n{LINE}\n# sau cùng\n\n"),
        (f"  {ONE}\n", f"  {ONE}\n  {LINE}\n"),
        (f"---\n{ONE}\n...\n", f"---\n{ONE}\n{LINE}\n...\n"),
        (BLOCK, f"{BLOCK_LINE}\n{LINE}\n"),
        (f"{BLOCK}\n\n# cuối\n", f"{BLOCK_LINE}\n{LINE}\n\n\n# cuối\n"),
        (BLOCK.replace("|", "|+") + "\n", BLOCK_LINE.replace('\\n"', '\\n\\n"') + f"\n{LINE}\n\n"),
        (BLOCK[:-1], f"{BLOCK_LINE}\n{LINE}"),
        (BY_HAND, f"# viết tay\n{BY_HAND_LINE}\n{LINE}\n"),
        ("[]\n", f"{LINE}\n"),
        ("# đầu\n[]", f"# đầu\n{LINE}"),
        (f"[{ONE[2:]}]", f"{ONE}\n{LINE}"),
        (f"[{ONE[2:]}, ]", f"{ONE}\n{LINE}"),
        (f"[\n  {ONE[2:]} # a, b\n]\n", f"{ONE}  # a, b\n{LINE}\n"),
        (f"[\n  {ONE[2:]},\n  # cuối\n]\n", f"{ONE}\n{LINE}\n# cuối\n"),
        (f"[{ONE[2:]},\n {ONE[2:]}]\n", f"{ONE}\n{ONE}\n{LINE}\n"),
    ],
)  # fmt: skip
def test_a_record_is_added_directly_after_the_last(before: str, after: str) -> None:
    assert of(before) == after


def test_what_was_added_is_shown_with_its_line() -> None:
    told = added(f"# đầu\r\n{ONE}\r\n# cuối".encode(), ENTRY, SHAPE)
    assert (told.line, told.number) == (LINE, 3)
    in_brackets = added(f"[{ONE[2:]},\n {ONE[2:]}]\n".encode(), ENTRY, SHAPE)
    assert (in_brackets.line, in_brackets.number) == (LINE, 3)
    assert (told.arranged, in_brackets.arranged) == (False, True)


@pytest.mark.parametrize(
    "text",
    [
        "tasks: []\n",
        "một câu\n",
        f"{ONE}\n- {{task: I.3\n",
        "- {task: I.3}\n",
        f"{ONE}\n...\n---\n{ONE}\n",
    ],
    ids=["mapping", "words", "broken", "shapeless", "two-documents"],
)
def test_a_file_that_is_no_sound_list_is_refused(text: str) -> None:
    with pytest.raises(Stop):
        of(text)


def test_other_encodings_and_broken_characters_are_refused() -> None:
    with pytest.raises(Stop, match="UTF-8"):
        added("- {task: I.2, note: Sở}".encode("utf-16"), ENTRY, SHAPE)
    with pytest.raises(Stop, match="UTF-8"):
        added(b"", Entry(task="I.1", recorded=DAY, note="\udcff"), SHAPE)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (f"{ONE}\n{LINE}\n", f"{ONE}\n"),
        (f"{ONE}\n{LINE}", ONE),
        (f"{ONE}\r\n{LINE} # ghi nhầm\r\n# cuối\r\n", f"{ONE}\r\n# cuối\r\n"),
        (f"{LINE}\n", ""),
        (f"# đầu\n{LINE}", "# đầu"),
        (f"{ONE}\n{BLOCK}", f"{ONE}\n"),
        (f"{ONE}\n{BY_HAND}", f"{ONE}\n# viết tay\n"),
        (f"[{LINE[2:]}]\n", ""),
        (f"[{ONE[2:]}, {LINE[2:]}]\n", f"{ONE}\n"),
        (f"[\n  {ONE[2:]} # a\n  , {LINE[2:]}\n]\n", f"{ONE}  # a\n"),
        (f"[\n  {ONE[2:]},\n  {LINE[2:]},\n]\n", f"{ONE}\n"),
    ],
)
def test_the_last_record_is_removed_with_its_lines(before: str, after: str) -> None:
    assert taken_back(before.encode(), SHAPE).data.decode() == after


@pytest.mark.parametrize("text", ["", "# chưa có gì\n", "[]\n"])
def test_what_cannot_be_taken_back_is_refused(text: str) -> None:
    with pytest.raises(Stop):
        taken_back(text.encode(), SHAPE)


def test_a_record_is_found_again_whatever_its_line_ends_and_style() -> None:
    block = "- task: I.1\r\n  recorded: 2026-01-28\r\n  status: done\r\n"
    assert holds(f"{ONE}\n{LINE}\n".encode(), f"{ONE}\r\n{block}".encode(), SHAPE)
    assert not holds(f"{ONE}\n{LINE}\n".encode(), f"{ONE}\n".encode(), SHAPE)
    assert not holds(f"{LINE}\n{LINE}\n".encode(), f"{LINE}\n".encode(), SHAPE)


LETTERS = "aăâbcdđeêghiklmnoôơpqrstuưvxyàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ "
WORDS = st.one_of(st.text(LETTERS, max_size=30), st.text(st.characters(exclude_categories=["Cs"]), max_size=30))
LONG = st.text(LETTERS, min_size=1200, max_size=3000)
PLAIN = st.text(LETTERS.strip(), min_size=1, max_size=12)
DAYS = st.dates(date(2025, 1, 1), date(2027, 12, 31))


def entries() -> st.SearchStrategy[Entry]:
    proof = st.builds(Document, number=st.none() | WORDS, date=st.none() | DAYS, title=st.none() | WORDS)
    return st.builds(
        Entry,
        task=st.sampled_from(["I.1", "II.2.2-1", "body.IV.3-1", "V.2/1"]),
        recorded=DAYS,
        status=st.none() | st.sampled_from(Status),
        percent=st.none() | st.integers(0, 100),
        evidence=st.lists(proof, max_size=2).map(tuple),
        note=st.none() | WORDS | LONG,
    )


@st.composite
def in_block_style(draw: st.DrawFn) -> str:
    """A record as a person writes it over several lines, the last of them plain, quoted, or a block scalar."""
    words = [draw(PLAIN) for _ in range(draw(st.integers(1, 3)))]
    indicator = draw(st.sampled_from(["|", "|-", "|+", ">", ">-", ">+", '"', "'", "plain"]))
    if indicator in ('"', "'"):
        note = indicator + "\n    ".join(words) + indicator
    elif indicator == "plain":
        note = "\n    ".join(words)
    else:
        note = indicator + "".join(f"\n    {word}" for word in words) + "\n" * draw(st.integers(0, 2))
    return f"- task: I.2\n  recorded: 2026-01-05\n  note: {note}\n"


def lists_of_lines() -> st.SearchStrategy[str]:
    pieces = st.one_of(
        entries().map(lambda each: f"{line_of(each)}\n"),
        entries().map(lambda each: f"{line_of(each)}  # bên cạnh, [xem] {{lại}}\n"),
        st.just("# ghi chú riêng\n"),
        st.just("\n"),
        in_block_style(),
    )
    return st.lists(pieces, max_size=5).map("".join)


@st.composite
def lists_in_brackets(draw: st.DrawFn) -> str:
    records = [line_of(each)[2:] for each in draw(st.lists(entries(), min_size=1, max_size=3))]
    if draw(st.booleans()):
        return f"[{', '.join(records)}]\n"
    remark, last = draw(st.sampled_from(["", "  # một, hai"])), draw(st.sampled_from(["", ","]))
    return "[\n" + f",{remark}\n".join(f"  {each}" for each in records) + f"{last}{remark}\n]\n"


@st.composite
def contents(draw: st.DrawFn) -> bytes:
    """Files of records as officers leave them: comments, styles, line ends, byte-order marks, open last lines."""
    text = draw(st.one_of(lists_of_lines(), lists_of_lines(), lists_in_brackets()))
    text = draw(st.sampled_from([text, text, text.rstrip("\n"), f"---\n{text}"]))
    if draw(st.booleans()):
        text = text.replace("\n", "\r\n")
    mark = draw(st.sampled_from(["", "\ufeff"])) if text else ""
    return (mark + text).encode()


def data(content: bytes) -> list[Any]:
    text = text_of(content)
    assert isinstance(text, str)
    parsed = parse(text if text.endswith("\n") else f"{text}\n")
    assert not parsed.faults
    records = unplaced(parsed.data or [])
    assert isinstance(records, list)
    return records


def lines(content: bytes) -> list[bytes]:
    """The lines as a diff sees them, ignoring a missing newline at the end."""
    return [line.rstrip(b"\r") for line in content.removesuffix(b"\n").split(b"\n")] if content else []


@given(contents(), entries())
@examples(200)
def test_an_addition_is_one_line_and_everything_else_stays(content: bytes, record: Entry) -> None:
    before = in_lines(content)
    after = added(content, record, SHAPE)
    changes = list(changed(before, after.data))
    assert all(tag == "insert" for tag, _, _ in changes), "nothing goes"
    assert len(data(after.data)) == len(data(content)) + 1
    assert [str(each) for each in data(after.data)[:-1]] == [str(each) for each in data(content)]
    gone, come = difference(lines(before), lines(after.data))
    assert not gone
    assert [line.strip() for line in come] == [after.line.encode()]
    assert (content.endswith(b"\n") or not before) == after.data.endswith(b"\n")


@given(contents(), entries())
@examples(100)
def test_an_addition_taken_back_leaves_the_file_as_it_was(content: bytes, record: Entry) -> None:
    after = added(content, record, SHAPE)
    assert taken_back(after.data, SHAPE).data == in_lines(content)


def in_lines(content: bytes) -> bytes:
    """The file with a line for each record."""
    text = text_of(content)
    assert isinstance(text, str)
    return content[: len(content) - len(text.encode())] + arranged(text).encode()


def changed(before: bytes, after: bytes) -> Iterator[tuple[str, bytes, bytes]]:
    """The difference in bytes: the common start, the common end, and the parts between."""
    start = next((at for at, (one, two) in enumerate(zip(before, after, strict=False)) if one != two), len(before))
    rest = len(before) - start
    if before[start:] == after[len(after) - rest :]:
        yield "insert", b"", after[start : len(after) - rest]
    else:
        yield "replace", before[start:], after[start:]


def difference(before: list[bytes], after: list[bytes]) -> tuple[list[bytes], list[bytes]]:
    """The removed and the added lines, as `diff` shows them."""
    gone: list[bytes] = []
    come: list[bytes] = []
    for tag, one, two, three, four in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if tag != "equal":
            gone += before[one:two]
            come += after[three:four]
    return gone, come


def test_every_kind_of_record_is_written_and_read_again() -> None:
    deadline = Deadline(task="I.1", action="set", recorded=DAY, document=Document(number="1/CV", date=DAY), to=DAY)
    assert line_of(deadline) == (
        "- {task: I.1, action: set, recorded: 2026-01-28, document: {number: 1/CV, date: 2026-01-28}, to: 2026-01-28}"
    )
    assert added(b"", deadline, tuple[Deadline, ...]).number == 1
