"""The mistakes that bench/mutants.py makes can still be made: each finds its text in the code, and its tests exist."""

from conftest import ROOT
from mistakes import MISTAKES


def test_every_mistake_applies_to_the_code_as_it_is() -> None:
    texts = {each.file: ROOT / "src" / "cchc_cli" / each.file for each in MISTAKES}
    found = {file: path.read_text("utf-8") if path.is_file() else "" for file, path in texts.items()}
    stale = [f"{each.file}: {each.name}" for each in MISTAKES if found[each.file].count(each.old) != 1]
    assert not stale, "\n".join(("mend these in bench/mistakes.py:", *stale))


def test_every_mistake_names_tests_that_exist() -> None:
    named = {test for each in MISTAKES for test in each.tests.split()}
    assert not [test for test in sorted(named) if not list((ROOT / "tests").rglob(f"test_{test}.py"))]


def test_every_mistake_has_a_name_of_its_own() -> None:
    assert len({each.name for each in MISTAKES}) == len(MISTAKES)
