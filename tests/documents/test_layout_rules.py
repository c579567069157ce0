"""Word documents against Nghị định 30/2020: each fault is found by its rule, and the reports have none."""

from io import BytesIO

import docx
import pytest

from layout import RULES, Kind, findings
from layout.alike import ALIKE
from layout.broken import BROKEN
from layout.faults import Broken
from layout.sample import parts
from layout.widths import lines, width
from layout.wordml import package


@pytest.mark.parametrize("kind", Kind)
def test_a_sound_document_has_no_finding(kind: Kind) -> None:
    assert findings(package(parts(kind)), kind) == []


@pytest.mark.parametrize("kind", Kind)
def test_the_samples_are_word_documents(kind: Kind) -> None:
    assert docx.Document(BytesIO(package(parts(kind)))).sections


@pytest.mark.parametrize("broken", BROKEN, ids=lambda broken: broken.rule)
def test_a_fault_is_found_by_its_rule_alone(broken: Broken) -> None:
    found = findings(package(broken.of(parts(broken.kind))), broken.kind)
    assert {each.rule for each in found} == {broken.rule}, found


@pytest.mark.parametrize("other", ALIKE, ids=lambda other: other.rule)
def test_other_valid_ways_to_write_a_document_are_no_fault(other: Broken) -> None:
    assert findings(package(other.of(parts(other.kind))), other.kind) == []


def test_lines_are_as_long_as_their_letters_and_break_between_words() -> None:
    """ "Độc lập" in bold 12 pt: 722 + 500 + 444 + 250 + 278 + 500 + 556 thousandths of it."""
    assert width("Độc lập", 12, True) == pytest.approx(3.25 * 12 * 25.4 / 72)
    assert lines("Độc lập Độc lập", 12, True, 20) == [width("Độc lập", 12, True)] * 2


def test_every_rule_has_a_fault_that_it_finds() -> None:
    assert set(RULES) == {broken.rule for broken in BROKEN}
