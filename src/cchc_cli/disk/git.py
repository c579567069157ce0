"""Read from git: one file as last committed, or all files of a commit, which takes two processes."""

import os
import subprocess
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from cchc_cli.disk import look
from cchc_cli.disk.plain import PLAN_BYTES
from cchc_cli.text.problems import Stop

_DEEPER = "lấy đủ lịch sử: git fetch --unshallow; trong CI: fetch-depth: 0 (GitHub), GIT_DEPTH: 0 (GitLab)"
_COMMIT = "ghi một cập nhật mới để đính chính"
_LISTED = "xem các nhánh: git branch --all; xem các commit: git log --oneline"

_VARIABLES = {
    "LC_ALL": "C",  # this module parses git's messages, so they must be in English
    "GIT_ALLOW_PROTOCOL": "",  # never fetch, even if an object is missing or the configuration asks for it
    "GIT_NO_LAZY_FETCH": "1",
    "GIT_OPTIONAL_LOCKS": "0",
    "GIT_TERMINAL_PROMPT": "0",
}
_SETTINGS = tuple(
    word
    for setting in (
        "core.fsmonitor=false",
        f"core.hooksPath={os.devnull}",
        "core.sshCommand=false",
        "protocol.allow=never",
    )
    for word in ("-c", setting)
)
"""Settings that override a repository's configuration: git runs none of its programs and fetches nothing."""
_PATIENCE = 120
"""The time limit in seconds; git usually answers in hundredths of a second."""
_LINK, _FILE, _SUBMODULE = b"120000", b"100", b"160000"
"""How the modes of a tree begin."""


class Listing(NamedTuple):
    """What a commit holds, by path from the top of the repository: files and symbolic links with git's id of their
    content, and submodules, whose content is in another repository.
    """

    files: dict[str, str]
    links: dict[str, str]
    submodules: frozenset[str]


def committed(path: Path) -> tuple[bytes, ...]:
    """The file as the last commit has it; () outside a repository, before the first commit, or for a file new since.

    If the commit does not have this path, the file may have been moved: return the committed files with the same name
    or folder name that no longer exist on the disk. Raise a `Stop` if there is a repository but git fails.
    """
    folder = next(each for each in path.parents if look.is_there(each))
    if not any(look.is_there(each / ".git") for each in Path(os.path.realpath(folder), "x").parents):
        return ()
    head = _git(folder, "rev-parse", "--verify", "--quiet", "HEAD")
    if head is None or head.returncode > 1:
        _asked(folder, "rev-parse", "--verify", "HEAD")  # raises a `Stop` with the reason
    elif head.returncode:
        return ()
    listed, own = listing(folder, "HEAD"), prefix(folder) + path.relative_to(folder).as_posix()
    found = listed.files
    if own in found:
        return _whole(folder, [found[own]])
    above = {own, *map(str, PurePosixPath(own).parents)}
    if not above.isdisjoint((*listed.links, *listed.submodules)):
        raise Stop(f"không biết git đã giữ {path.name} chưa: trong git đó là liên kết hoặc kho con", _COMMIT)
    top = Path(_asked(folder, "rev-parse", "--show-toplevel").decode(errors="surrogateescape").removesuffix("\n"))
    gone = [each for each in found if _is_alike(each, path) and not look.is_there(top / each)]
    return _whole(folder, [found[each] for each in gone])


def _whole(folder: Path, identities: list[str]) -> tuple[bytes, ...]:
    found = [each for each in contents(folder, identities, PLAN_BYTES) if each is not None]
    if len(found) < len(identities):
        raise Stop("bản trong git của tệp này quá lớn, không xem được", _COMMIT)
    return tuple(found)


def _is_alike(one: str, path: Path) -> bool:
    other = Path(one)
    return other.name == path.name or (other.parent.name == path.parent.name and other.suffix == path.suffix)


def prefix(folder: Path) -> str:
    """A folder's path in its repository: "" at the top or in a bare one, else "folder/"."""
    return _asked(folder, "rev-parse", "--show-prefix").decode(errors="surrogateescape").removesuffix("\n")


def listing(folder: Path, revision: str) -> Listing:
    """Everything that a commit holds."""
    if not revision or revision.startswith("-"):
        raise Stop(f'không có phiên bản "{revision}"', _LISTED)
    listed = _git(folder, "ls-tree", "-r", "-z", "--full-tree", f"{revision}^{{commit}}")
    if listed is None or listed.returncode:
        raise _missing(folder, revision)
    entries = [_entry(line) for line in listed.stdout.split(b"\0") if line]
    files, links, submodules = (
        {path: identity for mode, identity, path in entries if mode.startswith(kind)}
        for kind in (_FILE, _LINK, _SUBMODULE)
    )
    return Listing(files, links, frozenset(submodules))


def _entry(line: bytes) -> tuple[bytes, str, str]:
    about, _, path = line.partition(b"\t")
    mode, _, identity = about.split(b" ")
    return mode, identity.decode(), path.decode(errors="surrogateescape")


