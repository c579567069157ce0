"""cchc validate: every problem of the plans' files in one run."""

import sys
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import Annotated

import typer

from cchc_cli.checking import check
from cchc_cli.formats.findings import Findings
from cchc_cli.reading.load import Loaded
from cchc_cli.shell import repair, screen
from cchc_cli.shell.options import codes, flags, life_suggestions, output_format, scope, selection
from cchc_cli.text.problems import Problem, Severity, Stop
from cchc_cli.vietnamese.paper import count, number

Wanted = Callable[[str], bool]
Select = Annotated[
    list[str] | None,
    typer.Option("--select", metavar="MÃ", help="Chỉ các mã này hoặc bắt đầu như vậy, như CC3,CC203 (lặp lại được).",
                 autocompletion=codes.completed),
]  # fmt: skip
Ignore = Annotated[
    list[str] | None,
    typer.Option("--ignore", metavar="MÃ", help="Bỏ qua các mã này hoặc bắt đầu như vậy (lặp lại được).",
                 autocompletion=codes.completed),
]  # fmt: skip
Base = Annotated[
    str | None,
    typer.Option("--base", metavar="PHIÊN_BẢN",
                 help="So thêm với bản git này, như origin/main: mã bị mất, hạn, lời văn bị đổi, dòng đã ghi bị sửa.",
                 autocompletion=life_suggestions.revisions),
]  # fmt: skip
Form = Annotated[
    str | None,
    typer.Option("--format", metavar="DẠNG", autocompletion=output_format.completed,
                 help=f"{', '.join(output_format.FORMATS)} (mặc định: theo đuôi tệp -o, hoặc text)."),
]  # fmt: skip


def command(
    paths: Annotated[
        list[Path] | None,
        typer.Argument(metavar="[TỆP…]", help="Chỉ nêu lỗi của các tệp, thư mục này; vẫn đọc cả thư mục làm việc."),
    ] = None,
    strict: Annotated[bool, typer.Option("--strict", help="Coi cảnh báo như lỗi (mã thoát 1).")] = False,
    select: Select = None,
    ignore: Ignore = None,
    base: Base = None,
    fix: Annotated[
        bool,
        typer.Option(
            "--fix",
            help="Sửa luôn những gì chắc chắn: dấu rời, chữ Ð lạ, dấu cách cuối dòng, dòng ghi nhiều dòng.",
        ),
    ] = False,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Cùng --fix: chỉ xem sẽ sửa gì, chưa ghi gì.")] = False,
    verbose: Annotated[bool, typer.Option("-v", "--verbose", help="Nêu cả các phát hiện đã được miễn trừ.")] = False,
    form: Form = None,
    output: flags.Output = None,
    plan: flags.Plans = None,
    root: flags.Root = None,
) -> int:
    """Kiểm tra các tệp kế hoạch: mọi lỗi, cảnh báo và cách sửa."""
    if dry_run and not fix:
        raise Stop("--dry-run chỉ dùng cùng --fix", "thêm --fix, hoặc bỏ --dry-run")
    if dry_run and form is not None:
        raise Stop("--dry-run chỉ in những chỗ sẽ sửa, không có --format", "bỏ --format, hoặc bỏ --dry-run")
    form, wanted = output_format.problem_form(form, output), codes.wanted(select, ignore)
    folder = scope.root(root)
    inside, loaded = selection.below(folder, paths), scope.loaded(folder, plan)
    earlier = _earlier(folder, base, loaded, plan) if base is not None else None  # may stop the run: do it before --fix
    mended = repair.mended(folder, loaded, wanted, inside) if fix else None
    loaded = mended.loaded if mended is not None else loaded
    strays = selection.stray_files(folder) if plan is None else ()
    since = _since(earlier, base, loaded, wanted) if earlier is not None and base is not None else ()
    found = _found(loaded, wanted, inside, (*strays, *since))._replace(strict=strict, above=selection.above(folder))
    if mended is not None and dry_run:
        screen.text(repair.preview(mended.files), output)
    else:
        width = screen.terminal_width() if form == "text" and output is None else None
        told = import_module(f"cchc_cli.formats.problems_{form}").render(found._replace(width=width))
        told = told if width is None else screen.fitting(told, sys.stdout)
        screen.text(told, output, (lambda: _fix(folder, mended)) if mended is not None else None)
    if verbose:
        for problem, reason in found.waived:
            screen.say(f"miễn trừ {problem.code} tại {problem.task}: {problem.message} – lý do: {reason}")
    if verbose or form in ("text", "github"):
        screen.say(_summary(found, not (select or ignore or paths), len(loaded.workspace.plans)))
    return 1 if any(map(found.decides, found.problems)) else 0


def _fix(folder: Path, mended: repair.Mended) -> None:
    repair.write(folder, mended)
    screen.say(repair.summary(mended.files))


def _earlier(folder: Path, base: str, now: Loaded, plan: list[str] | None) -> Loaded:
    """The workspace at a revision."""
    from cchc_cli.shell import revisions

    return revisions.base(folder, base, now, plan)


def _since(earlier: Loaded, base: str, loaded: Loaded, wanted: Wanted) -> tuple[Problem, ...]:
    """The problems that only a comparison with a revision shows, and the files that could not be compared."""
    from cchc_cli.checking import comparison

    return (*comparison.changed(earlier, loaded, wanted), *comparison.uncompared(earlier, base))


def _found(loaded: Loaded, wanted: Wanted, inside: Wanted, strays: tuple[Problem, ...]) -> Findings:
    """The open and the waived problems with a wanted code in the selected files."""
    checked, sources = check.check(loaded, wanted), loaded.workspace.sources
    unread = (problem for problem in strays if wanted(problem.code))
    problems = (problem for problem in (*checked.problems, *unread) if inside(problem.span.file))
    waived = ((problem, reason) for problem, reason in checked.waived if inside(problem.span.file))
    files = (path for path in selection.files_of(sources) if inside(path))
    province = loaded.workspace.own_settings.province
    return Findings(tuple(sorted(problems)), sources, tuple(waived), tuple(files), province=province)


def _summary(found: Findings, is_all: bool, plans: int) -> str:
    """The summary. `is_all` tells that no code or file was omitted, so an empty result means a sound plan."""
    counts = [sum(problem.severity is severity for problem in found.problems) for severity in Severity]
    told = f"Kết quả: {number(counts[0])} lỗi, {number(counts[1])} cảnh báo, {number(counts[2])} lưu ý"
    if not any(counts):
        told = "Kế hoạch không có lỗi nào" if is_all else "Không có phát hiện nào trong phạm vi đã chọn"
    rest = f"; {len(found.waived)} phát hiện được miễn trừ (xem: -v)" if found.waived else ""
    whole = f" (chung {count(plans)} kế hoạch)" if plans > 1 else ""
    return f"{told}{whole}{rest}."
