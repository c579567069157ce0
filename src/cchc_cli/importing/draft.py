"""A paper → the files of a draft plan, the agencies that the registry lacks, and the list for a person."""

from collections import Counter
from collections.abc import Container, Iterable, Iterator
from re import IGNORECASE
from re import compile as pattern

from msgspec import Struct, structs

from cchc_cli.founding.kinds import kind_of, printed
from cchc_cli.importing import body as bodies
from cchc_cli.importing import duties, role_cells
from cchc_cli.importing.contents import by_content
from cchc_cli.importing.guesses import Guess, Weight
from cchc_cli.importing.misprints import Said, misprints
from cchc_cli.importing.paper import Cell, Line, Paper, words
from cchc_cli.importing.roles import says
from cchc_cli.importing.slips import mended
from cchc_cli.importing.tables import Tabled, tabled, without_tops
from cchc_cli.importing.tasks import Reader
from cchc_cli.importing.tree import Branch, Grown, Node, grown, nodes
from cchc_cli.model import OWN, ROLE_CELLS, TASKS, AgencyRow, Correction, PlanFile, SectionFile
from cchc_cli.plan.heads import usual
from cchc_cli.plan.registry import Registry
from cchc_cli.recording.edit.whole import whole
from cchc_cli.schedule import Term
from cchc_cli.text.problems import Stop
from cchc_cli.text.yaml import parse
from cchc_cli.vietnamese.names import slug
from cchc_cli.vietnamese.paper import from_roman

_EACH = pattern(r"\b(?:các|những|một số)\s", IGNORECASE)
_KINDS_WITHIN = ("division", "bureau")
_ASSUMED = "assumed: tên trong bảng được nhập"


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
    read_in = _counted(paper)
    paper, corrections = mended(without_tops(paper))
    found = tabled(paper, by_content(registry, Term.of(year)))
    if found is None:
        raise Stop(
            "không thấy bảng nhiệm vụ trong tệp",
            "bảng phải có dòng tên cột, như TT, Nhiệm vụ, Tiến độ, Chủ trì; chữ chép từ PDF không còn cột: "
            "mở tệp PDF bằng Word, lưu dạng .docx rồi nhập",
        )
    tree = grown(found.rows)
    strange = _strange(tree, registry)
    known = _with_new(registry, strange)
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
    noise = (*_lines(found.noise), *read.noise, *paper.left_out)
    guesses = (
        *reader.guesses, *paper.doubts, *found.doubts, *_guesses(found, periods, tree, new, strange),
        *duties.guessed(parts, known), *_corrected(corrections), *misprints(tuple(_said(tree, around))),
    )  # fmt: skip
    into, out = read_in, _written(files, noise)
    lost = tuple((into - out).elements())
    return Imported(
        files, new, tuple(sorted(guesses, key=lambda each: each.weight)), noise,
        sum(1 for each in tree.branches for _ in nodes(each.rows)),
        sum(each.id != TASKS for each in tree.branches), into.total(), (into & out).total(), lost,
    )  # fmt: skip


def _section(branch: Branch, reader: Reader) -> SectionFile:
    return SectionFile(
        id=branch.id, number=branch.number, title=branch.title, tasks=tuple(map(reader.row, branch.rows))
    )


def _strange(tree: Grown, registry: Registry) -> dict[str, Cell]:
    """Names in role columns that the registry lacks, each with the cell where it stands first."""
    found: dict[str, Cell] = {}
    for node in (each for branch in tree.branches for each in nodes(branch.rows)):
        for key in ROLE_CELLS:
            cell = node.row.cells.get(key)
            for line in role_cells.flowing(cell.text).split("\n") if cell else ():
                if not says(line):
                    found |= {name: cell for name in registry.cell(line).strange if cell and name not in found}
    return found


def _with_new(registry: Registry, names: Iterable[str]) -> Registry:
    """The registry with a row for each name; "VP UBND TP" is no other agency than "Văn phòng UBND Thành phố"."""
    within = any(row.kind in _KINDS_WITHIN for row in registry.rows)
    for name in names:
        row = _agency(name, within)
        if row.id not in registry and len(registry.ids(name)) != 1:
            registry = registry.with_row(row)
    return registry


