"""Documents of plans of every level: issuer, superior, addressee, symbol, signature and citation follow the issuer."""

import re
from pathlib import Path
from typing import NamedTuple

import pytest
from docx import Document
from docx.oxml.ns import qn

from conftest import Cchc
from marks import unmarked
from small_plans import small_plan

_AGENCIES = """\
format: 1
agencies:
  - {id: ubnd-thanh-pho, name: UBND thành phố, full: Ủy ban nhân dân thành phố Hải Phòng, kind: council}
  - {id: van-phong-ubnd-thanh-pho, name: Văn phòng UBND thành phố, kind: office}
  - {id: so-noi-vu, name: Sở Nội vụ, kind: department, abbreviation: SNV}
  - {id: so-tu-phap, name: Sở Tư pháp, kind: department}
  - {id: so-ngoai-vu, name: Sở Ngoại vụ, kind: department}
  - {id: thanh-tra-thanh-pho, name: Thanh tra thành phố, kind: inspectorate}
  - {id: ubnd-xa-vinh-am, name: UBND xã Vĩnh Am, kind: commune}
  - {id: ubnd-dac-khu-cat-hai, name: UBND đặc khu Cát Hải, kind: commune}
  - {id: phong-van-hoa-xa-hoi, name: Phòng Văn hóa - Xã hội, kind: division}
  - {id: bo-noi-vu, name: Bộ Nội vụ, kind: ministry}
"""
_SETTINGS = """\
place: Hải Phòng
issuer: ubnd-thanh-pho
recipient: Bộ Nội vụ
report_lead: {title: CHỈ ĐẠO CỦA THÀNH PHỐ, sections: [VII]}
reports: [{report: half-year, recipient: Chính phủ}]
"""
DAY = ("--as-of", "2026-03-14")


class Head(NamedTuple):
    """What the head, the address, the opening and the end of a report say."""

    superior: str
    name: str
    to: str
    symbol: str
    position: str
    opening: str


@pytest.fixture
def city(tmp_path: Path) -> Path:
    """A workspace of a city without plans."""
    (tmp_path / "plan").mkdir()
    (tmp_path / "plan/agencies.yaml").write_text(_AGENCIES, "utf-8")
    (tmp_path / "plan/settings.yaml").write_text(_SETTINGS, "utf-8")
    return tmp_path


def head(cchc: Cchc, root: Path, *report: str) -> Head:
    """The pieces of a report in Markdown; its blanks stand in brackets."""
    ran = cchc("-C", str(root), "report", *report)
    assert ran.code == 0, ran.err
    text = re.sub(r"\\(.)", r"\1", unmarked(ran.out)).replace("**", "")
    superior, _, name = text.split(" | ")[0].removeprefix("| ").rpartition("<br>")
    sign = next(line for line in text.splitlines() if line.startswith("| *Nơi nhận:*")).split(" | ")[1]
    found = [re.search(mark, text, re.M) for mark in (r"^Kính gửi: (.*)$", r"/(\S.*?) \|", r"^Thực hiện (.*?) như sau")]
    to, symbol, opening = ("" if each is None else each[1] for each in found)
    return Head(superior, name, to, symbol, sign.removesuffix(" |"), opening)


