"""Change the plan itself: check, write plan.yaml and a section's file together, and tell what changed; or undo it."""

from collections.abc import Sequence
from datetime import date as Day

from msgspec import structs

from cchc_cli.answers import amending as shown
from cchc_cli.answers import receipt
from cchc_cli.differences import differences
from cchc_cli.differences.effect import effect
from cchc_cli.disk import git, in_place
from cchc_cli.plan.plans import Plan
from cchc_cli.plan.workspace import Workspace
from cchc_cli.reading import places
from cchc_cli.reading.load import load
from cchc_cli.recording.amend import drafts, undoing
from cchc_cli.recording.amend.changing import Held, written
from cchc_cli.recording.amend.edits import Amending
from cchc_cli.recording.amend.undoing import Act, Kept
from cchc_cli.recording.edit.changes import changed, lines_of
from cchc_cli.shell import rewriting, screen
from cchc_cli.shell.faults import sound
from cchc_cli.shell.options.scope import Opened
from cchc_cli.shell.rewriting import Contents, Rewriting
from cchc_cli.text.encoding import text_of
from cchc_cli.text.problems import Stop
from cchc_cli.text.yaml import parse, unplaced


def finish(opened: Opened, plan: Plan, amending: Amending, today: Day, dry_run: bool, undo: Sequence[str]) -> None:
    """Write the edits, unless this is a dry run, and print what they change in working words."""
    prepared = _prepared(opened, plan, amending)
    lines = _told(opened, plan, prepared, today)
    if not dry_run:
        prepared = rewriting.write(prepared)
    head = [shown.place(path, _line(prepared, path), dry_run) for path in prepared.changed]
    screen.done("\n".join((*head, *lines, *(() if dry_run else receipt.undo(undo)), "")))


def take_back(opened: Opened, plan: Plan, act: Act, identity: str | None, today: Day) -> None:
    """Take back the last change of a kind that git has not kept."""
    if plan.is_draft and act != "add":
        files = [_drafted(opened, _path(opened, section.at)) for section in plan.tables]
        _as_committed(opened, plan, sound(drafts.restored(act, files, identity, plan.name)), today)
        return
    sections = [(section.tasks, _kept(opened, _path(opened, section.at))) for section in plan.tables]
    own = undoing.about(undoing.found(act, plan, sections), identity)
    file = _kept(opened, places.plan(plan.folder))
    rest = None if own else undoing.unfinished(file, [kept for _, kept in sections])
    if rest is not None:
        restore(opened, plan, rest, today)
        return
    given = sound(undoing.one(act, own, identity))
    others = [kept for _, kept in sections if kept.path != given.kept.path]
    restore(opened, plan, sound(undoing.undone(act, given, file, others)), today)


def _as_committed(opened: Opened, plan: Plan, given: drafts.Restored, today: Day) -> None:
    """Give a file of a draft the bytes that git has kept."""
    prepared = rewriting.prepared(opened, (given.path,), lambda before: {**before, given.path: given.data})
    lines = _told(opened, plan, prepared, today, is_undone=True)
    rewriting.write(prepared)
    screen.done("\n".join((shown.taken_back(given.path), *lines, "")))


def _drafted(opened: Opened, path: str) -> drafts.Drafted:
    kept = next(iter(git.committed(in_place.within(opened.folder, path, "ghi lại"))), None)
    text = text_of(kept) if kept is not None else None
    then = parse(text).data if isinstance(text, str) else None
    return drafts.Drafted(path, unplaced(opened.data[path]), kept, unplaced(then))


def restore(opened: Opened, plan: Plan, amending: Amending, today: Day) -> None:
    """Write edits that take something back. A file that then says what was committed gets those very bytes again."""
    prepared = _prepared(opened, plan, amending, as_committed=True)
    lines = _told(opened, plan, prepared, today, is_undone=True)
    rewriting.write(prepared)
    screen.done("\n".join((*(shown.taken_back(path) for path in prepared.changed), *lines, "")))


def held(opened: Opened, plan: Plan, identity: str) -> Held:
    """A row as written, with its file."""
    row = written(plan, identity)
    if row is None:
        raise Stop(f"{identity} giao trong lời văn kế hoạch, không có dòng trong phụ lục", "sửa trong plan.yaml")
    path = _path(opened, row.at)
    return Held(row, path, opened.data[path])


def if_kept(opened: Opened, plan: Plan, path: str, undo: Sequence[str]) -> Sequence[str]:
    """The words that take back a change of a file; () for a draft of which git does not have the file as it is now."""
    if plan.is_draft and opened.contents[path] not in git.committed(in_place.within(opened.folder, path, "ghi lại")):
        return ()
    return undo


def is_committed(opened: Opened, path: str, key: str) -> bool:
    """Whether the committed file has a value under a key of its own."""
    return any((data or {}).get(key) is not None for data in _kept(opened, path).committed)


def _prepared(opened: Opened, plan: Plan, amending: Amending, as_committed: bool = False) -> Rewriting:
    """Prepare the edits. plan.yaml, which holds the decisions, is locked and compared even if nothing in it changes."""
    paths = dict.fromkeys((*amending.edits, places.plan(plan.folder)))

    def make(before: Contents) -> Contents:
        if any(data != opened.contents.get(path) for path, data in before.items()):
            raise Stop("kế hoạch vừa bị chương trình khác sửa, chưa ghi gì", "chạy lại lệnh này")
        after: Contents = {path: changed(before[path] or b"", edits) for path, edits in amending.edits.items()}
        if as_committed:
            after = {path: _committed(opened, path, data) for path, data in after.items()}
        return before | after

    return rewriting.prepared(opened, paths, make)


def _committed(opened: Opened, path: str, data: bytes | None) -> bytes | None:
    if data is not None and not parse(data.decode()).data:
        return None  # nothing is left of a file that was new
    kept = git.committed(in_place.within(opened.folder, path, "ghi lại"))
    return next((each for each in kept if data is not None and _says_the_same(each, data)), data)


def _says_the_same(one: bytes, other: bytes) -> bool:
    texts = [each.decode(errors="replace") for each in (one, other)]
    data = [unplaced(parse(each).data) for each in texts]
    comments = [[line for line in each.splitlines() if "#" in line] for each in texts]
    return data[0] == data[1] and comments[0] == comments[1]


def _kept(opened: Opened, path: str) -> Kept:
    place = in_place.within(opened.folder, path, "ghi lại")
    committed = (text_of(each) for each in git.committed(place))
    return Kept(path, opened.data.get(path), tuple(parse(each).data for each in committed if isinstance(each, str)))


def _path(opened: Opened, at: int) -> str:
    return opened.workspace.sources.path(at)


def _line(prepared: Rewriting, path: str) -> int:
    found = lines_of(prepared.before[path] or b"", prepared.after[path] or b"")
    return next((number for sign, number, _ in found if sign == "+"), found[0][1] if found else 1)


def _told(opened: Opened, plan: Plan, prepared: Rewriting, today: Day, is_undone: bool = False) -> list[str]:
    """The changes in working words, and what they do to the figures of the day."""
    contents = {path: data for path, data in prepared.after.items() if data is not None}
    now = _only(load(opened.contents, opened.data, contents, absent=opened.workspace.absent).workspace, plan)
    before = structs.replace(opened.workspace, plans=(plan,))
    found = differences(before, now)
    return shown.lines(before, now, found, effect(before, now, found, today), is_undone)


def _only(workspace: Workspace, plan: Plan) -> Workspace:
    return structs.replace(workspace, plans=tuple(each for each in workspace.plans if each.name == plan.name))
