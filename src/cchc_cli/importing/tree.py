"""Printed rows → sections with rows that carry others, each with its id."""

from collections.abc import Iterator
from re import compile as pattern

from msgspec import Struct, structs

from cchc_cli.importing.cells import DASH
from cchc_cli.importing.rows import PART, Printed
from cchc_cli.model import TASKS
from cchc_cli.vietnamese.paper import from_roman, roman

_DOTTED = pattern(r"[A-Za-zĐđ]{0,3}\d+(?:\.\d+)*")
_PLAIN = pattern(r"[^A-Za-z0-9.\-]")


class Node(Struct):
    """A row with its id, the rows below it, and its further parts, which print only a product and a term."""

    id: str
    row: Printed
    below: list["Node"]
    parts: list[Printed]


class Branch(Struct):
    """A section: its id ("tasks" for an appendix without sections), printed number and title, and its rows."""

    id: str
    number: str
    title: str
    rows: list[Node]
    place: str = ""


class Grown(Struct, frozen=True):
    """The sections, and the rows whose place had to be guessed, with why."""

    branches: tuple[Branch, ...]
    guessed: tuple[tuple[Node, str], ...]

    @property
    def nodes(self) -> Iterator[Node]:
        """Every row, in printed order."""
        return (node for branch in self.branches for node in nodes(branch.rows))


def grown(rows: tuple[Printed, ...]) -> Grown:
    """Rows in printed order → a tree. A number that continues another one stands below it; letters and dashes too."""
    branches: list[Branch] = []
    guessed: list[tuple[Node, str]] = []
    trail: list[Node] = []
    seen: set[str] = set()
    by_letter = not any(row.kind == "section" and row.number.strip(".) ") == "I" for row in rows)
    numbered = any(row.number for row in rows if row.kind != "section")
    for row in rows:
        if row.kind == "section" or (by_letter and _is_lettered(row)):
            branches.append(_section(row, branches))
            trail = []
            continue
        if not branches:
            branches.append(Branch(TASKS, "", "", []))
        if row.kind == "part" and trail and set(row.cells) <= PART:
            trail[-1].parts.append(row)
            continue
        trail = _above(row, trail)
        node = Node(_identity(row, trail, branches[-1]), _undashed(row), [], [])
        if node.id in seen:
            node.id, why = _free(node.id, seen), f"số {row.number or 'in trống'} đã có ở dòng khác"
            guessed.append((node, why))
        elif numbered and not row.number and row.kind != "dash":
            guessed.append((node, "dòng không in số thứ tự"))
        seen.add(node.id)
        (trail[-1].below if trail else branches[-1].rows).append(node)
        trail = [*trail, node]
    return Grown(tuple(branches), tuple(guessed))


def nodes(rows: list[Node]) -> Iterator[Node]:
    """Rows and the rows below them, in printed order."""
    for node in rows:
        yield node
        yield from nodes(node.below)


def _section(row: Printed, branches: list[Branch]) -> Branch:
    """A section; one whose number is none, a letter or used before has the next number as id, and keeps its own."""
    number = row.number.strip(".) ")
    used = {each.id for each in branches}
    lettered = any(from_roman(each.number) is None for each in branches if each.number)
    after = roman(max((from_roman(each) or 0 for each in used), default=0) + 1)
    identity = after if number in used or lettered or from_roman(number) is None else number
    return Branch(identity, number or identity, row.text("title").replace("\n", " "), [], row.place)


def _above(row: Printed, trail: list[Node]) -> list[Node]:
    """The rows that carry a row: those whose number its own continues; above letters and dashes, the last numbered."""
    number = _bare(row.number)
    if _is_lettered(row):
        return []
    while trail:
        last = trail[-1]
        own = _bare(last.row.number)
        if row.kind == "dash" and last.row.kind != "dash":
            return trail
        if row.kind != "dash" and last.row.kind != "dash" and _carries(own, number, last):
            return trail
        trail = trail[:-1]
    return trail


def _carries(above: str, number: str, node: Node) -> bool:
    if not number:
        return False
    if _DOTTED.fullmatch(number):
        return bool(above) and (number.startswith(f"{above}.") or _is_lettered(node.row))
    return not above or bool(_DOTTED.fullmatch(above)) or _is_lettered(node.row)


def _is_lettered(row: Printed) -> bool:
    """Whether a row is only a heading with a capital letter: "A. NHÓM NHIỆM VỤ CHUNG"."""
    number = _bare(row.number)
    return len(number) == 1 and number.isupper() and set(row.cells) <= {"number", "title"}


def _identity(row: Printed, trail: list[Node], branch: Branch) -> str:
    first = "" if branch.id == TASKS else f"{branch.id}."
    number = _PLAIN.sub("", _bare(row.number).replace("đ", "dd").replace("Đ", "DD"))
    if row.kind == "dash":
        above = trail[-1].id if trail else branch.id
        count = 1 + sum(each.row.kind == "dash" for each in (trail[-1].below if trail else branch.rows))
        return f"{above}-{count}"
    if trail:
        above = trail[-1].id
        if _DOTTED.fullmatch(number):
            heading = next((each.id for each in reversed(trail) if _is_lettered(each.row)), "")
            return f"{heading}.{number}" if heading else f"{first}{number}"
        return f"{above}.{number}" if number else f"{above}.{len(trail[-1].below) + 1}"
    if first and from_roman(number) is not None:  # "I" in place of "1"
        number = ""
    return f"{first}{number or len(branch.rows) + 1}"


def _free(identity: str, seen: set[str]) -> str:
    return next(each for count in range(2, len(seen) + 3) if (each := f"{identity}-{count}") not in seen)


def _bare(number: str) -> str:
    return number.strip(".) ").replace("\n", "")


def _undashed(row: Printed) -> Printed:
    """A dash row without its dash, which is its printed number."""
    if row.kind != "dash":
        return row
    title = row.cells["title"]
    own = structs.replace(title, text=DASH.sub("", title.text))
    return structs.replace(row, number="-", cells={**row.cells, "title": own})
