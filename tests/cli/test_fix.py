"""`cchc validate --fix`: what it mends, what it leaves, and that nothing else changes."""

import os
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc_cli.checking.fixes import fixed
from cchc_cli.recording.edit.single_lines import lists
from cchc_cli.text.yaml import parse
from conftest import Cchc, contents

SECTION = "plan/2026/appendix/I.yaml"
SOUND = "id: I\ntitle: Đề án (cấp tỉnh)\n"


def everything(_: str) -> bool:
    return True


def mended(text: str) -> str:
    found = fixed(text.encode(), everything)
    return found.data.decode() if found else text


MENDED = {
    "spaces at the end": ("id: I  \ntitle: A\t \n", "id: I\ntitle: A\n"),
    "spaces after a key without a value": ("id: \n", "id:\n"),
    "spaces in a comment": ("# A  \nid: I\n", "# A\nid: I\n"),
    "spaces on a line of their own": ("id: I\n   \ntitle: A\n", "id: I\n\ntitle: A\n"),
    "spaces at the end of the file": ("id: I\ntitle: A  ", "id: I\ntitle: A"),
    "spaces behind the sign of block text": ("text: |-  \n  A\n", "text: |-\n  A\n"),
    "CRLF stays": ("id: I  \r\ntitle: A\r\n", "id: I\r\ntitle: A\r\n"),
    "a byte-order mark stays": ("\ufeffid: I  \n", "\ufeffid: I\n"),
    "loose marks": ("title: Đê\u0300 a\u0301n\n", "title: Đề án\n"),
    "loose marks in block text": ("text: |\n  Đê\u0300  \n  a\u0301n\n", "text: |\n  Đề  \n  án\n"),
    "Icelandic eth": ("title: ÐỀ ÁN\n", "title: ĐỀ ÁN\n"),
    "records in block style": ("- task: I.1\n  note: A  \n", "- {task: I.1, note: A}\n"),
    "records in brackets": ("[{task: I.1}, {task: I.2}]  \n", "- {task: I.1}\n- {task: I.2}\n"),
    "two lists behind one another": ("[]\n- {task: I.1}  \n", "- {task: I.1}\n"),
    "loose marks in block style": ("- note: Đê\u0300\n", "- {note: Đề}\n"),
    "a letter that may be composed once it is quoted": ("\n- \u1fef[: \n", '\n- {"`[": null}\n'),
    "African d": ("title: Ɖề án\n", "title: Đề án\n"),
}
LEFT = {
    "sound": SOUND,
    "spaces in block text": "text: |\n  A  \n  B\n",
    "spaces below block text that keeps them": "text: |+\n  A\n  \n",
    "spaces in quotes over several lines": 'text: "A  \n  B"\n',
    "TCVN3 typed as Latin": "title: kÐ ho¹ch\n",
    "a file that cannot be read": "title: [A  \n",
    "two keys that would be one": "Đê\u0300: A\nĐề: B\n",
    "a sign of YAML that would be a letter": "a: >\u0338\n  b\n",
}


@pytest.mark.parametrize("name", MENDED)
def test_harmless_slips_are_fixed(name: str) -> None:
    before, after = MENDED[name]
    assert mended(before) == after
    assert mended(after) == after


@pytest.mark.parametrize("name", LEFT)
def test_what_may_mean_something_is_left(name: str) -> None:
    assert mended(LEFT[name]) == LEFT[name]


PIECES = st.sampled_from(
    [
        *("a", "k", "Đ", "Ð", "e\u0301", "<\u0338", "=\u0338", "\u037e", "\u1fef"),
        *(" ", "  ", "\t", "\n", "\r\n", "\n  ", "\n- ", "- ", ": ", ":"),
        *("|", "|+", ">-", '"', "'", "#", "[", "]", "{", "}", ","),
    ]
)


