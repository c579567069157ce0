"""`cchc validate` as its users meet it: choices, formats, exit codes, one fault told once."""

import json
import os
import re
import shutil
from pathlib import Path
from urllib.parse import unquote
from xml.etree import ElementTree

import pytest

from cchc_cli import formats
from cchc_cli.shell.options.output_format import FORMATS
from cchc_cli.vietnamese.paper import roman
from conftest import ROOT, Cchc

PLAN = "plan/2026/plan.yaml"
SECTION = "plan/2026/appendix/I.yaml"
NAMES = set(FORMATS)


def test_every_format_has_its_module_and_a_word_in_the_guide() -> None:
    modules = {path.stem.removeprefix("problems_") for path in Path(formats.__path__[0]).glob("problems_*.py")}
    assert set(FORMATS) == modules
    guide = (ROOT / "docs" / "ci.md").read_text(encoding="utf-8").lower()
    assert not [form for form in FORMATS if form not in guide]


def change(workspace: Path, path: str, old: str, new: str, count: int = 1) -> None:
    file = workspace / path
    text = file.read_bytes().decode()
    assert old in text
    file.write_bytes(text.replace(old, new, count).encode())


def found(cchc: Cchc, workspace: Path, *more: str) -> list[dict[str, str]]:
    problems: list[dict[str, str]] = json.loads(cchc("-C", str(workspace), "validate", "--format", "json", *more).out)[
        "problems"
    ]
    return problems


def codes(cchc: Cchc, workspace: Path, *more: str) -> list[str]:
    return [each["code"] for each in found(cchc, workspace, *more)]


@pytest.fixture
def broken(copied: Path) -> Path:
    """The real plan with one error beside its warnings."""
    change(copied, SECTION, "agency: so-tu-phap, role: lead", "agency: so-tu-fap, role: lead")
    return copied


# Choices


@pytest.mark.parametrize(
    ("chosen", "expected"),
    [
        (["--select", "CC305"], {"CC305"}),
        (["--select", "cc3,CC201"], {"CC305", "CC201"}),
        (["--select", "CC3", "--select", "CC201"], {"CC305", "CC201"}),
        (["--select", "CC5", "--ignore", "CC501"], None),
        (["--ignore", "CC1,CC2", "--ignore", "CC5"], {"CC305"}),
    ],
    ids=lambda each: " ".join(each) if isinstance(each, list) else "",
)
def test_only_the_codes_asked_for_are_reported(
    chosen: list[str], expected: set[str] | None, cchc: Cchc, broken: Path
) -> None:
    told = set(codes(cchc, broken, *chosen))
    if expected is None:
        assert told
        assert all(code.startswith("CC5") and code != "CC501" for code in told)
    else:
        assert told == expected


def test_ignored_problems_do_not_change_the_exit_code(cchc: Cchc, broken: Path) -> None:
    assert cchc("-C", str(broken), "validate").code == 1
    assert cchc("-C", str(broken), "validate", "--ignore", "CC201").code == 0
    assert cchc("-C", str(broken), "validate", "--ignore", "CC201", "--strict").code == 1
    assert cchc("-C", str(broken), "validate", "--ignore", "CC201,CC5", "--strict").code == 0
    assert "0 lỗi, 0 cảnh báo, 1 lưu ý" in cchc("-C", str(broken), "validate", "--ignore", "CC201,CC5").err


def test_problems_of_reading_obey_the_same_choice(cchc: Cchc, copied: Path) -> None:
    change(copied, SECTION, "    title:", "    titel:")
    (copied / "plan" / "2026" / "notes.yaml").write_bytes(b"")
    assert {"CC101", "CC012"} <= set(codes(cchc, copied))
    assert not {"CC101", "CC012"} & set(codes(cchc, copied, "--ignore", "CC0,CC1"))
    assert cchc("-C", str(copied), "validate", "--ignore", "CC0,CC1").code == 0


def test_a_narrowed_run_does_not_call_the_plan_sound(cchc: Cchc, broken: Path) -> None:
    for given in (("--select", "CC3"), ("--ignore", "CC201,CC3,CC5"), ("plan/agencies.yaml",)):
        ran = cchc("-C", str(broken), "validate", *(str(broken / each) if "/" in each else each for each in given))
        assert ran.code == 0
        assert "Kế hoạch không có lỗi nào" not in ran.err


@pytest.mark.parametrize("given", ["CC9", "CC2o1", "xyz", ",", "Sở"])
@pytest.mark.parametrize("option", ["--select", "--ignore"])
def test_a_code_that_is_none_stops_the_run(option: str, given: str, cchc: Cchc) -> None:
    ran = cchc("validate", option, given)
    assert (ran.code, ran.out) == (2, "")
    assert option in ran.err


