"""cchc new: the draft of the next plan, from one that ends."""

from datetime import date as Day
from typing import Annotated

import typer

from cchc_cli.checking import check
from cchc_cli.disk import in_place, new
from cchc_cli.plan.plans import Plan
from cchc_cli.plan.workspace import Workspace
from cchc_cli.reading.load import load
from cchc_cli.renewal import terms, told
from cchc_cli.renewal.choice import Why, choices, finished, given
from cchc_cli.renewal.draft import Draft, draft
from cchc_cli.renewal.mentions import mentions, moves
from cchc_cli.renewal.terms import Step
from cchc_cli.renewal.told import Renewal
from cchc_cli.shell import screen
from cchc_cli.shell.options import days, flags, life_suggestions, scope, suggestions
from cchc_cli.shell.options.scope import Opened
from cchc_cli.state.ledger import Ledger
from cchc_cli.text.problems import Stop

_LIKE = "ghi như: cchc new 2027 --from 2026"


def command(
    wanted: Annotated[
        str,
        typer.Argument(
            metavar="NĂM",
            help="Thời gian của kế hoạch mới: 2027; nửa năm: 2027-H1; nhiều năm: 2031-2035.",
            autocompletion=life_suggestions.next_years,
        ),
    ],
    former: Annotated[
        str | None,
        typer.Option("--from", metavar="KẾ_HOẠCH", help="Kế hoạch cũ, như 2026.", autocompletion=suggestions.plans),
    ] = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Chỉ xem sẽ lập gì, chưa ghi.")] = False,
    as_of: flags.AsOf = None,
    root: flags.Root = None,
) -> None:
    """Lập dự thảo kế hoạch năm sau từ kế hoạch năm nay."""
    if former is None:
        raise Stop("chưa nêu kế hoạch cũ", _LIKE)
    opened, today = scope.opened(root, [former]), days.day(as_of)
    plan = next(iter(opened.workspace.plans))
    to = _step(plan, wanted)
    name = terms.name(plan.name, to)
    ledger = Ledger.of(plan, opened.workspace)
    chosen = choices(plan, ledger, today)
    made = draft(plan, chosen, to, name)
    place = in_place.within(opened.folder, made.folder, "lập")
    new.refuse_there(place)
    workspace = _checked(opened, made.files)
    found = _renewal(ledger, chosen, made, workspace, to, today)
    if not dry_run:
        folder = len(made.folder) + 1
        new.create_tree(place, {path[folder:]: text.encode() for path, text in made.files.items()})
    screen.done("\n".join((*told.lines(found, name, not dry_run), "")))


def _step(plan: Plan, wanted: str) -> Step:
    to = terms.step(plan.file, wanted)
    if to is None:
        raise Stop(f'"{wanted}" không phải thời gian của một kế hoạch', "ghi như 2027, 2027-H1 hoặc 2031-2035")
    if to.new.start <= to.old.start:
        raise Stop(f"kế hoạch {plan.name} đã là của thời gian đó hoặc sau đó", f"nêu thời gian sau; {_LIKE}")
    return to


def _checked(opened: Opened, files: dict[str, str]) -> Workspace:
    """The workspace with the new plan beside the others; raise a `Stop` if it has an error."""
    contents = {path: text.encode() for path, text in files.items()}
    loaded = load(opened.contents, opened.data, contents, absent=opened.workspace.absent)
    errors = check.errors(loaded)
    if errors:
        raise Stop(f"kế hoạch mới sẽ có {len(errors)} lỗi nên chưa lập", "sửa ở kế hoạch cũ rồi chạy lại", errors)
    return loaded.workspace


def _renewal(
    ledger: Ledger, chosen: dict[str, Why], made: Draft, workspace: Workspace, to: Step, today: Day
) -> Renewal:
    """What is left to do in the new plan."""
    plan = ledger.plan
    own = next(each for each in workspace.plans if each.folder == made.folder)
    dated = moves(own, workspace, made.was)
    number = plan.file.decision.number if plan.file.decision else None
    named = mentions(made.files, to, number, [span for each in dated for span in each.spans])
    done = finished(ledger, chosen, made.renamed, today)
    return Renewal(plan, made, chosen, done, given(ledger, today), dated, named)
