"""Work on many things by all processors, in processes that hand back bytes; where processes cannot fork, by one."""

import os
from collections.abc import Callable, Sequence
from typing import TypeVar

from cchc_cli.text.problems import Stop

T = TypeVar("T")


def spread(things: Sequence[T], work: Callable[[Sequence[T]], bytes], worth: bool) -> list[bytes]:
    """What the work on each share of the things, in their order, hands back.

    `worth`: whether there is so much to do that another process pays. Raise a `Stop` if a process failed.
    """
    count = min(_processors(), len(things)) if worth else 1
    if count < 2:
        return [work(things)]
    size = -(-len(things) // count)
    pipes = [_started(things[place : place + size], work) for place in range(0, len(things), size)]
    found = [_finished(*pipe) for pipe in pipes]
    if None in found:
        raise Stop("đọc chưa xong: một tiến trình dừng giữa chừng, hoặc có tệp vừa bị sửa", "chạy lại lệnh này")
    return [each for each in found if each is not None]


def _processors() -> int:
    if not hasattr(os, "fork"):
        return 1
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _started(share: Sequence[T], work: Callable[[Sequence[T]], bytes]) -> tuple[int, int]:
    read, write = os.pipe()
    child = os.fork()
    if child == 0:
        code = 1
        try:
            os.close(read)
            with os.fdopen(write, "wb") as pipe:
                pipe.write(work(share))
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