def test_a_city_keeps_its_capitals(cchc: Cchc, city: Path) -> None:
    small_plan(city, "ubnd-thanh-pho", "UBND thành phố", monitor="so-noi-vu")
    found = head(cchc, city, "quarterly", "--period", "2026-Q1")
    assert found[:5] == ("", "ỦY BAN NHÂN DÂN THÀNH PHỐ HẢI PHÒNG", "Bộ Nội vụ", "BC-UBND",
                         "TM. ỦY BAN NHÂN DÂN<br>CHỦ TỊCH")  # fmt: skip
    assert ", Ủy ban nhân dân thành phố Hải Phòng báo cáo" in found.opening
    assert " ngày 15 tháng 01 năm 2026 của Ủy ban nhân dân thành phố Hải Phòng về việc ban hành" in found.opening
    for name in ("brief", "overdue"):
        assert head(cchc, city, name, *DAY)[:5] == (
            "UBND THÀNH PHỐ HẢI PHÒNG", "SỞ NỘI VỤ", "Ủy ban nhân dân thành phố Hải Phòng", "BC-SNV", "GIÁM ĐỐC"
        )  # fmt: skip
    reminder = head(cchc, city, "reminder", *DAY)
    assert reminder.name == "SỞ NỘI VỤ"
    assert reminder.symbol.startswith("SNV-[Cần điền: đơn vị soạn thảo]<br>V/v đôn đốc thực hiện Kế hoạch cải cách")
    for agency, symbol, position in (
        ("Sở Tư pháp", "BC-STP", "GIÁM ĐỐC"),
        ("Sở Ngoại vụ", "BC-[Cần điền: ký hiệu của cơ quan]", "GIÁM ĐỐC"),
        ("Thanh tra", "BC-[Cần điền: ký hiệu của cơ quan]", "CHÁNH THANH TRA"),
        ("Văn phòng", "BC-[Cần điền: ký hiệu của cơ quan]", "CHÁNH VĂN PHÒNG"),
    ):
        own = head(cchc, city, "agency", "--agency", agency, *DAY)
        assert (own.superior, own.to, own.symbol, own.position) == (
            "UBND THÀNH PHỐ HẢI PHÒNG", "Sở Nội vụ", symbol, position
        )  # fmt: skip
    commune = head(cchc, city, "agency", "--agency", "đặc khu Cát Hải", *DAY)
    assert commune[:5] == ("", "ỦY BAN NHÂN DÂN ĐẶC KHU CÁT HẢI", "Sở Nội vụ", "BC-UBND",
                           "TM. ỦY BAN NHÂN DÂN<br>CHỦ TỊCH")  # fmt: skip
    assert "Ủy ban nhân dân đặc khu Cát Hải báo cáo" in commune.opening
    assert head(cchc, city, "agency", "--agency", "Sở Nội vụ", *DAY).to == "Ủy ban nhân dân thành phố Hải Phòng"


@pytest.mark.parametrize("beside", [False, True])
@pytest.mark.parametrize("report", [("quarterly", "--period", "2026-Q1"), ("half-year", "--period", "2026-H1"),
                                    ("overdue", *DAY), ("brief", *DAY)])  # fmt: skip
def test_a_commune_reports_to_the_monitor_above(cchc: Cchc, city: Path, report: tuple[str, ...], beside: bool) -> None:
    if beside:
        small_plan(city, "ubnd-thanh-pho", "UBND thành phố", monitor="so-noi-vu")
    plan = small_plan(city, "ubnd-xa-vinh-am", "UBND xã Vĩnh Am")
    found = head(cchc, city, *report, "--plan", plan)
    assert found[:5] == ("", "ỦY BAN NHÂN DÂN XÃ VĨNH AM", "Sở Nội vụ", "BC-UBND", "TM. ỦY BAN NHÂN DÂN<br>CHỦ TỊCH")
    assert "của Ủy ban nhân dân xã Vĩnh Am về việc" in found.opening
    assert ", Ủy ban nhân dân xã Vĩnh Am báo cáo" in found.opening


def test_the_government_gives_tasks_to_a_province_and_those_above_to_a_commune(cchc: Cchc, city: Path) -> None:
    for issuer, name, giver in (("ubnd-thanh-pho", "UBND thành phố", "Chính phủ, Thủ tướng Chính phủ"),
                                ("ubnd-xa-vinh-am", "UBND xã Vĩnh Am", "cấp trên")):  # fmt: skip
        plan = small_plan(city, issuer, name, monitor="so-noi-vu")
        told = cchc("report", "quarterly", "--period", "2026-Q1", "--plan", plan, "-C", str(city)).out
        assert f"### 5. Nhiệm vụ {giver} giao\n" in told


@pytest.mark.parametrize("name", ["overdue", "brief", "quarterly"])
def test_a_department_reports_to_the_monitor_and_the_monitor_to_the_body_above(
    cchc: Cchc, city: Path, name: str
) -> None:
    small_plan(city, "ubnd-thanh-pho", "UBND thành phố", monitor="so-noi-vu")
    for issuer, own, to in (
        ("so-tu-phap", "Sở Tư pháp", "Sở Nội vụ"),
        ("so-noi-vu", "Sở Nội vụ", "Ủy ban nhân dân thành phố Hải Phòng"),
    ):
        found = head(cchc, city, name, *DAY, "--plan", small_plan(city, issuer, own))
        assert found[:3] == ("UBND THÀNH PHỐ HẢI PHÒNG", own.upper(), to)
        assert found.position == "GIÁM ĐỐC"


def test_a_division_stands_below_its_commune(cchc: Cchc, city: Path) -> None:
    small_plan(city, "ubnd-xa-vinh-am", "UBND xã Vĩnh Am", monitor="phong-van-hoa-xa-hoi")
    found = head(cchc, city, "overdue", *DAY)
    assert found[:3] == ("UBND XÃ VĨNH AM", "PHÒNG VĂN HÓA - XÃ HỘI", "Ủy ban nhân dân xã Vĩnh Am")
    assert found.position == "TRƯỞNG PHÒNG"


