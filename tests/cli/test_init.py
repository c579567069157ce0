"""A new workspace is sound at once, from whatever list of agencies there is, and never over what is there."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from cchc_cli.checking.check import check, errors
from cchc_cli.disk import new
from cchc_cli.founding import agencies, calendar, workspace
from cchc_cli.founding.agency_list import Line, csv_lines, rows_of
from cchc_cli.founding.body import committee
from cchc_cli.founding.clean_text import tidy
from cchc_cli.founding.province import Province, province
from cchc_cli.plan.registry import Registry
from cchc_cli.reading.load import load
from cchc_cli.text.problems import Problem, Stop
from cchc_cli.vietnamese.names import Match
from conftest import ROOT, Cchc, Ran, contents
from editor import seen

PROVINCE = ("--province", "Khánh Hòa", "--year", "2026")
LIST = """\
Tên cơ quan,Loại,Viết tắt,Thứ tự,Mã
Văn phòng UBND tỉnh,,VPUBND,10,
Sở Nội vụ,,SNV,20,
Sở Y tế,sở,,30,
Thanh tra tỉnh,,,40,
Trung tâm Phục vụ hành chính công tỉnh,,,50,
"Ban Quản lý Khu kinh tế, Khu công nghiệp",,,60,
Nam Cam Ranh,xã,,,22480
Phường Nha Trang,,,,
Ủy ban nhân dân đặc khu Trường Sa,,,,
"""
KINDS = {
    "van-phong-ubnd-tinh": "office",
    "so-noi-vu": "department",
    "so-y-te": "department",
    "thanh-tra-tinh": "inspectorate",
    "trung-tam-phuc-vu-hanh-chinh-cong-tinh": "unit",
    "ban-quan-ly-khu-kinh-te-khu-cong-nghiep": "organisation",
    "ubnd-xa-nam-cam-ranh": "commune",
    "ubnd-phuong-nha-trang": "commune",
    "ubnd-dac-khu-truong-sa": "commune",
    "ubnd-tinh": "council",
}
ENCODINGS = {
    "utf-8": LIST.encode(),
    "utf-8-sig": LIST.encode("utf-8-sig"),
    "semicolons": re.sub(r'("[^"]*")|,', lambda found: found[1] or ";", LIST).encode("utf-8-sig"),
    "excel-unicode-text": re.sub(r'("[^"]*")|,', lambda found: found[1] or "\t", LIST).encode("utf-16"),
    "under-a-title": ("DANH SÁCH CƠ QUAN,,,,\n,,,,\n" + LIST).encode(),
    "crlf": LIST.replace("\n", "\r\n").encode(),
}


def problems(folder: Path) -> tuple[Problem, ...]:
    files = {f"plan/{path}": data for path, data in contents(folder / "plan").items() if path.endswith(".yaml")}
    return check(load(files)).problems


def registry(folder: Path) -> Registry:
    return load({"plan/agencies.yaml": (folder / "plan/agencies.yaml").read_bytes()}).workspace.registry


@pytest.fixture
def listed(tmp_path: Path) -> Path:
    path = tmp_path / "cơ quan.csv"
    path.write_bytes(ENCODINGS["utf-8"])
    return path


@pytest.fixture
def made(cchc: Cchc, tmp_path: Path, listed: Path) -> Path:
    """A new workspace in a folder with spaces and diacritics, in an existing repository."""
    folder = tmp_path / "Kế hoạch tỉnh"
    folder.mkdir()
    subprocess.run(("git", "init", "-q", str(folder)), check=True)
    (folder / "README.md").write_text("của kho", encoding="utf-8")
    (folder / ".gitignore").write_text("*.tmp\n", encoding="utf-8")
    assert cchc("init", str(folder), *PROVINCE, "--agencies", str(listed)).code == 0
    return folder


def test_a_new_workspace_is_sound_at_once_and_what_was_there_stays(cchc: Cchc, made: Path) -> None:
    ran = cchc("-C", str(made), "validate", "--strict")
    assert (ran.code, ran.out) == (0, "")
    assert (made / "README.md").read_text(encoding="utf-8") == "của kho"
    assert (made / ".gitignore").read_text(encoding="utf-8") == "*.tmp\n"
    written = {path for path in contents(made) if not path.startswith(".git/")}
    assert written == {*workspace.paths(2026, committee(Province("tỉnh", "Mẫu"))), "README.md", ".gitignore"}


def test_its_files_are_these(made: Path, golden: object) -> None:
    assert callable(golden)
    for name in ("agencies.yaml", "calendar.yaml", "settings.yaml", "README.md", ".gitattributes"):
        golden(f"init-{name.lstrip('.')}", (made / "plan" / name).read_bytes().decode())
    golden("init-vscode-settings.json", (made / ".vscode/settings.json").read_bytes().decode())


@pytest.mark.parametrize("name", ENCODINGS)
def test_a_list_reads_alike_in_every_encoding_that_excel_writes(name: str, cchc: Cchc, tmp_path: Path) -> None:
    path = tmp_path / "ds.csv"
    path.write_bytes(ENCODINGS[name])
    assert cchc("init", str(tmp_path / "moi"), *PROVINCE, "--agencies", str(path)).code == 0
    rows = {row.id: row for row in registry(tmp_path / "moi").rows if row.kind != "group"}
    assert {identity: row.kind for identity, row in rows.items()} == KINDS
    assert (rows["so-noi-vu"].abbreviation, rows["so-noi-vu"].order) == ("SNV", 20)
    assert (rows["ubnd-xa-nam-cam-ranh"].name, rows["ubnd-xa-nam-cam-ranh"].code) == ("UBND xã Nam Cam Ranh", "22480")


def test_a_plain_list_of_names_keeps_their_commas() -> None:
    (row,) = rows_of(csv_lines("Tên\nSở Văn hóa, Thể thao và Du lịch\n".encode(), "ds.txt"))
    assert row.name == "Sở Văn hóa, Thể thao và Du lịch"


def test_groups_hold_the_kinds_that_plans_mean(made: Path) -> None:
    known = registry(made)
    assert known.members("cac-so-ban-nganh") == ("van-phong-ubnd-tinh", "so-noi-vu", "so-y-te", "thanh-tra-tinh")
    assert [known.name(each) for each in known.members("ubnd-cap-xa")] == [
        "UBND xã Nam Cam Ranh", "UBND phường Nha Trang", "UBND đặc khu Trường Sa",
    ]  # fmt: skip
    assert len(known.members("cac-co-quan-don-vi-dia-phuong")) == 8
    assert known.find("Nha Trang") == Match("ubnd-phuong-nha-trang")


def test_a_list_of_communes_as_the_statistics_office_gives_it() -> None:
    head = "stt_nq1667,ma_dvhc,loai,ten,ten_day_du,ten_ubnd,tinh_cu\n"
    line = "1,22480,Xã,Nam Cam Ranh,Xã Nam Cam Ranh,Ủy ban nhân dân xã Nam Cam Ranh,Khánh Hòa\n"
    (row,) = rows_of(csv_lines((head + line).encode(), "xa.csv"))
    assert (row.id, row.name, row.kind, row.code) == (
        "ubnd-xa-nam-cam-ranh",
        "UBND xã Nam Cam Ranh",
        "commune",
        "22480",
    )


def test_a_department_is_found_by_its_initials_where_no_other_has_them() -> None:
    of = province("Khánh Hòa")
    assert of is not None
    names = ("Sở Nội vụ", "Sở Ngoại vụ", "Sở Văn hóa, Thể thao và Du lịch", "Sở Giáo dục và Đào tạo")
    given_rows = rows_of([Line(name, {"name": name}) for name in names])
    known = Registry(agencies.registry(given_rows, given_rows[0], committee(of)))
    assert known.find("svhttdl") == Match("so-van-hoa-the-thao-va-du-lich")
    assert known.find("SGDĐT") == Match("so-giao-duc-va-dao-tao")
    assert not isinstance(known.find("SNV"), Match)


NAMES = {
    "Sở Văn hóa, Thể thao và Du lịch": "department",
    "Công an tỉnh": "police",
    "Bộ Chỉ huy Quân sự tỉnh": "organisation",
    "Bảo hiểm xã hội tỉnh": "organisation",
    "Báo và phát thanh, truyền hình": "press",
    "Viện kiểm sát nhân dân tỉnh": "organisation",
    "Hội Nông dân tỉnh": "association",
    "HĐND tỉnh": "council",
    "Tỉnh ủy": "party",
    "Văn phòng Tỉnh ủy": "party",
    "Bộ Nội vụ": "ministry",
    "Kho bạc Nhà nước": "organisation",
}


@pytest.mark.parametrize("name", NAMES)
def test_a_kind_follows_from_the_name(name: str) -> None:
    assert rows_of([Line("", {"name": name})])[0].kind == NAMES[name]


@pytest.mark.parametrize(
    ("typed", "level", "name"),
    [
        ("Khánh Hòa", "tỉnh", "Khánh Hòa"),
        ("  tỉnh  khánh Hòa ", "tỉnh", "Khánh Hòa"),
        ("UBND TỈNH KHÁNH HÒA", "tỉnh", "Khánh Hòa"),
        ("Huế", "thành phố", "Huế"),
        ("hà nội", "thành phố", "Hà Nội"),
        ("TP. Hồ Chí Minh", "thành phố", "Hồ Chí Minh"),
        ("Tp Cần Thơ", "thành phố", "Cần Thơ"),
    ],
)
def test_a_province_is_understood_as_people_write_it(typed: str, level: str, name: str) -> None:
    assert province(typed) == (level, name)


def test_a_city_has_its_own_committee(cchc: Cchc, tmp_path: Path) -> None:
    assert cchc("init", str(tmp_path / "moi"), "--province", "thành phố Huế").code == 0
    assert [row.name for row in registry(tmp_path / "moi").rows] == [
        "Sở Nội vụ",
        "UBND thành phố",
        "Các sở, ban, ngành",
    ]
    assert not problems(tmp_path / "moi")


texts = st.text(max_size=30)


@given(
    texts, st.lists(st.fixed_dictionaries({"name": texts}, optional={"id": texts, "abbreviation": texts}), max_size=5)
)
def test_whatever_is_listed_the_workspace_is_sound_or_it_is_refused(place: str, cells: list[dict[str, str]]) -> None:
    of = province(place)
    if of is None:
        return
    try:
        given_rows = rows_of(
            [Line(str(number), {key: tidy(cell) for key, cell in each.items()}) for number, each in enumerate(cells)]
        )
        monitor = rows_of([Line("", {"name": "Sở Nội vụ"})])[0]
        rows = agencies.registry(given_rows, monitor, committee(of))
        files = workspace.texts(rows, committee(of), 2026, monitor.id)
    except Stop:
        return
    found = load({path: text.encode() for path, text in files.items() if path.endswith(".yaml")})
    assert not errors(found), "warnings, as of an old font, are right"
    assert found.workspace.own_settings.place == of.name
    assert len(found.workspace.registry.rows) == len(rows)


@given(st.integers(2000, 2100))
def test_the_calendar_of_a_year_has_its_weekdays_off_and_is_not_settled(year: int) -> None:
    found = load({"plan/calendar.yaml": calendar.text(year).encode()})
    own = found.workspace.calendar[year]
    assert not found.problems and own.pending
    assert all(day.date.year == year and day.date.weekday() < 5 for day in own.off)
    assert len(own.off) + sum(each.startswith("nghi-bu-") for each in own.pending) == 4


def test_the_examples_of_the_guide_become_a_sound_plan_when_filled(cchc: Cchc, made: Path) -> None:
    guide = (made / "plan/README.md").read_text(encoding="utf-8")
    blocks = dict(re.findall(r"```yaml\n# (\S+)\n(.*?)```", guide, re.S))
    assert list(blocks) == ["plan/2026/plan.yaml", "plan/2026/appendix/I.yaml"]
    facts = {
        "[năm-tháng-ngày]": "2025-12-31", "[số, ký hiệu]": "1/QĐ-UBND",
        "[tiến độ như in, như Tháng 01/2026]": "Quý I/2026",
        "[phân công như in]": "Sở Nội vụ chủ trì", "[chữ in nói lên vai trò chủ trì]": "chủ trì",
    }  # fmt: skip
    for path, body in blocks.items():
        (made / path).parent.mkdir(exist_ok=True)
        (made / path).write_text(body, encoding="utf-8")
    unfilled = cchc("-C", str(made), "validate")
    assert unfilled.code == 1 and "plan/2026/plan.yaml:7:9: lỗi CC105" in unfilled.out
    for path, body in blocks.items():
        for blank in re.findall(r"\[[^]\"]+\]", body):
            body = body.replace(blank, facts.get(blank, blank.strip("[]")))
        (made / path).write_text(body, encoding="utf-8")
    assert cchc("-C", str(made), "validate").code == 0
    assert json.loads(cchc("-C", str(made), "list", "--format", "json").out)["tasks"][0]["id"] == "I.1"


BODIES = {
    "tỉnh Mẫu": ("UBND tỉnh", "council", "Mẫu", "Bộ Nội vụ"),
    "Hải Phòng": ("UBND thành phố", "council", "Hải Phòng", "Bộ Nội vụ"),
    "Sở Tư pháp tỉnh Mẫu": ("Sở Tư pháp", "department", "Mẫu", "Sở Nội vụ"),
    "SỞ VĂN HÓA,  THỂ THAO VÀ DU LỊCH TỈNH MẪU": ("Sở Văn hóa, Thể thao và Du lịch", "department", "Mẫu", "Sở Nội vụ"),
    "Sở Nội vụ tỉnh Mẫu": ("Sở Nội vụ", "department", "Mẫu", "UBND tỉnh"),
    "Công an tỉnh Mẫu": ("Công an tỉnh", "police", "Mẫu", "Sở Nội vụ"),
    "Văn phòng UBND thành phố Huế": ("Văn phòng UBND thành phố", "office", "Huế", "Sở Nội vụ"),
    "Thanh tra tỉnh Mẫu": ("Thanh tra tỉnh", "inspectorate", "Mẫu", "Sở Nội vụ"),
    "Ban Quản lý Khu kinh tế tỉnh Mẫu": ("Ban Quản lý Khu kinh tế", "unit", "Mẫu", "Sở Nội vụ"),
    "UBND xã Suối Trong, tỉnh Mẫu": ("UBND xã Suối Trong", "commune", "Suối Trong", "Sở Nội vụ"),
    "PHƯỜNG  SUỐI ĐỤC, TỈNH MẪU": ("UBND phường Suối Đục", "commune", "Suối Đục", "Sở Nội vụ"),
    "Ủy ban nhân dân đặc khu Hòn Một tỉnh Mẫu": ("UBND đặc khu Hòn Một", "commune", "Hòn Một", "Sở Nội vụ"),
    "Bộ Tư pháp": ("Bộ Tư pháp", "ministry", "Hà Nội", "Bộ Nội vụ"),
    "Bộ Nội vụ": ("Bộ Nội vụ", "ministry", "Hà Nội", "Chính phủ"),
    "Thanh tra Chính phủ": ("Thanh tra Chính phủ", "ministry", "Hà Nội", "Bộ Nội vụ"),
}


@pytest.mark.parametrize("name", BODIES)
def test_a_workspace_fits_the_body_and_its_next_commands_work(name: str, cchc: Cchc, tmp_path: Path) -> None:
    folder = tmp_path / "moi"
    made = cchc("init", str(folder), "--body", name, "--year", "2026")
    found = load({f"plan/{path}": data for path, data in contents(folder / "plan").items() if path.endswith(".yaml")})
    settings = found.workspace.own_settings
    issuer = found.workspace.registry.get(settings.issuer or "")
    assert issuer is not None
    assert (issuer.name, issuer.kind, settings.place, settings.recipient) == BODIES[name]
    told = re.findall(r"^  cchc (.*)$", made.out + made.err, re.M)
    assert len(told) == 3
    for words in told:
        assert cchc(*words.replace('"', "").split()).code == 0
    assert cchc("-C", str(folder), "validate", "--strict").code == 0
    assert cchc("-C", str(folder), "report", "plan", "--plan", "2026").code == 0


@pytest.mark.parametrize(
    ("body", "listed", "groups"),
    [
        (
            "UBND xã Suối Trong, tỉnh Mẫu",
            "Phòng Kinh tế;Trung tâm Phục vụ hành chính công xã;Công an xã",
            {"cac-phong-don-vi": ("Văn phòng HĐND và UBND", "Phòng Kinh tế", "Trung tâm Phục vụ hành chính công xã")},
        ),
        (
            "Bộ Tư pháp",
            "Vụ Pháp luật;Cục Bổ trợ tư pháp;Học viện Tư pháp",
            {
                "cac-vu-cuc": ("Vụ Pháp luật", "Cục Bổ trợ tư pháp"),
                "cac-don-vi-thuoc-bo": ("Văn phòng Bộ", "Vụ Pháp luật", "Cục Bổ trợ tư pháp", "Học viện Tư pháp"),
            },
        ),
        ("Sở Y tế tỉnh Mẫu", "Chi cục Dân số", {"cac-phong-don-vi": ("Văn phòng Sở", "Chi cục Dân số")}),
    ],
)
def test_the_groups_are_those_of_the_body(
    body: str, listed: str, groups: dict[str, tuple[str, ...]], cchc: Cchc, tmp_path: Path
) -> None:
    (tmp_path / "ds.csv").write_text("Tên\n" + listed.replace(";", "\n") + "\n", encoding="utf-8")
    words = ("--body", body, "--agencies", str(tmp_path / "ds.csv"))
    assert cchc("init", str(tmp_path / "moi"), *words).code == 0
    known = registry(tmp_path / "moi")
    found = {row.id: tuple(map(known.name, known.members(row.id))) for row in known.rows if row.kind == "group"}
    assert found == groups


def test_a_list_may_hold_the_body_itself(cchc: Cchc, tmp_path: Path) -> None:
    (tmp_path / "ds.csv").write_text("Tên,Viết tắt\nSở Tư pháp,STP\nVăn phòng Sở,VP\n", encoding="utf-8")
    words = ("--body", "Sở Tư pháp", "--parent", "tỉnh Mẫu", "--agencies", str(tmp_path / "ds.csv"))
    assert cchc("init", str(tmp_path / "moi"), *words).code == 0
    assert [row.name for row in registry(tmp_path / "moi").rows if row.kind != "group"] == [
        "Sở Tư pháp", "Văn phòng Sở", "UBND tỉnh",
    ]  # fmt: skip


@pytest.mark.parametrize(
    "typed", ["UBND thành phố Hải Phòng", "UBND TP. Hải Phòng", "Ủy ban nhân dân Thành phố Hải Phòng"]
)
def test_a_city_listed_by_its_full_name_is_no_second_committee(typed: str, cchc: Cchc, tmp_path: Path) -> None:
    (tmp_path / "ds.csv").write_text(f"Tên,Mã\n{typed},31\nSở Nội vụ,\n", encoding="utf-8")
    words = ("--province", "thành phố Hải Phòng", "--agencies", str(tmp_path / "ds.csv"))
    assert cchc("init", str(tmp_path / "moi"), *words).code == 0
    known = registry(tmp_path / "moi")
    committees = [(row.name, row.full, row.code) for row in known.rows if row.kind == "council"]
    assert committees == [("UBND thành phố", "Ủy ban nhân dân thành phố Hải Phòng", "31")]
    assert known.find(typed).id == "ubnd-thanh-pho"  # type: ignore[union-attr]


def test_the_plan_of_a_commune_has_no_sections(cchc: Cchc, tmp_path: Path) -> None:
    folder = tmp_path / "moi"
    assert cchc("init", str(folder), "--body", "UBND xã Suối Trong", "--parent", "tỉnh Mẫu", "--year", "2026").code == 0
    assert [path.name for path in (folder / "plan/2026/appendix").iterdir()] == ["tasks.yaml"]
    guide = (folder / "plan/README.md").read_text(encoding="utf-8")
    assert "I.yaml" not in guide
    row = dict(re.findall(r"```yaml\n# (\S+)\n(.*?)```", guide, re.S))["plan/2026/appendix/tasks.yaml"]
    filled = row.replace("[tiến độ như in, như Tháng 01/2026]", "Quý I/2026")
    (folder / "plan/2026/appendix/tasks.yaml").write_text(filled, encoding="utf-8")
    listed = cchc("-C", str(folder), "list", "--plan", "2026", "--format", "csv").out
    assert listed.splitlines()[1].startswith("2026,,1,[nhiệm vụ]")


def test_its_files_fit_its_schemas_and_the_editor_finds_both(made: Path) -> None:
    settings = json.loads((made / ".vscode/settings.json").read_bytes())
    for schema, pattern in settings["yaml.schemas"].items():
        check_one = Draft202012Validator(json.loads((made / schema).read_bytes()))
        for path in made.glob(pattern):
            assert not list(check_one.iter_errors(seen(path.read_text(encoding="utf-8"))))
    assert "redhat.vscode-yaml" in (made / ".vscode/extensions.json").read_text(encoding="utf-8")


def test_git_keeps_lines_added_on_two_branches_and_ignores_what_a_killed_writer_leaves(made: Path) -> None:
    def git(*words: str) -> str:
        command = ("git", "-C", str(made), "-c", "user.name=x", "-c", "user.email=x@x.vn", *words)
        return subprocess.run(command, check=True, capture_output=True, encoding="utf-8").stdout

    path = made / "plan/2026/progress/so-y-te.yaml"
    path.parent.mkdir(parents=True)
    path.write_text("- {task: I.1, recorded: 2026-01-01}\n", encoding="utf-8")
    (path.parent / ".so-y-te.yaml.lock").touch()
    (path.parent / ".so-y-te.yaml.part").touch()
    git("add", ".")
    git("commit", "-qm", "x")
    assert "lock" not in git("ls-files") and "part" not in git("ls-files")
    main = git("branch", "--show-current").strip()
    for branch, line in (
        ("a", "- {task: I.2, recorded: 2026-01-02}\n"),
        ("b", "- {task: I.3, recorded: 2026-01-03}\n"),
    ):
        git("checkout", "-qb", branch, main)
        path.write_text("- {task: I.1, recorded: 2026-01-01}\n" + line, encoding="utf-8")
        git("commit", "-qam", branch)
    git("merge", "-q", "a")
    assert path.read_text(encoding="utf-8").count("recorded") == 3
    assert "eol: lf" in git("check-attr", "eol", "plan/2026/plan.yaml")


# -- nothing is overwritten --------------------------------------------------------------------------------------------


def test_a_second_time_it_lists_what_is_there_and_changes_nothing(cchc: Cchc, made: Path) -> None:
    before = contents(made)
    ran = cchc("init", str(made), *PROVINCE)
    assert (ran.code, ran.out) == (2, "")
    assert "plan/agencies.yaml" in ran.err and ".vscode/schemas/plan.json" in ran.err
    assert contents(made) == before


def test_settings_of_the_editor_that_are_there_stay_as_they_are(cchc: Cchc, tmp_path: Path) -> None:
    own = tmp_path / ".vscode" / "settings.json"
    own.parent.mkdir()
    own.write_text("{}", encoding="utf-8")
    ran = cchc("init", str(tmp_path), *PROVINCE)
    assert ran.code == 0 and ".vscode/settings.json" in ran.err
    assert own.read_text(encoding="utf-8") == "{}"
    assert cchc("-C", str(tmp_path), "validate").code == 0


@pytest.mark.parametrize("taken", [".vscode/schemas/plan.json", "plan/README.md", "plan", ".vscode"])
def test_one_thing_in_the_way_stops_it(taken: str, cchc: Cchc, tmp_path: Path) -> None:
    (tmp_path / taken).parent.mkdir(exist_ok=True, parents=True)
    (tmp_path / taken).write_text("x", encoding="utf-8")
    before = contents(tmp_path)
    ran = cchc("init", str(tmp_path), *PROVINCE)
    assert ran.code == 2 and f"1 tệp mà lệnh này phải tạo: {taken}\n" in ran.err.replace(".\n→", "\n→")
    assert contents(tmp_path) == before


def test_a_failure_half_way_takes_back_what_was_made(tmp_path: Path) -> None:
    (tmp_path / "b").write_text("cũ", encoding="utf-8")
    with pytest.raises(Stop, match="vừa có tệp tên đó"):
        new.create_all(tmp_path, {"x/y/a": b"1", "b": b"2"})
    assert [path.name for path in tmp_path.iterdir()] == ["b"]
    assert (tmp_path / "b").read_text(encoding="utf-8") == "cũ"


@pytest.mark.skipif(os.name == "nt", reason="modes are of POSIX")
def test_a_read_only_folder_is_reported(cchc: Cchc, tmp_path: Path) -> None:
    tmp_path.chmod(0o555)
    ran = cchc("init", str(tmp_path / "moi"), *PROVINCE)
    tmp_path.chmod(0o755)
    assert ran.code == 2 and "chỉ cho đọc" in ran.err
    assert not list(tmp_path.iterdir())


LISTS = {
    "no-name-column": b"Ma,Loai\n1,x\n",
    "unknown-kind": "Tên,Loại\nSở Y tế,sở\nChi cục Thuế,chi cục lớn\n".encode(),
    "same-twice": "Tên\nSở Y tế\nSở y tế\n".encode(),
    "same-id": "Tên,id\nSở Y tế,x\nSở Nội vụ,x\n".encode(),
    "order-no-number": "Tên,Thứ tự\nSở Y tế,một\n".encode(),
    "a-group": "Tên,Loại\nCác hội,nhóm cơ quan\n".encode(),
    "a-group-of-ours": "Tên\nUBND cấp xã\n".encode(),
    "comma-unquoted": "Tên,Loại\nSở Văn hóa, Thể thao và Du lịch,sở\n".encode(),
    "no-letters": "Tên\n***\n".encode(),
    "a-workbook": b"PK\x03\x04\x14\x00\x06\x00\x08\x00\x00\x00!\x00\xff\xd8",
    "old-encoding": "Tên\nSở Y tế\n".encode("cp1258", "replace"),
    "utf-16-cut": "Tên\n".encode("utf-16")[:-1],
    "empty": b"",
    "only-heads": "Tên,Loại\n,,\n".encode(),
}


@pytest.mark.parametrize("name", LISTS)
def test_a_bad_list_is_refused_with_the_line_and_what_to_do(
    name: str, cchc: Cchc, tmp_path: Path, golden: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "ds.csv").write_bytes(LISTS[name])
    ran = cchc("init", "moi", *PROVINCE, "--agencies", "ds.csv")
    assert (ran.code, ran.out) == (2, "")
    assert not (tmp_path / "moi").exists()
    assert callable(golden)
    golden(f"mistake-init-{name}.txt", ran.err)


MISTAKES = {
    "nobody-to-ask": ["moi"],
    "no-province": ["moi", "--province", " . "],
    "no-such-list": ["moi", *PROVINCE, "--agencies", "khong-co.csv"],
    "year-far-off": ["moi", "--province", "Huế", "--year", "20206"],
    "no-monitor": ["moi", *PROVINCE, "--monitor", " "],
    "a-file": ["la-tep", *PROVINCE],
    "a-department-for-a-province": ["moi", "--province", "Sở Y tế thành phố Hà Nội"],
    "a-district": ["moi", "--body", "huyện Đắk Song", "--parent", "tỉnh Lâm Đồng"],
    "a-district-for-a-province": ["moi", "--province", "huyện Đắk Song"],
    "a-body-of-no-kind": ["moi", "--body", "Trường Đại học Mẫu"],
    "a-body-without-diacritics": ["moi", "--body", "so tu phap", "--parent", "tỉnh Mẫu"],
    "a-body-of-no-province": ["moi", "--body", "Sở Tư pháp"],
    "a-body-of-two-provinces": ["moi", "--body", "Sở Tư pháp tỉnh Mẫu", "--parent", "tỉnh Khác"],
    "a-commune-without-name": ["moi", "--body", "UBND xã", "--parent", "tỉnh Mẫu"],
    "a-ministry-of-a-province": ["moi", "--body", "Bộ Tư pháp", "--parent", "tỉnh Mẫu"],
    "a-parent-that-is-none": ["moi", "--body", "UBND xã Suối Trong", "--parent", "huyện Mẫu"],
    "a-province-and-a-body": ["moi", *PROVINCE, "--body", "Sở Tư pháp"],
    "inside-the-plans": ["ke-hoach/plan/moi", *PROVINCE],
}


@pytest.mark.parametrize("name", MISTAKES)
def test_a_mistake_ends_with_2_and_says_what_to_do(
    name: str, cchc: Cchc, tmp_path: Path, golden: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "la-tep").touch()
    (tmp_path / "ke-hoach/plan").mkdir(parents=True)
    (tmp_path / "ke-hoach/plan/agencies.yaml").touch()
    before = contents(tmp_path)
    ran = cchc("init", *MISTAKES[name])
    assert (ran.code, ran.out, contents(tmp_path)) == (2, "", before)
    assert callable(golden)
    golden(f"mistake-init-{name}.txt", ran.err)


# -- on a terminal -----------------------------------------------------------------------------------------------------


def typed(folder: Path, *lines: str) -> Ran:
    """The program on a pseudo-terminal, every answer typed ahead."""
    pty = pytest.importorskip("pty")
    ours, theirs = pty.openpty()
    clean = {name: value for name, value in os.environ.items() if not name.startswith("CCHC_")}
    process = subprocess.Popen(
        [sys.executable, "-m", "cchc_cli", "init", "moi", "--year", "2026"], cwd=folder, stdin=theirs,
        stdout=subprocess.PIPE, stderr=theirs, env=clean | {"PYTHONPATH": str(ROOT / "src")},
    )  # fmt: skip
    os.write(ours, "".join(f"{line}\n" for line in lines).encode())
    out, _ = process.communicate(timeout=30)
    os.close(theirs)
    said = os.read(ours, 1 << 16).decode()
    os.close(ours)
    return Ran(process.returncode, out.decode(), said)


def test_on_a_terminal_it_asks(tmp_path: Path) -> None:
    ran = typed(tmp_path, "", "Lâm Đồng", "", "Sở Tư pháp", "***", "sở tư pháp", "xã Đạ Tẻh", "")
    assert ran.code == 0 and "Tỉnh, thành phố" in ran.err
    names = [row.name for row in registry(tmp_path / "moi").rows]
    assert "không phải tên cơ quan" in ran.err and "đã có tên này" in ran.err
    assert names[:4] == ["Sở Nội vụ", "Sở Tư pháp", "UBND xã Đạ Tẻh", "UBND tỉnh"]
    assert not problems(tmp_path / "moi")


def test_on_a_terminal_it_asks_to_which_province_a_commune_belongs(tmp_path: Path) -> None:
    ran = typed(tmp_path, "huyện Mẫu", "UBND xã Suối Trong", "tỉnh Mẫu", "", "Phòng Kinh tế", "")
    assert ran.code == 0 and "01/7/2025" in ran.err
    names = [row.name for row in registry(tmp_path / "moi").rows]
    assert names[:3] == ["Văn phòng HĐND và UBND", "Phòng Kinh tế", "UBND xã Suối Trong"]
    assert not problems(tmp_path / "moi")


def test_an_unanswered_question_creates_nothing(tmp_path: Path) -> None:
    assert typed(tmp_path, "Lâm Đồng", "\x04").code == 2
    assert not list(tmp_path.iterdir())


def test_it_is_named_where_a_workspace_is_missing(cchc: Cchc, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert "cchc init" in cchc("due").err


def test_a_folder_before_the_command_is_where_it_is_made(cchc: Cchc, tmp_path: Path) -> None:
    assert cchc("-C", str(tmp_path / "moi"), "init", *PROVINCE).code == 0
    assert (tmp_path / "moi/plan/agencies.yaml").is_file()


def test_a_province_is_full_with_its_level() -> None:
    assert Province("tỉnh", "Khánh Hòa").full == "tỉnh Khánh Hòa"


@pytest.mark.parametrize(
    "typed",
    [
        ("--body", "Sở KH&CN", "--parent", "tỉnh Lào Cai"),
        ("--body", "SỞ VHTTDL TỈNH LÀO CAI"),
        ("--body", "TP. HCM"),
        ("--body", "UBND phường Sài Gòn", "--parent", "TP.HCM"),
        ("--province", "HCM"),
    ],
)
def test_a_name_in_initials_is_not_printed_in_papers(cchc: Cchc, tmp_path: Path, typed: tuple[str, ...]) -> None:
    ran = cchc("init", str(tmp_path / "moi"), *typed)
    assert (ran.code, ran.out) == (2, "")
    assert "là chữ viết tắt" in ran.err
    assert not (tmp_path / "moi").exists()


@pytest.mark.parametrize("typed", ["TP.Huế", "TP Huế", "T.P. Huế", "THÀNH PHỐ HUẾ"])
def test_a_city_is_known_by_its_short_level(typed: str) -> None:
    assert province(typed) == Province("thành phố", "Huế")
