"""cchc inspect: an inspection of an agency."""

from datetime import date as Day
from pathlib import Path
from typing import Annotated

import typer
from msgspec import Struct, structs

from cchc_cli.answers import inspect as shown
from cchc_cli.model import Inspection
from cchc_cli.plan.workspace import Workspace
from cchc_cli.queries.inspections import standing
from cchc_cli.reading import places
from cchc_cli.recording import identities
from cchc_cli.recording.inspection import Typed, inspection
from cchc_cli.shell import answered, writer
from cchc_cli.shell import undo as taking_back
from cchc_cli.shell.faults import sound
from cchc_cli.shell.options import days, flags, scope, subject, suggestions, typed_names
from cchc_cli.shell.options.scope import Opened
from cchc_cli.shell.undo import Kept
from cchc_cli.text.problems import Stop

_SHAPE = tuple[Inspection, ...]


_Agency = Annotated[
    str | None,
    typer.Argument(metavar="[CƠ_QUAN]", help="Cơ quan được kiểm tra; không nêu thì xem các cuộc kiểm tra.",
                   autocompletion=suggestions.agencies),
]  # fmt: skip
_Date = Annotated[str | None, typer.Option("--date", metavar="NGÀY", help="Ngày kiểm tra (mặc định: hôm nay).")]
_Kind = Annotated[
    str | None,
    typer.Option("--kind", metavar="HÌNH_THỨC", help="direct (trực tiếp), file (qua hồ sơ) hoặc sudden (đột xuất).",
                 autocompletion=suggestions.inspection_kinds),
]  # fmt: skip
_Subject = Annotated[
    str | None,
    typer.Option("--subject", metavar="CHUYÊN_ĐỀ", help="Một chuyên đề khai ở inspection_subjects.",
                 autocompletion=suggestions.subjects),
]  # fmt: skip
_Document = Annotated[str | None, typer.Option("--document", metavar="SỐ", help='Văn bản kết luận, như "12/KL-SNV".')]
_Findings = Annotated[str | None, typer.Option("--findings", metavar="SỐ_ĐẾM", help="Số vấn đề phát hiện.")]
_Mended = Annotated[str | None, typer.Option("--mended", metavar="SỐ_ĐẾM", help="Số vấn đề đã xử lý.")]


def command(
    agency: _Agency = None,
    date: _Date = None,
    kind: _Kind = None,
    subject_: _Subject = None,
    document: _Document = None,
    findings: _Findings = None,
    mended: _Mended = None,
    undo: flags.Undo = False,
    dry_run: flags.DryRun = False,
    as_of: flags.AsOf = None,
    form: flags.Format = None,
    output: flags.Output = None,
    plan: flags.Plans = None,
    root: flags.Root = None,
) -> None:
    """Ghi một cuộc kiểm tra, hoặc xem các cuộc đã ghi."""
    typed = Typed(date, kind, subject_, document, findings, mended)
    opened, today = scope.opened(root, plan), days.day(as_of)
    workspace = subject.about_one(opened.workspace, today.year)
    one = sound(identities.single(agency, workspace.registry)) if agency else None
    if undo:
        taking_back.refuse_words(*typed, dry_run, form, output)
        _take_back(opened, workspace, one)
    elif one is None:
        _refuse(
            any(typed) or dry_run, "chưa nêu cơ quan được kiểm tra", 'ghi như: cchc inspect "Sở Tư pháp" --kind file'
        )
        _show(workspace, today, flags.table_form(form, output), output)
    else:
        _refuse(form or output, "ghi một cuộc kiểm tra thì không có --format, -o", "muốn xem bảng: cchc inspect")
        _record(opened, workspace, one, typed, today, dry_run, taking_back.words_about("inspect", one, plans=plan))


def _refuse(is_wrong: object, message: str, hint: str) -> None:
    if is_wrong:
        raise Stop(message, hint)


def _record(
    opened: Opened, workspace: Workspace, agency: str, typed: Typed, today: Day, dry_run: bool, undo: list[str]
) -> None:
    of = typed_names.writable(workspace.plans[0])
    held = standing(of.records.inspections, Day.max)
    made = sound(inspection(agency, typed, held, of.settings.inspection_subjects or (), today))
    records = structs.replace(of.records, inspections=(*of.records.inspections, made))
    after = structs.replace(workspace, plans=(structs.replace(of, records=records),))
    proposal = writer.proposed(opened, places.inspections(of.folder), made, _SHAPE)
    writer.finish(proposal, shown.told(made, workspace, after, today), dry_run, undo)


def _take_back(opened: Opened, workspace: Workspace, agency: str | None) -> None:
    of = typed_names.writable(workspace.plans[0])
    kept = Kept(places.inspections(of.folder), of.records.inspections, _SHAPE, lambda each: each.agency)
    taking_back.last(kept, agency)
    taking_back.take_back(opened, kept, ())


def _show(workspace: Workspace, today: Day, form: str, output: Path | None) -> None:
    def as_json() -> Struct:
        from cchc_cli.answers.json.inspect import inspections

        return inspections(workspace, today)

    answered.show(form, output, answered.Answered(lambda: shown.table(workspace, today), as_json))
