"""Natural slips of the command line: a value without its option, dashes from Word, an option of another command."""

from pathlib import Path

import pytest

from conftest import Cchc

MEANT = {
    'due "Sở Tư pháp"': (["due", "Sở Tư pháp"], 'cchc due --agency "Sở Tư pháp"'),
    "due Sở Tư pháp": (["due", "Sở", "Tư", "pháp"], 'cchc due --agency "Sở Tư pháp"'),
    "quotes from Word": (["due", "“Sở", "Tư", "pháp”"], 'cchc due --agency "Sở Tư pháp"'),
    "an agency for a report": (["report", "agency", "Sở Tư pháp"], 'cchc report agency --agency "Sở Tư pháp"'),
    "a period for a report": (["report", "quarterly", "2026-Q1"], "cchc report quarterly --period 2026-Q1"),
    "a status": (["update", "I.1", "done"], "cchc update I.1 --status done"),
    "all that update takes": (
        ["update", "I.1", "xong", "27/01/2026", "12/KH-STP"],
        "cchc update I.1 --status xong --date 27/01/2026 --evidence 12/KH-STP",
    ),
    "rows by": (["stats", "agency"], "cchc stats --by agency"),
    "an option's name": (["stats", "by", "agency"], "cchc stats --by agency"),
    "a flag's name": (["due", "all"], "cchc due --all"),
    "a state": (["list", "quá", "hạn"], 'cchc list --state "quá hạn"'),
    "words of a task": (["list", "công khai"], 'cchc list --search "công khai"'),
    "a section": (["list", "II"], "cchc list --section II"),
    "a new term": (["extend", "VI.6", "31/3/2026"], "cchc extend VI.6 --to 31/3/2026"),
    "a name in pieces": (["agencies", "Sở", "Tư", "pháp"], 'cchc agencies "Sở Tư pháp"'),
    "other options are kept": (
        ["due", "--within", "9", "STP", "-o", "x.md"],
        "cchc due --within 9 -o x.md --agency STP",
    ),
    "a task for due": (["due", "I.9"], "cchc show I.9"),
    "a task for a command": (["I.9"], "cchc show I.9"),
    "an agency for a command": (["Sở Tư pháp"], 'cchc due --agency "Sở Tư pháp"'),
    "a report for a command": (["quarterly"], "cchc report quarterly"),
    "words for an id": (["show", "công khai"], 'cchc list --search "công khai"'),
    "several words for an id": (["show", "thủ", "tục"], 'cchc list --search "thủ tục"'),
    "a name in pieces behind its option": (
        ["due", "--agency", "phường", "Nha", "Trang", "--all"],
        'cchc due --agency "phường Nha Trang" --all',
    ),
    "a text in pieces": (
        ["update", "I.1", "--note", "Đang", "lấy", "ý", "kiến", "--agency", "STP"],
        'cchc update I.1 --note "Đang lấy ý kiến" --agency STP',
    ),
    "a status before the id": (["update", "done", "I.1"], "cchc update I.1 --status done"),
    "a period for a name": (["report", "quý", "I"], 'cchc report quarterly --period "quý I"'),
    "a state as an option": (["list", "--overdue"], "cchc list --state overdue"),
    "a state as an option in Vietnamese": (["list", "--quá-hạn"], "cchc list --state quá-hạn"),
    "a command in Vietnamese": (["quá", "hạn"], "cchc due"),
    "one run together": (["giahan", "I.1"], "cchc extend I.1"),
    "one with what follows": (["cap", "nhat", "I.1", "--status", "xong"], "cchc update I.1 --status xong"),
    "a report in Vietnamese": (["báo", "cáo", "quý"], "cchc report quarterly"),
    "an agency in pieces for a command": (["Sở", "Tư", "pháp"], 'cchc due --agency "Sở Tư pháp"'),
}


