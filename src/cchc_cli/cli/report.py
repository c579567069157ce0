"""cchc report: a document from a template."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any
from unicodedata import normalize

import typer

from cchc_cli import reports
from cchc_cli.problems import Stop
from cchc_cli.shell import about_templates, filling, letters, opening, options, progressing, scenes, screen, templates

if TYPE_CHECKING:
    from cchc_cli.render.sandbox import Rendered

_BINARY = ("docx",)


def command(
    names: Annotated[
        list[str] | None,
        typer.Argument(metavar="[TÊN]", help="Tên báo cáo, như quarterly (báo cáo quý); --check nhận nhiều tên."),
    ] = None,
    listing: Annotated[bool, typer.Option("--list", help="Liệt kê các báo cáo và dạng tệp của chúng.")] = False,
    check: Annotated[bool, typer.Option("--check", help="Thử mọi mẫu với dữ liệu mẫu và kế hoạch ở đây.")] = False,
    fields: Annotated[bool, typer.Option("--fields", help="Các tên mà mẫu dùng được, với giá trị hôm nay.")] = False,
    eject: Annotated[bool, typer.Option("--eject", help="Chép mẫu có sẵn ra thư mục templates/ để sửa.")] = False,
    agency: options.Agencies = None,
    within: Annotated[
        int | None, typer.Option("--within", metavar="SỐ_NGÀY", help="Sắp đến hạn: trong từng này ngày tới.")
    ] = None,
    each: Annotated[
        bool, typer.Option("--each", help="Công văn đôn đốc: mỗi cơ quan một công văn, ghi vào thư mục -o.")
    ] = False,
    period_: options.PeriodOption = None,
    as_of: options.AsOf = None,
    form: Annotated[
        str | None,
        typer.Option("--format", metavar="DẠNG", help="md, docx hoặc html (mặc định: theo đuôi tệp -o, hoặc md)."),
    ] = None,
    output: options.Output = None,
    plan: options.Plans = None,
    root: options.Root = None,
) -> int | None:
    """Báo cáo, công văn theo mẫu, như quarterly (báo cáo quý)."""
    names = [normalize("NFC", each) for each in names or ()]
    if listing + check + fields + eject + each > 1:
        raise Stop("các lựa chọn này không dùng cùng nhau", "chọn một: --list, --check, --fields, --eject hoặc --each")
    if listing or check or not (names or fields or eject or each):
        around = opening.root(root) if root else opening.root_or_none(root)
        if check:
            return about_templates.checked(around, names, plan, form, output)
        about_templates.listed(around, form, output)
        return None
    name, folder = _only(names), opening.root(root)
    wanted = scenes.Wanted(agency, within, period_, as_of)
    if eject:
        about_templates.ejected(folder, name, form)
    elif fields:
        about_templates.told(folder, name, wanted, plan, form, output)
    elif each:
        _letters(name, folder, wanted, plan, form, output)
    else:
        _document(name, folder, wanted, plan, form, output)
    return None


Plans = list[str] | None


def _document(
    name: str, folder: Path, wanted: scenes.Wanted, plan: Plans, form: str | None, output: Path | None
) -> None:
    form = options.form_of(form, output, tuple(templates.ENDINGS), "md")
    if form in _BINARY and (output is None or output in screen.STDOUT):
        raise Stop(f"dạng {form} cần ghi ra tệp", f"thêm -o {name}.{form}")
    template = templates.find(folder, name, form)
    with progressing.bar("Lập báo cáo", 3) as step:
        view = _view(name, folder, wanted, plan, step)
        document = filling.filled(folder, template, form, view) if letters.any_to_send(view) else None
    if document is not None:
        screen.document(document.data, output)
        _say_blanks(document.blanks)


def _letters(
    name: str, folder: Path, wanted: scenes.Wanted, plan: Plans, form: str | None, output: Path | None
) -> None:
    target = letters.folder(name, output)
    form = options.form_of(form, None, tuple(templates.ENDINGS), "docx")
    template = templates.find(folder, name, form)
    view = _view(name, folder, wanted, plan)
    if not letters.any_to_send(view):
        return
    with progressing.bar("Lập công văn", len(view["report"]["agencies"])) as step:

        def filled(own: dict[str, Any]) -> "Rendered":
            step()
            return filling.filled(folder, template, form, own)

        blanks = letters.write(view, target, form, filled)
    _say_blanks(blanks, "Mỗi công văn còn")


def _view(
    name: str, folder: Path, wanted: scenes.Wanted, plan: Plans, step: Callable[[], None] = lambda: None
) -> dict[str, Any]:
    workspace = opening.workspace(folder, plan)
    step()
    view = reports.view(name, scenes.scene(reports.named(name), workspace, wanted))
    step()
    return view


def _only(names: list[str]) -> str:
    """The one report that is asked for."""
    if len(names) != 1:
        raise Stop("cần tên của một báo cáo", "xem tên các báo cáo: cchc report --list")
    return names[0]


def _say_blanks(blanks: tuple[str, ...], still: str = "Còn") -> None:
    """What the officer has still to write, then how much of it there is."""
    for each in blanks:
        screen.say(f"Cần điền: {each}")
    if blanks:
        screen.say(f"{still} {len(blanks)} chỗ cần điền.")
