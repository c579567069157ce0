"""Append records to files of the workspace, after checking them; or remove the last record."""

from collections.abc import Iterable, Sequence
from datetime import date as Day
from pathlib import Path
from typing import Generic, NamedTuple, TypeVar

from cchc_cli.answers import receipt
from cchc_cli.disk import git, in_place
from cchc_cli.model import Deadline, Entry, Filing, Happening, Inspection, Measurement
from cchc_cli.recording import edit
from cchc_cli.shell import clock, screen
from cchc_cli.shell import rewriting as rewriting_of
from cchc_cli.shell.options.scope import Opened
from cchc_cli.shell.rewriting import Contents, Rewriting, refuse_errors
from cchc_cli.text.problems import Stop
from cchc_cli.vietnamese.paper import short_date

R = TypeVar("R", bound=Entry | Deadline | Happening | Measurement | Inspection | Filing)


class Recorded(NamedTuple):
    """A written or removed record: its file relative to the workspace, its line of YAML, its line number."""

    path: str
    line: str
    number: int


class Addition(NamedTuple, Generic[R]):
    """A record for the end of a file's list. `path` is relative to the workspace, with "/"."""

    path: str
    record: R


class Placing(NamedTuple, Generic[R]):
    """A record where it would stand. `repeats`: whether the file has the very same record, so that it is not added."""

    path: str
    record: R
    edited: edit.Edited
    repeats: bool

    @property
    def would_be(self) -> Recorded:
        """The record as it would be written."""
        return Recorded(self.path, self.edited.line, self.edited.number)


class Proposal(NamedTuple, Generic[R]):
    """Checked records that are not yet written. They are written together or not at all."""

    rewriting: Rewriting
    placings: tuple[Placing[R], ...]
    shape: type[tuple[R, ...]]

    @property
    def opened(self) -> Opened:
        """The workspace."""
        return self.rewriting.opened

    @property
    def record(self) -> R:
        """The first record, or the only one."""
        return self.placings[0].record

    @property
    def would_be(self) -> Recorded:
        """The first record, or the only one, as it would be written."""
        return self.placings[0].would_be

    @property
    def repeats(self) -> bool:
        """Whether the files have every one of these records already."""
        return all(each.repeats for each in self.placings)


def proposed(opened: Opened, path: str, record: R, shape: type[tuple[R, ...]]) -> Proposal[R]:
    """Propose a record at the end of a file's list; raise a `Stop` if it causes an error. Nothing is written.

    `path` is relative to the workspace, with "/"; `shape` is the list's type, such as `tuple[Entry, ...]`.
    """
    return proposed_all(opened, (Addition(path, record),), shape)


def proposed_all(opened: Opened, additions: Iterable[Addition[R]], shape: type[tuple[R, ...]]) -> Proposal[R]:
    """Propose several records, of one file or of several, in the order given."""
    wanted = tuple(additions)

    def contents(before: Contents) -> Contents:
        return _placed(wanted, before, shape)[0]

    rewriting = rewriting_of.prepared(opened, dict.fromkeys(each.path for each in wanted), contents)
    return Proposal(rewriting, _placed(wanted, rewriting.before, shape)[1], shape)


def add(proposal: Proposal[R]) -> Proposal[R]:
    """Write the records. If a file has changed meanwhile, check them again and append them to what it holds now."""
    written = rewriting_of.write(proposal.rewriting)
    wanted = tuple(Addition(each.path, each.record) for each in proposal.placings)
    return Proposal(written, _placed(wanted, written.before, proposal.shape)[1], proposal.shape)


def finish(proposal: Proposal[R], lines: Iterable[str], dry_run: bool, undo: Sequence[str]) -> None:
    """Write the records, unless this is a dry run or the files have them already, and print where they are.

    `lines` tell what they change; `undo`: the words of the command that takes them back, none if there is none.
    """
    if not proposal.repeats and proposal.record.recorded is not None:
        say_day(proposal.record.recorded)
    last = proposal if dry_run or proposal.repeats else add(proposal)
    head = _receipts(last.placings, dry_run)
    if last.repeats:
        screen.done("\n".join((*head, "")))
        return
    note = receipt.ARRANGED if any(each.edited.arranged for each in last.placings) else ()
    screen.done("\n".join((*head, *note, *lines, *(() if dry_run else receipt.undo(undo)), "")))


