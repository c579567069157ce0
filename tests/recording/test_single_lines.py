"""Records that share a line or take several get a line each: what stays, and that branches then merge."""

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from test_edit import DAY, SHAPE, contents

from cchc_cli.checking.fixes import fixed
from cchc_cli.model import Entry, Status
from cchc_cli.recording.edit import added
from cchc_cli.recording.edit.single_lines import arranged, lists, scattered
from cchc_cli.text.lines import ended
from cchc_cli.text.yaml import parse, unplaced
from conftest import examples
from repositories import git

ONE, TWO = "- {task: I.2, recorded: 2026-01-05}", "- {task: I.3, recorded: 2026-01-06}"
BLOCK = "- task: I.2\n  recorded: 2026-01-05\n"


def records(text: str) -> list[Any]:
    found: list[Any] = []
    for part in lists(text):
        parsed = parse(ended(part))
        assert not parsed.faults
        data = unplaced(parsed.data or [])
        assert isinstance(data, list)
        found += data
    return found


ARRANGED = {
    "block style": (BLOCK, f"{ONE}\n"),
    "beside lines": (f"{TWO}  # a\n{BLOCK}{TWO} # b\n", f"{TWO}  # a\n{ONE}\n{TWO} # b\n"),
    "indented": ("  - task: I.2\n    recorded: 2026-01-05\n", f"  {ONE}\n"),
    "a dash alone": ("-\n  {task: I.2, recorded: 2026-01-05}\n", f"{ONE}\n"),
    "one key on the line of the dash": ("- task: I.2\n", "- {task: I.2}\n"),
    "braces over lines": ("- {task: I.2,\n   recorded: 2026-01-05}  # a\n", f"{ONE}  # a\n"),
    "comments inside": (
        "# đầu\n- task: I.2   # một\n  # hai\n  note: |  # ba\n    a\n    # không phải ghi chú\n  # bốn\n"
        "  recorded: 2026-01-05  # năm\n# cuối\n",
        '# đầu\n# một\n# hai\n# ba\n# bốn\n- {task: I.2, note: "a\\n# không phải ghi chú\\n", recorded: 2026-01-05}'
        "  # năm\n# cuối\n",
    ),
    "a list in it": (
        "- evidence:\n  - number: 1/KH, 2\n  - link: https://a.vn\n  note: 'a, b'\n  difficulties:\n",
        '- {evidence: [{number: "1/KH, 2"}, {link: "https://a.vn"}], note: \'a, b\', difficulties: null}\n',
    ),
    "words over lines": ("- note: hai\n    dòng\n  proposals: 'một\n\n    hai'\n",
                         '- {note: hai dòng, proposals: "một\\nhai"}\n'),
    "blank lines between": (f"{BLOCK}\n\n{BLOCK}", f"{ONE}\n\n\n{ONE}\n"),
    "no newline at the end": (BLOCK[:-1], ONE),
    "block text without a newline at the end": ("- note: |\n    a", '- {note: "a\\n"}'),
    "CRLF": ("# a\r\n- task: I.2\r\n  # b\r\n  recorded: 2026-01-05\r\n", f"# a\r\n# b\r\n{ONE}\r\n"),
    "CR": ("- task: I.2\r  recorded: 2026-01-05\r", f"{ONE}\r"),
    "marks of a document": (f"---\n{BLOCK}...\n", f"---\n{ONE}\n...\n"),
    "brackets": (f"[{ONE[2:]}, {TWO[2:]}]  # a\n", f"{ONE}\n{TWO}  # a\n"),
    "brackets over lines": (
        f"[ # một\n  {ONE[2:]}, # hai\n  # ba\n  {TWO[2:]} # bốn\n  # năm\n]\n# sáu\n",
        f"# một\n{ONE}  # hai\n# ba\n{TWO}  # bốn\n# năm\n# sáu\n",
    ),
    "brackets behind the mark of a document": (f"--- [{ONE[2:]}]\n", f"---\n{ONE}\n"),
    "brackets without braces": ("[task: I.2]\n", "- {task: I.2}\n"),
    "an empty list": ("[]\n", ""),
    "an empty list between comments": ("# a\n[] # b\n# c\n", "# a\n# b\n# c\n"),
    "an empty list at an end without newline": ("# a\n[]", "# a"),
    "an empty list before lines": (f"[]\n{ONE}\n", f"{ONE}\n"),
    "two lists in brackets": (f"[{ONE[2:]}]\n[{TWO[2:]}]\n", f"{ONE}\n{TWO}\n"),
    "lines before brackets": (f"{ONE}\n[{TWO[2:]}] # a", f"{ONE}\n{TWO} # a"),
    "brackets, then block style": (f"# a\n[\n  {TWO[2:]}\n]\n{BLOCK}", f"# a\n{TWO}\n{ONE}\n"),
}  # fmt: skip
LEFT = {
    "nothing": "",
    "comments": "# chưa có gì\n",
    "lines": f"# a\n{ONE} # b\n\n  # c\n{TWO}",
    "a mapping": "id: I\ntitle:\n- A\n",
    "a file with faults": "- task: I.2\n  task: I.3\n",
    "an anchor": "- &a\n  task: I.2\n",
    "a tag": "- task: !!str I.2\n  recorded: 2026-01-05\n",
    "unclosed brackets": f"[{ONE[2:]},\n",
    "records that are none": "- một câu\n- [a, b]\n-\n",
}


