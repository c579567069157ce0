"""Cells of several clauses: which words belong to which term, and what is one term or several."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import NoReturn

from msgspec import structs

from cchc_cli.model import Kind
from cchc_cli.schedule import citations
from cchc_cli.schedule.clauses import Clause, Condition, Part, Span, clauses
from cchc_cli.schedule.left_over import Unsure, may_be_a_day
from cchc_cli.schedule.months import months_after
from cchc_cli.schedule.phrases import bits
from cchc_cli.schedule.pieces import alone_said, by_day, is_own, named, spelled_out, tells_itself, under
from cchc_cli.schedule.plain import ENDS, lowered
from cchc_cli.schedule.reading import Piece, Reading, Unread
from cchc_cli.schedule.readings import DATED, narrowed, together, waiting, within
from cchc_cli.schedule.spelling import tokens
from cchc_cli.schedule.words import FILLERS, TURNED, VERBS

MARKS_BESIDE = " ,;:.-–"
TENTATIVE = frozenset(("dự kiến", "tạm tính"))
Read = Callable[[str, int, date | None], tuple[Piece, ...] | Unread]


def compound(flat: str, year: int, issued: date | None, read: Read) -> tuple[Piece, ...] | Unread:
    """The terms of a text on one line. `read`: reads a single term by itself."""
    try:
        return _Compound(flat, year, issued, read).terms()
    except Unsure as unsure:
        start, end = unsure.span
        return Unread(flat, "" if (start, end) == (0, len(flat)) else flat[start:end].strip(ENDS))


class _Compound:
    """One cell's text, and its reading; any method may raise `Unsure`."""

    def __init__(self, text: str, year: int, issued: date | None, read: Read) -> None:
        self._text = text
        self._read = read
        self._low = citations.without(text, lowered(text))
        self._year = year
        self._issued = issued

    def terms(self) -> tuple[Piece, ...] | Unread:
        found = clauses(bits(tokens(self._low)))
        parts = [part for clause in found for part in clause.parts]
        loose = [clause for clause in found if clause.conditions and not clause.parts]
        for clause in found:
            if clause.words and len(words := self._words(clause.words)) > 1 and may_be_a_day(words):
                raise Unsure(*clause.words)
        if not parts:
            return (self._condition_alone(found),)
        terms: list[tuple[Part, Piece]] = []
        for part in parts:
            terms.extend((own, term) for own, term in self._terms(part))
        if len(terms) == 1:
            return self._one(*terms[0], loose)
        return self._several(terms, loose)

    def _condition_alone(self, found: list[Clause]) -> Piece:
        """A cell without a term of its own: after an event, or as somebody else decides."""
        first = found[0].conditions[0] if found[0].conditions else None
        if first is None or first.row is None or (found[0].words and not self._is_weak(found[0].words)):
            raise Unsure(0, len(self._text))
        condition = self._text[(first.start if first.row.whole else first.said) :].strip(ENDS)
        if len(condition.split()) <= len(first.opening.words) - (
            0 if first.said == first.start else len(first.opening.words)
        ):
            raise Unsure(0, len(self._text))
        count = next((term.day for term in first.opening.terms), None)
        if count and "tháng" in first.opening.words and self._issued and is_own(self._low[first.opening.end :]):
            return Piece(self._text, None, Reading(Kind.DATE, due=months_after(self._issued, count)))
        days = count if not first.row.whole else None
        weeks = "tuần" in first.opening.words
        reading = Reading(
            first.row.kind, None, None, condition, days and days * (7 if weeks else 1), "việc" in first.opening.words
        )
        return Piece(self._text, None, self._from_the_plan(reading))

    def _from_the_plan(self, reading: Reading) -> Reading:
        """Days that count from the plan's own day, if that day is known."""
        if reading.days is None or self._issued is None or not is_own(lowered(reading.condition or "")):
            return reading
        if reading.working:
            return structs.replace(reading, kind=Kind.DATE, condition=None, since=self._issued)
        return structs.replace(reading, kind=Kind.DATE, condition=None, due=self._issued + timedelta(days=reading.days))

    def _terms(self, part: Part) -> list[tuple[Part, Piece]]:
        """The terms of a part, and of the bracket after it."""
        readings = together(part.phrases, self._year, self._issued)
        start, end = part.phrases[0].start, part.phrases[-1].end
        if readings is None:
            raise Unsure(part.before[0] if part.before else start, part.after[1] if part.after else end)
        if part.inner:
            inner = [each for clause in part.inner for each in clause.parts]
            unnamed = len(inner) == 1 and not self._name(inner[0], weak=False) and not inner[0].conditions
            if unnamed:
                merged = self._closer(part, readings, inner[0]) if len(readings) == 1 else None
                if merged is None:
                    raise Unsure(inner[0].phrases[0].start, inner[0].phrases[-1].end)
                self._sure(inner[0])
                return [(part, self._term(part, merged, (start, part.end)))]
        own = [(part, self._term(part, *each)) for each in zip(readings, self._spans(part, readings), strict=True)]
        return [*own, *(found for clause in part.inner for each in clause.parts for found in self._terms(each))]

    def _spans(self, part: Part, readings: list[Reading]) -> list[Span]:
        """The words of each reading; those of the whole part if they are not one for each phrase."""
        if len(readings) == len(part.phrases):
            return [(phrase.start, phrase.end) for phrase in part.phrases]
        return [(part.phrases[0].start, part.phrases[-1].end)] * len(readings)

    def _closer(self, part: Part, readings: list[Reading], inner: Part) -> Reading | None:
        """The one term of a term and the bracket after it."""
        again = readings[0].again
        if again and len(inner.phrases) == 1 and (dated := within(again, inner.phrases[0])):
            return dated
        closer = together(inner.phrases, self._year, self._issued)
        if not closer or len(closer) > 1:
            return None
        return narrowed(readings[0], part.phrases[-1], closer[0], inner.phrases[0])

    def _term(self, part: Part, reading: Reading, span: Span) -> Piece:
        conditions = [self._said(each) for each in part.conditions]
        remarks = (self._text[start:stop] for (start, stop), _ in part.remarks)
        conditions += [said for said in remarks if said.lower() not in TENTATIVE]
        if any(low in ("âm lịch",) or low.startswith(("hoặc ", "hay ", "cũ")) for low in map(str.lower, conditions)):
            raise Unsure(part.phrases[0].end, len(self._text))
        condition = "; ".join(conditions) or None
        words = self._text[span[0] : span[1]]
        if condition:
            words = f"{words} ({condition})"
        reading = (
            waiting(reading, part.phrases[0], self._text)
            if condition is None
            else structs.replace(reading, condition=condition)
        )
        return Piece(words, self._name(part, weak=True), reading)

    def _said(self, condition: Condition) -> str:
        """The words of a condition, without what only leads to the term after it ("…, hoàn thành")."""
        words = self._text[condition.start : condition.end].strip(ENDS)
        if len(words.split()) <= len(condition.opening.words) and condition.row is not None:
            raise Unsure(condition.start, condition.end)
        low = lowered(words)
        for lead in ("", *FILLERS, *VERBS, "nhưng", "song"):
            if low.endswith((f", {lead}", f"; {lead}", f" - {lead}".rstrip())):
                return words[: len(words) - len(lead)].strip(f"{ENDS}-–—")
        return words

    def _one(self, part: Part, term: Piece, loose: list[Clause]) -> tuple[Piece, ...] | Unread:
        self._sure(part)
        name = self._name(part, weak=False)
        if part.before and name and not part.colon and not self._is_firm(part):
            raise Unsure(part.before[0], part.phrases[-1].end)
        route, acts = self._elsewhere(loose)
        if acts or (route and name):
            return self._several([(part, term)], loose)
        return (Piece(self._text, None, under(term.reading, route)),)

    def _elsewhere(self, loose: list[Clause]) -> tuple[str, list[Piece]]:
        """What clauses without a day say: a condition of every term, and acts that hang on a condition of their own."""
        route: list[str] = []
        acts: list[Piece] = []
        for clause in loose:
            name = None if clause.words is None or self._is_weak(clause.words) else clause.words
            for condition in clause.conditions:
                said = self._said(condition)
                if name is None:
                    route.append(said)
                else:
                    kind = condition.row.kind if condition.row else Kind.EXTERNAL
                    acts.append(
                        Piece(said, self._text[name[0] : name[1]].strip(MARKS_BESIDE), Reading(kind, condition=said))
                    )
        return "; ".join(route), acts

    def _several(self, found: list[tuple[Part, Piece]], loose: list[Clause]) -> tuple[Piece, ...] | Unread:
        """Several terms: each with its words, or none with any; else the words do not tell, and the officer must."""
        for part, _ in found:
            self._sure(part)
            if part.loose:
                raise Unsure(part.phrases[0].start, part.phrases[-1].end)
        route, acts = self._elsewhere(loose)
        told = [named(term, part, self._text) for part, term in found]
        are_named = [term.name is not None for term in told]
        shared = route and all(are_named) and len(told) > 1
        terms: list[Piece | None] = [self._alone(term, under(term.reading, route if shared else "")) for term in told]
        terms += acts
        if route and not shared:
            terms.append(Piece(route, None, alone_said(loose, route)))
        bare = not any(are_named) and not any(part.conditions or part.remarks or part.inner for part, _ in found)
        ordered = tuple(sorted(dict.fromkeys(term for term in terms if term), key=by_day))
        if None in terms or len(ordered) < len(terms):
            raise Unsure(found[1][0].phrases[0].start, found[-1][0].phrases[-1].end)
        if (all(are_named) or bare) and len(terms) == len(told):
            return ordered
        return Unread(self._text, "", ordered)

    def _alone(self, term: Piece, reading: Reading) -> Piece | None:
        """The term with words that read the same by themselves; None if there are none."""
        usual = spelled_out(reading)
        whole = f"{term.words} ({reading.condition})" if reading.condition != term.reading.condition else term.words
        fragment = term.name is None and reading.start is not None and not tells_itself(term.words, reading.start)
        for words in (usual, whole) if fragment else (whole, usual):
            found = self._read(words, self._year, self._issued) if words and words != self._text else ()
            if isinstance(found, tuple) and len(found) == 1 and found[0].reading == reading:
                return Piece(words, term.name, reading)
        return None

    def _sure(self, part: Part) -> None:
        """Raises `Unsure` if a word beside the term may change it ("cũ", "hoặc", "cuối quý")."""
        before, after = self._words(part.before), self._words(part.after)
        turned = before and (before[-1] in TURNED or before[-1][-1] in "/-")
        turned = turned or (after and (after[0] in TURNED or after[0][0] in "/-"))
        if turned or "cũ" in (*before, *after):
            self._refuse(part, [span for span in (part.before, part.after) if span])
        said = [self._words(span)[:1] if span == part.after else self._words(span) for span in part.beside]
        if any(may_be_a_day(words, again=part.comes_again) for words in said):
            self._refuse(part, part.beside)

    def _refuse(self, part: Part, beside: list[Span]) -> NoReturn:
        """Raises `Unsure` about a term and stretches beside it."""
        starts, ends = [start for start, _ in beside], [end for _, end in beside]
        raise Unsure(min(part.phrases[0].start, *starts), max(part.phrases[-1].end, *ends))

    def _words(self, span: Span | None) -> list[str]:
        return self._low[span[0] : span[1]].strip(" ,;:").split() if span else []

    def _name(self, part: Part, *, weak: bool) -> str | None:
        """What is to be done by the term; "ban hành" and the like count only where several terms are told apart."""
        for span in (part.before, part.after):
            if span and not self._is_weak(span, verbs=not weak):
                return self._text[span[0] : span[1]].strip(MARKS_BESIDE) or None
        return None

    def _is_weak(self, span: Span, *, verbs: bool = True) -> bool:
        said = " ".join(self._words(span))
        return said in FILLERS or (verbs and said in VERBS)

    def _is_firm(self, part: Part) -> bool:
        """Whether a term is one even right after words: a day, or with a word such as "trong", "trước"; an interval."""
        first = part.phrases[0]
        assert first.row is not None
        if first.row.kind not in DATED:
            return first.row.start == "none"
        return not first.words[0].startswith("<") or first.words[0] == "<ngày>"