def _receipts(placings: Iterable[Placing[R]], dry_run: bool) -> list[str]:
    """Where the records stand or would stand; those that follow each other in a file together."""
    runs: list[list[Recorded]] = []
    found = []
    for each in placings:
        where = each.would_be
        if each.repeats:
            found += receipt.repeated(where.path, where.line)
        elif runs and (runs[-1][-1].path, runs[-1][-1].number + 1) == (where.path, where.number):
            runs[-1].append(where)
        else:
            runs.append([where])
    for run in runs:
        path, line, number = run[0]
        if len(run) == 1:
            found += (receipt.proposed if dry_run else receipt.written)(path, line, number)
        else:
            said = "Sẽ ghi" if dry_run else "Đã ghi"
            found += receipt.several(said, path, [each.line for each in run], number)
    return found


def say_day(recorded: Day) -> None:
    """Say which day is recorded, where another day stands in for today."""
    if recorded != clock.today():
        screen.say(f"Ngày ghi là {short_date(recorded)} theo --as-of, không phải hôm nay.")


def create(opened: Opened, path: str, text: str) -> None:
    """Create a new file; an existing file is not changed."""
    place, data = _place(opened, path), text.encode()
    with in_place.locked(place, lambda: _waiting(path)):
        if in_place.content(place) is not None:
            raise Stop(f"đã có {path}", "xem lại tệp đó; nếu phải làm lại thì xóa nó đi")
        refuse_errors(opened, {path: data})
        in_place.replace(place, None, data)


class Removed(NamedTuple):
    """Records that were removed from the end of a file: their lines of YAML, the first from line `number`."""

    path: str
    lines: tuple[str, ...]
    number: int


def take_back(opened: Opened, path: str, shape: type[tuple[R, ...]], records: int = 1) -> Removed:
    """Remove the file's last records if git has none of them. A file without records is deleted."""
    place = _place(opened, path)
    with in_place.locked(place, lambda: _waiting(path)):
        before = in_place.content(place)
        if before is None:
            raise Stop(f"chưa có {path}, không có gì để rút lại")
        kept, data = git.committed(place), before
        removed: list[edit.Edited] = []
        for _ in range(records):
            if any(edit.holds(data, each, shape) for each in kept):
                which = "dòng cuối" if records == 1 else f"có dòng trong {records} dòng cuối"
                message = f"{which} của {path} đã lưu vào git, không rút lại được"
                raise Stop(message, "ghi một dòng mới để đính chính")
            removed.insert(0, edit.taken_back(data, shape))
            data = removed[0].data
        refuse_errors(opened, {path: data})
        if not kept and not data:
            in_place.remove(place, before)
        else:
            in_place.replace(place, before, data)
    return Removed(path, tuple(each.line for each in removed), removed[0].number)


def remove(opened: Opened, path: str) -> None:
    """Delete a file that git has not kept."""
    place = _place(opened, path)
    with in_place.locked(place, lambda: _waiting(path)):
        before = in_place.content(place)
        if before is None:
            raise Stop(f"chưa có {path}, không có gì để rút lại")
        if git.committed(place):
            raise Stop(f"{path} đã lưu vào git, không rút lại được", "số đã báo cáo thì giữ nguyên")
        in_place.remove(place, before)


def _placed(
    additions: Iterable[Addition[R]], before: Contents, shape: type[tuple[R, ...]]
) -> tuple[Contents, tuple[Placing[R], ...]]:
    """The contents of the files with the records added, and where each of these stands."""
    after, placings = dict(before), []
    for path, record in additions:
        data = after[path] or b""
        edited, repeats = edit.added(data, record, shape), edit.repeats(data, record, shape)
        placings.append(Placing(path, record, edited, repeats))
        if not repeats:
            after[path] = edited.data
    return after, tuple(placings)


def _place(opened: Opened, path: str) -> Path:
    return in_place.within(opened.folder, path, "ghi lại")


def _waiting(path: str) -> None:
    screen.say(f"Đang chờ chương trình khác ghi xong {path} …")
