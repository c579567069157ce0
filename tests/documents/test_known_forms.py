"""Templates under names of their own: forms of a known report by templates/forms.yaml or --as."""

import shutil
from pathlib import Path

import pytest

from conftest import ROOT, Cchc

NAME = "bao-cao-tinh-uy"
DAY = ("--period", "2026-Q1", "--as-of", "2026-03-14")


@pytest.fixture
def own(copied: Path) -> Path:
    """A workspace with the periodic report's templates under another name."""
    (copied / "templates").mkdir()
    for ending in (".md.j2", ".docx"):
        shutil.copy(ROOT / "templates" / f"periodic{ending}", copied / "templates" / f"{NAME}{ending}")
    return copied


def test_a_form_of_the_file_prints_what_the_report_prints(cchc: Cchc, own: Path) -> None:
    (own / "templates/forms.yaml").write_text(f"{NAME}: quarterly\n", encoding="utf-8")
    form, report = (cchc("report", name, *DAY, "-C", str(own)) for name in (NAME, "quarterly"))
    assert (form.code, form.out) == (0, report.out)
    word = [str(own / f"{name}.docx") for name in (NAME, "quarterly")]
    assert cchc("report", NAME, *DAY, "-C", str(own), "-o", word[0]).code == 0
    assert cchc("report", "quarterly", *DAY, "-C", str(own), "-o", word[1]).code == 0
    assert Path(word[0]).read_bytes() == Path(word[1]).read_bytes()


def test_a_form_has_the_fields_title_and_trials_of_its_report(cchc: Cchc, own: Path) -> None:
    (own / "templates/forms.yaml").write_text(f"{NAME}: quarterly\n", encoding="utf-8")
    fields = cchc("report", NAME, "--fields", "-C", str(own)).out
    assert "report.symbol" in fields
    listed = cchc("report", "--list", "-C", str(own)).out.splitlines()
    titles = {words[0]: words[1:4] for words in map(str.split, listed) if words}
    assert titles[NAME] == titles["quarterly"]
    assert cchc("report", NAME, "--check", "-C", str(own)).code == 0


def test_as_names_the_report_of_one_run_and_without_either_the_error_says_so(cchc: Cchc, own: Path) -> None:
    assert cchc("report", NAME, "--as", "quarterly", *DAY, "-C", str(own)).code == 0
    refused = cchc("report", NAME, *DAY, "-C", str(own))
    assert refused.code == 2 and "--as" in refused.err and "forms.yaml" in refused.err


@pytest.mark.parametrize(
    ("text", "place"),
    [
        (f"# mẫu\n{NAME}: quaterly\n", "templates/forms.yaml:2"),
        (f"{NAME}:\n", "templates/forms.yaml:1"),
        (f"- {NAME}\n", "templates/forms.yaml:1"),
        ("brief: quarterly\n", "templates/forms.yaml:1"),
        (f"{NAME}: [quarterly\n", "templates/forms.yaml"),
    ],
)
def test_a_mistake_in_the_file_is_named_with_its_line(cchc: Cchc, own: Path, text: str, place: str) -> None:
    (own / "templates/forms.yaml").write_text(text, encoding="utf-8")
    ran = cchc("report", NAME, *DAY, "-C", str(own))
    assert (ran.code, ran.out) == (2, "") and place in ran.err


def test_as_with_an_unknown_report_names_the_nearest(cchc: Cchc, own: Path) -> None:
    ran = cchc("report", NAME, "--as", "quartely", "-C", str(own))
    assert ran.code == 2 and "quarterly" in ran.err
