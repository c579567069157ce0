"""Append one record to a file of the workspace, after checking it; or remove the last record."""

from collections.abc import Iterable
from datetime import date as Day
from pathlib import Path
from typing import Generic, NamedTuple, TypeVar

from cchc_cli.answers import receipt
from cchc_cli.checking import check
from cchc_cli.disk import git, in_place
from cchc_cli.model import Deadline, Entry, Happening, Measurement
from cchc_cli.reading.load import load
from cchc_cli.recording import edit
from cchc_cli.shell import clock, screen
from cchc_cli.shell.options.scope import Opened
from cchc_cli.text.problems import Stop
from cchc_cli.vietnamese.paper import short_date

R = TypeVar("R", bound=Entry | Deadline | Happening | Measurement)


class Recorded(NamedTuple):
    """A written or removed record: its file relative to the workspace, its line of YAML, its line number."""

    path: str
    line: str
    number: int


class Proposal(NamedTuple, Generic[R]):
    """A checked record that is not yet written: its file, and the content before and after."""

    opened: Opened
    path: str
    record: R
    shape: type[tuple[R, ...]]
    before: bytes | None
    edited: edit.Edited
    repeats: bool
    """Whether the file has the very same record already."""

    @property
    def would_be(self) -> Recorded:
        """The record that would be written."""
        return Recorded(self.path, self.edited.line, self.edited.number)


def proposed(opened: Opened, path: str, record: R, shape: type[tuple[R, ...]]) -> Proposal[R]:
    """Propose a record at the end of a file's list; raise a `Stop` if it causes an error. Nothing is written.

    `path` is relative to the workspace, with "/"; `shape` is the list's type, such as `tuple[Entry, ...]`.
    """
    return _proposed(opened, path, record, shape, in_place.content(_place(opened, path)))


def add(proposal: Proposal[R]) -> Recorded:
    """Write the record. If the file has changed meanwhile, check the record again and append it to the new content."""
    opened, path, record, shape, before, *_ = proposal
    place = _place(opened, path)
    with in_place.locked(place, lambda: _waiting(path)):
        now = in_place.content(place)
        if now != before:
            proposal = _proposed(opened, path, record, shape, now)
        in_place.replace(place, now, proposal.edited.data)
    return proposal.would_be


def finish(proposal: Proposal[R], lines: Iterable[str], dry_run: bool, undo: Iterable[str]) -> None:
    """Write the record, unless this is a dry run or the file has it already, and print where it is.

    `lines` tell what it changes; `undo`: the words of the command that takes it back.
    """
    if proposal.repeats:
        screen.done("\n".join((*receipt.repeated(proposal.path, proposal.edited.line), "")))
        return
    say_day(proposal.record.recorded)
    head = receipt.proposed(*proposal.would_be) if dry_run else receipt.written(*add(proposal))
    note = receipt.ARRANGED if proposal.edited.arranged else ()
    screen.done("\n".join((*head, *note, *lines, *(() if dry_run else receipt.undo(undo)), "")))


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
        _refuse_errors(opened, path, data)
        in_place.replace(place, None, data)


def take_back(opened: Opened, path: str, shape: type[tuple[R, ...]]) -> Recorded:
    """Remove the file's last record if it is not committed to git. A file without records is deleted."""
    place = _place(opened, path)
    with in_place.locked(place, lambda: _waiting(path)):
        before = in_place.content(place)
        if before is None:
            raise Stop(f"chưa có {path}, không có gì để rút lại")
        edited = edit.taken_back(before, shape)
        kept = git.committed(place)
        if any(edit.holds(before, each, shape) for each in kept):
            raise Stop(f"dòng cuối của {path} đã lưu vào git, không rút lại được", "ghi một dòng mới để đính chính")
        _refuse_errors(opened, path, edited.data)
        if not kept and not edited.data:
            in_place.remove(place, before)
        else:
            in_place.replace(place, before, edited.data)
    return Recorded(path, edited.line, edited.number)


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


def _proposed(opened: Opened, path: str, record: R, shape: type[tuple[R, ...]], before: bytes | None) -> Proposal[R]:
    edited = edit.added(before or b"", record, shape)
    _refuse_errors(opened, path, edited.data)
    return Proposal(opened, path, record, shape, before, edited, edit.repeats(before or b"", record, shape))


def _place(opened: Opened, path: str) -> Path:
    return in_place.within(opened.folder, path, "ghi lại")


def _waiting(path: str) -> None:
    screen.say(f"Đang chờ chương trình khác ghi xong {path} …")


def _refuse_errors(opened: Opened, path: str, data: bytes) -> None:
    """Raise a `Stop` if the workspace would have errors with the new content."""
    errors = check.errors(load(opened.contents, opened.data, {path: data}, absent=opened.workspace.absent))
    if errors:
        message = f"ghi như vậy thì kế hoạch có {len(errors)} lỗi nên chưa ghi"
        raise Stop(message, "sửa lại nội dung rồi chạy lại", errors)
