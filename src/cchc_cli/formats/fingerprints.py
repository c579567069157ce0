"""Problems → fingerprints that stay the same when lines above a finding are added or removed."""

from collections import Counter
from collections.abc import Iterator, Sequence
from hashlib import sha256

from cchc_cli.text.problems import Problem
from cchc_cli.text.sources import Sources


def fingerprints(problems: Sequence[Problem], sources: Sources) -> Iterator[str]:
    """One for each problem, no two alike; made of the message and the source words, without line numbers."""
    seen: Counter[str] = Counter()
    for problem in problems:
        said = "\0".join((problem.code, problem.span.file, problem.task or "", problem.known, _words(problem, sources)))
        seen[said] += 1
        yield sha256(f"{said}\0{seen[said]}".encode(errors="backslashreplace")).hexdigest()


def _words(problem: Problem, sources: Sources) -> str:
    span = problem.span
    line = sources.line_text(span.file, span.line) or ""
    return line[span.column - 1 : span.end_column - 1 if span.end_line == span.line else None]
