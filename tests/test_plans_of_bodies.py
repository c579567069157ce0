"""Plans of every kind of body, kept as examples: each is sound, answers, and is printed with nothing lost."""

import json
import re
from html import unescape
from pathlib import Path
from zipfile import ZipFile

import pytest
from ruamel.yaml import YAML

from conftest import ROOT, Cchc

CITY = "examples/thanh-pho-mau"
PLANS = [
    (CITY, "2026"),
    (CITY, "so-tu-phap/2026"),
    (CITY, "suoi-trong/2026"),
    (CITY, "so-noi-vu/2026-cuoi-nam"),
    (CITY, "so-khcn/2026-2028"),
    (CITY, "2027"),
    ("examples/bo-mau", "2026"),
]
SILENT = (
    *("format", "year", "term", "monitor", "issuer", "under", "draft", "closed", "settings", "date"),
    *("id", "agency", "assignments", "targets", "task", "implements", "holds", "spans"),
)
"""Keys whose values a document does not print as they stand."""


def texts(data: object) -> list[str]:
    """Every text that a document must print, in the order of the file."""
    if isinstance(data, dict):
        return [text for key, value in data.items() if key not in SILENT for text in texts(value)]
    if isinstance(data, list):
        return [text for each in data for text in texts(each)]
    return [data] if isinstance(data, str) else []


def files(root: str, plan: str) -> list[Path]:
    folder = ROOT / root / "plan" / plan
    return [folder / "plan.yaml", *sorted((folder / "appendix").glob("*.yaml"))]


def plain(text: str) -> str:
    return " ".join(re.sub(r"[\\*|]|<br>|&emsp;", " ", unescape(text)).split())


@pytest.mark.parametrize("root", [CITY, "examples/bo-mau"])
def test_a_workspace_of_examples_has_no_problem(cchc: Cchc, root: str) -> None:
    ran = cchc("-C", root, "validate", "--strict")
    assert ran.code == 0, ran.out


@pytest.mark.parametrize(("root", "plan"), PLANS)
def test_a_plan_answers(cchc: Cchc, root: str, plan: str) -> None:
    for words in (["due", "--all"], ["list"], ["stats"], ["stats", "--by", "agency"]):
        ran = cchc("-C", root, *words, "--plan", plan, "--as-of", "2026-10-20")
        assert ran.code == 0, ran.err
        assert ran.out


@pytest.mark.parametrize(("root", "plan"), PLANS)
def test_a_plan_is_printed_with_nothing_lost(cchc: Cchc, tmp_path: Path, root: str, plan: str) -> None:
    on = ("--plan", plan, "--as-of", "2026-01-01")
    markdown = plain(cchc("-C", root, "report", "plan", *on).out)
    place = tmp_path / "plan.docx"
    assert cchc("-C", root, "report", "plan", *on, "-o", str(place)).code == 0
    with ZipFile(place) as parts:
        body = parts.read("word/document.xml").decode("utf-8")
    paragraphs = re.split(r"</w:p>|<w:br/>|<w:tab/>", body)
    word = plain(" ".join(re.sub(r"<[^>]+>", "", each) for each in paragraphs))
    wanted = [text for path in files(root, plan) for text in texts(YAML(typ="safe", pure=True).load(path))]
    lines = [plain(line) for text in wanted for line in text.splitlines()]
    assert [line for line in lines if line not in markdown] == []
    assert [line for line in lines if line not in word] == []


@pytest.mark.parametrize("words", [(), ("--section", "I"), ("--by", "agency"), ("--format", "csv")])
def test_duties_of_the_body_are_counted_where_a_body_gives_some(cchc: Cchc, words: tuple[str, ...]) -> None:
    for root, printed in (("examples/bo-mau", False), (".", True)):
        ran = cchc("-C", root, "stats", *words, "--as-of", "2026-02-01")
        assert ("Nhiệm vụ giao" in ran.out) is printed
    as_json = json.loads(cchc("-C", "examples/bo-mau", "stats", "--format", "json", "--as-of", "2026-02-01").out)
    assert as_json["body"]["total"] == 0


def test_a_plan_without_sections_is_asked_by_the_words_that_stats_prints(cchc: Cchc) -> None:
    words = ("-C", CITY, "list", "--plan", "2026", "--as-of", "2026-02-01")
    whole = cchc(*words).out
    assert cchc(*words, "--section", "không chia lĩnh vực").out == whole
    refused = cchc(*words, "--section", "X")
    assert refused.code == 2
    assert "→ kế hoạch không chia lĩnh vực" in refused.err
    assert "các lĩnh vực: I, II\n" in cchc("-C", "examples/bo-mau", "list", "--section", "body").err


@pytest.mark.parametrize("words", [("targets",), ("event", "list"), ("stats",), ("due",)])
def test_a_table_of_several_plans_says_how_many(cchc: Cchc, words: tuple[str, ...]) -> None:
    assert cchc("-C", CITY, *words, "--as-of", "2026-05-01").out.startswith(
        "Tính đến ngày 01/5/2026, chung 05 kế hoạch"
    )
    one = cchc("-C", CITY, *words, "--plan", "2026", "--as-of", "2026-05-01").out
    assert one.startswith("Tính đến ngày 01/5/2026\n")