@pytest.mark.parametrize("name", ARRANGED)
def test_each_record_gets_its_own_line_and_comments_stay(name: str) -> None:
    before, after = ARRANGED[name]
    assert arranged(before) == after
    assert records(before) == records(after)
    assert arranged(after) == after
    assert not scattered(after)


@pytest.mark.parametrize("name", LEFT)
def test_other_texts_are_left(name: str) -> None:
    assert arranged(LEFT[name]) == LEFT[name]
    assert not scattered(LEFT[name])


@given(contents(), st.lists(contents(), max_size=1))
@examples(200)
def test_whatever_an_officer_writes_says_the_same_afterwards(content: bytes, more: list[bytes]) -> None:
    text = "".join(ended(each.decode().lstrip("\ufeff")) for each in (*more, content))
    after = arranged(text)
    if any(parse(part).faults for part in lists(text)):
        assert after == text
        return
    assert str(records(after)) == str(records(text))
    assert arranged(after) == after
    assert not scattered(after)


BASES = {
    "lines": f"{ONE}\n",
    "empty list": "[]\n",
    "empty list without newline": "[]",
    "brackets": f"[{ONE[2:]}]\n",
    "brackets over lines": f"[\n  {ONE[2:]},  # a\n  # b\n  {TWO[2:]}\n]\n",
    "block style": f"# đầu\n- task: I.3\n  # ghi chú\n  recorded: 2026-01-06\n{BLOCK}# cuối\n",
    "block style, CRLF": "- task: I.2\r\n  recorded: 2026-01-05\r\n",
    "block style, byte-order mark": f"\ufeff{BLOCK}",
    "block style without newline": BLOCK[:-1],
    "lines without newline": ONE,
}
MINE = Entry(task="I.1", recorded=DAY, date=DAY, status=Status.IN_PROGRESS, note="A")
THEIRS = Entry(task="I.1", recorded=DAY, date=DAY, status=Status.IN_PROGRESS, percent=50)


@pytest.mark.parametrize("direction", ["a-b", "b-a"])
@pytest.mark.parametrize("base", BASES)
def test_two_branches_that_both_record_keep_both_records(tmp_path: Path, base: str, direction: str) -> None:
    before = records(BASES[base].lstrip("\ufeff"))
    merged = merge(tmp_path, BASES[base].encode(), direction, lambda data: data)
    assert len(merged) == len(before) + 2
    assert merged[: len(before)] == before
    assert {str(each) for each in merged[len(before) :]} == {str(plain(MINE)), str(plain(THEIRS))}


@pytest.mark.parametrize("direction", ["a-b", "b-a"])
@pytest.mark.parametrize("base", BASES)
def test_two_branches_that_both_record_after_a_fix_keep_both_records(tmp_path: Path, base: str, direction: str) -> None:
    before = records(BASES[base].lstrip("\ufeff"))
    merged = merge(tmp_path, BASES[base].encode(), direction, mended)
    assert len(merged) == len(before) + 2


def mended(data: bytes) -> bytes:
    found = fixed(data, lambda _: True)
    return found.data if found else data


def merge(folder: Path, base: bytes, direction: str, prepared: Any) -> list[Any]:
    """Records after two branches from one base, each with its own record, were merged by git."""
    file = folder / "so-tu-phap.yaml"
    git(folder, "init", "--quiet", "--initial-branch=main")
    (folder / ".gitattributes").write_text("* -text\n*.yaml merge=union\n", "utf-8")
    file.write_bytes(prepared(base))
    committed(folder)
    for branch, record in (("a", MINE), ("b", THEIRS)):
        git(folder, "checkout", "--quiet", "-b", branch, "main")
        file.write_bytes(added(file.read_bytes(), record, SHAPE).data)
        committed(folder)
    into, other = direction.split("-")
    git(folder, "checkout", "--quiet", into)
    git(folder, "merge", "--quiet", "-m", "gộp", other)
    return records(file.read_bytes().decode().lstrip("\ufeff"))


def committed(folder: Path) -> None:
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "--allow-empty", "--message", "một")


def plain(record: Entry) -> object:
    (found,) = records(added(b"", record, SHAPE).data.decode())
    return found
