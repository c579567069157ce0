"""Show a progress bar on stderr for work of more than a second, if stderr is a terminal."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import Timer
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rich.progress import Progress

_PATIENCE = 1.0
"""Seconds before the bar is shown."""


@contextmanager
def bar(words: str, total: int) -> Iterator[Callable[[], None]]:
    """Yield a function that advances the bar by one of `total` steps."""
    if sys.stderr is None or not sys.stderr.isatty():
        yield lambda: None
        return
    done = 0
    shown: list[Progress] = []

    def show() -> None:
        progress = _drawn()
        progress.add_task(words, total=total, completed=done)
        progress.start()
        shown.append(progress)

    def step() -> None:
        nonlocal done
        done += 1
        for progress in shown:
            progress.advance(progress.task_ids[0])

    timer = Timer(_PATIENCE, show)
    timer.daemon = True
    timer.start()
    try:
        yield step
    finally:
        timer.cancel()
        timer.join()
        for progress in shown:
            progress.stop()


def _drawn() -> "Progress":
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

    columns = (TextColumn("{task.description}", markup=False), BarColumn(), MofNCompleteColumn())
    return Progress(*columns, console=Console(file=sys.stderr), transient=True)
