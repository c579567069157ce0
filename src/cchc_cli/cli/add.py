"""cchc add: add a task to the plan by a decision."""

from typing import Annotated

import typer

from cchc_cli.model import Amendment
from cchc_cli.plan.plans import Plan
from cchc_cli.recording.amend import adding, basis
from cchc_cli.recording.amend.adding import Place, Typed
from cchc_cli.recording.amend.edits import Amending
from cchc_cli.shell import amending
from cchc_cli.shell import undo as taking_back
from cchc_cli.shell.faults import sound
from cchc_cli.shell.options import amending as options
from cchc_cli.shell.options import days, flags, scope, subject, suggestions, typed_names
from cchc_cli.shell.options.scope import Opened
from cchc_cli.text.problems import Stop
from cchc_cli.vietnamese.names import Match
from cchc_cli.vietnamese.paper import count


def command(
    identity: Annotated[
        str | None, typer.Argument(metavar="[MÃ]", help="Chỉ dùng với --undo: nhiệm vụ phải rút lại.",
                                   autocompletion=suggestions.tasks)
    ] = None,
    section: Annotated[
        str | None,
        typer.Option("--section", metavar="LĨNH_VỰC", help="Lĩnh vực của nhiệm vụ.",
                     autocompletion=suggestions.sections),
    ] = None,
    under: Annotated[
        str | None,
        typer.Option("--under", metavar="MÃ", help="Bổ sung thành dòng con của dòng này, như II.2.",
                     autocompletion=suggestions.tasks),
    ] = None,
    title: options.Title = None,
    schedule: options.Schedule = None,
    product: options.Products = None,
    lead: options.Lead = None,
    coordinate: options.Coordinate = None,
    perform: options.Perform = None,
    basis_: options.Basis = None,
    date: options.Date = None,
    given_by: options.GivenBy = None,
    undo: options.Undo = False,
    dry_run: options.DryRun = False,
    as_of: flags.AsOf = None,
    plan: flags.Plans = None,
    root: flags.Root = None,
) -> None:  # fmt: skip
    """Bổ sung một nhiệm vụ theo văn bản."""
    opened, today = scope.opened(root, plan), days.day(as_of)
    typed = options.typed(title, schedule, product, lead, coordinate, perform)
    if undo:
        taking_back.refuse_words(typed.says_something, section, under, given_by, basis_, date, dry_run)
        of = subject.of_change(identity, opened.workspace, today)
        amending.take_back(opened, of, "add", identity, today)
        return
    if identity is not None:
        raise Stop(f'thừa "{identity}": mã của nhiệm vụ mới do chương trình đặt', "ghi tên nhiệm vụ bằng --title")
    of = typed_names.writable(subject.one_plan(opened.workspace, today.year))
    if given_by is not None:
        found = _given(opened, of, typed, given_by, sound(basis.document(basis_, date, today)), section or under)
    else:
        decided = sound(basis.decided(of, basis_, date, today))
        found = sound(adding.added(of, _place(opened, of, section, under), typed, decided, opened.workspace.registry))
    amending.finish(opened, of, found, today, dry_run, taking_back.words("add", opened, of, found.about, plan))


def _given(opened: Opened, of: Plan, typed: Typed, by: str, document: Amendment, place: str | None) -> Amending:
    """A task given from above; who gives it is an agency that is known, else the words themselves."""
    if place:
        raise Stop("nhiệm vụ cấp trên giao không thuộc lĩnh vực nào của phụ lục", "bỏ --section, --under")
    registry = opened.workspace.registry
    found = registry.find(by)
    name = registry.name(found.id) if isinstance(found, Match) else by
    return sound(adding.given(of, typed, name, document, registry))


def _place(opened: Opened, of: Plan, section: str | None, under: str | None) -> Place:
    """The section, or the row, to which a task is added."""
    above = None
    if under is not None:
        own, above = sound(adding.heading(of, under))
    elif not of.is_divided and len(of.sections) == 1:
        own = of.sections[0]
    elif section is None:
        raise Stop("thiếu --section (lĩnh vực)", f"chọn một trong: {', '.join(each.id for each in of.sections)}")
    else:
        ids = typed_names.sections([section], opened.workspace)
        chosen = [each for each in of.sections if each.id in ids]
        if len(chosen) != 1:
            raise Stop(f"--section: nêu một lĩnh vực, đang nêu {count(len(ids))}", f"xem: cchc list --section {ids[0]}")
        own = chosen[0]
    path = opened.workspace.sources.path(own.at)
    return Place(own, path, opened.data[path], above)
