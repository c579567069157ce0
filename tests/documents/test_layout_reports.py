"""Every report of the program as a Word document, held against the rules of layout."""

import csv
import re
from io import BytesIO, StringIO
from pathlib import Path
from zipfile import ZipFile

import pytest

from cchc_cli.documents.reports import every_report
from conftest import ROOT, Cchc
from layout import Kind, findings

AS_OF = ("--as-of", "2026-09-30")
REPORTS = {
    "quarterly": Kind.REPORT,
    "half-year": Kind.REPORT,
    "nine-month": Kind.REPORT,
    "annual": Kind.REPORT,
    "brief": Kind.REPORT,
    "overdue": Kind.REPORT,
    "agency": Kind.SHEET,
    "reminder": Kind.LETTER,
    "notice": Kind.NOTICE,
    "desk": Kind.NOTICE,
    "plan": Kind.DECISION,
    "six-clear": Kind.REPORT,
    "ranking": Kind.REPORT,
}
EVERY = """page_number national_name motto motto_rule issuer issuer_rule number place_and_date body_type signer_capacity
    recipients_label recipients_type annex_label annex_title annex_note annex_rule table_type"""
COMPONENTS = {
    "quarterly": "kind_name subject subject_rule addressee roman_heading clause_heading signer_name",
    "reminder": "superior letter_subject addressee addressees_aligned",
    "plan": "kind_name subject subject_rule issued_with authority legal_bases decides roman_heading signer_name",
}
# A department, an office, a unit, a commune; whose own names are short and long.
AGENCIES = ("STP", "Văn phòng UBND tỉnh", "Sở Nông nghiệp và Môi trường", "Nha Trang")


def made(cchc: Cchc, file: Path, name: str, *options: str) -> bytes:
    ran = cchc("report", name, "--format", "docx", "-o", str(file), *AS_OF, *options)
    assert ran.code == 0, ran.err
    return file.read_bytes()


def test_the_layout_of_every_report_is_held_against_the_rules(cchc: Cchc) -> None:
    listed = csv.reader(StringIO(cchc("report", "--list", "--format", "csv").out.removeprefix("\ufeff")))
    assert {row[0] for row in listed if any("docx" in cell for cell in row[1:])} == set(REPORTS)


@pytest.mark.parametrize("name", every_report())
def test_a_report_has_both_forms_and_is_named_in_the_readme(name: str) -> None:
    template = every_report()[name].template or name
    for ending in (".md.j2", ".docx") if name in REPORTS else (".html.j2",):
        assert (ROOT / "templates" / f"{template}{ending}").is_file(), f"{name} has no {ending}"
    assert f"`{name}`" in (ROOT / "README.md").read_text(encoding="utf-8")


@pytest.mark.slow
@pytest.mark.parametrize("folder", [".", "examples/tinh-mau"])
@pytest.mark.parametrize("name", sorted(REPORTS.keys() - {"ranking"}))
def test_a_report_is_laid_out_as_the_decree_wants(cchc: Cchc, tmp_path: Path, name: str, folder: str) -> None:
    agency = ("--agency", "Sở Tư pháp") if name == "agency" else ()
    assert findings(made(cchc, tmp_path / "x.docx", name, "-C", folder, *agency), REPORTS[name]) == []


@pytest.mark.parametrize("agency", AGENCIES)
def test_an_agency_s_own_report_is_laid_out_as_the_decree_wants(cchc: Cchc, tmp_path: Path, agency: str) -> None:
    assert findings(made(cchc, tmp_path / "x.docx", "agency", "--agency", agency), Kind.SHEET) == []


@pytest.mark.slow
@pytest.mark.parametrize("name", COMPONENTS)
def test_the_rules_reach_the_components_of_a_report(cchc: Cchc, tmp_path: Path, name: str) -> None:
    """With all type at 9 pt and every line dashed, each component that a report has is found fault with."""
    spoilt = BytesIO()
    made(cchc, tmp_path / "x.docx", name)
    with ZipFile(tmp_path / "x.docx") as sound, ZipFile(spoilt, "w") as package:
        for part in sound.namelist():
            small = re.sub(rb'<w:sz w:val="\d+"/>', b'<w:sz w:val="18"/>', sound.read(part))
            package.writestr(part, small.replace(b'w:val="single"', b'w:val="dashed"'))
    found = {each.rule for each in findings(spoilt.getvalue(), REPORTS[name])}
    assert found == {*EVERY.split(), *COMPONENTS[name].split()}


def test_each_of_many_letters_is_laid_out_as_the_decree_wants(cchc: Cchc, tmp_path: Path) -> None:
    assert cchc("report", "reminder", "--each", "--format", "docx", "-o", str(tmp_path / "x"), *AS_OF).code == 0
    letters = [path.read_bytes() for path in sorted((tmp_path / "x").iterdir())]
    assert letters
    assert [found for letter in letters for found in findings(letter, Kind.LETTER)] == []
