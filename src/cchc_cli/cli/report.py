"""cchc report: a document from a template."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NamedTuple
from unicodedata import normalize

import typer
from msgspec import structs

from cchc_cli.documents import reports
from cchc_cli.documents.reports import letterhead
from cchc_cli.documents.reports.agency import Sheet
from cchc_cli.documents.reports.desk import Desk
from cchc_cli.documents.reports.due_parts import Letter
from cchc_cli.documents.reports.scene import ReportKind, Scene
from cchc_cli.documents.reports.views import View
from cchc_cli.documents.texts.places import Texts
from cchc_cli.plan.workspace import Workspace
from cchc_cli.shell import progress_bar, screen
from cchc_cli.shell.options import flags, report_flags, scope, suggestions
from cchc_cli.shell.options.surplus import surplus
from cchc_cli.shell.templates import blanks, filler, known_forms, letters, library, questions, scenes, spared, unwritten
from cchc_cli.text.problems import Stop

if TYPE_CHECKING:
    from cchc_cli.documents.render.sandbox import Rendered

_BINARY = ("docx",)


def command(
    context: typer.Context,
    names: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[TÊN]",
            help="Tên báo cáo, như quarterly (báo cáo quý); --check nhận nhiều tên.",
            autocompletion=suggestions.reports,
        ),
    ] = None,
    listing: Annotated[bool, typer.Option("--list", help="Liệt kê các báo cáo và dạng tệp của chúng.")] = False,
    check: Annotated[bool, typer.Option("--check", help="Thử mọi mẫu với dữ liệu mẫu và kế hoạch ở đây.")] = False,
    fields: Annotated[bool, typer.Option("--fields", help="Các tên mà mẫu dùng được, với giá trị hôm nay.")] = False,
    eject: Annotated[bool, typer.Option("--eject", help="Chép mẫu có sẵn ra thư mục templates/ để sửa.")] = False,
    blanks_: Annotated[bool, typer.Option("--blanks", help="Các chỗ cần viết, chỗ nào đã có nội dung.")] = False,
    agency: flags.Agencies = None,
    within: report_flags.Within = None,
    each: Annotated[
        bool, typer.Option("--each", help="Công văn đôn đốc: mỗi cơ quan một công văn, ghi vào thư mục -o.")
    ] = False,
    period_: flags.PeriodOption = None,
    as_reported: flags.AsReported = False,
    as_of: flags.AsOf = None,
    form: report_flags.Form = None,
    as_report: report_flags.AsReport = None,
    output: flags.Output = None,
    force: Annotated[bool, typer.Option("--force", help="Ghi đè cả tài liệu đã có người sửa.")] = False,
    plan: flags.Plans = None,
    root: flags.Root = None,
) -> int | None:
    """Báo cáo, công văn theo mẫu, như quarterly (báo cáo quý)."""
    modes = {"--list": listing, "--check": check, "--fields": fields, "--eject": eject, "--blanks": blanks_,
             "--each": each}  # fmt: skip
    chosen = [option for option, given in modes.items() if given]
    if len(chosen) > 1:
        raise Stop(
            "các lựa chọn này không dùng cùng nhau",
            "chọn một: --list, --check, --fields, --eject, --blanks hoặc --each",
        )
    called = tuple(normalize("NFC", each) for each in names or ())
    if len(called) > 1 and not check and not set(called) <= set(reports.every_report()):
        raise surplus(context, list(called[1:]))
    wanted = scenes.Wanted(agency, within, period_, as_of, as_reported)
    asked = Asked(called, wanted, plan, root, form, output, force, as_report)
    mode = chosen[0] if chosen else "" if names else "--list"
    _refuse_idle(mode, asked, bool(chosen))
    return _MODES[mode](asked)


class Asked(NamedTuple):
    """The names and options as typed, without the option that selects the action."""

    names: tuple[str, ...]
    wanted: scenes.Wanted
    plans: list[str] | None
    root: Path | None
    form: str | None
    output: Path | None
    force: bool
    as_report: str | None

    @property
    def name(self) -> str:
        """The name of the requested report; raise a `Stop` unless there is exactly one."""
        if len(self.names) != 1:
            raise Stop("cần tên của một báo cáo", "xem tên các báo cáo: cchc report --list")
        return self.names[0]

    def report(self, root: Path) -> str:
        """The name of the report whose figures fill the template."""
        return known_forms.report_of(root, self.name, self.as_report)

    @property
    def around(self) -> Path | None:
        """The workspace or None, because actions on templates do not need one."""
        return scope.root(self.root) if self.root else scope.root_or_none(self.root)


def _list(asked: Asked) -> None:
    questions.listed(asked.around, asked.form, asked.output)


def _check(asked: Asked) -> int:
    return questions.checked(asked.around, list(asked.names), asked.plans, asked.form, asked.output)


def _fields(asked: Asked) -> None:
    name, folder = asked.name, scope.root(asked.root)
    questions.told(folder, name, asked.report(folder), asked.wanted, asked.plans, asked.form, asked.output)


def _eject(asked: Asked) -> None:
    name, folder = asked.name, scope.root(asked.root)
    questions.ejected(folder, name, asked.form)


def _blanks(asked: Asked) -> None:
    name, folder = asked.name, scope.root(asked.root)
    if name not in library.titles(folder):
        raise library.unknown(folder, name)
    view, texts = _view(asked, asked.report(folder), scope.linked(folder, asked.plans))
    blanks.listed(folder, name, view, texts, asked.form, asked.output)


def _letters(asked: Asked) -> None:
    name, folder = asked.name, scope.root(asked.root)
    target = letters.folder(name, asked.output)
    form = flags.form_of(asked.form, None, (*library.ENDINGS, letters.MAIL), "docx")
    printed = "docx" if form == letters.MAIL else form
    template = library.find(folder, name, printed)
    workspace = scope.linked(folder, asked.plans)
    view, texts = _view(asked, name, workspace)
    if not isinstance(view.report, Letter) or not letters.any_to_send(view.report):
        return
    views = letters.each(view, view.report)
    with progress_bar.bar("Lập công văn", len(views)) as step:

        def filled(own: View) -> "Rendered":
            step()
            return filler.filled(folder, template, printed, own, texts)

        letter = letters.write(views, target, form, filled, asked.force, workspace.registry)
    _say_rest(letter, "Mỗi công văn còn")


def _document(asked: Asked) -> None:
    name, folder, output = asked.name, scope.root(asked.root), asked.output
    made = library.forms(folder, name) if asked.form is None else tuple(library.ENDINGS)
    told = asked.report(folder)
    report = reports.named(told)
    form = flags.form_of(asked.form, output, (*made, "json") if report.as_json else made, made[0])
    if form == "json" and report.as_json:
        screen.json(report.as_json(_scene(report, scope.linked(folder, asked.plans), asked)), output)
        return
    if form in _BINARY and (output is None or output in screen.STDOUT):
        raise Stop(f"dạng {form} cần ghi ra tệp", f"thêm -o {name}.{form}")
    template = library.find(folder, name, form)
    with progress_bar.bar("Lập báo cáo", 3) as step:
        workspace = scope.linked(folder, asked.plans)
        step()
        view, texts = _view(asked, told, workspace)
        step()
        if isinstance(view.report, Letter) and not letters.any_to_send(view.report):
            return
        try:
            document = filler.filled(folder, template, form, view, texts)
        except Stop as stop:
            raise known_forms.explained(stop, told) from stop
    spared.document(document.data, output, form, asked.force)
    for remark in view.report.remarks if isinstance(view.report, Sheet) else ():
        screen.say(f"Lưu ý: {remark}")
    for remark in letterhead.unsaid(view.report, view.issuer):
        screen.say(remark)
    _say_rest(document)


_MODES: dict[str, Callable[[Asked], int | None]] = {
    "": _document, "--list": _list, "--check": _check, "--fields": _fields, "--eject": _eject, "--blanks": _blanks,
    "--each": _letters,
}  # fmt: skip


_IDLE = {
    "--list": ("TÊN", "--agency", "--within", "--period", "--as-of", "--as-reported", "--plan", "--force", "--as"),
    "--check": ("--agency", "--within", "--period", "--as-of", "--as-reported", "--force", "--as"),
    "--fields": ("--force",),
    "--blanks": ("--force",),
    "--eject": ("--agency", "--within", "--period", "--as-of", "--as-reported", "--plan", "-o", "--force", "--as"),
    "--each": ("--as",),
}
"""Options that would change nothing, by mode."""


def _refuse_idle(mode: str, asked: Asked, chosen: bool) -> None:
    wanted = asked.wanted
    given = {
        "TÊN": asked.names, "--agency": wanted.agency, "--within": wanted.within, "--period": wanted.period,
        "--as-of": wanted.as_of, "--as-reported": wanted.as_reported or None, "--plan": asked.plans, "-o": asked.output,
        "--force": asked.force or None, "--as": asked.as_report,
    }  # fmt: skip
    idle = [name for name in _IDLE.get(mode, ()) if given[name] not in (None, (), [])]
    if idle and not chosen:
        raise Stop("chưa nêu tên báo cáo", "xem tên các báo cáo: cchc report --list")
    if idle:
        raise Stop(f"report {mode} không dùng {', '.join(idle)}", f"bỏ {', '.join(idle)}, hoặc bỏ {mode}")


def _view(asked: Asked, name: str, workspace: Workspace) -> tuple[View, Texts]:
    """What a template prints: the view, and what officers wrote."""
    report = reports.named(name)
    scene = _scene(report, workspace, asked)
    scenes.say(report, asked.wanted, scene)
    view = reports.view(name, scene)
    if isinstance(view.report, Desk):
        view = structs.replace(view, report=unwritten.added(view.report, scene, asked.around))
    return view, reports.texts(name, scene)


def _scene(report: ReportKind, workspace: Workspace, asked: Asked) -> Scene:
    """The scene of a report; a `Stop` if something must be written first."""
    scene = scenes.scene(report, workspace, asked.wanted)
    lack = report.lacks(scene)
    if lack is not None:
        raise lack
    return scene


def _say_rest(document: "Rendered", still: str = "Còn") -> None:
    """Warn about text that must not be sent, then list and count what the officer still has to write."""
    for each in document.residues:
        screen.say(f"Cảnh báo: {each}")
    for place in document.blanks:
        screen.say(f"Cần điền: {place.wanted}" + (f" (chỗ {place.name})" if place.name else ""))
    if document.blanks:
        screen.say(f"{still} {len(document.blanks)} chỗ cần điền.")