def _agency(name: str, within: bool) -> AgencyRow:
    """A row for a name; a list that nobody has, "UBND các xã", is an open group. `within`: the body is no province."""
    if _EACH.search(name):
        return AgencyRow(id=slug(name) or "nhom-co-quan", name=name, kind="group", open=True, basis=_ASSUMED)
    kind = kind_of(name, within=within) or "organisation"
    called = printed(name, kind)
    return AgencyRow(id=slug(called) or "co-quan", name=called, kind=kind, basis=_ASSUMED, aliases=_other(name, called))


def _other(name: str, called: str) -> tuple[str, ...]:
    return () if name == called else (name,)


def _guesses(
    found: Tabled, periods: Container[str], tree: Grown, new: tuple[AgencyRow, ...], strange: dict[str, Cell]
) -> Iterable[Guess]:
    for column in found.heads.guessed:
        if found.heads.holds[column] in periods:
            continue
        head = " ".join(found.heads.lines[column])
        holds = found.heads.holds[column]
        told = "cột riêng của bảng" if holds.startswith(OWN) else f"cột “{usual(holds)}”"
        yield Guess(Weight.COLUMN, "tên cột", "", head, told, "tên cột không quen",
                    "sửa holds của cột trong plan.yaml")  # fmt: skip
    for node, why in tree.guessed:
        yield Guess(Weight.ROW, node.row.place, node.id, _title(node), f"id {node.id}", why)
    for branch in tree.branches:
        if branch.id not in (TASKS, branch.number):
            roman = from_roman(branch.number) is not None
            why = "đã có ở lĩnh vực trên" if roman else "không phải là số La Mã"
            yield Guess(Weight.ROW, branch.place, branch.id, f"{branch.number} {branch.title}", f"lĩnh vực {branch.id}",
                        f"số {branch.number} {why}")  # fmt: skip
    places = {row.id: strange.get(row.name) or next((strange[each] for each in row.aliases if each in strange), None)
              for row in new}  # fmt: skip
    for row in new:
        cell = places[row.id]
        told = "nhóm mở, không kể tên ai:" if row.open else "cơ quan mới"
        known = (
            "kể được tên từng cơ quan: ghi members, bỏ open" if row.open else "thuộc một nhóm: ghi vào members của nhóm"
        )
        yield Guess(Weight.AGENCY, cell.place if cell else "", "", row.name, f"{told} {row.id}",
                    "không có trong danh bạ",
                    f"tên khác của cơ quan đã có: ghi vào aliases của cơ quan đó; {known}")  # fmt: skip
    for node in (each for branch in tree.branches for each in nodes(branch.rows)):
        for seam in node.row.seams:
            yield Guess(Weight.TEXT, seam.place, node.id, seam.text, "nối với dòng trên", "dòng bị ngắt qua trang")


def _said(tree: Grown, around: Iterable[Line]) -> Iterator[Said]:
    """The texts of the rows, joined where a page broke them, and of the paragraphs around the table."""
    for node in (each for branch in tree.branches for each in nodes(branch.rows)):
        for row in (node.row, *node.parts):
            yield from (Said(cell.text, cell.place, node.id) for cell in row.cells.values())
    yield from (Said(line.text, line.place) for line in around)


def _corrected(corrections: tuple[Correction, ...]) -> Iterable[Guess]:
    for each in corrections:
        yield Guess(Weight.TEXT, each.place, "", each.printed, each.corrected, "in sai", "giữ như in")


def _title(node: Node) -> str:
    return " ".join(node.row.text("title").split())[:100]


def _lines(cells: Iterable[Cell]) -> tuple[Line, ...]:
    return tuple(Line(" ".join(cell.text.split()), cell.place) for cell in cells)


def _counted(paper: Paper) -> Counter[str]:
    texts = [line.text for line in paper.lines]
    texts += [cell.text for grid in paper.grids for cell in grid.cells]
    return Counter(word for text in (*texts, *(line.text for line in paper.left_out)) for word in words(text))


def _written(files: dict[str, str], noise: Iterable[Line]) -> Counter[str]:
    texts = (text for file in files.values() for text in _texts(parse(file).data))
    return Counter(word for text in (*texts, *(line.text for line in noise)) for word in words(text))


def _texts(value: object) -> Iterator[str]:
    """Every text of a file's data, without keys."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, list):
        for each in value:
            yield from _texts(each)
    elif isinstance(value, dict):
        for each in value.values():
            yield from _texts(each)
