"""cchc event: outside events happen, and what hangs on them moves."""

import json
from pathlib import Path

import pytest

from conftest import Cchc, Golden, Ran, contents

FILE = "plan/2026/events.yaml"
DAY = "--as-of=2026-05-10"
THREE = (
    "quyet-dinh-bien-che-ban-to-chuc-tw",
    "quyet-dinh-bien-che-ban-thuong-vu-tinh-uy",
    "nghi-quyet-bien-che-hdnd-tinh",
)


def event(cchc: Cchc, folder: Path, *words: str) -> Ran:
    return cchc("-C", str(folder), "event", *words)


def happened(cchc: Cchc, folder: Path, identity: str, day: str = "2026-05-08") -> Ran:
    return event(cchc, folder, "set", identity, day, "--evidence", "12/CV-VCCI", DAY)


def test_an_event_releases_what_hangs_on_it(cchc: Cchc, copied: Path, golden: Golden) -> None:
    before = contents(copied)
    ran = happened(cchc, copied, "pci-2025")
    golden("event-set.txt", ran.out)
    after = contents(copied)
    assert {path for path in after if after[path] != before.get(path)} == {FILE}
    assert after[FILE].decode() == (
        "- {event: pci-2025, date: 2026-05-08, recorded: 2026-05-10, "
        "evidence: [{number: 12/CV-VCCI, date: 2026-05-08}]}\n"
    )
    assert "(đã có)" in cchc("-C", str(copied), "show", "I.12", DAY).out


def test_what_waits_for_three_is_released_by_the_third(cchc: Cchc, copied: Path, golden: Golden) -> None:
    told = "".join(happened(cchc, copied, each, f"2026-05-0{day}").out for day, each in enumerate(THREE, 4))
    golden("event-set-three.txt", told)


def test_working_days_run_from_the_event(cchc: Cchc, copied: Path) -> None:
    section = copied / "plan/2026/appendix/I.yaml"
    printed = "Quý II/2026 (sau khi công bố kết quả PCI năm 2025)"
    text = section.read_text("utf-8")
    assert printed in text
    section.write_text(text.replace(printed, "05 ngày làm việc kể từ ngày công bố kết quả PCI năm 2025"), "utf-8")
    ran = event(cchc, copied, "set", "pci-2025", "13/02/2026", "--as-of=2026-02-14")
    assert "I.12: chờ điều kiện → còn 13 ngày, điều kiện đã có, hạn 27/02/2026" in ran.out


def test_a_wrong_day_is_put_right_by_one_more_line(cchc: Cchc, copied: Path, golden: Golden) -> None:
    happened(cchc, copied, "pci-2025")
    assert happened(cchc, copied, "pci-2025").code == 2, "the same once more says nothing"
    golden("event-set-again.txt", happened(cchc, copied, "pci-2025", "06/5/2026").out)
    events = json.loads(event(cchc, copied, "list", DAY, "--format", "json").out)["events"]
    assert events[0]["date"] == "2026-05-06"


def test_the_list_shows_what_happened_and_what_waits(cchc: Cchc, copied: Path, golden: Golden) -> None:
    happened(cchc, copied, "pci-2025")
    golden("event-list.txt", event(cchc, copied, "list", DAY).out)
    golden("event-list.json", event(cchc, copied, "list", DAY, "--format", "json").out)
    earlier = json.loads(event(cchc, copied, "list", "--as-of=2026-05-07", "--format", "json").out)
    assert earlier["events"][0]["date"] is None


def test_a_dry_run_shows_the_line_and_writes_nothing(cchc: Cchc, copied: Path) -> None:
    before = contents(copied)
    ran = event(cchc, copied, "set", "pci-2025", "8/5/2026", "--dry-run", DAY)
    assert ran.code == 0
    assert f"Sẽ ghi {FILE}:1\n  - {{event: pci-2025, date: 2026-05-08" in ran.out
    assert contents(copied) == before


REFUSED = {
    "not-there": ["set", "pci-2024", "2026-05-08", DAY],
    "day-not-there": ["set", "pci-2025", "30/02/2026", DAY],
    "not-yet": ["set", "pci-2025", "11/5/2026", DAY],
    "without-day": ["set", "pci-2025", DAY],
    "word-not-there": ["add", "pci-2025", "2026-05-08", DAY],
    "list-of-one": ["list", "pci-2025", DAY],
    "word-missing": [],
}


@pytest.mark.parametrize("name", REFUSED)
def test_an_impossible_request_is_refused_and_changes_nothing(
    name: str, cchc: Cchc, copied: Path, golden: Golden
) -> None:
    before = contents(copied)
    ran = event(cchc, copied, *REFUSED[name])
    assert (ran.code, ran.out) == (2, "")
    assert contents(copied) == before
    golden(f"event-not-{name}.txt", ran.err)
