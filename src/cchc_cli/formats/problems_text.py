"""Problems → lines for people: path:line:column, the source line with a caret, what to do."""

from cchc_cli.answers.tables import visible
from cchc_cli.formats.findings import Findings
from cchc_cli.text.problems import Problem
from cchc_cli.text.sources import Sources
from cchc_cli.wording.findings import SEVERITY

WIDEST = 200
_NARROWEST = 20
_INDENT = "    "
MOST = 1000
_THE_REST = "Xem hết: thêm --format json -o TỆP; xem từng phần: nêu tệp, hoặc --select MÃ."


def render(found: Findings) -> str:
    """One paragraph a problem, for the first `MOST`; then how many are left, and how to see them."""
    widest = WIDEST if found.width is None else max(_NARROWEST, min(WIDEST, found.width - len(f"{_INDENT}…")))
    shown = "".join(f"{_paragraph(problem, found.sources, widest)}\n" for problem in found.problems[:MOST])
    rest = len(found.problems) - MOST
    return f"{shown}… và {rest} phát hiện nữa. {_THE_REST}\n" if rest > 0 else shown


def headline(problem: Problem) -> str:
    """`path:line:column: lỗi CODE: message`."""
    span = problem.span
    return f"{span.file}:{span.line}:{span.column}: {SEVERITY[problem.severity]} {problem.code}: {problem.message}"


def advice(problem: Problem) -> tuple[str, ...]:
    """A line of what to do, where that is known."""
    return (f"    → {problem.hint}",) if problem.hint else ()


def _paragraph(problem: Problem, sources: Sources, widest: int) -> str:
    span, lines = problem.span, [headline(problem)]
    source = sources.line_text(span.file, span.line)
    if source is not None and source.strip():
        end = span.end_column if span.end_line == span.line else len(source) + 1
        lines += _pointed(source, span.column, end, widest)
    return "\n".join((*lines, *advice(problem)))


def _pointed(source: str, column: int, end: int, widest: int) -> list[str]:
    """The source line and a caret under it; a long line is cut around the place."""
    first = max(0, column - min(60, widest // 2)) if len(source) > widest else 0
    shown = source[first : first + widest].replace("\t", " ")
    place = column - 1 - first
    before = ("…" if first else "") + visible(shown[:place])
    pointed = visible(shown[place : end - 1 - first])
    after = visible(shown[max(place, end - 1 - first) :])
    return [f"{_INDENT}{before}{pointed}{after}", _INDENT + " " * len(before) + "^" * max(1, len(pointed))]