@pytest.mark.parametrize("slip", MEANT)
def test_a_slip_is_answered_with_the_line_to_type(slip: str, cchc: Cchc) -> None:
    words, line = MEANT[slip]
    ran = cchc(*words)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.splitlines()[-1].endswith(f": {line}")


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("due", "--co-quan", "STP"), "tên tùy chọn là --agency"),
        (("due", "--cơ_quan", "STP"), "tên tùy chọn là --agency"),
        (("due", "--agencies", "STP"), "có phải --agency?"),
        (("list", "--tinh-trang", "overdue"), "tên tùy chọn là --state"),
        (("update", "I.1", "--tình-trạng", "done"), "tên tùy chọn là --status"),
        (("report", "quarterly", "--ky", "2026-Q1"), "tên tùy chọn là --period"),
        (("undo",), "thêm --undo vào lệnh đã ghi, như: cchc update I.1 --undo"),
        (("show",), "ghi như: cchc show I.1; xem: cchc show --help"),
        (("list", "--state", "quahan"), "có phải “quá hạn”?"),
        (("list", "--as-of", "30032026"), "có phải 30/3/2026?"),
        (("update", "I.1", "--agency", "STP", "--percent", "120"), "ghi như 60 hoặc 60%"),
        (("update", "I.1", "--agency", "STP", "--percent", "nửa"), "ghi như 60 hoặc 60%"),
    ],
)
def test_a_name_that_is_not_there_is_answered_with_the_one_that_is(
    words: tuple[str, ...], told: str, cchc: Cchc
) -> None:
    ran = cchc(*words)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.splitlines()[-1] == f"→ {told}"


@pytest.mark.parametrize("typed", ["30/3", "ngày 30/3", "30 tháng 3", "30-3-26", "3/30/2026", "30032026"])
def test_a_day_that_is_not_whole_is_asked_about_and_never_guessed(typed: str, cchc: Cchc) -> None:
    ran = cchc("update", "I.1", "--agency", "STP", "--status", "done", "--date", typed, "--as-of", "2026-03-31")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.splitlines()[-1] == "→ có phải 30/3/2026?"


def test_periods_are_read_as_they_are_typed(cchc: Cchc) -> None:
    assert cchc("stats", "--period", "3/2026").out == cchc("stats", "--period", "2026-03").out
    assert cchc("stats", "--period", "quy1/2026").out == cchc("stats", "--period", "2026-Q1").out


@pytest.mark.parametrize("typed", ["—agency", "–agency", "−−agency", "-–agency", "-agency"])
def test_dashes_that_word_has_changed_are_read(typed: str, cchc: Cchc) -> None:
    meant = cchc("due", "--agency", "STP", "--as-of", "2026-02-01").out
    assert cchc("due", typed, "STP", "–as-of=2026-02-01").out == meant
    assert cchc("—version").code == 0


def test_a_dash_inside_a_value_stays(cchc: Cchc) -> None:
    ran = cchc("update", "I.1", "--agency", "STP", "--note", "–all", "--dry-run", "--as-of", "2026-02-01")
    assert 'note: "–all"' in ran.out or "note: –all" in ran.out


def test_a_negative_number_is_a_value(cchc: Cchc) -> None:
    for typed in ("-5", "–5"):
        assert "value: -5," in cchc("measure", "10-1", typed, "--dry-run", "--date", "2026-11-01").out


@pytest.mark.parametrize(
    ("words", "commands"),
    [
        (("report", "quarterly", "--section", "I"), ("cchc list", "cchc stats")),
        (("due", "--by", "agency"), ("cchc stats",)),
        (("list", "--within", "7"), ("cchc due",)),
    ],
)
def test_an_option_of_other_commands_is_named_with_them(
    words: tuple[str, ...], commands: tuple[str, ...], cchc: Cchc
) -> None:
    ran = cchc(*words)
    assert (ran.code, ran.out) == (2, "")
    assert all(command in ran.err for command in commands)


def test_a_basis_without_number_is_a_wrong_option_not_a_wrong_file(cchc: Cchc, copied: Path) -> None:
    ran = cchc("-C", str(copied), "extend", "VI.6", "--to", "31/12/2026", "--basis", "47", "--date", "1/2/2026")
    assert (ran.code, ran.out) == (2, "")
    assert '--basis: "47" chưa có số, ký hiệu' in ran.err
    assert "deadlines.yaml" not in ran.err


@pytest.mark.parametrize(
    ("words", "name"),
    [
        (("due",), "x.docx"),
        (("stats",), "x.ics"),
        (("targets",), "x.ICS"),
        (("stats",), "x.dat"),
        (("show", "I.1"), "x.abc"),
        (("validate",), "x.yaml"),
        (("report", "brief"), "x.ics"),
        (("diff",), "x.xyz"),
        (("list", "--format", "table"), "x.ics"),
    ],
)
def test_an_ending_that_names_no_format_is_refused(
    words: tuple[str, ...], name: str, cchc: Cchc, tmp_path: Path
) -> None:
    ran = cchc(*words, "-o", str(tmp_path / name))
    assert (ran.code, ran.out) == (2, "")
    assert not list(tmp_path.iterdir())


