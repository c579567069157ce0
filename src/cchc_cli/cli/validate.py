"""cchc validate: every problem of the plans' files in one run."""

from importlib import import_module
from pathlib import Path
from typing import Annotated

import typer

from cchc_cli import check
from cchc_cli.problems import Problem, Severity
from cchc_cli.shell import opening, options, scope, screen


def command(
    paths: Annotated[
        list[Path] | None,
        typer.Argument(metavar="[TỆP…]", help="Chỉ nêu lỗi của các tệp, thư mục này; vẫn đọc cả thư mục làm việc."),
    ] = None,
    strict: Annotated[bool, typer.Option("--strict", help="Coi cảnh báo như lỗi (mã thoát 1).")] = False,
    verbose: Annotated[bool, typer.Option("-v", "--verbose", help="Nêu cả các phát hiện đã được miễn trừ.")] = False,
    form: options.TextFormat = None,
    output: options.Output = None,
    plan: options.Plans = None,
    root: options.Root = None,
) -> int:
    """Kiểm tra các tệp kế hoạch: nêu mọi lỗi, cảnh báo, chỗ sửa và cách sửa."""
    form = options.form_of(form, output, options.TEXT_FORMATS, "text")
    folder = opening.root(root)
    loaded = opening.loaded(folder, plan)
    checked = check.check(loaded)
    strays = scope.stray_files(folder) if plan is None else ()
    wanted = scope.below(folder, paths)
    problems = tuple(sorted(each for each in (*checked.problems, *strays) if wanted(each.span.file)))
    render = import_module(f"cchc_cli.formats.problems_{form}").render
    screen.text(render(problems, loaded.workspace.sources), output)
    if form == "text":
        for problem, reason in checked.waived if verbose else ():
            screen.say(f"miễn trừ {problem.code} tại {problem.task}: {problem.message} – lý do: {reason}")
        screen.say(_summary(problems, len(checked.waived)))
    worst = min((problem.severity for problem in problems), default=Severity.INFO)
    return 1 if worst is Severity.ERROR or (strict and worst is Severity.WARNING) else 0


def _summary(problems: tuple[Problem, ...], waived: int) -> str:
    counts = [sum(problem.severity is severity for problem in problems) for severity in Severity]
    told = f"{counts[0]} lỗi, {counts[1]} cảnh báo, {counts[2]} lưu ý"
    rest = f"; {waived} phát hiện được miễn trừ (xem: -v)" if waived else ""
    return f"Kết quả: {told}{rest}." if any(counts) else f"Kế hoạch không có lỗi nào{rest}."