def said(text: str) -> object:
    def plain(value: object) -> object:
        if isinstance(value, dict):
            return [(plain(key), plain(inner)) for key, inner in value.items() if key != "@"]
        if isinstance(value, list):
            return [plain(each) for each in value]
        return unicodedata.normalize("NFC", value).replace("Ð", "Đ") if isinstance(value, str) else value

    data = [parse(part).data or [] for part in lists(text)]
    return plain(data[0] if len(data) == 1 else [record for part in data if isinstance(part, list) for record in part])


@given(st.lists(PIECES, max_size=30).map("".join))
def test_a_fixed_file_means_the_same(text: str) -> None:
    after = mended(text)
    assert said(after) == said(text)
    assert mended(after) == after


@pytest.fixture
def untidy(copied: Path) -> Path:
    """The real plan, with spaces, loose marks and a foreign letter in three files."""
    for name, old, new in (
        (SECTION, "tasks:\n", "tasks:  \n"),
        ("plan/2026/plan.yaml", "hành chính", unicodedata.normalize("NFD", "hành chính")),
        ("plan/2026/appendix/VI.yaml", "Đề án", "Ðề án"),
    ):
        path = copied / name
        text = path.read_bytes().decode()
        assert old in text
        path.write_bytes(text.replace(old, new, 1).encode())
    return copied


def test_a_preview_shows_every_line_and_changes_nothing(untidy: Path, cchc: Cchc) -> None:
    before = contents(untidy)
    ran = cchc("-C", str(untidy), "validate", "--fix", "--dry-run")
    assert ran.code == 0
    assert f"{SECTION}:5: bỏ dấu cách thừa ở cuối dòng\n  - tasks:··\n  + tasks:\n" in ran.out
    assert ran.out.count("\n  + ") == 3
    assert contents(untidy) == before


def test_a_fix_restores_the_plan_byte_for_byte(untidy: Path, cchc: Cchc) -> None:
    from conftest import ROOT

    ran = cchc("-C", str(untidy), "validate", "--fix")
    assert ran.code == 0
    assert f"Đã sửa {SECTION}: bỏ dấu cách thừa ở cuối dòng (dòng 5)" in ran.err
    assert "CC508" not in ran.out
    plan = {f"plan/{name}": data for name, data in contents(ROOT / "plan").items()}
    assert contents(untidy) == plan
    assert "Không có chỗ nào" in cchc("-C", str(untidy), "validate", "--fix").err


def test_what_remains_decides_the_exit_code(untidy: Path, cchc: Cchc) -> None:
    path = untidy / SECTION
    path.write_bytes(path.read_bytes().replace(b"agency: so-tu-phap", b"agency: so-tu-fap", 1))
    assert cchc("-C", str(untidy), "validate", "--fix", "--dry-run").code == 1
    assert cchc("-C", str(untidy), "validate", "--fix").code == 1


def test_paths_and_codes_narrow_what_is_mended(untidy: Path, cchc: Cchc) -> None:
    before = contents(untidy)
    cchc("-C", str(untidy), "validate", "--fix", str(untidy / SECTION))
    after = contents(untidy)
    assert [name for name in before if before[name] != after[name]] == [SECTION]
    cchc("-C", str(untidy), "validate", "--fix", "--select", "CC2")
    cchc("-C", str(untidy), "validate", "--fix", "--ignore", "CC508")
    assert contents(untidy) == after
    cchc("-C", str(untidy), "validate", "--fix", "--select", "CC508")
    assert "CC508" not in cchc("-C", str(untidy), "validate").out


RECORDS = "plan/2026/progress/so-tu-phap.yaml"
BLOCK = "# Tiến độ\n- task: I.1  # một\n  status: in_progress\n  recorded: 2026-02-02\n"
LINE = "- {task: I.1, status: in_progress, recorded: 2026-02-02}"


def progress(workspace: Path, text: str) -> Path:
    path = workspace / RECORDS
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(text.encode())
    return path


