"""Files that another program holds open: on Windows they are waited for, then refused, and nothing is changed."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from cchc_cli.disk import held, in_place, plain, results, streams
from cchc_cli.disk.reasons import LONGEST, reason
from cchc_cli.text.problems import Stop

windows = pytest.mark.skipif(sys.platform != "win32", reason="other systems let an open file be renamed and removed")
OLD = b"- {task: I.1}\n"


@pytest.fixture(autouse=True)
def _at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(held, "PAUSE", 0)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    (tmp_path / "x.yaml").write_bytes(OLD)
    return tmp_path / "x.yaml"


@contextmanager
def alone(path: Path) -> Iterator[None]:
    """Hold a file as Excel does: nobody else may open it."""
    from ctypes import WinDLL, c_void_p  # type: ignore[attr-defined]

    kernel = WinDLL("kernel32")
    kernel.CreateFileW.restype = c_void_p
    handle = c_void_p(kernel.CreateFileW(str(path), 0xC0000000, 0, None, 3, 0, None))
    try:
        yield
    finally:
        kernel.CloseHandle(handle)


def test_what_is_held_for_a_moment_is_tried_again_on_windows_alone() -> None:
    tried: list[int] = []

    def third() -> int:
        tried.append(1)
        if len(tried) < 3:
            raise PermissionError
        return len(tried)

    if sys.platform == "win32":
        assert held.patient(third) == 3
    else:
        with pytest.raises(PermissionError):
            held.patient(third)
        assert tried == [1]


def test_what_stays_held_is_the_systems_error_after_so_many_tries() -> None:
    tried: list[int] = []

    def never() -> None:
        tried.append(1)
        raise PermissionError

    with pytest.raises(PermissionError):
        held.patient(never, held.SHORT)
    assert len(tried) == (held.SHORT if sys.platform == "win32" else 1)


@windows
def test_a_file_that_another_program_has_open_is_neither_replaced_nor_removed(path: Path) -> None:
    with path.open("rb"), in_place.locked(path, lambda: None):
        with pytest.raises(Stop, match=r"x\.yaml đang bị chương trình khác giữ"):
            in_place.replace(path, OLD, b"- {}\n")
        with pytest.raises(Stop, match="đang mở ở chương trình khác"):
            in_place.remove(path, OLD)
    assert {each.name: each.read_bytes() for each in path.parent.iterdir()} == {"x.yaml": OLD}


@windows
def test_a_document_that_is_open_in_word_is_not_overwritten(path: Path) -> None:
    with path.open("rb"):
        with pytest.raises(Stop, match="đang bị chương trình khác giữ"):
            results.write(path, b"x")
        with pytest.raises(Stop, match="đang bị chương trình khác giữ"):
            results.write_all(path.parent, {"a.md": b"x", path.name: b"x"})
        with pytest.raises(Stop, match="đang mở ở chương trình khác"), streams.together(path.parent, ("x.yaml",)):
            pass
    assert {each.name: each.read_bytes() for each in path.parent.iterdir()} == {"x.yaml": OLD}


@windows
def test_a_file_that_only_its_holder_may_read_is_named_as_held(path: Path) -> None:
    with alone(path):
        found = plain.content(path, 100)
    assert isinstance(found, plain.Unread) and "đang mở ở chương trình khác" in found.why


@windows
@pytest.mark.parametrize(
    ("number", "told"),
    [(32, "đang mở ở chương trình khác"), (5, "không có quyền, hoặc đang mở"), (206, "quá dài"), (53, "ổ mạng"),
     (112, "đĩa đầy"), (3, "không có thư mục đó")],
)  # fmt: skip
def test_what_windows_says_is_told_in_vietnamese(number: int, told: str) -> None:
    assert told in reason(OSError(0, "", "x", number))


@windows
def test_a_path_that_is_too_long_is_told_and_a_file_of_that_length_that_is_missing_is_missing(tmp_path: Path) -> None:
    long = tmp_path / ("x" * (LONGEST + 1 - len(str(tmp_path))))
    assert "dài quá 259 ký tự" in reason(FileNotFoundError(2, "", str(long)))
    assert reason(FileNotFoundError(2, "", "x")) == "không có thư mục đó"
    assert plain.content(tmp_path / "a" / "b", 1) is None and plain.too_long(long) is None