def test_a_waiver_whose_code_is_not_asked_for_is_not_idle(cchc: Cchc, copied: Path) -> None:
    change(copied, PLAN, "code: CC304, task: V.2", "code: CC304, task: V.3")
    assert "CC520" in codes(cchc, copied)
    assert "CC520" not in codes(cchc, copied, "--select", "CC5")
    assert "CC520" in codes(cchc, copied, "--select", "CC304,CC520")
    assert "CC520" not in codes(cchc, copied, "--ignore", "CC520")


def test_waivers_are_listed_on_request_only(cchc: Cchc) -> None:
    assert "lý do:" not in cchc("validate").err
    assert "lý do:" in cchc("validate", "-v").err
    assert "lý do:" not in cchc("validate", "-v", "--select", "CC5").err
    assert "lý do:" not in cchc("validate", "-v", SECTION).err
    ran = cchc("validate", "-v", "--format", "json")
    assert "lý do:" in ran.err
    json.loads(ran.out)


# Formats


def test_github_gets_escaped_commands_by_itself(cchc: Cchc, copied: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    change(copied, SECTION, "title: Rà soát", "title: 100%, (:: “Rà soát")
    out = cchc("-C", str(copied), "validate").out
    command = re.compile(
        r"::(error|warning|notice) file=[^:,]+,line=\d+,endLine=\d+(,col=\d+,endColumn=\d+)?,title=CC\d{3}::[^\r\n]+"
    )
    assert out.splitlines()
    assert all(command.fullmatch(line) for line in out.splitlines())
    assert not re.search("%(?!25|0A|0D|3A|2C)", out)
    assert cchc("-C", str(copied), "validate", "--format", "text").out.startswith("plan/")
    target = copied / "out.txt"
    cchc("-C", str(copied), "validate", "-o", str(target))
    assert target.read_bytes().startswith(b"plan/")


def test_github_takes_columns_within_one_line_only(cchc: Cchc, copied: Path) -> None:
    change(copied, SECTION, "schedule: Tháng 01/2026", "schedule: >-\n      Tháng 13\n      năm 2026\n      hay sau")
    lines = cchc("-C", str(copied), "validate", "--format", "github", "--select", "CC3").out.splitlines()
    assert all((",col=" in line) == (re.search(r"line=(\d+),endLine=\1,", line) is not None) for line in lines)


def test_gitlab_knows_a_finding_again_when_lines_move(cchc: Cchc, copied: Path) -> None:
    def report() -> list[dict[str, str]]:
        entries: list[dict[str, str]] = json.loads(cchc("-C", str(copied), "validate", "--format", "gitlab").out)
        return entries

    change(copied, SECTION, "id: I.13\n", "id: I.12\n")  # its message tells a line
    before = report()
    for name in (SECTION, "plan/2026/appendix/II.yaml", "plan/2026/plan.yaml"):
        path = copied / name
        path.write_bytes(b"# one\n# two\n" + path.read_bytes())
    after = report()
    assert [each["fingerprint"] for each in after] == [each["fingerprint"] for each in before]
    assert [each["location"] for each in after] != [each["location"] for each in before]
    assert len({each["fingerprint"] for each in before}) == len(before)
    assert set(before[0]) == {"description", "check_name", "fingerprint", "severity", "location"}
    assert {each["severity"] for each in before} == {"info", "minor", "major"}


def test_findings_that_look_alike_have_fingerprints_of_their_own(cchc: Cchc, copied: Path) -> None:
    change(copied, SECTION, "role: lead", "rol: lead", 9)
    entries = json.loads(cchc("-C", str(copied), "validate", "--format", "gitlab", "--select", "CC1").out)
    assert len(entries) == 9
    assert len({each["fingerprint"] for each in entries}) == 9


def test_sarif_has_rules_places_and_suppressions(cchc: Cchc, broken: Path) -> None:
    log = json.loads(cchc("-C", str(broken), "validate", "--format", "sarif").out)
    (run,) = log["runs"]
    rules = run["tool"]["driver"]["rules"]
    assert (log["version"], run["columnKind"]) == ("2.1.0", "unicodeCodePoints")
    assert all(rules[each["ruleIndex"]]["id"] == each["ruleId"] for each in run["results"])
    assert {each["level"] for each in run["results"]} == {"error", "warning", "note"}
    suppressed = [each for each in run["results"] if each["suppressions"]]
    assert [each["ruleId"] for each in suppressed] == ["CC304"]
    assert suppressed[0]["suppressions"][0]["kind"] == "external"
    assert suppressed[0]["suppressions"][0]["justification"]
    (error,) = [each for each in run["results"] if each["level"] == "error"]
    place = error["locations"][0]["physicalLocation"]
    line = (broken / unquote(place["artifactLocation"]["uri"])).read_bytes().decode().splitlines()
    region = place["region"]
    words = line[region["startLine"] - 1][region["startColumn"] - 1 : region["endColumn"] - 1]
    assert words == "so-tu-fap"


def test_junit_fails_where_the_run_does(cchc: Cchc, broken: Path) -> None:
    def suite(*more: str) -> ElementTree.Element:
        (found,) = ElementTree.fromstring(cchc("-C", str(broken), "validate", "--format", "junit", *more).out)
        return found

    assert [each.get("type") for each in suite().iter("failure")] == ["lỗi"]
    assert suite().get("skipped") == str(len(list(suite().iter("skipped")))) != "0"
    assert {each.get("type") for each in suite("--strict").iter("failure")} == {"lỗi", "cảnh báo"}
    assert suite().get("tests") == str(len(list(suite().iter("testcase"))))
    names = {each.get("classname") for each in suite("--select", "CC305").iter("testcase")}
    assert SECTION in names, "a file without findings is a test that passes"


@pytest.mark.parametrize("form", sorted(NAMES))
def test_every_format_copes_with_control_characters_and_old_encodings(form: str, cchc: Cchc, copied: Path) -> None:
    change(copied, SECTION, "agency: so-tu-phap", 'agency: "so\\x01\\ufffe\\x85\\e[31m ]]> & <"')
    (copied / "plan" / "settings.yaml").write_bytes("place: Khánh Hoµ".encode("latin-1"))
    out = cchc("-C", str(copied), "validate", "--format", form).out
    assert out
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f]", out)
    if form == "junit":
        ElementTree.fromstring(out)
    elif form in ("json", "gitlab", "sarif"):
        json.loads(out)


