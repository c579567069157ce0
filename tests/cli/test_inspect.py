"""cchc inspect: an inspection as officers tell it."""

import json
from pathlib import Path

import pytest

from conftest import Cchc, Golden, Ran, contents

FILE = "plan/2026/inspections.yaml"
FIRST = ("STP", "--date", "12/5/2026", "--kind", "trực tiếp", "--subject", "cai cach hanh chinh",
         "--document", "Kết luận số 12/KL-SNV", "--findings", "5", "--mended", "3")  # fmt: skip


def inspect(cchc: Cchc, folder: Path, *words: str, on: str = "2026-05-20") -> Ran:
    return cchc("-C", str(folder), "inspect", *words, "--as-of", on)


def test_an_inspection_is_one_line_and_moves_its_target(cchc: Cchc, copied: Path, golden: Golden) -> None:
    before = contents(copied)
    golden("inspect-first.txt", inspect(cchc, copied, *FIRST).out)
    after = contents(copied)
    assert {path for path in after if after[path] != before.get(path)} == {FILE}
    assert after[FILE].decode() == (
        "- {agency: so-tu-phap, date: 2026-05-12, kind: direct, subject: Công tác cải cách hành chính, "
        "document: 12/KL-SNV, findings: 5, mended: 3, recorded: 2026-05-20}\n"
    )


def test_what_was_mended_later_needs_only_the_document(cchc: Cchc, copied: Path, golden: Golden) -> None:
    inspect(cchc, copied, *FIRST)
    golden("inspect-mended.txt", inspect(cchc, copied, "stp", "--document", "12/KL-SNV", "--mended", "5",
                                         on="2026-06-20").out)  # fmt: skip
    golden("inspect-table.txt", inspect(cchc, copied, on="2026-06-20").out)
    told = json.loads(inspect(cchc, copied, "--format", "json", on="2026-06-19").out)
    assert [(each["agency"], each["findings"], each["mended"]) for each in told["inspections"]] == [
        ("so-tu-phap", 5, 3)
    ]
    assert told["subjects"][0]["of"] == 79


def test_a_target_that_is_computed_says_from_what(cchc: Cchc, copied: Path) -> None:
    inspect(cchc, copied, *FIRST)
    out = cchc("-C", str(copied), "targets", "--as-of", "2026-06-01", "--format", "json").out
    found = next(each for each in json.loads(out)["targets"] if each["id"] == "VII.4")
    assert (found["numerator"], found["denominator"], found["result"]) == (1, 79, "not_met")
    assert found["share"]["of"] == ["cac-so-ban-nganh", "ubnd-cap-xa"]
    assert found["evidence"][0]["number"] == "12/KL-SNV"


def test_undo_takes_the_last_line_back(cchc: Cchc, copied: Path) -> None:
    before = contents(copied)
    inspect(cchc, copied, *FIRST)
    assert "đột xuất" in inspect(cchc, copied, "SNV", "--kind", "đột xuất", "--subject", "ISO").out
    ran = inspect(cchc, copied, "STP", "--undo")
    assert (ran.code, ran.out) == (2, "")
    assert inspect(cchc, copied, "SNV", "--undo").code == 0
    assert inspect(cchc, copied, "--undo").code == 0
    assert contents(copied) == before


@pytest.mark.parametrize(
    "words",
    [
        ("STP", "--kind", "direct", "--subject", "thanh tra"),
        ("STP", "--kind", "gián tiếp", "--subject", "ISO"),
        ("STP", "--kind", "direct"),
        ("STP", "--subject", "ISO"),
        ("STP", "--kind", "direct", "--subject", "ISO", "--date", "21/5/2026"),
        ("STP", "--kind", "direct", "--subject", "ISO", "--findings", "-1"),
        ("STP", "--kind", "direct", "--subject", "ISO", "--findings", "2", "--mended", "3"),
        ("STP", "--kind", "direct", "--subject", "ISO", "--mended", "3"),
        ("STP", "--kind", "direct", "--subject", "ISO", "--document", "kết luận"),
        ("STP", "--kind", "direct", "--subject", "ISO", "--format", "json"),
        ("Các sở, ban, ngành", "--kind", "direct", "--subject", "ISO"),
        ("Sở Xyz", "--kind", "direct", "--subject", "ISO"),
        ("--kind", "direct", "--subject", "ISO"),
        ("--undo", "--kind", "direct"),
        ("--undo",),
    ],
)
def test_what_cannot_be_recorded_changes_nothing(words: tuple[str, ...], cchc: Cchc, copied: Path) -> None:
    before = contents(copied)
    ran = inspect(cchc, copied, *words)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith("Không làm được: ")
    assert contents(copied) == before


def test_a_computed_target_is_not_measured_by_hand(cchc: Cchc, copied: Path) -> None:
    before = contents(copied)
    ran = cchc("-C", str(copied), "measure", "VII.4", "25", "--as-of", "2026-06-01")
    assert (ran.code, ran.out) == (2, "")
    assert "inspect" in ran.err
    assert ".yaml" not in ran.err, "no line that was never written"
    assert contents(copied) == before
