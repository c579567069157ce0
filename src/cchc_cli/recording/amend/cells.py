"""Typed words → the cells of a row: a schedule that can be read, and agencies in their roles."""

import re
from collections.abc import Iterator

from msgspec import Struct

from cchc_cli.model import Assignment, Role
from cchc_cli.plan.plans import Plan
from cchc_cli.plan.registry import Registry
from cchc_cli.recording import identities
from cchc_cli.recording.faults import Fault, Field
from cchc_cli.schedule import Unread, cell_within
from cchc_cli.vietnamese.names import fold

ROLES = {"lead": Field.LEAD, "coordinate": Field.COORDINATE, "perform": Field.PERFORM}
_EACH = re.compile(r"\bCác ")
_WORDS = {"lead": "chủ trì", "coordinate": "phối hợp", "perform": "thực hiện"}


class Names(Struct, frozen=True):
    """The agencies of one typed text: the text as it is to be printed, and their ids."""

    text: str
    agencies: tuple[str, ...]


def schedule(plan: Plan, text: str) -> str | Fault:
    """A schedule that the program can read."""
    found = cell_within(text.strip(), plan.term, plan.issued)
    if not isinstance(found, Unread) or found.terms:
        return text.strip()
    from cchc_cli.schedule import nearest

    hint = nearest.hint(text, plan.term.end.year, "ghi như “Tháng 6/2026”, “Trước ngày 15/9/2026”, “Quý III/2026”")
    if found.left:
        return Fault(Field.SCHEDULE, (Field.SCHEDULE, f": còn “{found.left}” chưa đọc được"), hint)
    return Fault(Field.SCHEDULE, (Field.SCHEDULE, f': không đọc được "{text.strip()}"'), hint)


def agencies(text: str, field: Field, registry: Registry) -> Names | Fault:
    """The agencies that a text names; an abbreviation, or a name without diacritics, is printed as the full name."""
    read = registry.cell(text)
    for strange in read.strange:
        found = identities.agency(strange, registry)
        if isinstance(found, Fault):
            return Fault(field, found.message, found.hint)
    if not read.named:
        return Fault(field, (field, f': "{text}" không nêu cơ quan nào'), "xem tên các cơ quan: cchc agencies")
    printed = text.strip()
    for each in read.named:
        if not _is_printed(each.words, each.agency, registry):
            printed = printed.replace(each.words, registry.name(each.agency), 1)
    return Names(printed, tuple(each.agency for each in read.named))


def _is_printed(words: str, agency: str, registry: Registry) -> bool:
    """Whether typed words may be printed as they are: with marks, and the whole name of an agency."""
    if words.isascii():
        return False
    return registry.is_group(agency) or fold(words) in (fold(registry.name(agency)), fold(registry.full(agency)))


def own_columns(plan: Plan) -> bool:
    """Whether the table has columns for roles, in which agencies are written once."""
    return not plan.prints("assignment") or plan.prints("lead")


def sentence(names: dict[str, Names]) -> str:
    """ "Sở Tư pháp chủ trì, phối hợp với Sở Nội vụ; UBND cấp xã thực hiện"."""
    text = {role: _EACH.sub("các ", given.text.replace(";", ",")) for role, given in names.items()}
    lead = f"{text['lead']} chủ trì" if "lead" in text else ""
    beside = f"phối hợp với {text['coordinate']}" if "coordinate" in text else ""
    doing = f"{text['perform']} thực hiện" if "perform" in text else ""
    said = "; ".join(filter(None, (", ".join(filter(None, (lead, beside))), doing)))
    return said[:1].upper() + said[1:]


def assignments(names: dict[str, Names]) -> Iterator[Assignment]:
    """The agencies in their roles, with the words of the sentence."""
    for role in ROLES:
        for agency in names[role].agencies if role in names else ():
            yield Assignment(agency=agency, role=Role(role), words=_WORDS[role])


def unprinted(plan: Plan, roles: dict[str, str]) -> Fault | None:
    """The fault of a role for which a table with role columns has none, if plan.yaml names the columns."""
    named = plan.file.appendix is not None and plan.file.appendix.columns
    if not named or not own_columns(plan) or not plan.prints("lead"):
        return None
    for role in roles:
        if not plan.prints(role):
            columns = ", ".join(each.head for each in plan.columns)
            return Fault(ROLES[role], (ROLES[role], ": bảng của kế hoạch này không có cột đó"), f"các cột: {columns}")
    return None
