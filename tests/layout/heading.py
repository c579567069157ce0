"""Rules of the letterhead: the state, the issuer, number, place and date (Phụ lục I, boxes 1 to 4, 5b, 10b)."""

import re
from collections.abc import Iterator

from layout.model import Cell, Paragraph
from layout.parts import Kind, Letterhead, Paper, under
from layout.ruling import OFFICIAL, Found, rule, ruled, unlike, written

NATIONAL_NAME = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
MOTTO = "Độc lập - Tự do - Hạnh phúc"
_KINDS = {"BÁO CÁO": "BC", "QUYẾT ĐỊNH": "QĐ", "KẾ HOẠCH": "KH", "THÔNG BÁO": "TB", "TỜ TRÌNH": "TTr"}
_GROUP = r"(TTr|CTr|QyĐ|[A-ZĐ]+|\[Cần điền: [^]]+\])"  # what the program does not know stays blank
_SYMBOL = rf"(?P<symbol>{_GROUP}(-{_GROUP})*)"
_NUMBER = re.compile(rf"Số: *(?P<number>\d*|…|\.+) */{_SYMBOL}")
_DATE = re.compile(
    r"\S.*, ngày +(?P<day>\d*|…|\.+) *tháng +(?P<month>\d*|…|\.+) *năm (?P<year>\d{4}|20(…|\.+| +)|…|\.+)"
)


@rule(*OFFICIAL)
def letterhead(paper: Paper) -> Iterator[Found]:
    """1.3: a table of two columns near 40/60 and two rows, without borders; that of an issued plan may have one row."""
    for number, part in enumerate(paper.parts):
        if part.letterhead is None:
            yield paper.sections[0].place, "does not begin with the table of the letterhead"
            continue
        table = part.letterhead.table
        if len(table.rows) not in ((1, 2) if number else (2,)) or any(len(row.cells) != 2 for row in table.rows):
            yield table.place, "not two rows of two cells"
        elif not 0.36 <= table.rows[0].cells[0].width / sum(cell.width for cell in table.rows[0].cells) <= 0.46:
            yield table.place, "columns not near 40/60"
        if table.bordered:
            yield table.place, "borders"


@rule(*OFFICIAL)
def national_name(paper: Paper) -> Iterator[Found]:
    """1.2, ô 1, Quốc hiệu: capitals, 12–13, upright, bold."""
    for head in _heads(paper):
        yield from _exactly(head, 0, NATIONAL_NAME, 12, 13)


@rule(*OFFICIAL)
def motto(paper: Paper) -> Iterator[Found]:
    """1.2, ô 1, Tiêu ngữ: 13–14, upright, bold; hyphens with spaces at both sides."""
    for head in _heads(paper):
        yield from _exactly(head, 1, MOTTO, 13, 14)


@rule(*OFFICIAL)
def motto_rule(paper: Paper) -> Iterator[Found]:
    """1.2, ô 1, Tiêu ngữ: a solid line as long as the line of text."""
    for head in _heads(paper):
        if len(head.state) > 1:
            yield from ruled(under(_cell(head, -1), head.state[1]), head.state[1], 0.9, 1.1)


@rule(*OFFICIAL)
def superior(paper: Paper) -> Iterator[Found]:
    """1.2, ô 2, Cơ quan chủ quản: capitals, 12–13, upright, not bold."""
    for head in _heads(paper):
        if head.superior:
            yield from unlike(head.superior, 12, 13, caps=True, align="center")


@rule(*OFFICIAL)
def issuer(paper: Paper) -> Iterator[Found]:
    """1.2, ô 2, Cơ quan ban hành: capitals, 12–13, upright, bold."""
    for head in _heads(paper):
        if not head.issuer:
            yield head.table.place, "no issuer"
        for name in head.issuer:
            yield from unlike(name, 12, 13, bold=True, caps=True, align="center")


@rule(*OFFICIAL)
def issuer_rule(paper: Paper) -> Iterator[Found]:
    """1.2, ô 2, Cơ quan ban hành: a solid line, centred, a third to a half of the line of text."""
    for head in _heads(paper):
        for last in head.issuer[-1:]:
            yield from ruled(under(_cell(head, 0), last), last, 0.3, 0.55)


@rule(*OFFICIAL)
def number(paper: Paper) -> Iterator[Found]:
    """1.2, ô 3: `Số:` 13, upright, centred; blank for the clerk (1.3), below 10 with a zero where a plan has it."""
    for line in _numbers(paper):
        yield from unlike(line, 13, 13, align="center")
        found = _NUMBER.fullmatch(_spaced(line))
        given = found["number"] if found else ""
        if given.isdigit() and paper.kind is not Kind.DECISION:
            yield line.said_at, "the number is not blank"
        elif given.isdigit() and len(given) < 2:
            yield line.said_at, "no zero before it"


