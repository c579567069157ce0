"""cchc forms: sheets for agencies without git: out, in, who has sent what."""

from collections.abc import Mapping
from datetime import date as Day
from pathlib import Path
from typing import Annotated

import typer

from cchc_cli.answers import forms as shown
from cchc_cli.plan.workspace import Workspace
from cchc_cli.queries.sent import sent
from cchc_cli.shell import answered, forming, progress_bar, screen, taking_in
from cchc_cli.shell import intake as intake_of
from cchc_cli.shell.forming import Wish
from cchc_cli.shell.intake import Intake
from cchc_cli.shell.options import days, flags, scope, subject, suggestions
from cchc_cli.shell.options.scope import Opened
from cchc_cli.text.problems import Stop

_USAGE = "ghi: cchc forms out --period 2026-Q3 -o phieu, cchc forms in phieu, hoặc cchc forms status --period 2026-Q3"
_FORMS = ("table", "md", "csv", "xlsx")
_Format = Annotated[
    str | None,
    typer.Option("--format", metavar="DẠNG",
                 help="status: table, md, csv hoặc xlsx (mặc định: theo đuôi tệp -o, hoặc table).",
                 autocompletion=suggestions.values(*_FORMS)),
]  # fmt: skip


def command(
    action: Annotated[
        str,
        typer.Argument(
            metavar="VIỆC",
            help="out (lập phiếu), in (nhận phiếu đã điền) hoặc status (ai đã gửi).",
            autocompletion=suggestions.values("out", "in", "status"),
        ),
    ],
    file: Annotated[Path | None, typer.Argument(metavar="[TỆP]", help="Phiếu, hoặc thư mục phiếu, để nhận.")] = None,
    period: flags.PeriodOption = None,
    agency: flags.Agencies = None,
    together: Annotated[bool, typer.Option("--together", help="Một phiếu chung cho mọi cơ quan được chọn.")] = False,
    output: Annotated[Path | None, typer.Option("-o", "--output", metavar="THƯ_MỤC", help="Nơi ghi các phiếu.")] = None,
    force: Annotated[bool, typer.Option("--force", help="Ghi đè cả phiếu đã có người điền.")] = False,
    undo: Annotated[bool, typer.Option("--undo", help="Bỏ những gì đã ghi từ phiếu, khi chưa lưu vào git.")] = False,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Chỉ xem sẽ ghi gì, chưa ghi gì.")] = False,
    as_of: flags.AsOf = None,
    form: _Format = None,
    plan: flags.Plans = None,
    root: flags.Root = None,
) -> int | None:
    """Phiếu Excel cho cơ quan không dùng git: lập, nhận, ai đã gửi."""
    given = {
        "TỆP": file, "--together": together, "--force": force, "-o": output, "--undo": undo, "--dry-run": dry_run,
        "--format": form,
    }  # fmt: skip
    _refuse_misfits(action, given)
    opened, today = scope.opened(root, plan), days.day(as_of)
    if action == "in":
        return _in(opened, file, period, agency, today, undo, dry_run)
    period = flags.needed(period, "--period", f"cchc forms {action} --period 2026-Q3")
    workspace = subject.about_one(opened.workspace, subject.year(period, today))
    wish = Wish(
        workspace.plans[0],
        days.period_of(period, workspace.plans[0].settings.ends),
        today,
        forming.chosen(agency, workspace.registry, today),
        together,
    )
    if action == "out":
        _out(opened, workspace, wish, output, force)
    else:
        _status(opened, workspace, wish, form, output)
    return None


_TAKES = {
    "out": ("--together", "--force", "-o"),
    "in": ("TỆP", "--undo", "--dry-run"),
    "status": ("--format", "-o"),
}
"""Which of the arguments that not all have each action takes."""


def _refuse_misfits(action: str, given: Mapping[str, object]) -> None:
    if action not in _TAKES:
        raise Stop(f'không có lệnh con "{action}"', _USAGE)
    idle = [name for name, value in given.items() if value and name not in _TAKES[action]]
    if idle:
        raise Stop(f"forms {action} không dùng {', '.join(idle)}", f"bỏ {', '.join(idle)}")


def _out(opened: Opened, workspace: Workspace, wish: Wish, output: Path | None, force: bool) -> None:
    if output is None or output in screen.STDOUT:
        raise Stop("phiếu cần một thư mục để ghi", "thêm -o THƯ_MỤC")
    asking = forming.asking(opened.folder, workspace, wish.plan, wish.period, wish.as_of)
    asked = wish._replace(agencies=wish.agencies or asking.agencies())
    files = {}
    with progress_bar.bar("Lập phiếu", 1 if wish.together else len(asked.agencies)) as step:
        for form in forming.forms(asked, asking):
            files[form.file] = forming.workbook(form, workspace.registry)
            step()
    forming.write(output, files, force)


def _in(
    opened: Opened, file: Path | None, period: str | None, agency: list[str] | None, today: Day, undo: bool, dry: bool
) -> int | None:
    if file is None:
        raise Stop(
            "chưa nêu phiếu cần nhận", "ghi như: cchc forms in phieu/so-tu-phap.xlsx, hoặc tên thư mục chứa phiếu"
        )
    is_folder = file.is_dir()
    intake = Intake(opened, today, period, forming.chosen(agency, opened.workspace.registry, today))
    sound, refused = taking_in.read(intake, intake_of.listed(file))
    taking_in.refuse(refused, is_folder)
    if not sound:
        raise taking_in.nothing_sound(refused, is_folder)
    if undo:
        taking_in.take_back(sound, opened)
    else:
        taking_in.record(sound, opened, intake, today, dry, f"cchc forms in {file.as_posix()} --undo")
    return 1 if refused else None


def _status(opened: Opened, workspace: Workspace, wish: Wish, form: str | None, output: Path | None) -> None:
    chosen = flags.table_form(form, output, _FORMS)
    asking = forming.asking(opened.folder, workspace, wish.plan, wish.period, wish.as_of)
    found = sent(wish.plan, wish.period, wish.as_of, wish.agencies or asking.agencies())
    answered.show(
        chosen, output, answered.Answered(lambda: shown.table(found, wish.period, wish.as_of, workspace.registry))
    )