def contents(folder: Path, identities: list[str], most: int) -> list[bytes | None]:
    """The contents of the objects with these git ids, in the order given; None for each of more than `most` bytes."""
    if not identities:
        return []
    heads = _batch(folder, "--batch-check", identities).splitlines()
    sizes = dict(zip(identities, map(_size, heads), strict=True))
    small = [each for each in sizes if sizes[each] <= most]
    answered = _batch(folder, "--batch", small)
    found: dict[str, bytes] = {}
    place = 0
    for each in small:
        start = answered.index(b"\n", place) + 1
        place = start + sizes[each] + 1
        found[each] = answered[start : place - 1]
    return [found.get(each) for each in identities]


def _batch(folder: Path, how: str, identities: list[str]) -> bytes:
    return _asked(folder, "cat-file", how, given="".join(f"{each}\n" for each in identities).encode())


def _size(head: bytes) -> int:
    """The size that git tells of an object, as in "ID blob 123"."""
    size = head.rpartition(b" ")[2]
    if not size.isdigit():
        raise Stop("kho git thiếu nội dung của một số tệp", _DEEPER)
    return int(size)


def fork(folder: Path, one: str, other: str) -> str:
    """The commit at which two revisions parted."""
    for each in (one, other):
        listing(folder, each)
    parted = _git(folder, "merge-base", one, other)
    if parted is not None and parted.returncode == 0:
        return parted.stdout.decode().strip()
    hint = _DEEPER if _is_shallow(folder) else "hai nhánh này không cùng gốc; nêu một commit cụ thể"
    raise Stop(f'không tìm được chỗ "{one}" và "{other}" tách nhau', hint)


def names(folder: Path) -> tuple[str, ...]:
    """The branches and tags, those of other places too."""
    told = _asked(folder, "for-each-ref", "--format=%(refname:short)", "refs/heads", "refs/tags", "refs/remotes")
    return tuple(told.decode(errors="replace").split())


def _missing(folder: Path, revision: str) -> Stop:
    """Explain why git does not find a revision."""
    _asked(folder, "rev-parse", "--git-dir")
    if _is_shallow(folder):
        return Stop(f'bản lấy về này không có "{revision}" vì chỉ lấy một phần lịch sử', _DEEPER)
    if _git_failed(folder, "rev-parse", "--verify", "--quiet", "HEAD"):
        return Stop("kho git này chưa có commit nào", "commit kế hoạch lần đầu rồi mới có cái để so")
    branch = revision.removeprefix("origin/")
    fetch = f"; lấy nhánh về: git fetch origin {branch}" if branch != revision else ""
    return Stop(f'không có phiên bản "{revision}"', _LISTED + fetch)


def _is_shallow(folder: Path) -> bool:
    return _asked(folder, "rev-parse", "--is-shallow-repository").strip() == b"true"


def _git_failed(folder: Path, *arguments: str) -> bool:
    ran = _git(folder, *arguments)
    return ran is None or ran.returncode != 0


def _asked(folder: Path, *arguments: str, given: bytes | None = None) -> bytes:
    """Return git's output; raise a `Stop` if git is not installed or the folder is not in a repository."""
    ran = _git(folder, *arguments, given=given)
    if ran is None:
        raise Stop("không chạy được git", "cài git, thêm vào PATH rồi chạy lại")
    if ran.returncode == 0:
        return ran.stdout
    told = ran.stderr.decode(errors="replace").strip().partition("\n")[0]
    if "not a git repository" in told:
        raise Stop(
            f"{folder.as_posix()} không nằm trong kho git nào",
            "chạy trong thư mục lấy về bằng git clone, hoặc tạo kho: git init",
        )
    if not folder.is_dir():
        raise Stop(f"không có thư mục {folder.as_posix()}", "xem lại đường dẫn, hoặc bỏ -C nếu đang đứng trong kho git")
    if "dubious ownership" in told:
        owned = f'git config --global --add safe.directory "{folder.resolve().as_posix()}"'
        raise Stop("git không mở kho này vì thư mục thuộc người dùng khác", f"cho phép bằng: {owned}")
    raise Stop(f"không hỏi được git: {told}", "chạy git status trong thư mục này để xem vì sao")


def _git(folder: Path, *arguments: str, given: bytes | None = None) -> subprocess.CompletedProcess[bytes] | None:
    program = _program()
    if program is None:
        return None
    command = (program, "--no-pager", *_SETTINGS, "-C", str(folder), *arguments)
    told = os.environ | _VARIABLES
    try:
        if given is not None:
            return subprocess.run(command, input=given, capture_output=True, env=told, timeout=_PATIENCE, check=False)
        return subprocess.run(
            command, stdin=subprocess.DEVNULL, capture_output=True, env=told, timeout=_PATIENCE, check=False
        )
    except OSError:
        return None
    except subprocess.TimeoutExpired as error:
        raise Stop("git không trả lời", "chạy git status trong thư mục này để xem vì sao") from error


def _program() -> str | None:
    """The path of the git program, searched on the PATH. Relative folders on the PATH are skipped."""
    name = "git.exe" if os.name == "nt" else "git"
    places = (Path(each, name) for each in os.get_exec_path() if os.path.isabs(each))  # noqa: PTH117
    return next((str(each) for each in places if os.access(each, os.X_OK) and each.is_file()), None)
