"""The paragraphs around the table → the issuing document, the parts of the body, and the head of the appendix."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import date as Day
from re import IGNORECASE
from re import compile as pattern

from msgspec import Struct, structs

from cchc_cli.importing.cells import DASH, DASHES
from cchc_cli.importing.paper import Grid, Line, Paper
from cchc_cli.model import AppendixHead, Clause, Decision, Part, Signatory
from cchc_cli.plan.registry import Registry
from cchc_cli.vietnamese.paper import from_roman

_PART = pattern(r"([IVXLC]+)\s*[.)]\s*(\S.*)")
_ITEM = pattern(r"(\d+(?:\.\d+)*|[a-zđ])\s*[.)]\s*(\S.*)")
_DASH = pattern(rf"([{DASHES}])\s*(\S.*)")
_ARTICLE = pattern(r"(Điều\s+\d+)\s*[.:]\s*(\S.*)", IGNORECASE)
_APPENDIX = pattern(r"phụ lục(?:\s+(?:số\s+)?[IVXLC\d]+)?[.:]?", IGNORECASE)
_BASIS = pattern(r"(?:căn cứ|thực hiện)\s", IGNORECASE)
_PROPOSAL = pattern(r"(?:theo|xét) đề nghị\s", IGNORECASE)
_FORMULA = pattern(r"quyết định\s*:", IGNORECASE)
_RECIPIENTS = pattern(r"nơi nhận\s*:?", IGNORECASE)
_KIND = pattern(r"quyết định|kế hoạch", IGNORECASE)
_NUMBER = pattern(r"số\s*:\s*(\S*\d\S*/\S+)", IGNORECASE)
_CITED = pattern(r"số\s+(\d\S*/[^\s,;)]+)", IGNORECASE)
_DAY = pattern(r"ngày\s+(\d{1,2})\s+tháng\s+(\d{1,2})\s+năm\s+(\d{4})", IGNORECASE)
_WITH = pattern(r"\(?\s*(?:ban hành )?kèm theo\s", IGNORECASE)
_STATE = pattern(r"cộng hòa xã hội chủ nghĩa|độc lập\s*[-–]\s*tự do", IGNORECASE)
_PLACED = pattern(r"[^,]{2,40},\s*ngày\s+\d{1,2}\s+tháng\s+\d{1,2}\s+năm\s+\d{4}", IGNORECASE)
_MARKS = " *_"
_ENDS = (".", ";", ":", "?", "!", ")", "/", "*")
_REWRITTEN = ("", "state", "number", "day", "label")
"""Lines that a plan does not keep as printed: what every decision prints, and what becomes a number or a day."""


class Body(Struct, frozen=True):
    """What stands around the table. `noise`: paragraphs that have no place in a plan."""

    title: str
    decision: Decision | None
    note: str | None
    parts: tuple[Part, ...]
    head: AppendixHead
    noise: tuple[Line, ...]


def body(lines: tuple[Line, ...], registry: Registry) -> Body:
    """The decision up to the plan's title, the parts up to the appendix, then the head of the appendix."""
    cut = next((place for place, line in enumerate(lines) if _APPENDIX.fullmatch(line.text.strip(_MARKS))), len(lines))
    before, after = lines[:cut], lines[cut:]
    first = next((place for place, line in enumerate(before) if _heading(line)), len(before))
    decision, title, note, rest = _issued(before[:first], registry)
    parts = tuple(_parts(before[first:]))
    head, left = _appendix(after)
    return Body(title, decision, note, parts, head, (*rest, *left))


def _heading(line: Line) -> bool:
    """Whether a paragraph is the heading of a part: a Roman number and capitals."""
    found = _PART.fullmatch(line.text.strip(_MARKS))
    return found is not None and from_roman(found[1]) is not None and found[2].isupper()


