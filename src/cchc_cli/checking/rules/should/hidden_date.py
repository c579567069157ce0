"""A term in another column must be the deadline of a milestone."""

from collections.abc import Iterator
from functools import cache
from re import Pattern
from re import compile as pattern
from typing import NamedTuple

from cchc_cli.checking.rules import Finding, Found, rule
from cchc_cli.checking.rules.cell_terms import terms
from cchc_cli.checking.rules.rows import leaves, parts
from cchc_cli.model import TEXT_CELLS, TaskRow
from cchc_cli.plan.plans import Plan
from cchc_cli.plan.tasks import Task
from cchc_cli.plan.workspace import Workspace
from cchc_cli.schedule import Reading, Term, read_within
from cchc_cli.text.problems import Severity
from cchc_cli.vietnamese.paper import short_date

_BEFORE = ("trước", "nhất", "đến", "trong", "kể", "tính")  # every term that the rule searches for contains one of them


_COLUMNS = {
    "title": "tên nhiệm vụ", "products": "cột sản phẩm", "result": "cột kết quả", "assignment": "cột phân công",
    "lead": "cột chủ trì", "coordinate": "cột phối hợp", "perform": "cột thực hiện", "funding": "cột kinh phí",
    "notes": "cột ghi chú", "name": "tên mốc",
}  # fmt: skip
_TEXTS = tuple(key for key in TEXT_CELLS if key in _COLUMNS)


class _Cell(NamedTuple):
    """A cell other than the schedule: its place and its text."""

    at: int
    key: str
    item: int | None
    text: str


@rule(
    "CC307",
    "Thời hạn nằm ngoài cột tiến độ",
    "Hạn ghi trong cột khác mà không thành mốc thì không được theo dõi và không ai bị nhắc.",
    Severity.WARNING,
)
def hidden_date(plan: Plan, workspace: Workspace) -> Found:  # noqa: ARG001
    """Flags a term in any cell but schedule and basis that no milestone has.

    Dates of documents are skipped: they are past, or no word like `trước`, `chậm nhất`, `đến hết` precedes them.

    Bad:
      tasks: [{id: I.1, products: ["Kế hoạch (ban hành trong Quý I/2026)"], schedule: Trong năm 2026}]
    Good:
      tasks: [{id: I.1, products: ["Kế hoạch (ban hành trong Quý I/2026)"], schedule: Quý I/2026}]
    """
    for row, task in leaves(plan):
        told: set[object] = set()
        for cell in _cells(row, task):
            for words in _terms(cell.text):
                term = read_within(" ".join(words.split()), plan.term, plan.issued)
                if isinstance(term, Reading) and not _kept(term, words, task, plan.term):
                    when = term.due or words
                    if when not in told:
                        told.add(when)
                        yield _finding(cell, words, term, task)
        yield from _in_names(row, task, plan)


def _in_names(row: TaskRow, task: Task, plan: Plan) -> Iterator[Finding]:
    """Terms in the names of milestones: whatever names a day or period there, since a name comes from a cell."""
    for part in row.milestones:
        for piece in terms(part.name or "", plan.term, plan.issued) if part.name else ():
            if piece.reading.due is not None and not _kept(piece.reading, piece.words, task, plan.term):
                yield _finding(_Cell(part.at, "name", None, part.name or ""), piece.words, piece.reading, task)


def _finding(cell: _Cell, words: str, term: Reading, task: Task) -> Finding:
    column = _COLUMNS.get(cell.key, f"cột {cell.key}")
    day = f" (hạn {short_date(term.due)})" if term.due else ""
    message = f"{task.id}: {column} có “{' '.join(words.split())}”{day} mà không mốc nào theo dõi"
    return Finding(cell.at, message, cell.key, cell.item, words, "thêm một mốc có tiến độ này", task.id)


def _cells(row: TaskRow, task: Task) -> Iterator[_Cell]:
    yield _Cell(row.at, "title", None, row.title)
    for carrier in parts(row):
        for place, product in enumerate(carrier.products):
            yield _Cell(carrier.at, "products", place, product)
    for key in _TEXTS:
        if text := getattr(row, key):
            yield _Cell(row.at, key, None, text)
    if row.cells:
        yield from (_Cell(row.cells.at, name, None, text) for name, text in row.cells.items())
    for taken in task.taken:
        if taken.key == "products":
            yield from (_Cell(taken.row.at, "products", place, each) for place, each in enumerate(taken.row.products))
        elif taken.key in _TEXTS:
            yield _Cell(taken.row.at, taken.key, None, getattr(taken.row, taken.key))


def _terms(text: str) -> list[str]:
    """The terms in a text, each with the word before it."""
    said = text.casefold()
    if not any(word in said for word in _BEFORE) or ("quý" not in said and not _digit().search(text)):
        return []
    return [match[0] for match in _written().finditer(text)]


def _kept(term: Reading, words: str, task: Task, plan: Term) -> bool:
    """Whether a milestone has the term, or it is the date of a document, which lies before the plan's time."""
    schedules = [milestone.schedule for milestone in task.milestones]
    if term.due is not None:
        return term.due < plan.start or any(schedule.due == term.due for schedule in schedules)
    if term.days is None:
        return True
    said = " ".join(words.split()).casefold()
    kept = (" ".join(f"{schedule.text} {schedule.condition or ''}".split()).casefold() for schedule in schedules)
    return any(schedule.days == term.days for schedule in schedules) or any(said in each for each in kept)


@cache
def _digit() -> Pattern[str]:
    return pattern(r"\d")


@cache
def _written() -> Pattern[str]:
    year = r"(?:\s*/\s*\d{4}|\s+năm\s+\d{4})"
    day = rf"(?:ngày\s+)?\d{{1,2}}/\d{{1,2}}(?:/\s?\d{{4}})?(?!\d|/)|ngày\s+\d{{1,2}}\s+tháng\s+\d{{1,2}}{year}?"
    span = rf"tháng\s+\d{{1,2}}{year}?|quý\s+(?:I{{1,3}}|IV|[1-4])\b{year}?"
    until = r"trước|(?:chậm|muộn)\s+nhất(?:\s+(?:là|vào|trong|đến))?|đến\s+hết|đến"
    counted = r"(?:chậm\s+nhất\s+là\s+)?\d{1,3}\s+ngày(?:\s+làm\s+việc)?\s+(?:kể|tính)\s+từ\s+[^.;,()\n]+"
    return pattern(rf"(?i)\b(?:(?:{until})\s+(?:{day}|{span})|trong\s+(?:{span})|{counted})")
