"""cchc targets: who measures what, also the indicators that reports print."""

import csv
import json
from io import StringIO
from pathlib import Path

import pytest

from conftest import Cchc

DAY = ("--as-of", "2026-06-01")
INDICATORS = """indicators:
  - {id: doi-thoai, name: Số cuộc đối thoại, unit: cuộc, by: agency}
  - {id: dung-han, name: Hồ sơ đúng hạn, unit: "%", owner: so-khoa-hoc-va-cong-nghe}
"""
MEASURED = """- {target: doi-thoai, agency: so-tu-phap, date: 2026-03-10, recorded: 2026-03-10, value: 3}
- {target: dung-han, date: 2026-04-10, recorded: 2026-04-10, numerator: 17, denominator: 20}
"""


@pytest.fixture
def declared(copied: Path) -> Path:
    """The real plan with two indicators, each with a figure."""
    settings = copied / "plan/settings.yaml"
    settings.write_bytes(settings.read_bytes() + INDICATORS.encode())
    (copied / "plan/2026/measurements.yaml").write_text(MEASURED, encoding="utf-8")
    return copied


def told(cchc: Cchc, folder: Path, *options: str) -> tuple[list[str], dict[str, dict[str, object]]]:
    found = json.loads(cchc("-C", str(folder), "targets", *DAY, "--format", "json", *options).out)
    return [each["id"] for each in found["targets"]], {each["id"]: each for each in found["indicators"]}


def test_indicators_stand_below_the_targets_with_who_gathers_them(cchc: Cchc, declared: Path) -> None:
    out = cchc("-C", str(declared), "targets", *DAY).out
    own = out[out.index("\nChỉ tiêu thống kê\n") :].splitlines()
    assert [" ".join(line.split()) for line in own[3:5]] == [
        "doi-thoai 3 cuộc (10/3/2026) có số liệu của 1/79 cơ quan từng cơ quan gửi báo cáo Số cuộc đối thoại",
        "dung-han 85% (17/20) (10/4/2026) đã đo Sở Khoa học và Công nghệ Hồ sơ đúng hạn",
    ]
    assert own[-1] == "2 chỉ tiêu thống kê: 2 có số liệu."
    found = told(cchc, declared)[1]["doi-thoai"]
    assert (found["measured"], found["told"], found["of"], len(found["missing"])) == (3, 1, 79, 78)  # type: ignore[arg-type]


def test_an_agency_sees_what_it_measures_itself_or_in_a_group(cchc: Cchc, declared: Path) -> None:
    of_justice, gathered = told(cchc, declared, "--agency", "STP")
    assert {"II.3", "III.7-2"} <= set(of_justice)
    assert list(gathered) == ["doi-thoai"]
    of_science, gathered = told(cchc, declared, "--agency", "SKHCN")
    assert {"VI.14-1", "VI.14-2", "VI.14-3"} <= set(of_science)
    assert list(gathered) == ["doi-thoai", "dung-han"]
    assert told(cchc, declared, "--agency", "Công an tỉnh") == ([], {})


def test_a_period_has_its_own_figures(cchc: Cchc, declared: Path) -> None:
    options = ("-C", str(declared), "targets", "--period", "2026-Q2", "--format", "json")
    found = {each["id"]: each["measured"] for each in json.loads(cchc(*options).out)["indicators"]}
    assert found == {"doi-thoai": None, "dung-han": 85}


def test_the_sheet_has_numerator_denominator_and_agency(cchc: Cchc, declared: Path) -> None:
    out = cchc("-C", str(declared), "targets", *DAY, "--format", "csv").out.removeprefix("\ufeff")
    rows = {row["Mã"]: row for row in csv.DictReader(StringIO(out))}
    assert [rows["dung-han"][head] for head in ("Đo được", "Tử số", "Mẫu số", "Cơ quan")] == [
        "85.0", "17.0", "20.0", "Sở Khoa học và Công nghệ"
    ]  # fmt: skip
    assert rows["VI.14-1"]["Cơ quan"] == "Sở Khoa học và Công nghệ"
    assert rows["13-1"]["Cơ quan"] == ""
