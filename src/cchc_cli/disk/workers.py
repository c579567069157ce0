"""Work on many things by all processors, in processes that hand back bytes; where processes cannot fork, by one."""

import os
import sys
from collections.abc import Callable, Sequence
from typing import Generic, NamedTuple, TypeVar

from cchc_cli.text.problems import Stop

T = TypeVar("T")
R = TypeVar("R")


class Work(NamedTuple, Generic[T, R]):
    """What is done with a share of the things, and how its result becomes bytes and comes back."""

    do: Callable[[Sequence[T]], R]
    pack: Callable[[R], bytes]
    unpack: Callable[[bytes], R]


def spread(things: Sequence[T], work: Work[T, R], worth: bool) -> list[R]:
    """The result of each share of the things, in their order.

    `worth`: whether there is so much to do that another process pays. Raise a `Stop` if a process failed.
    """
    count = min(_processors(), len(things)) if worth else 1
    if count < 2:
        return [work.do(things)]
    size = -(-len(things) // count)
    pipes = [_started(things[place : place + size], work) for place in range(0, len(things), size)]
    found = [_finished(*pipe) for pipe in pipes]
    if None in found:
        raise Stop("đọc dở dang: một tiến trình dừng giữa chừng, hoặc có tệp vừa bị sửa", "chạy lại lệnh này")
    return [work.unpack(each) for each in found if each is not None]


def _processors() -> int:
    if sys.platform == "win32":
        return 1
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _started(share: Sequence[T], work: Work[T, R]) -> tuple[int, int]:
    if sys.platform == "win32":
        raise NotImplementedError  # one processor is told there
    read, write = os.pipe()
    child = os.fork()
    if child == 0:
        code = 1
        try:
            os.close(read)
            with os.fdopen(write, "wb") as pipe:
                pipe.write(work.pack(work.do(share)))
            code = 0
        finally:
            os._exit(code)
    os.close(write)
    return child, read


def _finished(child: int, read: int) -> bytes | None:
    with os.fdopen(read, "rb") as pipe:
        found = pipe.read()
    _, status = os.waitpid(child, 0)
    return found if status == 0 else None
