"""Forms out: the workbooks of the agencies of a plan, for a period."""

from collections.abc import Iterator
from datetime import date as Day
from pathlib import Path
from typing import NamedTuple

from msgspec import structs

from cchc_cli.disk import results
from cchc_cli.documents import reports
from cchc_cli.forms import book
from cchc_cli.forms.asked import Asking, Form
from cchc_cli.forms.read import received
from cchc_cli.forms.taken import rows
from cchc_cli.plan.plans import Plan
from cchc_cli.plan.registry import Registry
from cchc_cli.plan.workspace import Workspace
from cchc_cli.schedule import Period
from cchc_cli.shell import screen
from cchc_cli.shell.options import typed_names
from cchc_cli.shell.templates import filler, library, scenes
from cchc_cli.shell.templates.scenes import Wanted
from cchc_cli.text.problems import Stop

_REPORTS = {"quarter": "quarterly", "half": "half-year", "nine": "nine-month", "year": "annual"}
"""The periodic report of a kind of period, whose places the agencies are asked to fill."""
_SHOWN = 3


class Wish(NamedTuple):
    """Which forms are wanted: of which plan, period, day, agencies; in one file or one an agency."""

    plan: Plan
    period: Period
    as_of: Day
    agencies: tuple[str, ...]
    together: bool


def asking(folder: Path, workspace: Workspace, plan: Plan, period: Period, as_of: Day) -> Asking:
    """What makes forms of a plan for a period."""
    return Asking(workspace, plan, period, as_of, places(folder, workspace, plan, period, as_of))


def forms(wish: Wish, given: Asking) -> Iterator[Form]:
    """The forms, in the order of the registry."""
    chosen = wish.agencies or given.agencies()
    if wish.together:
        yield given.form(chosen)
        return
    yield from (given.form((each,)) for each in chosen)


def workbook(form: Form, registry: Registry) -> bytes:
    """The file of a form; a form without any row is a `Stop`."""
    if not any(form.rows):
        raise Stop(f"{form.addressed} không có nhiệm vụ, số liệu nào để báo cáo", "xem: cchc agencies")
    return book.render(form, {each: registry.name(each) for each in form.stamp.agencies})


def chosen(given: list[str] | None, registry: Registry, day: Day) -> tuple[str, ...]:
    """--agency names → agencies; a group means its members on a day."""
    named = typed_names.agencies(given, registry)
    for each in named:
        if registry.is_open(each):
            raise Stop(f"{registry.name(each)} là nhóm mở, không có danh sách cơ quan", "ghi tên các cơ quan")
    return registry.in_order(agency for each in named for agency in registry.meant(each, day))


def places(folder: Path, workspace: Workspace, plan: Plan, period: Period, as_of: Day) -> tuple[tuple[str, str], ...]:
    """The named places of the period's report, and what is wanted there; its head and signature are not asked for."""
    name = _REPORTS.get(period.kind)
    if name is None:
        return ()
    kind, alone = reports.named(name), structs.replace(workspace, plans=(plan,))
    made = scenes.scene(kind, alone, Wanted(period=period.id, as_of=as_of.isoformat()))
    rendered = filler.filled(folder, library.find(folder, name, "md"), "md", reports.view(name, made))
    return tuple((place.name, place.wanted) for place in rendered.places if place.name and place.is_of_the_text)


def write(folder: Path, made: dict[str, bytes], force: bool) -> None:
    """Write the forms into a folder, all of them or none; a form that was filled in is a `Stop`."""
    if folder.exists() and not folder.is_dir():
        raise Stop(f"{folder.as_posix()} không phải là thư mục", "chọn một thư mục bằng -o")
    there = {name: results.standing(folder / name) for name in made}
    spared = [name for name, data in there.items() if data not in (None, made[name]) and not _is_blank(data or b"")]
    if spared and not force:
        more = f" và {len(spared) - _SHOWN} phiếu khác" if len(spared) > _SHOWN else ""
        raise Stop(
            f"{', '.join(spared[:_SHOWN])}{more} trong {folder.as_posix()} đã có người điền; chưa ghi đè",
            "ghi ra thư mục khác bằng -o, hoặc thêm --force để bỏ những gì đã điền",
        )
    results.write_all(folder, made)
    screen.say(f"Đã ghi {len(made)} phiếu vào {folder.as_posix()}")


def _is_blank(data: bytes) -> bool:
    """Whether a file is a form in which nothing was filled in."""
    try:
        return not any(rows(received(data)))
    except Stop:
        return False