def around(paper: Paper, tables: tuple[Grid, ...]) -> tuple[Line, ...]:
    """The paragraphs of a paper, and the lines of tables that hold no tasks (letterheads, signatures).

    A paragraph that the end of a page broke is joined.
    """
    lines = (line for block in paper.blocks if block not in tables for line in _lines(block))
    found: list[Line] = []
    for line in lines:
        if found and line.text[:1].islower() and not _ITEM.fullmatch(line.text) and not found[-1].text.endswith(_ENDS):
            found[-1] = structs.replace(found[-1], text=f"{found[-1].text} {line.text}")
        else:
            found.append(line)
    return tuple(found)


def _lines(block: Line | Grid) -> Iterator[Line]:
    if isinstance(block, Line):
        yield block
        return
    for cell in block.cells:
        yield from (Line(text, cell.place) for text in cell.text.split("\n") if text.strip())


def _issued(lines: tuple[Line, ...], registry: Registry) -> tuple[Decision | None, str, str | None, tuple[Line, ...]]:
    """The issuing document, the plan's title, the note below it, and paragraphs that belong nowhere."""
    kinds = [place for place, line in enumerate(lines) if _KIND.fullmatch(line.text.strip(_MARKS))]
    plan = next((place for place in reversed(kinds) if lines[place].text.strip(_MARKS).casefold() == "kế hoạch"), None)
    above = lines[:plan] if plan is not None else lines
    below = list(lines[plan + 1 :]) if plan is not None else []
    title, note, rest = _titled(below)
    decision, loose = _decision(above, registry)
    if decision is not None and decision.number is None and note:
        decision = structs.replace(decision, **_named_in(note))
    return decision, title, note, (*loose, *rest)


def _named_in(note: str) -> dict[str, object]:
    """The number and day that the note below a plan's title gives its decision."""
    number, day = _CITED.search(note), _DAY.search(note)
    found = {"number": number[1] if number else None, "date": _day(day[3], day[2], day[1]) if day else None}
    return {key: value for key, value in found.items() if value}


def _titled(lines: list[Line]) -> tuple[str, str | None, tuple[Line, ...]]:
    """The title below KẾ HOẠCH, the note in brackets, and the paragraphs after them."""
    title: list[str] = []
    note: list[str] = []
    rest: list[Line] = []
    for line in lines:
        text = line.text.strip(_MARKS)
        if (note and not note[-1].endswith(")")) or _WITH.match(text):
            note.append(text)
        elif not note and not rest:
            title.append(text)
        else:
            rest.append(line)
    return " ".join(title), " ".join(note) or None, tuple(rest)


def _decision(lines: tuple[Line, ...], registry: Registry) -> tuple[Decision | None, tuple[Line, ...]]:
    """A decision with its bases, articles, recipients and signature; None if the lines are no decision."""
    found: dict[str, list[str]] = defaultdict(list)
    loose: list[Line] = []
    for line in lines:
        text = line.text.strip(_MARKS)
        kind = _kind(text, found)
        found[kind].append(text)
        if kind in _REWRITTEN or (kind == "title" and text.isupper()):
            loose.append(line)
    if not (found["basis"] or found["article"]):
        return None, tuple(lines)
    articles = (_ARTICLE.fullmatch(text) for text in found["article"])
    dates = (_DAY.search(text) for text in found["day"])
    capitals = [text for text in found["title"] if text.isupper()]
    return Decision(
        number=next((each[1] for text in found["number"] if (each := _NUMBER.search(text))), None),
        date=next((_day(each[3], each[2], each[1]) for each in dates if each), None),
        title=next((text for text in found["title"] if not text.isupper()), None),
        authority=capitals[-1] if capitals else None,
        bases=tuple(found["basis"]),
        proposal=next(iter(found["proposal"]), None),
        articles=tuple(Clause(number=each[1], text=each[2]) for each in articles if each),
        recipients=tuple(DASH.sub("", text) for text in found["recipient"]),
        signatory=_signatory(found["signature"], registry.ids(capitals[-1] if capitals else "")),
    ), tuple(loose)