def test_records_over_several_lines_are_found_shown_and_mended(copied: Path, cchc: Cchc) -> None:
    path = progress(copied, BLOCK)
    assert f"{RECORDS}:2:3: cảnh báo CC015" in cchc("-C", str(copied), "validate").out
    shown = cchc("-C", str(copied), "validate", "--fix", "--dry-run").out
    before, after = "  - - task: I.1  # một\n  -   status: in_progress\n", f"  + # một\n  + {LINE}\n"
    assert shown.startswith(f"{RECORDS}:2: xếp mỗi dòng ghi trên một dòng\n{before}")
    assert shown.endswith(after)
    ran = cchc("-C", str(copied), "validate", "--fix")
    assert f"Đã sửa {RECORDS}: xếp mỗi dòng ghi trên một dòng (dòng 2)" in ran.err
    assert "CC015" not in ran.out
    assert path.read_bytes().decode() == f"# Tiến độ\n# một\n{LINE}\n"


def test_two_lists_that_a_merge_left_are_told_and_made_one(copied: Path, cchc: Cchc) -> None:
    path = progress(copied, f"[{LINE[2:]}]\r\n{LINE}\r\n")
    ran = cchc("-C", str(copied), "validate")
    assert ran.code == 1
    assert "nhiều danh sách nối nhau" in ran.out
    assert cchc("-C", str(copied), "due").code == 2
    assert cchc("-C", str(copied), "validate", "--fix").code == 0
    assert path.read_bytes().decode() == f"{LINE}\r\n{LINE}\r\n"


def test_an_update_says_that_earlier_records_got_their_own_lines(copied: Path, cchc: Cchc) -> None:
    path = progress(copied, BLOCK)
    update = ("update", "I.1", "--agency", "STP", "--status", "in_progress", "--as-of", "2026-02-03")
    ran = cchc("-C", str(copied), *update)
    assert "xếp lại mỗi dòng ghi trên một dòng" in ran.out + ran.err
    assert path.read_bytes().decode().splitlines()[:3] == ["# Tiến độ", "# một", LINE]
    assert "CC015" not in cchc("-C", str(copied), "validate").out


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="root may write anything")
def test_a_folder_that_forbids_writing_forbids_all(untidy: Path, cchc: Cchc) -> None:
    before = contents(untidy)
    (untidy / "plan" / "2026").chmod(0o555)
    ran = cchc("-C", str(untidy), "validate", "--fix")
    (untidy / "plan" / "2026").chmod(0o755)
    assert (ran.code, ran.out) == (2, "")
    assert contents(untidy) == before


def test_one_file_that_cannot_be_written_leaves_all_as_they_were(untidy: Path, cchc: Cchc) -> None:
    before = contents(untidy)
    (untidy / "plan" / "2026" / "plan.yaml").chmod(0o444)
    ran = cchc("-C", str(untidy), "validate", "--fix")
    assert (ran.code, ran.out) == (2, "")
    assert contents(untidy) == before


def test_a_write_that_fails_midway_puts_back_what_was_written(untidy: Path, cchc: Cchc) -> None:
    before = contents(untidy)
    (untidy / "plan" / "2026" / ".plan.yaml.part").mkdir()  # in the way of the last of the three files
    ran = cchc("-C", str(untidy), "validate", "--fix")
    assert (ran.code, ran.out) == (2, "")
    assert contents(untidy) == before


def test_an_unknown_revision_stops_before_anything_is_fixed(untidy: Path, cchc: Cchc) -> None:
    before = contents(untidy)
    ran = cchc("-C", str(untidy), "validate", "--fix", "--base", "origin/nowhere")
    assert (ran.code, ran.out) == (2, "")
    assert contents(untidy) == before


@pytest.mark.parametrize("given", [["--dry-run"], ["--fix", "--dry-run", "--format", "json"]], ids=" ".join)
def test_a_preview_goes_with_a_fix_and_without_a_format(given: list[str], cchc: Cchc) -> None:
    ran = cchc("validate", *given)
    assert (ran.code, ran.out) == (2, "")