def test_a_body_does_not_report_to_itself(cchc: Cchc, city: Path) -> None:
    small_plan(city, "ubnd-thanh-pho", "UBND thành phố")
    ran = cchc("-C", str(city), "report", "brief", *DAY)
    assert (ran.code, ran.out) == (2, "")
    assert "Ủy ban nhân dân thành phố Hải Phòng không tự báo cáo cho mình" in ran.err
    assert "--plan" in ran.err
    ran = cchc("-C", str(city), "report", "agency", "--agency", "UBND thành phố", *DAY)
    assert (ran.code, ran.out) == (2, "")


def test_settings_of_the_workspace_are_its_own_issuers_and_those_of_a_plan_win(cchc: Cchc, city: Path) -> None:
    plan = small_plan(city, "so-tu-phap", "Sở Tư pháp")
    told = cchc("-C", str(city), "report", "quarterly", *DAY).out
    assert "CHỈ ĐẠO CỦA THÀNH PHỐ" not in told
    file = city / "plan" / plan / "plan.yaml"
    file.write_text(file.read_text("utf-8") + "settings: {recipient: Văn phòng Chính phủ}\n", "utf-8")
    assert head(cchc, city, "quarterly", *DAY).to == "Văn phòng Chính phủ"


def test_a_plan_that_is_its_own_document_is_cited_as_what_it_is(cchc: Cchc, city: Path) -> None:
    plan = small_plan(city, "so-noi-vu", "Sở Nội vụ", number="45/KH-SNV")
    file = city / "plan" / plan / "plan.yaml"
    said = file.read_text("utf-8").replace("  number: 45", "  kind: KẾ HOẠCH\n  number: 45")
    file.write_text(said.replace("title: Ban hành Kế hoạch cải", "title: Cải"), "utf-8")
    cited = (
        "Kế hoạch số 45/KH-SNV ngày 15 tháng 01 năm 2026 của Sở Nội vụ về cải cách hành chính của Sở Nội vụ năm 2026"
    )
    assert head(cchc, city, "overdue", *DAY).opening.startswith(cited)


def test_a_draft_is_cited_by_its_name_with_a_blank_for_its_number(cchc: Cchc, city: Path) -> None:
    plan = small_plan(city, "so-noi-vu", "Sở Nội vụ", number="45/KH-SNV")
    file = city / "plan" / plan / "plan.yaml"
    file.write_text(file.read_text("utf-8").replace("  number: 45/KH-SNV\n", ""), "utf-8")
    ran = cchc("-C", str(city), "report", "overdue", "--plan", plan, *DAY)
    assert "Thực hiện Kế hoạch cải cách hành chính của Sở Nội vụ năm 2026 **[Cần điền: số, ngày" in unmarked(ran.out)
    assert "Cần điền: số, ngày của văn bản ban hành" in ran.err


def test_a_plan_on_another_subject_is_called_by_its_title(cchc: Cchc, city: Path) -> None:
    plan = small_plan(city, "so-noi-vu", "Sở Nội vụ")
    file = city / "plan" / plan / "plan.yaml"
    file.write_text(file.read_text("utf-8").replace("cải cách hành chính", "chuyển đổi số"), "utf-8")
    told = cchc("-C", str(city), "report", "quarterly", "--period", "2026-Q1").out
    assert "**Kết quả thực hiện Kế hoạch chuyển đổi số của Sở Nội vụ năm 2026 quý I năm 2026**" in told
    assert "báo cáo kết quả thực hiện Kế hoạch chuyển đổi số" in told


def test_what_is_not_known_is_a_highlighted_blank_in_word(cchc: Cchc, city: Path) -> None:
    small_plan(city, "ubnd-thanh-pho", "UBND thành phố", monitor="so-noi-vu")
    file = city / "x.docx"
    ran = cchc("-C", str(city), "report", "reminder", *DAY, "-o", str(file))
    assert "Cần điền: đơn vị soạn thảo" in ran.err
    cells = [cell for table in Document(str(file)).tables[:1] for row in table.rows for cell in row.cells]
    runs = [run for cell in cells for run in cell._tc.iter(qn("w:r")) if "Cần điền" in "".join(run.itertext())]
    assert [run.find(f".//{qn('w:highlight')}") is not None for run in runs] == [True]