def test_without_an_ending_the_form_is_told(cchc: Cchc, tmp_path: Path) -> None:
    assert "không có đuôi nên ghi dạng table" in cchc("due", "-o", str(tmp_path / "x")).err
    assert cchc("due", "--format", "csv", "-o", str(tmp_path / "x.dat")).code == 0


@pytest.mark.parametrize(
    ("options", "option"),
    [
        (("--status", "done", "--percent", "50"), "--percent"),
        (("--status", "submitted", "--percent", "0"), "--percent"),
        (("--note", "   "), "--note"),
        (("--status", "done", "--difficulties", " "), "--difficulties"),
        (("--percent", "5", "--proposals", "\t"), "--proposals"),
        (("--status", "done", "--link", "vanban"), "--link"),
    ],
)
def test_an_entry_that_says_nothing_or_contradicts_itself_is_refused(
    options: tuple[str, ...], option: str, cchc: Cchc
) -> None:
    ran = cchc("update", "I.1", "--agency", "STP", *options, "--as-of", "2026-02-01")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith(f"Không làm được: {option}")


def test_finished_work_may_be_said_to_be_whole(cchc: Cchc) -> None:
    options = ("--status", "done", "--percent", "100%", "--evidence", "1/KH-STP ngày 20/1/2026", "--dry-run")
    assert cchc("update", "I.1", "--agency", "STP", *options, "--as-of", "2026-02-01").code == 0


def test_a_milestone_that_is_not_there_is_refused(cchc: Cchc) -> None:
    ran = cchc("show", "I.1/9")
    assert (ran.code, ran.out) == (2, "")
    assert cchc("show", "I.9/2").out == cchc("show", "I.9").out


def test_agencies_lists_all_that_a_name_may_mean(cchc: Cchc) -> None:
    ran = cchc("agencies", "sở")
    assert ran.code == 0
    assert {"so-noi-vu", "so-tu-phap"} <= {line.partition(" ")[0] for line in ran.out.splitlines()}
    assert cchc("agencies", "xyzq").code == 2


def test_a_second_entry_of_a_member_tells_of_the_member(cchc: Cchc, copied: Path) -> None:
    words = ("-C", str(copied), "update", "V.1", "--agency", "phường Nha Trang", "--status", "done")
    cchc(*words, "--evidence", "15/BC-UBND ngày 20/01/2026", "--as-of", "2026-02-10")
    told = cchc(*words, "--evidence", "16/BC-UBND ngày 22/01/2026", "--as-of", "2026-02-11").out.splitlines()
    assert "V.1, UBND phường Nha Trang: tình trạng không đổi: đã hoàn thành đúng hạn" in told


@pytest.mark.parametrize("before", [True, False])
def test_a_value_without_its_option_is_answered_beside_a_folder(before: bool, cchc: Cchc, copied: Path) -> None:
    folder = ("-C", str(copied))
    ran = cchc(*folder, "due", "STP") if before else cchc("due", *folder, "STP")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.splitlines()[-1].endswith(" --agency STP")


def test_several_folders_and_a_word_too_many_are_answered(cchc: Cchc, copied: Path) -> None:
    ran = cchc("table", "-C", str(copied), "-C", str(copied), "STP")
    assert (ran.code, ran.out) == (2, "")
    assert "thừa tham số: STP" in ran.err


@pytest.mark.parametrize("name", ["", "hai từ"])
def test_a_plan_with_errors_is_checked_where_it_is(name: str, cchc: Cchc, copied: Path) -> None:
    folder = copied / "plan" / ".." if not name else copied / name
    if name:
        folder.mkdir()
        (copied / "plan").rename(folder / "plan")
    section = next((folder / "plan" / "2026" / "appendix").glob("*.yaml"))
    section.write_text(section.read_text("utf-8") + "x: 1\n", encoding="utf-8")
    shown = f'"{folder.as_posix()}"' if " " in name else folder.as_posix()
    for words in (("due", "-C", str(folder)), ("-C", str(folder), "due")):
        ran = cchc(*words)
        assert (ran.code, ran.out) == (2, "")
        assert ran.err.splitlines()[-1] == f"→ xem đủ: cchc -C {shown} validate"