@pytest.mark.parametrize("form", ["github", "gitlab", "sarif", "junit"])
def test_paths_begin_at_the_root_of_the_repository(form: str, cchc: Cchc, broken: Path, tmp_path: Path) -> None:
    inner = tmp_path / "sở nội vụ" / "cchc"
    shutil.copytree(broken / "plan", inner / "plan")
    (tmp_path / ".git").mkdir()
    assert f"sở nội vụ/cchc/{SECTION}" in unquote(cchc("-C", str(inner), "validate", "--format", form).out)
    assert found(cchc, inner, "--select", "CC201")[0]["file"] == SECTION, "JSON keeps to the workspace"


@pytest.mark.parametrize(
    ("given", "form"),
    [
        (["-o", "x.json"], "json"),
        (["-o", "x.sarif"], "sarif"),
        (["-o", "x.xml"], "junit"),
        (["-o", "x.txt"], "text"),
        (["-o", "gl.json", "--format", "gitlab"], "gitlab"),
        (["-o", "x.json", "--format", "sarif"], "sarif"),
    ],
    ids=lambda each: "-".join(each) if isinstance(each, list) else each,
)
def test_the_ending_of_a_file_decides_the_format(given: list[str], form: str, cchc: Cchc, tmp_path: Path) -> None:
    given = [str(tmp_path / each) if each[:1] in "xg" and "." in each else each for each in given]
    assert cchc("validate", *given).code == 0
    (written,) = tmp_path.iterdir()
    assert written.read_bytes().decode() == cchc("validate", "--format", form).out


@pytest.mark.parametrize("given", [["-o", "x.xml", "--format", "sarif"], ["-o", "x.sarif", "--format", "json"]])
def test_an_ending_that_promises_another_format_stops(given: list[str], cchc: Cchc) -> None:
    ran = cchc("validate", *given)
    assert (ran.code, ran.out) == (2, "")


# One fault, told once


def test_twenty_files_with_five_problems_each_are_a_hundred_in_one_run(cchc: Cchc, tmp_path: Path) -> None:
    shutil.copytree(ROOT / "tests" / "bad" / "_base" / "plan", tmp_path / "plan")
    (tmp_path / "plan" / "2026" / "appendix" / "I.yaml").unlink()
    numerals = [roman(number) for number in range(1, 21)]
    for number, name in enumerate(numerals, 1):
        rows = (
            f'{{id: {name}.1, number: "1", title: Việc một, products: [Báo cáo], schedule: Tháng 13/2026, '
            f"assignment: Sở A{number} chủ trì, assignments: [{{agency: so-a{number}, role: lead, words: chủ trì}}]}}",
            f'{{id: {name}.2, number: "2", titel: Việc hai, products: [Báo cáo], schedule: Tháng 6/2026}}',
            f'{{id: {name}.2, number: "2", title: Việc ba, products: [], schedule: Tháng 6/2026}}',
        )
        text = f"id: {name}\nnumber: {name}\ntitle: LĨNH VỰC\ntasks:\n" + "".join(f"- {row}\n" for row in rows)
        (tmp_path / "plan" / "2026" / "appendix" / f"{name}.yaml").write_bytes(text.encode())
    problems = found(cchc, tmp_path, "--select", "CC101,CC201,CC203,CC302,CC510")
    assert len(problems) == 100
    assert {each["file"] for each in problems if each["code"] == "CC302"} == {
        f"plan/2026/appendix/{name}.yaml" for name in numerals
    }


