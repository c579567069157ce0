"""A paper → the files of a draft plan, the agencies that the registry lacks, and the list for a person."""

from collections.abc import Iterable

from msgspec import Struct, structs

from cchc_cli.importing import agencies, duties, unsure
from cchc_cli.importing import body as bodies
from cchc_cli.importing.contents import by_content
from cchc_cli.importing.guesses import Guess
from cchc_cli.importing.misprints import misprints
from cchc_cli.importing.paper import Cell, Line, Paper
from cchc_cli.importing.slips import mended
from cchc_cli.importing.tables import tabled, without_tops
from cchc_cli.importing.tally import counted, written
from cchc_cli.importing.tasks import Reader
from cchc_cli.importing.tree import Branch, grown
from cchc_cli.model import TASKS, AgencyRow, PlanFile, SectionFile
from cchc_cli.plan.registry import Registry
from cchc_cli.recording.edit.whole import whole
from cchc_cli.schedule import Term
from cchc_cli.text.problems import Stop


class Imported(Struct, frozen=True):
    """A draft: its files by path below the plan's folder, new agencies, guesses, and the words that were left out."""

    files: dict[str, str]
    agencies: tuple[AgencyRow, ...]
    guesses: tuple[Guess, ...]
    noise: tuple[Line, ...]
    tasks: int
    sections: int
    words_in: int
    words_out: int
    lost: tuple[str, ...]


def imported(
    paper: Paper, registry: Registry, year: int, monitor: str, as_printed: frozenset[str] = frozenset()
) -> Imported:
    """The draft of a plan for a year. A file without a table of tasks is a `Stop`."""
    read_in = counted(paper)
    paper, corrections = mended(without_tops(paper))
    found = tabled(paper, by_content(registry, Term.of(year)))
    if found is None:
        raise Stop(
            "không thấy bảng nhiệm vụ trong tệp",
            "bảng phải có dòng tên cột, như TT, Nhiệm vụ, Tiến độ, Chủ trì; chữ chép từ PDF không còn cột: "
            "mở tệp PDF bằng Word, lưu dạng .docx rồi nhập",
        )
    tree = grown(found.rows)
    strange = agencies.strange(tree, registry)
    known = agencies.with_new(registry, strange)
    new = known.rows[len(registry.rows) :]
    periods = found.heads.periods(Term.of(year))
    reader = Reader(known, Term.of(year), as_printed, periods)
    sections = tuple(_section(branch, reader) for branch in tree.branches)
    around = tuple(line for line in bodies.around(paper, found.grids) if line not in found.captions)
    read = bodies.body(around, found.above, registry)
    parts = duties.with_duties(read.parts, known)
    head = structs.replace(read.head, columns=found.heads.columns)
    plan = PlanFile(
        format=1, title=read.title or f"Kế hoạch năm {year}", year=year, monitor=monitor, draft=True,
        kind=read.kind or "KẾ HOẠCH", decision=read.decision, parts=parts, note=read.note, appendix=head,
        corrections=corrections,
    )  # fmt: skip
    files = {"plan.yaml": whole(plan)} | {f"appendix/{each.id}.yaml": whole(each, "tasks") for each in sections}
    noise = (*_lines(found.noise), *read.noise, *paper.left_out, *reader.left_out)
    guesses = (
        *reader.guesses, *paper.doubts, *found.doubts, *unsure.columns(found.heads, periods), *unsure.places(tree),
        *agencies.doubts(new, strange), *duties.guessed(parts, known), *unsure.corrected(corrections),
        *misprints(tuple(unsure.said(tree, around))),
    )  # fmt: skip
    out = written(files, noise)
    return Imported(
        files, new, tuple(sorted(guesses, key=lambda each: each.weight)), noise,
        sum(1 for _ in tree.nodes), sum(each.id != TASKS for each in tree.branches),
        read_in.total(), (read_in & out).total(), tuple((read_in - out).elements()),
    )  # fmt: skip


def _section(branch: Branch, reader: Reader) -> SectionFile:
    return SectionFile(
        id=branch.id, number=branch.number, title=branch.title, tasks=tuple(map(reader.row, branch.rows))
    )


def _lines(cells: Iterable[Cell]) -> tuple[Line, ...]:
    return tuple(Line(" ".join(cell.text.split()), cell.place) for cell in cells)