def _kind(text: str, found: dict[str, list[str]]) -> str:
    """What a line of a decision is, by its words and by what stood before it; "state": printed on every decision."""
    begun = bool(found["basis"] or found["article"])
    signed = any(not line.isupper() for line in found["signature"])
    told = (
        ("state", bool(_STATE.match(text) or _KIND.fullmatch(text) or _FORMULA.fullmatch(text))),
        ("label", bool(_RECIPIENTS.fullmatch(text))),
        ("recipient", bool(found["label"]) and bool(_DASH.fullmatch(text))),
        ("signature", bool(found["article"]) and not signed and (text.isupper() or bool(found["label"]))),
        ("number", not begun and bool(_NUMBER.match(text))),
        ("day", not begun and bool(_PLACED.fullmatch(text))),
        ("article", bool(_ARTICLE.fullmatch(text))),
        ("proposal", bool(_PROPOSAL.match(text))),
        ("basis", not found["article"] and bool(_BASIS.match(text))),
        ("title", not begun),
    )
    return next((kind for kind, holds in told if holds), "")


def _signatory(lines: list[str], signs: tuple[str, ...]) -> Signatory | None:
    """The authority line, the position and the name below a decision; None if it is not known who signs."""
    capitals = [text for text in lines if text.isupper()]
    names = [text for text in lines if not text.isupper()]
    if not capitals or len(signs) != 1:
        return None
    authority = "\n".join(capitals[:-1]) or None
    return Signatory(agency=signs[0], authority=authority, position=capitals[-1], name=names[-1] if names else None)


def _day(year: str, month: str, day: str) -> Day | None:
    try:
        return Day(int(year), int(month), int(day))
    except ValueError:
        return None


def _parts(lines: tuple[Line, ...]) -> Iterator[Part]:
    """Parts with their opening, items and closing paragraphs."""
    parts: list[tuple[str, str, list[Line]]] = []
    for line in lines:
        found = _PART.fullmatch(line.text.strip(_MARKS)) if _heading(line) else None
        if found:
            parts.append((found[1], found[2], []))
        elif parts:
            parts[-1][2].append(line)
    return (_part(*each) for each in parts)


def _part(number: str, title: str, lines: list[Line]) -> Part:
    """Paragraphs before the first item open a part, those after the last close it; between items they belong to one."""
    texts = [line.text.strip(_MARKS) for line in lines]
    items = [place for place, text in enumerate(texts) if _numbered(text)]
    first, last = (items[0], items[-1] + 1) if items else (len(texts), len(texts))
    clauses = tuple(_clauses(texts[first:last]))
    return Part(number=number, title=title, opening=tuple(texts[:first]), items=clauses, closing=tuple(texts[last:]))


def _numbered(text: str) -> bool:
    return bool(_ITEM.fullmatch(text) or _DASH.fullmatch(text))


def _clauses(texts: list[str]) -> Iterator[Clause]:
    """Numbered paragraphs; letters, dashes and plain paragraphs stand below the number before them."""
    held: list[tuple[str | None, str, list[Clause]]] = []
    for text in texts:
        item = _ITEM.fullmatch(text) or _DASH.fullmatch(text)
        number, words = (item[1], item[2].strip(_MARKS)) if item else (None, text)
        below = bool(held) and (held[-1][0] or "-")[0].isdigit()
        if below and not (number and number[0].isdigit()):
            held[-1][2].append(Clause(number=number, text=words))
        else:
            held.append((number, words, []))
    for number, text, own in held:
        yield Clause(number=number, text=text, items=tuple(own))


def _appendix(lines: tuple[Line, ...]) -> tuple[AppendixHead, tuple[Line, ...]]:
    """Label, title and note above the table; what follows the note belongs nowhere."""
    if not lines:
        return AppendixHead(), ()
    label, *rest = lines
    title: list[str] = []
    note: list[str] = []
    left: list[Line] = []
    for line in rest:
        text = line.text.strip(_MARKS)
        if _WITH.match(text) and not note:
            note.append(text)
        elif text.isupper() and not note:
            title.append(text)
        else:
            left.append(line)
    return AppendixHead(
        label=label.text.strip(_MARKS), title=" ".join(title) or None, note="".join(note) or None
    ), tuple(left)
