"""A cell that says in sentences who does what → the agencies and their roles, each with the printed words."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from re import IGNORECASE, escape
from re import compile as pattern

from msgspec import Struct, structs

from cchc_cli.importing.cells import DASHES
from cchc_cli.model import Assignment, Role
from cchc_cli.plan.registry import Registry
from cchc_cli.wording.roles import ROLE_VERBS

_VERBS = {verb: role for role, verbs in ROLE_VERBS.items() for verb in verbs}
VERB = pattern(
    r"(?<!\w)(?:" + "|".join(escape(verb) for verb in sorted(_VERBS, key=len, reverse=True)) + r")(?!\w)", IGNORECASE
)
_LABEL = pattern(r"(?:các\s+)?(?:cơ\s+quan|đơn\s+vị)\s*$", IGNORECASE)
_JOINED = pattern(r"\s(?:với|cùng)\s", IGNORECASE)
_BEFORE = pattern(r"^\s*(?:với|cùng|giúp|đề nghị|giao)\s+", IGNORECASE)
_DASH = pattern(rf"^\s*(?:[{DASHES}]|\d+[.)])\s*")
_ADVISES = "tham mưu"


class _Said(Struct, frozen=True):
    """A verb of a line: its role, the words before it since the last verb, and those after it up to the next."""

    role: Role
    verb: str
    before: str
    after: str


def says(line: str) -> bool:
    """Whether a line has a verb of a role; "Các Sở: Tài chính, Xây dựng" has none, but the name of an agency."""
    return any(verb[0][:1].islower() or not verb.start() for verb in VERB.finditer(line))


def roles(cell: str, registry: Registry) -> tuple[Assignment, ...]:
    """The roles, in printed order. Without a printed "chủ trì" the leads are inferred (docs/promises.md#import)."""
    lines = [line for line in (_DASH.sub("", each).strip() for each in cell.split("\n")) if line]
    found = list(dict.fromkeys(each for line in lines for each in _line(line, registry)))
    printed = any(each.role is Role.LEAD for each in found)
    return tuple(_together(found if printed else _inferred(found)))


def _together(found: Iterable[Assignment]) -> Iterator[Assignment]:
    """An agency that has a role by several verbs has it once, with the words of all; who leads performs anyway."""
    held: dict[tuple[str, Role], list[Assignment]] = defaultdict(list)
    for each in found:
        held[each.agency, each.role].append(each)
    for (agency, role), same in held.items():
        if role is not Role.PERFORM or (agency, Role.LEAD) not in held:
            words = ", ".join(dict.fromkeys(each.words for each in same if each.words))
            yield structs.replace(same[0], words=words)


def _inferred(found: list[Assignment]) -> Iterator[Assignment]:
    """The lead where none is printed: who advises on the work itself, else who does it, else all that are named.

    Who also appraises or gathers what others do does not lead by that, nor does who guides or takes part.
    """
    gathers = _having(found, Role.APPRAISE, Role.CONSOLIDATE)
    beside = gathers | _having(found, Role.GUIDE, Role.COORDINATE)
    doing = [each for each in found if each.role is Role.PERFORM]
    advising = [each for each in doing if _ADVISES in each.words.casefold() and each.agency not in gathers]
    leads = advising or [each for each in doing if each.agency not in beside] or doing or found
    for each in found:
        yield structs.replace(each, role=Role.LEAD, inferred=True) if each in leads else each


def _having(found: list[Assignment], *roles_: Role) -> set[str]:
    return {each.agency for each in found if each.role in roles_}


def _line(line: str, registry: Registry) -> Iterator[Assignment]:
    said = list(_verbs(line))
    if not said:
        yield from (Assignment(each, Role.PERFORM, "") for each in _agencies(line, registry))
        return
    subjects: tuple[str, ...] = ()
    for place, each in enumerate(said):
        labelled = bool(_LABEL.search(each.before)) and each.after.lstrip().startswith(":")
        objects = _agencies(each.after.lstrip(" :"), registry) if labelled or each.role is Role.COORDINATE else ()
        new = _agencies(each.before if not place else _after_stop(each.before), registry)
        subjects = new or subjects
        words = _printed(each)
        if labelled or (each.role is Role.COORDINATE and objects):
            yield from (Assignment(agency, each.role, words) for agency in _objects(each.after, objects, registry))
        else:
            yield from (Assignment(agency, each.role, words) for agency in subjects)


def _objects(after: str, objects: tuple[str, ...], registry: Registry) -> tuple[str, ...]:
    """The agencies that a verb is about; those behind a ";" are the subjects of what follows."""
    later = _agencies(_after_stop(after), registry)
    return tuple(each for each in objects if each not in later) or objects


def _after_stop(text: str) -> str:
    """What follows the last ";" or "." of a stretch, where another sentence begins, or "gửi": who gets it acts next."""
    for stop in (";", ". ", " gửi "):
        if stop in text:
            return text.rpartition(stop)[2]
    return ""


def _verbs(line: str) -> Iterator[_Said]:
    found = list(VERB.finditer(line))
    for place, verb in enumerate(found):
        start = found[place - 1].end() if place else 0
        end = found[place + 1].start() if place + 1 < len(found) else len(line)
        yield _Said(_VERBS[verb[0].casefold()], verb[0], line[start : verb.start()], line[verb.end() : end])


def _printed(said: _Said) -> str:
    """The words that give the role: the verb with what it is about."""
    tail = said.after.partition(";")[0].rstrip(" ,.;:")
    return f"{said.verb}{tail}" if said.role is not Role.COORDINATE else said.verb


def _agencies(text: str, registry: Registry) -> tuple[str, ...]:
    """The agencies named in a stretch; those that decide (UBND tỉnh, HĐND) have no role."""
    named = registry.cell(_BEFORE.sub("", _JOINED.sub(", ", text)).strip()).named
    rows = ((each.agency, registry.get(each.agency)) for each in named)
    return tuple(dict.fromkeys(agency for agency, row in rows if row is None or row.kind != "council"))
