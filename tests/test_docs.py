"""Links in pages lead to files and headings that exist; the reference omits nothing."""

import re
from pathlib import Path

import pytest
from tools.reference import commands, templates
from tools.reference.markdown import anchor

from cchc_cli.disk import files
from cchc_cli.documents import reports
from cchc_cli.documents.reports.fields import fields
from cchc_cli.shell.options import scope
from cchc_cli.shell.templates import trials

ROOT = Path(__file__).parents[1]
PAGES = sorted(path for path in (*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md")))
LINK = re.compile(r"\]\((?!https?:)([^)#\s]*)(#[^)\s]*)?\)")
FENCED = re.compile(r"^```.*?^```$", re.M | re.S)
HEADING = re.compile(r"^#+ (.+)$", re.M)


def headings(page: Path) -> list[str]:
    return [anchor(title) for title in HEADING.findall(FENCED.sub("", page.read_text(encoding="utf-8")))]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_links_lead_to_files_and_headings_that_are_there(page: Path) -> None:
    for path, heading in LINK.findall(FENCED.sub("", page.read_text(encoding="utf-8"))):
        target = (page.parent / path).resolve() if path else page
        assert target.exists(), f"{page.name}: {path}"
        assert not heading or heading in headings(target), f"{page.name}: {path}{heading}"


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_a_heading_stands_once_on_a_page_so_that_links_to_it_are_sure(page: Path) -> None:
    found = headings(page)
    assert page.name in ("CHANGELOG.md",) or len(found) == len(set(found)), sorted(found)


def test_code_points_to_headings_of_the_promises_that_are_there() -> None:
    known = headings(ROOT / "docs" / "promises.md")
    sources = [path for room in ("src", "tests", "tools") for path in ROOT.glob(f"{room}/**/*.py")]
    pointed = {
        found
        for path in sources
        for found in re.findall(r"docs/promises\.md(#[\w-]+)", path.read_text(encoding="utf-8"))
    }
    assert pointed <= set(known), pointed - set(known)


def test_the_reference_names_every_variable_that_the_program_reads() -> None:
    code = "\n".join(path.read_text(encoding="utf-8") for path in ROOT.glob("src/**/*.py"))
    read = set(re.findall(r"""environ\.get\(\s*"([A-Z][A-Z_]+)\"""", code)) | set(re.findall(r"\bCCHC_[A-Z_]+\b", code))
    told = commands.text()
    assert {name for name in read if f"`{name}`" not in told} == set()
    assert {name for name in commands.VARIABLES if name.startswith("CCHC_")} <= read


@pytest.mark.parametrize("name", sorted(reports.every_report()))
def test_the_reference_names_every_field_that_a_template_has(name: str) -> None:
    view = reports.view(name, trials.scene(reports.named(name), scope.workspace(files.EXAMPLE, None)))
    told = templates.text()
    names = [each.name for each in fields(view, view)]
    assert names and [each for each in names if f"| `{each}" not in told] == []
