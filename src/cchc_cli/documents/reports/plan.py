"""The plan as it was issued: decision, plan, appendix, every piece in its order (docs/promises.md#printed-text)."""

from collections.abc import Iterator
from datetime import date as Day

from msgspec import Struct

from cchc_cli.documents.reports import offices
from cchc_cli.documents.reports.citations import below_kind
from cchc_cli.documents.reports.letterhead import capitals
from cchc_cli.documents.reports.plan_table import Table, table
from cchc_cli.documents.reports.scene import ReportKind, Scene
from cchc_cli.model import AppendixHead, Clause, Decision, Part
from cchc_cli.plan.plans import Plan
from cchc_cli.vietnamese.paper import long_date


class Article(Struct, frozen=True):
    """An article of the decision: its number as printed, its text, the paragraphs below it."""

    number: str
    text: str
    paragraphs: tuple[str, ...]


class Signatory(Struct, frozen=True):
    """Who signed."""

    authority: str | None
    position: str | None
    name: str | None


class Issued(Struct, frozen=True, kw_only=True):
    """The issuing document, in the order in which it is printed; `issuer` is the name at its head."""

    number: str | None
    date: Day | None
    kind: str
    title: str
    issuer: str
    authority: str
    bases: tuple[str, ...]
    formula: str
    articles: tuple[Article, ...]
    recipients_label: str
    recipients: tuple[str, ...]
    signatory: Signatory


class Chapter(Struct, frozen=True):
    """A part of the plan: its number, if it has one, with its title, and its paragraphs."""

    title: str
    paragraphs: tuple[str, ...]


class Body(Struct, frozen=True):
    """The plan itself."""

    kind: str
    title: str
    note: str | None
    parts: tuple[Chapter, ...]


class Annex(Struct, frozen=True):
    """The table of tasks and what stands above it; `amended`: the later decisions whose changes its rows carry."""

    label: str | None
    title: str | None
    note: str | None
    amended: tuple[str, ...]
    table: Table


class Document(Struct, frozen=True):
    """What the template prints. `itself`: the plan is its own issuing document."""

    decision: Issued
    itself: bool
    body: Body
    appendix: Annex


def build(scene: Scene) -> Document:
    """The document piece by piece; the appendix as in force on the day, without later amendments."""
    file = scene.plan.file
    chapters = tuple(Chapter(_heading(part), _paragraphs(part)) for part in scene.plan.parts)
    body = Body(file.kind, below_kind(file.title, file.kind), file.note, chapters)
    return Document(
        decision=_issued(file.decision or Decision(kind=file.kind), scene),
        itself=scene.plan.is_its_own_document,
        body=body,
        appendix=_annex(scene.plan, scene.as_of),
    )


REPORT = ReportKind("Quyết định, kế hoạch và phụ lục như đã ban hành", build, issuer="authority")


def _issued(decision: Decision, scene: Scene) -> Issued:
    name = capitals(scene.plan.issuer, scene)
    authority = decision.authority or name
    return Issued(
        number=decision.number,
        date=decision.date,
        kind=decision.kind,
        title=below_kind(decision.title or scene.plan.file.title, decision.kind),
        issuer=name if authority.endswith(f" {name}") else authority,  # "BỘ TRƯỞNG BỘ …" issues under "BỘ …"
        authority=authority,
        bases=tuple(each for each in (*decision.bases, decision.proposal) if each),
        formula=decision.formula,
        articles=tuple(
            Article(f"{each.number}.", each.text, tuple(_clauses(each.items))) for each in decision.articles
        ),
        recipients_label=decision.recipients_label if decision.recipients else "",
        recipients=tuple(decision.recipients),
        signatory=_signatory(decision, scene),
    )


def _signatory(decision: Decision, scene: Scene) -> Signatory:
    """Who signed as printed; where no position is printed, the head of the issuer."""
    row, signs = scene.workspace.registry.get(scene.plan.issuer), decision.signatory
    told = offices.signs(row, signs) if row else signs
    return Signatory(told.authority, told.position, told.name) if told else Signatory(None, None, None)


def _annex(plan: Plan, day: Day) -> Annex:
    head = plan.file.appendix or AppendixHead()
    return Annex(head.label, head.title, head.note, _amended(plan, day), table(plan, day))


def _heading(part: Part) -> str:
    return f"{part.number}. {part.title}" if part.number else part.title


def _paragraphs(part: Part) -> tuple[str, ...]:
    written = (*part.opening, *_clauses(part.items), *part.closing)
    return tuple(line for text in written for line in text.splitlines())


def _clauses(clauses: tuple[Clause, ...]) -> Iterator[str]:
    """Clauses and those below them, each with its mark: "1.", "a)", "-", or none."""
    for clause in clauses:
        number = clause.number or ""
        closing = "" if number in ("", "-") else ")" if len(number) == 1 and number.isalpha() else "."
        yield f"{number}{closing} {clause.text}".lstrip()
        yield from _clauses(clause.items)


def _amended(plan: Plan, day: Day) -> tuple[str, ...]:
    """Later decisions up to a day: "số 02/QĐ-UBND ngày 15 tháng 5 năm 2026"."""
    return tuple(f"số {each.number} {long_date(each.date)}" for each in plan.file.amendments if each.date <= day)
