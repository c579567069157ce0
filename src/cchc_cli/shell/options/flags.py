"""Options that several commands share, with the same name, meaning and help (docs/promises.md#commands)."""

from pathlib import Path
from typing import Annotated, TypeVar

import typer

from cchc_cli.shell.options import suggestions

Word = TypeVar("Word", bound=str)
Agencies = Annotated[
    list[str] | None,
    typer.Option(
        "--agency", metavar="TÊN", help="Chỉ của cơ quan này (tên, viết tắt, không dấu đều được; lặp lại được).",
        autocompletion=suggestions.agencies,
    ),
]  # fmt: skip
Sections = Annotated[
    list[str] | None,
    typer.Option("--section", metavar="LĨNH_VỰC", help="Chỉ lĩnh vực này (I…VII, body; lặp lại được).",
                 autocompletion=suggestions.sections),
]  # fmt: skip
Roles = Annotated[
    list[str] | None,
    typer.Option("--role", metavar="VAI_TRÒ",
                 help="Chỉ vai trò này: lead (chủ trì), coordinate (phối hợp), perform (thực hiện) …",
                 autocompletion=suggestions.roles),
]  # fmt: skip


def _beside_period(context: typer.Context, day: str | None) -> str | None:
    """Ignore CCHC_AS_OF when --period is typed: options override variables (docs/promises.md#files)."""
    sources = [context.get_parameter_source(name) for name in ("as_of", "period", "period_")]
    told, *typed = (source.name if source is not None else "" for source in sources)
    return None if told == "ENVIRONMENT" and "COMMANDLINE" in typed else day


AsOf = Annotated[
    str | None,
    typer.Option("--as-of", metavar="NGÀY", envvar="CCHC_AS_OF", callback=_beside_period,
                 help="Tính đến ngày này, như 2026-03-31 (mặc định: hôm nay)."),
]  # fmt: skip
AsReported = Annotated[
    bool, typer.Option("--as-reported", help="Báo cáo định kỳ với số liệu như đã chốt bằng cchc snapshot.")
]
PeriodOption = Annotated[
    str | None,
    typer.Option("--period", metavar="KỲ", envvar="CCHC_PERIOD", autocompletion=suggestions.periods,
                 help="Kỳ báo cáo: 2026-Q1, 2026-H1, 2026-9M, 2026, 2026-03."),
]  # fmt: skip
Plans = Annotated[
    list[str] | None,
    typer.Option("--plan", metavar="KẾ_HOẠCH", envvar="CCHC_PLAN",
                 help="Chỉ kế hoạch này, kể cả đã đóng (lặp lại được).", autocompletion=suggestions.plans),
]  # fmt: skip
Root = Annotated[
    Path | None,
    typer.Option("-C", metavar="THƯ_MỤC", help="Thư mục làm việc (mặc định: tìm từ thư mục hiện tại trở lên)."),
]
Output = Annotated[Path | None, typer.Option("-o", "--output", metavar="TỆP", help="Ghi ra tệp thay vì màn hình.")]
Format = Annotated[
    str | None,
    typer.Option("--format", metavar="DẠNG",
                 help="table, md, json, csv hoặc xlsx (mặc định: theo đuôi tệp -o, hoặc table).",
                 autocompletion=suggestions.values("table", "md", "json", "csv", "xlsx")),
]  # fmt: skip
DatedFormat = Annotated[
    str | None,
    typer.Option("--format", metavar="DẠNG",
                 help="table, md, json, csv, xlsx hoặc ics (mặc định: theo đuôi tệp -o, hoặc table).",
                 autocompletion=suggestions.values("table", "md", "json", "csv", "xlsx", "ics")),
]  # fmt: skip
Evidence = Annotated[
    list[str] | None,
    typer.Option(
        "--evidence", metavar="TÀI_LIỆU",
        help='Tài liệu kiểm chứng, như "123/KH-UBND" hoặc một đường dẫn (lặp lại được).',
    ),
]  # fmt: skip
Undo = Annotated[bool, typer.Option("--undo", help="Bỏ dòng ghi cuối, khi chưa lưu vào git.")]
DryRun = Annotated[bool, typer.Option("--dry-run", help="Chỉ xem dòng sẽ ghi, chưa ghi gì.")]
TextFormat = Annotated[
    str | None,
    typer.Option("--format", metavar="DẠNG", help="text hoặc json (mặc định: theo đuôi tệp -o, hoặc text).",
                 autocompletion=suggestions.values("text", "json")),
]  # fmt: skip
TABLE_FORMATS = ("table", "md", "json", "csv", "xlsx")
DATED_FORMATS = (*TABLE_FORMATS, "ics")
"""The formats of answers about days."""
TEXT_FORMATS = ("text", "json")
DOCUMENTS = (
    *("md", "json", "csv", "doc", "docx", "odt", "rtf", "xls", "xlsx", "ods", "pdf", "htm", "html", "ics", "ppt"),
    *("pptx", "png", "jpg", "zip"),
)
"""Extensions of files that other programs open: a file of another form must not bear them."""
_PLAIN = ("", "txt")


def needed(given: str | None, what: str, like: str) -> str:
    """An argument that only `--undo` leaves out."""
    if given is None:
        from cchc_cli.text.problems import Stop

        raise Stop(f"thiếu {what}", f"ghi như: {like}")
    return given


def choice(option: str, given: str, allowed: tuple[Word, ...]) -> Word:
    """Parse the value of an option that has a fixed set of values."""
    from cchc_cli.text.problems import Stop

    found = next((each for each in allowed if each == given), None)
    if found is None:
        raise Stop(f'{option}: không có "{given}"', "chọn một trong: " + ", ".join(allowed))
    return found


def table_form(form: str | None, output: Path | None, allowed: tuple[str, ...] = TABLE_FORMATS) -> str:
    """The format of an answer; raise a `Stop` for a spreadsheet that is to be printed."""
    found = form_of(form, output, allowed, "table")
    if found == "xlsx" and (output is None or output == Path("-") or output.is_relative_to("/dev")):
        from cchc_cli.text.problems import Stop

        raise Stop("dạng xlsx cần ghi ra tệp", "thêm -o TÊN.xlsx")
    return found


def form_of(form: str | None, output: Path | None, allowed: tuple[str, ...], default: str) -> str:
    """--format, else the format of the extension of -o, else the default; raise a `Stop` if the two contradict.

    An extension that names no format of the command is refused; ".txt" and no extension mean the default.
    """
    from cchc_cli.text.problems import Stop

    if form is not None:
        choice("--format", form, allowed)
    if output is None or output == Path("-") or output.is_relative_to("/dev"):
        return form or default
    ending = output.suffix[1:].lower()
    if ending in allowed:
        if form not in (None, ending):
            raise Stop(
                f"-o {output.as_posix()}: đuôi tệp không khớp với --format {form}", "bỏ --format hoặc đổi đuôi tệp"
            )
        return ending
    if ending in DOCUMENTS or (form is None and ending not in _PLAIN):
        from cchc_cli.disk import results

        results.outside_plans(output)  # a plan's file is the graver mistake
        raise Stop(
            f"-o {output.as_posix()}: lệnh này không ghi được dạng {ending}", f"chọn một trong: {', '.join(allowed)}"
        )
    if form is None and not ending:
        from cchc_cli.shell import screen

        screen.say(f"-o {output.as_posix()} không có đuôi nên ghi dạng {default}.")
    return form or default
