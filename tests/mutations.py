"""Random single edits of a plan's files, as a slip of the hand makes them; the same seed gives the same edits."""

import re
from collections.abc import Callable
from random import Random
from typing import NamedTuple

Files = dict[str, str]


class Edit(NamedTuple):
    """What was done, to which file, at which line (from 1), and the file's new text."""

    kind: str
    path: str
    line: int
    text: str
    told: str


def edits(files: Files, count: int, seed: int) -> list[Edit]:
    """`count` edits, each of the untouched files, all kinds in turn."""
    random = Random(seed)
    found: list[Edit] = []
    kinds = list(KINDS)
    while len(found) < count:
        kind = kinds[len(found) % len(kinds)]
        edit = KINDS[kind](kind, files, random)
        if edit.text != files[edit.path]:
            found.append(edit)
    return found


def _chosen(files: Files, random: Random, pattern: str) -> tuple[str, re.Match[str]]:
    """A file and a place of a pattern in it; every place has the same chance."""
    places = [(path, found) for path in sorted(files) for found in re.finditer(pattern, files[path], re.MULTILINE)]
    return random.choice(places)


def _edit(kind: str, files: Files, path: str, start: int, end: int, new: str) -> Edit:
    text = files[path]
    told = f"{text[start:end]!r:.80} → {new!r:.80}"
    return Edit(kind, path, text.count("\n", 0, start) + 1, text[:start] + new + text[end:], told)


def line_deleted(kind: str, files: Files, random: Random) -> Edit:
    path, found = _chosen(files, random, r"^.*\S.*\n")
    return _edit(kind, files, path, found.start(), found.end(), "")


def day_changed(kind: str, files: Files, random: Random) -> Edit:
    """A number of a day, month or year in a date, a month or a quarter, of YAML or of print."""
    path, found = _chosen(
        files, random, r"\d{4}-\d\d-\d\d|\d{1,2}/\d{1,2}(?:/\d{4})?|(?<=Tháng )\d+/\d{4}|(?<=tháng )\d+"
    )
    numbers = list(re.finditer(r"\d+", found[0]))
    number = random.choice(numbers)
    changed = str(int(number[0]) + random.choice((-10, -1, 1, 10))).zfill(len(number[0]))
    start = found.start() + number.start()
    return _edit(kind, files, path, start, start + len(number[0]), changed)


def quarter_changed(kind: str, files: Files, random: Random) -> Edit:
    path, found = _chosen(files, random, r"(?<=Quý )[IV]+|(?<=năm )20\d\d")
    new = random.choice([each for each in ("I", "II", "III", "IV", "V", "2025", "2027") if each != found[0]])
    return _edit(kind, files, path, found.start(), found.end(), new)


def agency_misspelt(kind: str, files: Files, random: Random) -> Edit:
    """One letter less, one twice, or two changed about, in an id of an agency."""
    path, found = _chosen(files, random, r"(?<=agency: )[a-z-]+|(?<=monitor: )[a-z-]+|(?<=- id: )[a-z][a-z-]+")
    text, at = found[0], random.randrange(len(found[0]) - 1)
    new = random.choice((text[:at] + text[at + 1 :], text[:at] + text[at] + text[at:], _swapped(text, at)))
    return _edit(kind, files, path, found.start(), found.end(), new)


def agency_renamed_in_print(kind: str, files: Files, random: Random) -> Edit:
    path, found = _chosen(files, random, r"(?<=\bSở )\w+(?: \w+)?")
    text, at = found[0], random.randrange(len(found[0]) - 1)
    return _edit(kind, files, path, found.start(), found.end(), _swapped(text, at))


def roles_swapped(kind: str, files: Files, random: Random) -> Edit:
    path, found = _chosen(files, random, r"(?<=role: )\w+")
    roles = ("lead", "coordinate", "perform", "appraise", "guide", "consolidate")
    new = random.choice([role for role in roles if role != found[0]])
    return _edit(kind, files, path, found.start(), found.end(), new)


def task_repeated(kind: str, files: Files, random: Random) -> Edit:
    path, found = _chosen(files, random, r"^( +)- id: [IV]+\.[\s\S]*?(?=^\1- |^\S|^ {0,1}\S|\Z)")
    return _edit(kind, files, path, found.end(), found.end(), found[0])


def task_deleted(kind: str, files: Files, random: Random) -> Edit:
    path, found = _chosen(files, random, r"^( +)- id: [IV]+\.[\s\S]*?(?=^\1- |^\S|^ {0,1}\S|\Z)")
    return _edit(kind, files, path, found.start(), found.end(), "")


def indentation_broken(kind: str, files: Files, random: Random) -> Edit:
    path, found = _chosen(files, random, r"^ +(?=\S)")
    new = random.choice((found[0] + " ", found[0][:-1], found[0][:-2], found[0] + "  ", found[0][:-1] + "\t"))
    return _edit(kind, files, path, found.start(), found.end(), new)


def key_misspelt(kind: str, files: Files, random: Random) -> Edit:
    path, found = _chosen(files, random, r"(?<=[ {])[a-z_]{3,}(?=: )|^[a-z_]{3,}(?=:)")
    at = random.randrange(len(found[0]) - 1)
    return _edit(kind, files, path, found.start(), found.end(), _swapped(found[0], at))


def sign_deleted(kind: str, files: Files, random: Random) -> Edit:
    """A sign that YAML reads: quote, bracket, colon, comma, dash."""
    path, found = _chosen(files, random, r"[\"'{}\[\]:,]|^ +- ")
    return _edit(kind, files, path, found.start(), found.end(), found[0].replace("-", " ") if "-" in found[0] else "")


def _swapped(text: str, at: int) -> str:
    return text[:at] + text[at + 1] + text[at] + text[at + 2 :]


KINDS: dict[str, Callable[[str, Files, Random], Edit]] = {
    each.__name__.replace("_", " "): each
    for each in (
        *(line_deleted, day_changed, quarter_changed, agency_misspelt, agency_renamed_in_print, roles_swapped),
        *(task_repeated, task_deleted, indentation_broken, key_misspelt, sign_deleted),
    )
}
