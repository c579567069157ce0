"""One record → one new line of a file of the workspace, checked before it is written; the last one taken back."""

from collections.abc import Iterable
from pathlib import Path
from typing import Generic, NamedTuple, TypeVar

from cchc_cli.answers import receipt
from cchc_cli.checking import check
from cchc_cli.disk import git, in_place
from cchc_cli.model import Placed
from cchc_cli.reading.load import load
from cchc_cli.recording import edit
from cchc_cli.shell import screen
from cchc_cli.shell.options.scope import Opened
from cchc_cli.text.problems import Stop

R = TypeVar("R", bound=Placed)


class Recorded(NamedTuple):
    """What was written or taken back: file relative to the workspace, the record's line of YAML, its line number."""

    path: str
    line: str
    number: int


class Proposal(NamedTuple, Generic[R]):
    """A record that may be written: where, what the file holds now, and what it would hold."""

    opened: Opened
    path: str
    record: R
    shape: type[tuple[R, ...]]
    before: bytes | None
    edited: edit.Edited

    @property
    def would_be(self) -> Recorded:
        """What would be written."""
        return Recorded(self.path, self.edited.line, self.edited.number)


def proposed(opened: Opened, path: str, record: R, shape: type[tuple[R, ...]]) -> Proposal[R]:
    """A record at the end of a file's list; a `Stop` where the plan would have an error with it. Nothing is written.

    `path`: relative to the workspace, with "/"; `shape`: the list's type, as `tuple[Entry, ...]`.
    """
    return _proposed(opened, path, record, shape, in_place.content(_place(opened, path)))


def add(proposal: Proposal[R]) -> Recorded:
    """Write it. Where the file has changed since, the record goes behind what it holds now, checked once more."""
    opened, path, record, shape, before, _ = proposal
    place = _place(opened, path)
    with in_place.locked(place, lambda: _waiting(path)):
        now = in_place.content(place)
        if now != before:
            proposal = _proposed(opened, path, record, shape, now)
        in_place.replace(place, now, proposal.edited.data)
    return proposal.would_be


def finish(proposal: Proposal[R], lines: Iterable[str], dry_run: bool) -> None:
    """Write it, unless that is only to be seen, and tell where it stands; `lines`: what it changes."""
    head = receipt.proposed(*proposal.would_be) if dry_run else receipt.written(*add(proposal))
    note = receipt.ARRANGED if proposal.edited.arranged else ()
    screen.done("\n".join((*head, *note, *lines, "")))


def create(opened: Opened, path: str, text: str) -> None:
    """Write a whole new file; one that is there already stays as it is."""
    place, data = _place(opened, path), text.encode()
    with in_place.locked(place, lambda: _waiting(path)):
        if in_place.content(place) is not None:
            raise Stop(f"đã có {path}", "xem lại tệp đó; nếu phải làm lại thì xóa nó đi")
        _refuse_errors(opened, path, data)
        in_place.replace(place, None, data)


def take_back(opened: Opened, path: str, shape: type[tuple[R, ...]]) -> Recorded:
    """Take the file's last record out again, while git has not kept it. A file with nothing left goes, too."""
    place = _place(opened, path)
    with in_place.locked(place, lambda: _waiting(path)):
        before = in_place.content(place)
        if before is None:
            raise Stop(f"chưa có {path}, không có gì để rút lại")
        edited = edit.taken_back(before, shape)
        kept = git.committed(place)
        if any(edit.holds(before, each, shape) for each in kept):
            raise Stop(f"dòng cuối của {path} đã được commit, không rút lại được", "ghi một cập nhật mới để đính chính")
        _refuse_errors(opened, path, edited.data)
        if not kept and not edited.data:
            in_place.remove(place, before)
        else:
            in_place.replace(place, before, edited.data)
    return Recorded(path, edited.line, edited.number)


def _proposed(opened: Opened, path: str, record: R, shape: type[tuple[R, ...]], before: bytes | None) -> Proposal[R]:
    edited = edit.added(before or b"", record, shape)
    _refuse_errors(opened, path, edited.data)
    return Proposal(opened, path, record, shape, before, edited)


def _place(opened: Opened, path: str) -> Path:
    return in_place.within(opened.folder, path, "ghi lại")


def _waiting(path: str) -> None:
    screen.say(f"Đang chờ chương trình khác ghi xong {path} …")


def _refuse_errors(opened: Opened, path: str, data: bytes) -> None:
    """The workspace that was read must be sound with the new content too."""
    errors = check.errors(load(opened.contents, opened.data, {path: data}))
    if errors:
        message = f"ghi như vậy thì kế hoạch có {len(errors)} lỗi nên chưa ghi"
        raise Stop(message, "sửa lại nội dung rồi chạy lại", errors)
