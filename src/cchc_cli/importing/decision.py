"""The paragraphs above the parts of a plan → the decision that issues it, the plan's title and the note below."""

from collections import defaultdict
from datetime import date as Day
from re import IGNORECASE
from re import compile as pattern
from typing import NamedTuple

from msgspec import structs

from cchc_cli.importing.cells import DASH, bare
from cchc_cli.importing.paper import Line
from cchc_cli.model import Clause, Decision, Signatory
from cchc_cli.plan.registry import Registry

_ARTICLE = pattern(r"(Điều\s+\d+)\s*[.:]\s*(\S.*)", IGNORECASE)
_BASIS = pattern(r"(?:căn cứ|thực hiện)\s", IGNORECASE)
_PROPOSAL = pattern(r"(?:theo|xét) đề nghị\s", IGNORECASE)
_FORMULA = pattern(r"quyết định\s*:", IGNORECASE)
_RECIPIENTS = pattern(r"nơi nhận\s*:?", IGNORECASE)
_KIND = pattern(r"quyết định|kế hoạch|chương trình|đề án|phương án", IGNORECASE)
_SIGNED = pattern(r"(?:TM|KT|TL|TUQ)\.\s.+|(?:PHÓ )?(?:CHỦ TỊCH|GIÁM ĐỐC|TRƯỞNG BAN|CHÁNH VĂN PHÒNG|BỘ TRƯỞNG)")
_BLANK = pattern(r"\[.*\]")
_NUMBER = pattern(r"số\s*:\s*(\S*\d\S*/\S+)", IGNORECASE)
_CITED = pattern(r"số\s+(\d\S*/[^\s,;)]+)", IGNORECASE)
_DAY = pattern(r"ngày\s+(\d{1,2})\s+tháng\s+(\d{1,2})\s+năm\s+(\d{4})", IGNORECASE)
_COMMITTEE = pattern(r"ỦY BAN NHÂN DÂN|UBND")
_STATE = pattern(r"cộng hòa xã hội chủ nghĩa|độc lập\s*[-–]\s*tự do", IGNORECASE)
_PLACED = pattern(r"[^,]{2,40},\s*ngày\s+\d{1,2}\s+tháng\s+\d{1,2}\s+năm\s+\d{4}", IGNORECASE)
ISSUED_WITH = pattern(r"\(?\s*(?:ban hành )?kèm theo\s", IGNORECASE)
"""How the note begins that names the decision which issued a plan or an appendix."""
_REWRITTEN = ("", "state", "number", "day", "label")
"""Lines that a plan does not keep as printed: what every decision prints, and what becomes a number or a day."""


class Issued(NamedTuple):
    """The issuing document, the plan's kind, title and note; `rest`: paragraphs that have no place in a plan."""

    kind: str | None
    decision: Decision | None
    title: str
    note: str | None
    rest: tuple[Line, ...]


def issued(lines: tuple[Line, ...], end: tuple[Line, ...], registry: Registry) -> Issued:
    """What the lines before the parts, and the signature at their `end`, say; `registry` knows who signs.

    A decision has bases and articles; without them a plan with a number or a signature is its own document.
    """
    kinds = [place for place, line in enumerate(lines) if _KIND.fullmatch(bare(line.text))]
    plan = next((place for place in reversed(kinds) if bare(lines[place].text).casefold() != "quyết định"), None)
    if plan is None:
        decision, loose = _decision(lines, registry)
        return Issued(None, decision, "", None, (*loose, *end))
    kind = bare(lines[plan].text).upper()
    title, note, rest = _titled(lines[plan + 1 :])
    decision, loose = _decision(lines[:plan], registry)
    if decision is None:
        decision, loose, rest = _itself(kind, title, lines[:plan], rest, end, registry)
    else:
        loose = (*loose, *end)
    if decision is not None and decision.number is None and note:
        decision = structs.replace(decision, **_named_in(note))
    return Issued(kind, decision, title, note, (*loose, lines[plan], *rest))


def is_kind(line: Line) -> bool:
    """Whether a paragraph names the kind of a document: "KẾ HOẠCH"."""
    return _KIND.fullmatch(bare(line.text)) is not None


