"""Patterns take time that follows the text, whatever is repeated in it, in each way in which the program uses them."""

import importlib
import pkgutil
import re
import time
from collections.abc import Callable, Iterator

import pytest

import cchc_cli
from conftest import ROOT

LONG, SECONDS = 20_000, 0.5  # what grows with the square takes a second and more
PIECES = (
    *("9", "a", "A", "Đ", "I", " ", "\n", "-", "–", "/", ".", ",", ";", ":", "(", ")", "[", "{", "<", ">", '"', "'"),
    *("…", "*", "_", "&", "\\", "1/", "1.", "1-", "9 ", "a ", "A-", "1a", "- ", "a\n", "I.", "ngày ", "tháng ", "1 9"),
)
SEARCHING = re.compile(r"\b(\w+)\.(?:search|sub|subn|finditer|findall|split)\(")
SEARCHED = {path: SEARCHING.findall(path.read_text("utf-8")) for path in (ROOT / "src" / "cchc_cli").rglob("*.py")}
ELSEWHERE = {
    ("text.cells", "_WORD"): "spaces at the end of its text are taken off before",
}
"""Patterns that meet no such text, and why."""


def is_searched(module: str, name: str) -> bool:
    """Whether a pattern is looked for within a text, and not only at its start: in its file, or under a public name."""
    own = ROOT.joinpath("src", "cchc_cli", *module.split(".")).with_suffix(".py")
    return any(name in names for path, names in SEARCHED.items() if path == own or name[0] != "_")


def patterns() -> Iterator[tuple[str, str, re.Pattern[str]]]:
    """Every pattern that a module of the program has under a name."""
    for module in pkgutil.walk_packages(cchc_cli.__path__, "cchc_cli."):
        if not module.name.endswith("__main__"):
            for name, value in vars(importlib.import_module(module.name)).items():
                for each in value if isinstance(value, tuple | list) else (value,):
                    if isinstance(each, re.Pattern) and isinstance(each.pattern, str):
                        yield module.name.removeprefix("cchc_cli."), name, each


def ways(module: str, name: str, pattern: re.Pattern[str]) -> Iterator[Callable[[str], object]]:
    yield pattern.match
    yield pattern.fullmatch
    if is_searched(module, name):
        yield lambda text: next(pattern.finditer(text), None)


EVERY = {(each.pattern, each.flags): (module, name, each) for module, name, each in patterns()}


def seconds(way: Callable[[str], object], text: str) -> float:
    started = time.process_time()
    way(text)
    return time.process_time() - started


@pytest.mark.slow
@pytest.mark.parametrize("room", sorted({module.partition(".")[0] for module, _, _ in EVERY.values()}))
def test_a_pattern_takes_time_that_follows_the_text(room: str) -> None:
    slow = [
        (module, name, piece)
        for module, name, each in EVERY.values()
        if module.partition(".")[0] == room and (module, name) not in ELSEWHERE
        for piece in PIECES
        for way in ways(module, name, each)
        for text in (piece * (LONG // len(piece)), "1" + piece * (LONG // len(piece)) + "\0")
        if seconds(way, text) > SECONDS
    ]
    assert not slow
