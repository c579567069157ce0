"""Lettered items of the body that each begin with an agency → duties of these agencies."""

from collections.abc import Iterator
from re import compile as pattern

from msgspec import structs

from cchc_cli.importing.guesses import Guess, Weight, shown
from cchc_cli.importing.roles import VERB
from cchc_cli.model import Assignment, BodyTask, Clause, Part, Role
from cchc_cli.plan.registry import Registry

_LETTER = pattern(r"[a-zđ]")
_ACT_ENDS = pattern(r"[,;.:]|\scho\s|\stại\s")


def with_duties(parts: tuple[Part, ...], registry: Registry) -> tuple[Part, ...]:
    """The parts, with a duty at each item of a numbered clause whose lettered items all give work to agencies."""
    return tuple(
        structs.replace(part, items=tuple(_clause(each, f"body.{part.number}", registry) for each in part.items))
        if part.number
        else part
        for part in parts
    )


def guessed(parts: tuple[Part, ...], registry: Registry) -> Iterator[Guess]:
    """The duties, for a person to look at."""
    for part in parts:
        for clause in part.items:
            for item in clause.items:
                if item.task:
                    named = ", ".join(registry.name(each.agency) for each in item.task.assignments)
                    place = f"phần {part.number}, mục {clause.number}.{item.number}"
                    told = f"nhiệm vụ {item.task.id}, chủ trì: {named}"
                    yield Guess(
                        Weight.ROW, place, item.task.id, shown(item.text), told, "mục của thân kế hoạch giao việc"
                    )


def _clause(clause: Clause, above: str, registry: Registry) -> Clause:
    lettered = clause.items and all(_LETTER.fullmatch(each.number or "") for each in clause.items)
    given = [_assignments(each.text, registry) for each in clause.items] if clause.number and lettered else []
    if not given or not all(given):
        return clause
    items = (
        structs.replace(each, task=BodyTask(id=f"{above}.{clause.number}-{count}", assignments=assignments))
        for count, (each, assignments) in enumerate(zip(clause.items, given, strict=True), 1)
    )
    return structs.replace(clause, items=tuple(items))


def _assignments(text: str, registry: Registry) -> tuple[Assignment, ...]:
    """The agencies before the first verb that only names precede; they lead, though no “chủ trì” is printed."""
    for verb in VERB.finditer(text):
        before = text[: verb.start()].rstrip()
        named = registry.cell(before)
        is_name = verb[0][:1].isupper() and not before.endswith(":")  # "Các Sở: Xây dựng, Tư pháp …"
        if named.named and not named.strange and not is_name:
            act = _ACT_ENDS.split(text[verb.start() :])[0].strip()
            return tuple(Assignment(each.agency, Role.LEAD, act, inferred=True) for each in named.named)
    return ()