def renamed(workspace: Path) -> None:
    change(workspace, "plan/agencies.yaml", "- id: so-tu-phap\n", "- id: so-tuphap\n")


def section_of_another_id(workspace: Path) -> None:
    change(workspace, SECTION, "id: I\n", "id: X\n")


def section_twice(workspace: Path) -> None:
    shutil.copy(workspace / SECTION, workspace / "plan/2026/appendix/I-copy.yaml")


def another_year(workspace: Path) -> None:
    change(workspace, PLAN, "year: 2026", "year: 2025")


def plan_missing(workspace: Path) -> None:
    (workspace / PLAN).unlink()


def agencies_unreadable(workspace: Path) -> None:
    change(workspace, "plan/agencies.yaml", "agencies:", "agencies: [")


SHOWERS = {
    renamed: ["CC201", "CC202"],
    section_of_another_id: ["CC205", "CC509"],
    section_twice: ["CC203"],
    another_year: ["CC304"],
    plan_missing: ["CC012"],
    agencies_unreadable: ["CC003"],
}


@pytest.mark.parametrize("break_", SHOWERS, ids=lambda each: each.__name__)
def test_a_fault_is_reported_once_and_not_for_what_follows_from_it(break_, cchc: Cchc, copied: Path) -> None:  # type: ignore[no-untyped-def]
    before = {(each["code"], each["message"]) for each in found(cchc, copied)}
    break_(copied)
    new = [each for each in found(cchc, copied) if (each["code"], each["message"]) not in before]
    assert sorted({each["code"] for each in new}) == SHOWERS[break_]
    assert len(new) == len({(each["code"], each["file"]) for each in new}), "once in a file"


def test_an_unknown_agency_is_reported_once_in_a_file_with_its_other_places(cchc: Cchc, copied: Path) -> None:
    renamed(copied)
    first, *others = found(cchc, copied, "--select", "CC201")
    assert re.search(r"còn ở \d+ chỗ nữa: I\.2, I\.3", first["message"])
    assert first["hint"] == 'có phải "so-tuphap"?'
    assert {each["file"] for each in others}.isdisjoint({first["file"]})


def test_a_file_asked_for_alone_tells_what_is_wrong_in_it_whatever_stands_in_others(cchc: Cchc, copied: Path) -> None:
    for name in ("I", "V"):
        change(copied, f"plan/2026/appendix/{name}.yaml", "agency: so-tai-chinh", "agency: so-tai-chanh")
    ran = cchc("-C", str(copied), "validate", str(copied / "plan/2026/appendix/V.yaml"), "--format", "json")
    assert ran.code == 1
    assert {each["file"] for each in json.loads(ran.out)["problems"] if each["code"] == "CC201"} == {
        "plan/2026/appendix/V.yaml"
    }


def test_entries_of_a_missing_section_are_one_fault_in_each_file(cchc: Cchc, tmp_path: Path) -> None:
    shutil.copytree(ROOT / "examples" / "tinh-mau" / "plan", tmp_path / "plan")
    (tmp_path / SECTION).unlink()
    told = found(cchc, tmp_path, "--select", "CC4")
    assert {each["code"] for each in told} == {"CC401"}
    assert len(told) == len({each["file"] for each in told})


@pytest.mark.skipif(os.name != "posix", reason="a name that is no Unicode")
@pytest.mark.parametrize("form", sorted(NAMES))
def test_a_file_name_that_is_no_text_is_shown(form: str, cchc: Cchc, copied: Path) -> None:
    name = os.fsdecode(b"\xff:,\n::error::x.yaml")
    (copied / "plan" / "2026" / "progress").mkdir(exist_ok=True)
    (copied / "plan" / "2026" / "progress" / name).write_bytes(b"[")
    ran = cchc("-C", str(copied), "validate", "--format", form, "--select", "CC0")
    assert ran.code == 1
    commands = [line for line in ran.out.splitlines() if line.startswith("::")]
    if form == "github":
        assert [line.partition(" ")[0] for line in commands] == ["::error"]