def signature(lines: tuple[Line, ...], parts: int) -> int:
    """Where the end of a plan begins: at "Nơi nhận", or at who signs, below its heading and after its `parts` begin."""
    texts = [bare(line.text) for line in lines]
    heading = max((place for place, text in enumerate(texts) if _KIND.fullmatch(text)), default=0)
    found = range(parts if parts < len(lines) else heading, len(lines))
    return next((each for each in found if _RECIPIENTS.fullmatch(texts[each]) or _SIGNED.fullmatch(texts[each])),
                len(lines))  # fmt: skip


def _itself(
    kind: str, title: str, above: tuple[Line, ...], below: tuple[Line, ...], end: tuple[Line, ...], registry: Registry
) -> tuple[Decision | None, tuple[Line, ...], tuple[Line, ...]]:
    """The plan as the document that issues it: from its letterhead, the paragraphs below its title, and its end."""
    head = [bare(line.text) for line in above if not _STATE.match(bare(line.text))]
    number = next((found[1] for text in head if (found := _NUMBER.search(text))), None)
    dates = (_DAY.search(text) for text in head if _PLACED.fullmatch(text))
    day = next((_day(each[3], each[2], each[1]) for each in dates if each), None)
    tail = [bare(line.text) for line in end if not _RECIPIENTS.fullmatch(bare(line.text))]
    signed = [text for text in tail if not DASH.match(text) and not _BLANK.fullmatch(text)]
    if number is None and not signed:
        return None, (*above, *end), below
    issuer = [text for text in head if text.isupper()]
    begins = next((place for place, text in enumerate(issuer) if _COMMITTEE.fullmatch(text)), -1)
    authority = " ".join(issuer[begins:]) or None
    decision = Decision(
        kind=kind, number=number, date=day, title=title or None, authority=authority,
        bases=tuple(bare(line.text) for line in below),
        recipients=tuple(DASH.sub("", text) for text in tail if DASH.match(text)),
        signatory=_signatory(signed, registry.ids(authority or "")),
    )  # fmt: skip
    used = signed if decision.signatory else []
    kept = tuple(line for line in end if bare(line.text) not in (*used, *decision.recipients))
    return decision, (*above, *kept), ()


def _named_in(note: str) -> dict[str, object]:
    """The number and day that the note below a plan's title gives its decision."""
    number, day = _CITED.search(note), _DAY.search(note)
    found = {"number": number[1] if number else None, "date": _day(day[3], day[2], day[1]) if day else None}
    return {key: value for key, value in found.items() if value}


def _titled(lines: tuple[Line, ...]) -> tuple[str, str | None, tuple[Line, ...]]:
    """The title below KẾ HOẠCH, the note in brackets, and the paragraphs after them."""
    title: list[str] = []
    note: list[str] = []
    rest: list[Line] = []
    for line in lines:
        text = bare(line.text)
        if (note and not note[-1].endswith(")")) or ISSUED_WITH.match(text):
            note.append(text)
        elif not note and not rest and not _BASIS.match(text) and not text.endswith(":"):
            title.append(text)
        else:
            rest.append(line)
    return " ".join(title), " ".join(note) or None, tuple(rest)


def _decision(lines: tuple[Line, ...], registry: Registry) -> tuple[Decision | None, tuple[Line, ...]]:
    """A decision with its bases, articles, recipients and signature; None if the lines are no decision."""
    found: dict[str, list[str]] = defaultdict(list)
    loose: list[Line] = []
    for line in lines:
        text = bare(line.text)
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
        recipients=tuple(filter(None, (DASH.sub("", text) for text in found["recipient"]))),
        signatory=_signatory(found["signature"], registry.ids(capitals[-1] if capitals else "")),
    ), tuple(loose)


def _kind(text: str, found: dict[str, list[str]]) -> str:
    """What a line of a decision is, by its words and by what stood before it; "state": printed on every decision."""
    begun = bool(found["basis"] or found["article"])
    signed = any(not line.isupper() for line in found["signature"])
    told = (
        ("state", bool(_STATE.match(text) or _KIND.fullmatch(text) or _FORMULA.fullmatch(text))),
        ("label", bool(_RECIPIENTS.fullmatch(text))),
        ("recipient", bool(found["label"]) and bool(DASH.match(text))),
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
