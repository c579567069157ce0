"""Entries of progress: several ids and agencies of one command line, what they change, and how they are taken back."""

from datetime import date as Day
from itertools import product
from typing import TYPE_CHECKING, NamedTuple

from msgspec import structs

from cchc_cli.answers import records as recorded
from cchc_cli.answers import update as shown
from cchc_cli.model import Entry
from cchc_cli.plan.plans import Plan, Records
from cchc_cli.plan.workspace import Workspace
from cchc_cli.queries.effects import effects
from cchc_cli.reading import places
from cchc_cli.recording import entry, identities
from cchc_cli.recording.faults import Fault, Names
from cchc_cli.recording.identities import About
from cchc_cli.recording.new_entry import Update, together
from cchc_cli.recording.update import remarks
from cchc_cli.shell import faults, writer
from cchc_cli.shell import undo as taking_back
from cchc_cli.shell.dialogue import Answered
from cchc_cli.shell.faults import sound
from cchc_cli.shell.options import subject, typed_names
from cchc_cli.shell.options.scope import Opened
from cchc_cli.shell.options.surplus import surplus
from cchc_cli.shell.undo import Kept
from cchc_cli.shell.writer import Addition, Proposal
from cchc_cli.state.ledger import Ledger
from cchc_cli.text.problems import Stop

if TYPE_CHECKING:
    from typer._click import Context

_SHAPE = tuple[Entry, ...]


class Prepared(NamedTuple):
    """Entries that may be written, and what they would change."""

    updates: tuple[Update, ...]
    proposal: Proposal[Entry]
    lines: list[str]


def listed(given: list[str] | None) -> tuple[str, ...]:
    """The ids of a command line, where several may also stand in one word: "I.1,I.2"."""
    return tuple(dict.fromkeys(part for word in given or () for each in word.split(",") if (part := each.strip())))


def of_turn(identity: str, turn: str | None) -> str:
    """The id of a turn, if one is named."""
    return f"{identity}@{turn}" if turn else identity


def abouts(
    context: "Context", given: list[str] | None, turn: str | None, workspace: Workspace, today: Day
) -> tuple[About, ...]:
    """The tasks and milestones of the ids, which are of one plan; raise a `Stop` for words that are something else."""
    found = {each: identities.about(of_turn(each, turn), workspace, today.year) for each in listed(given)}
    more = [word for word in given or () if all(isinstance(found[each], Fault) for each in listed([word]))]
    more = more if len(more) < len(given or ()) else more[1:]  # where nothing is an id, the first word was to be one
    if strange := [word for word in more if not all(map(_looks_like_id, listed([word])))]:
        raise surplus(context, strange)
    several = tuple(
        {(about.plan.name, about.id, about.turn): about for each in found.values() for about in (sound(each),)}.values()
    )
    if len({each.plan.name for each in several}) > 1:
        names = ", ".join(dict.fromkeys(each.plan.name for each in several))
        raise Stop(f"các mã thuộc nhiều kế hoạch: {names}", "mỗi kế hoạch ghi bằng một lệnh")
    return several


def _looks_like_id(word: str) -> bool:
    """Whether a word that is no id of the plan may be meant as one: it has a dot behind a section's number."""
    section, dot, _ = word.rpartition(":")[2].partition(".")
    return bool(dot) and (section.casefold() == "body" or not section.strip("IVXLCivxlc"))


def prepared(given: Answered, opened: Opened, today: Day, names: Names = faults.OPTIONS) -> Prepared:
    """Check the entries, one for each thing and agency; print a warning if something about them is unusual.

    `names`: what the warnings call the fields, if not by options.
    """
    workspace, plan = opened.workspace, given.abouts[0].plan
    faults.remark(given.draft.remark, names)
    before = _ledger(plan, plan.records, workspace)
    updates, taken = [], []
    for about, member in product(given.abouts, given.members or (given.draft.member,)):
        draft = structs.replace(given.draft, member=member)
        update, remark = entry.dated(sound(entry.update(about, given.by, draft, before, today)), before)
        updates.append(update)
        taken.append(remark)
    for remark in dict.fromkeys(taken):
        faults.remark(remark, names)
    records = together(updates)
    after = _ledger(plan, records, workspace)
    lines = list(shown.changes(effects(workspace, plan, records, today), updates, after, today))
    for doubt in dict.fromkeys(doubt for update in updates for doubt in remarks(update, after)):
        faults.warn(doubt, names)
    path = places.progress(plan.folder, given.by)
    proposal = writer.proposed_all(opened, [Addition(path, each.entry) for each in updates], _SHAPE)
    return Prepared(tuple(updates), proposal, lines)


def undone(found: Prepared, agency: str | None, plans: list[str] | None) -> list[str]:
    """The words of the command that takes the entries back; none where it would take back others too."""
    new = [each.record for each in found.proposal.placings if not each.repeats]
    ids = list(dict.fromkeys(map(recorded.about, new)))
    members = list(dict.fromkeys(each.agency for each in new if each.agency)) if len(new) > len(ids) else []
    if len(ids) * max(len(members), 1) != len(new):
        return []
    first = found.updates[0]
    by = first.by if agency else None
    return taking_back.words("update", found.proposal.opened, first.plan, ids, plans, by, members)


def take_back(
    given: list[str] | None, agency: str | None, members: tuple[str, ...], opened: Opened, today: Day
) -> None:
    """Remove the last entry of an agency, or the last ones that are about all the ids (for each of the members)."""
    workspace = opened.workspace
    ids = tuple(_with_turn(each, workspace, today) for each in listed(given))
    plan = subject.of_task(ids[0] if ids else None, workspace, today)
    by = typed_names.reporter(agency, workspace.registry, plan.settings)
    own = tuple(each for whose, each in plan.records.entries if whose == by)
    kept = Kept(places.progress(plan.folder, by), own, _SHAPE, recorded.about)
    wanted = [_part(each.rpartition(":")[2], member) for each, member in product(ids, members or (None,))]
    if len(wanted) < 2:
        last: tuple[Entry, ...] = (taking_back.last(kept, ids[0] if ids else None),)
    else:
        called = (lambda each: _part(recorded.about(each), each.agency)) if members else kept.about
        last = taking_back.last_of(kept._replace(about=called), wanted)
    taken = {id(each) for each in last}
    entries = tuple(each for each in plan.records.entries if id(each[1]) not in taken)
    records = structs.replace(plan.records, entries=entries)
    alone = structs.replace(workspace, plans=(plan,))
    updates = [Update(*typed_names.about(each.task, alone, today), by, each) for each in last]
    after = _ledger(plan, records, workspace)
    lines = shown.changes(effects(workspace, plan, records, today), updates, after, today)
    taking_back.take_back(opened, kept, lines, len(last))


def _with_turn(identity: str, workspace: Workspace, today: Day) -> str:
    """An id whose turn may be typed in words → the id as records name it."""
    if "@" not in identity:
        return identity
    found = typed_names.about(identity, workspace, today)
    return f"{identity.partition('@')[0]}@{found.turn}"


def _part(task: str, agency: str | None) -> str:
    return f"{task} ({agency})" if agency else task


def _ledger(plan: Plan, records: Records, workspace: Workspace) -> Ledger:
    return Ledger.of(structs.replace(plan, records=records), workspace)
