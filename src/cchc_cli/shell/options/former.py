"""Chosen agencies that have ended by a day: a remark, or a `Stop`, that names who has their work now."""

from datetime import date as Day

from cchc_cli.plan.registry import Registry
from cchc_cli.shell import screen
from cchc_cli.text.problems import Stop
from cchc_cli.wording import agencies


def say(chosen: tuple[str, ...], registry: Registry, day: Day) -> None:
    """Say of each agency that has ended who has its work."""
    for each in chosen:
        told = agencies.passed_on(registry, each, day)
        if told:
            screen.say(f"{told}.")


def refuse(chosen: tuple[str, ...], registry: Registry, day: Day) -> None:
    """Raise a `Stop` for an agency that no longer exists and so issues no document; its successor does."""
    for each in chosen:
        ended, now = agencies.ended(registry, each, day), registry.succession.holders(each, day)
        if ended and now != (each,):
            names = agencies.names(registry, now)
            raise Stop(f"{ended}, không còn lập báo cáo", f"ghi ở --agency tên cơ quan kế tục: {names}")