@rule(*OFFICIAL)
def symbol(paper: Paper) -> Iterator[Found]:
    """1.2, ô 3, and Phụ lục III: `/`, then capitals joined by `-`, no spaces; first the short name of the kind."""
    for part in paper.parts:
        for line in part.letterhead.numbers[:1] if part.letterhead else ():
            found = _NUMBER.fullmatch(_spaced(line))
            if not found:
                yield line.said_at, "not of the form `Số: …/BC-SNV`"
                continue
            first = found["symbol"].split("-")[0]
            wanted = _KINDS.get(part.title[0].words.upper()) if part.title else None
            if first in _KINDS.values() if wanted is None else first != wanted:
                yield line.said_at, f"the symbol begins with {first}" + (f", not {wanted}" if wanted else "")


@rule(*OFFICIAL)
def number_level(paper: Paper) -> Iterator[Found]:
    """1.2, ô 3 and 4: number and date on one line, so first in the cells of one row, at one height."""
    for head in _heads(paper)[:1]:
        if not (head.numbers and head.dates):
            yield head.table.place, "number and date are not side by side"
            continue
        left, right = head.table.rows[-1].cells[0], head.table.rows[-1].cells[-1]
        tops = (left.paragraphs[0].before, right.paragraphs[0].before)
        begins = left.paragraphs[0] == head.numbers[0] and right.paragraphs[0] == head.dates[0]
        if not begins or abs(tops[0] - tops[1]) > 1 or left.upright != right.upright:
            yield head.numbers[0].said_at, "not level with the date"


@rule(*OFFICIAL)
def place_and_date(paper: Paper) -> Iterator[Found]:
    """1.2, ô 4: 13–14, italic, centred; day and month blank for the clerk, or (issued) with their zeros."""
    for head in _heads(paper):
        for line in head.dates[:1]:
            yield from unlike(line, 13, 14, italic=True, align="center")
            found = _DATE.fullmatch(_spaced(line))
            if not found:
                yield line.said_at, "not of the form `Khánh Hòa, ngày … tháng … năm 2026`"
            elif paper.kind is not Kind.DECISION and (found["day"] + found["month"]).isdigit():
                yield line.said_at, "day and month are not blank"
            elif not _zeros(found["day"], found["month"]):
                yield line.said_at, "a day below 10 and the months 1 and 2 take a zero, others none"


@rule(Kind.LETTER)
def letter_subject(paper: Paper) -> Iterator[Found]:
    """1.2, ô 5b: `V/v …` 12–13, upright, not bold, centred below the number, 6 pt from it, no line."""
    for head in _heads(paper):
        if len(head.numbers) < 2:
            yield head.table.place, "no `V/v …` below the number"
            continue
        for line in head.numbers[1:2]:
            yield from unlike(line, 12, 13, align="center")
            if not re.match(r"V/v \S", line.words):
                yield line.said_at, "does not begin with `V/v `"
            if max(line.before, head.numbers[0].after) < 6:
                yield line.said_at, "less than 6 pt from the number"
            if line.line:
                yield line.said_at, "a line below it"


@rule(*OFFICIAL)
def urgency(paper: Paper) -> Iterator[Found]:
    """1.2, ô 10b, where there is one: capitals, 13–14, upright, bold, in a single rectangle."""
    for head in _heads(paper):
        for line in head.numbers[1:]:
            if line.words.upper() in ("HỎA TỐC", "THƯỢNG KHẨN", "KHẨN"):
                yield from unlike(line, 13, 14, bold=True, caps=True)
                if not line.boxed:
                    yield line.said_at, "no rectangle round it"


def _heads(paper: Paper) -> list[Letterhead]:
    return [part.letterhead for part in paper.parts if part.letterhead]


def _numbers(paper: Paper) -> list[Paragraph]:
    return [head.numbers[0] for head in _heads(paper) if head.numbers]


def _cell(head: Letterhead, side: int) -> tuple[Paragraph, ...]:
    cell: Cell = head.table.rows[0].cells[side]
    return cell.paragraphs


def _exactly(head: Letterhead, place: int, words: str, least: float, most: float) -> Iterator[Found]:
    if len(head.state) <= place:
        yield head.table.place, f"no {words}"
        return
    line = head.state[place]
    if line.words != words:
        yield line.said_at, f"not exactly {words}"
    if written(line):
        yield from unlike(line, least, most, bold=True, align="center")


def _zeros(day: str, month: str) -> bool:
    if not (day + month).isdigit():
        return True
    return len(day) == 2 and len(month) == (1 if 3 <= int(month) <= 9 else 2)


def _spaced(line: Paragraph) -> str:
    return line.words.replace("\xa0", " ")
