"""One record → one new line of a file of the workspace, checked before it is written; the last one taken back."""

from pathlib import Path
from typing import NamedTuple

from cchc_cli import check, edit
from cchc_cli.disk import files, git, in_place
from cchc_cli.load import load
from cchc_cli.model import Placed
from cchc_cli.problems import Stop
from cchc_cli.shell import screen


class Recorded(NamedTuple):
    """What was written or taken back: file relative to the workspace, the record's line of YAML, its line number."""

    path: str
    line: str
    number: int


def add(folder: Path, path: str, record: Placed, shape: object, dry_run: bool = False) -> Recorded:
    """Write a record at the end of a file's list; the file is made where it is missing.

    `folder`: the workspace; `path`: relative to it, with "/"; `shape`: the list's type, as `tuple[Entry, ...]`.
    """
    place = in_place.within(folder, path, "ghi lại")
    if dry_run:
        return _told(path, _accepted(folder, path, in_place.content(place), record, shape))
    with in_place.locked(place, lambda: screen.say(f"Đang chờ chương trình khác ghi xong {path} …")):
        before = in_place.content(place)
        edited = _accepted(folder, path, before, record, shape)
        in_place.replace(place, before, edited.data)
    return _told(path, edited)


def create(folder: Path, path: str, text: str) -> None:
    """Write a whole new file; one that is there already stays as it is."""
    place, data = in_place.within(folder, path, "ghi lại"), text.encode()
    with in_place.locked(place, lambda: screen.say(f"Đang chờ chương trình khác ghi xong {path} …")):
        if in_place.content(place) is not None:
            raise Stop(f"đã có {path}", "xem lại tệp đó; nếu phải làm lại thì xóa nó đi")
        _refuse_errors(folder, path, data)
        in_place.replace(place, None, data)


def take_back(folder: Path, path: str, shape: object) -> Recorded:
    """Take the file's last record out again, while git has not kept it. A file with nothing left goes, too."""
    place = in_place.within(folder, path, "ghi lại")
    with in_place.locked(place, lambda: screen.say(f"Đang chờ chương trình khác ghi xong {path} …")):
        before = in_place.content(place)
        if before is None:
            raise Stop(f"chưa có {path}, không có gì để rút lại")
        edited = edit.taken_back(before, shape)
        kept = git.committed(place)
        if kept is not None and edit.holds(before, kept, shape):
            raise Stop(f"dòng cuối của {path} đã được commit, không rút lại được", "ghi một cập nhật mới để đính chính")
        _refuse_errors(folder, path, edited.data)
        if kept is None and not edited.data:
            in_place.remove(place, before)
        else:
            in_place.replace(place, before, edited.data)
    return _told(path, edited)


def _accepted(folder: Path, path: str, before: bytes | None, record: Placed, shape: object) -> edit.Edited:
    edited = edit.added(before or b"", record, shape)
    _refuse_errors(folder, path, edited.data)
    return edited


def _refuse_errors(folder: Path, path: str, data: bytes) -> None:
    """The file's plan and what all plans share must be sound with the new content."""
    own = [each for each in files.plan_folders(folder) if path.startswith(f"{each}/")]
    loaded = load(files.workspace_files(folder, tuple(own)) | {path: data})
    errors = check.errors(loaded)
    if errors:
        message = f"ghi như vậy thì kế hoạch có {len(errors)} lỗi nên chưa ghi"
        raise Stop(message, "sửa lại nội dung rồi chạy lại", errors)


def _told(path: str, edited: edit.Edited) -> Recorded:
    return Recorded(path, edited.line, edited.number)
