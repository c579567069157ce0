"""What is fuzzed: bytes of a fuzzer → one run of a door of the program, which may refuse them, but not fail.

A target raises what is wrong: any exception but a `Stop`, or an `AssertionError`.
"""

import json
from collections.abc import Callable
from contextlib import suppress
from datetime import date as Day
from functools import cache
from pathlib import Path
from tempfile import mkdtemp

from cchc_cli.checking import fixes
from cchc_cli.checking.check import check
from cchc_cli.disk import files, tree
from cchc_cli.documents.texts.found import outcome
from cchc_cli.forms.asked import Asking
from cchc_cli.model import Entry
from cchc_cli.reading import places
from cchc_cli.reading.load import load
from cchc_cli.recording import edit, entry, evidence, identities, values
from cchc_cli.recording.faults import Field
from cchc_cli.schedule import period
from cchc_cli.schedule.cells import cell, read
from cchc_cli.schedule.period_words import period_id
from cchc_cli.shell import forming, importing, intake, texting
from cchc_cli.shell.options import scope
from cchc_cli.shell.options.scope import Opened
from cchc_cli.start.program import run
from cchc_cli.text.encoding import Misread, text_of
from cchc_cli.text.problems import Stop
from cchc_cli.text.yaml import parse
from cchc_cli.wording.states import TYPED_PROGRESS
from spoiling import ODD, Choices, spoiled_bytes, spoiled_package, unpacked

PROVINCE = Path(__file__).resolve().parents[1] / "examples" / "tinh-mau"
TODAY = Day(2026, 9, 16)
ON = ["--as-of", TODAY.isoformat()]
TERMS = (
    *("Tháng ", "Quý ", "Năm ", "ngày ", "trước ", "đến ", "từ ", " - ", "–", "/", "; ", ", ", " và ", "(", ")", "\n"),
    *("01", "6", "13", "31", "2026", "2027", "II", "IV", "l", "đầu ", "giữa ", "cuối ", "hằng ", "tuần ", "02 lần/"),
    *(
        "Thường xuyên",
        "sau khi ",
        "kể từ ",
        "05 ngày làm việc ",
        "theo quy định",
        "I.9",
        "ban hành ",
        "chậm nhất ",
        ": ",
    ),
)
NAMES = (
    *("Sở ", "UBND ", "xã ", "phường ", "các ", "Tư pháp", "TP", "Nội vụ", "NV", "ban, ngành", "tỉnh ", "liên quan"),
    *("; ", ", ", " – ", "/", "&", "(", ")", "và ", "Giám đốc ", "Chủ tịch ", "VP ", "Đồng Lúa", "Hòa Mai", "hoà mai"),
)
IDS = (*("I", "II", ".", "1", "9", "/", "-", "@", "2026", ":", "body", "IV", "2026-03", "Q1", "H1", "W07", "đ", "dd"),)
PAPERS = ("123", "/", "KH-", "UBND", " ngày ", "05/8/2026", "31/02", " của ", "Sở Nội vụ", "https://", "a.vn", ",", ";")
FIGURES = ("1", "7", ".", ",", "/", "%", " ", "-", "e", "+", "²", "0")
STATES = (*TERMS, "quá hạn ", "đã hoàn thành", "trong hạn", "dang thuc hien", "done", "overdue")
ROWS = (
    "<tr><td rowspan=2>TT<td>Nhiệm vụ<td colspan=2>Sản phẩm<td>Thời gian<td>Cơ quan chủ trì</tr>",
    "<tr><td>1<td>Rà soát văn bản<td>Báo cáo<td>Tháng 6/2026<td>Sở Nội vụ</tr>",
    *("<table>", "</table>", "<p>KẾ HOẠCH", "<div>" * 300, "<li>", "<!--", "-->", '<?xml version="1.0" encoding="a"?>'),
    *("<td colspan=1000 rowspan=1000>", "<td rowspan=65534>x", "&#x110;", "\0", "\t", "\n", "# ", "- ", "> " * 200),
    *("| TT | Nhiệm vụ | Thời hạn |\n|---|---|---|\n", "| 1 | Lập sổ | Quý I/2026 |\n", "[" * 300, "*" * 300),
    *("TT\tNhiệm vụ\tThời gian\tChủ trì\n", "1\tLập sổ\tQuý I/2026\tSở Nội vụ\n", "I\tTHỂ CHẾ\n"),
)
TITLE = b"title: "
OF_WORD = ("word/document.xml", "word/numbering.xml", "word/styles.xml")
OF_EXCEL = ("xl/worksheets/sheet1.xml", "xl/sharedStrings.xml", "xl/workbook.xml", "xl/styles.xml")


@cache
def folder() -> Path:
    """Where documents are put for the program to read; nothing else of the machine is written."""
    made = Path(mkdtemp(prefix="cchc-fuzz-"))
    (made / "out").mkdir()
    return made


@cache
def opened() -> Opened:
    return scope.opened(PROVINCE, None)


@cache
def contents() -> dict[str, bytes]:
    listed = tree.tree(PROVINCE)
    return files.workspace_files(PROVINCE, places.read_files(listed.paths, places.plan_folders(listed.paths)))[0]


def given(name: str, data: bytes) -> Path:
    path = folder() / name
    path.write_bytes(data)
    return path


@cache
def made(name: str, *words: str) -> bytes:
    """What a command writes about the made-up province."""
    path = folder() / name
    assert run(["-C", str(PROVINCE), *words, *ON, "-o", str(path)]) == 0
    return path.read_bytes()


def terms(choices: Choices) -> None:
    text = choices.text(TERMS)
    cell(text, 2026, Day(2026, 1, 2))
    read(text, 2026)
    values.day(text, Field.DATE)
    values.past_day(text, Field.DATE, TODAY)


def names(choices: Choices) -> None:
    text, registry = choices.text(NAMES), opened().workspace.registry
    registry.find(text)
    registry.cell(text)
    identities.agency(text, registry)
    identities.single(text, registry)


def ids(choices: Choices) -> None:
    text, workspace = choices.text((*IDS, *TERMS[:8])), opened().workspace
    identities.about(text, workspace, 2026)
    identities.task(text, workspace, 2026)
    identities.plans([text], ["2026"])
    identities.sections([text], {"I": "Thể chế"})


def papers(choices: Choices) -> None:
    text = choices.text((*PAPERS, *TERMS[:8]))
    evidence.read(text)
    evidence.read_all([text, choices.text(PAPERS)], TODAY, text)


def periods(choices: Choices) -> None:
    text = choices.text((*TERMS, *IDS))
    period(text)
    period_id(text, 2026)


def figures(choices: Choices) -> None:
    text = choices.text(FIGURES)
    values.number(text, Field.PERCENT)
    values.amount(text, Field.PERCENT)
    values.count(text, Field.PERCENT)
    values.percent(text, Field.PERCENT)


def entries(choices: Choices) -> None:
    typed = entry.Typed(
        status=choices.text(STATES) or None,
        date=choices.text(TERMS) or None,
        evidence=(choices.text(PAPERS),),
        note=choices.text(TERMS),
        percent=choices.text(FIGURES) or None,
        member=choices.text(NAMES) or None,
    )
    values.words([choices.text(STATES)], TYPED_PROGRESS, Field.STATUS)
    entry.understood(typed, opened().workspace.registry, TODAY)


def words(data: bytes) -> None:
    """What officers type: days, names, schedules, evidence, ids, periods, numbers, states."""
    choices = Choices(data)
    choices.one((terms, names, ids, papers, periods, figures, entries))(choices)


def take(data: bytes) -> None:
    """Word and Markdown documents that officers wrote in."""
    choices, report = Choices(data), ("report", "agency", "--agency", "so-tu-phap", "--period", "2026-Q3")
    if choices.number(4):
        dear = ("word/document.xml", "docProps/custom.xml", "word/numbering.xml", "_rels/.rels")
        path = given("taken.docx", spoiled_package(choices, unpacked(made("report.docx", *report)), dear))
    else:
        path = given("taken.md", spoiled_bytes(choices, made("report.md", *report)))
    with suppress(Stop):
        outcome(texting.document(path).found, {}, None)


@cache
def form() -> dict[str, bytes]:
    own, found = opened(), period("2026-Q3")
    assert found is not None
    plan = own.workspace.plans[0]
    asked = forming.places(PROVINCE, own.workspace, plan, found, TODAY)
    asking = Asking(own.workspace, plan, found, Day(2026, 9, 14), asked)
    return unpacked(forming.workbook(asking.form(("so-tu-phap",)), own.workspace.registry))


def forms(data: bytes) -> None:
    """Forms that came back."""
    choices = Choices(data)
    dear = (
        *("xl/worksheets/sheet2.xml", "xl/worksheets/sheet3.xml", "xl/sharedStrings.xml", "xl/workbook.xml"),
        *("docProps/custom.xml", "xl/_rels/workbook.xml.rels", "xl/styles.xml", "[Content_Types].xml"),
    )
    reader = intake.Intake(opened(), TODAY, None, ())
    incoming = reader.read(given("so-tu-phap.xlsx", spoiled_package(choices, form(), dear)))
    if isinstance(incoming, intake.Incoming):
        list(reader.remarks(incoming))


def appendix(data: bytes) -> None:
    """An appendix from Word, Excel, HTML, Markdown or text."""
    choices = Choices(data)
    kind = choices.one(("docx", "xlsx", "html", "md", "txt"))
    if kind == "docx":
        content = spoiled_package(choices, unpacked(made("plan.docx", "report", "plan")), OF_WORD)
    elif kind == "xlsx":
        content = spoiled_package(choices, unpacked(made("list.xlsx", "list")), OF_EXCEL)
    elif choices.number(2):
        content = choices.text(ROWS, 24).encode()
    else:
        content = spoiled_bytes(choices, made("plan.md", "report", "plan"))
    with suppress(Stop):
        draft = importing.made(
            importing.paper(Path(f"phu-luc.{kind}"), content), opened(), "plan/2027", 2027, "so-noi-vu"
        )
        for path, text in draft.files.items():
            assert not parse(text).faults, path
            assert ".." not in path and not path.startswith("/"), path


def plans(data: bytes) -> None:
    """Files of a plan: read and checked."""
    choices = Choices(data)
    path = choices.one(sorted(contents()))
    check(load({**contents(), path: spoiled_bytes(choices, contents()[path])}))


def every(_: str) -> bool:
    return True


def yaml(data: bytes) -> None:
    """Any bytes: decoded, parsed, mended; a record added and taken back."""
    choices = Choices(data)
    progress = contents()["plan/2026/progress/so-tu-phap.yaml"]
    raw = spoiled_bytes(choices, progress) if choices.number(3) else choices.rest()
    text = text_of(raw)
    if not isinstance(text, Misread):
        parse(text)
    mended = fixes.fixed(raw, every)
    assert mended is None or fixes.fixed(mended.data, every) is None
    with suppress(Stop):
        added = edit.added(raw, Entry(task="I.8", recorded=TODAY, note=choices.text(TERMS)), tuple[Entry, ...])
        assert added.arranged or edit.taken_back(added.data, tuple[Entry, ...]).data == raw


def _hostile(choices: Choices) -> Path:
    """The province with an odd text as the title of every task of a section."""
    path = "plan/2026/appendix/I.yaml"
    said = json.dumps(choices.text((*TERMS, *ODD[:-1])) or "x", ensure_ascii=False).encode("utf-8", "replace")
    lines = contents()[path].split(b"\n")
    changed = [line.split(TITLE)[0] + TITLE + said if line.lstrip().startswith(TITLE) else line for line in lines]
    root = folder() / "hostile"
    for name, data in {**contents(), path: b"\n".join(changed)}.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_bytes(data)
    return root


def page(root: Path) -> None:
    path = folder() / "out" / "page.html"
    code = run(["-C", str(root), "report", "dashboard", *ON, "-o", str(path), "--force"])
    assert code in (0, 2), code
    if code == 0:
        text, sound = path.read_bytes().lower(), made("sound.html", "report", "dashboard").lower()
        assert text.count(b"<script") == text.count(b"</script") == sound.count(b"<script")


def tables(root: Path) -> None:
    path = folder() / "out" / "tables"
    code = run(["table", "-C", str(root), *ON, "-o", str(path)])
    assert code in (0, 2), code
    for line in (path / "tasks.jsonl").read_bytes().split(b"\n")[:-1] if code == 0 else ():
        json.loads(line)


def calendar(root: Path) -> None:
    path = folder() / "out" / "due.ics"
    code = run(["-C", str(root), "due", "--all", *ON, "-o", str(path)])
    assert code in (0, 2), code
    lines = path.read_bytes().split(b"\r\n") if code == 0 else []
    assert all(len(line) <= 75 and b"\n" not in line for line in lines)
    assert lines.count(b"BEGIN:VEVENT") == lines.count(b"END:VEVENT")


def outputs(data: bytes) -> None:
    """The page, the tables and the calendar of a plan with odd texts."""
    choices = Choices(data)
    choices.one((page, tables, calendar))(_hostile(choices))


TARGETS: dict[str, Callable[[bytes], None]] = {
    "words": words,
    "take": take,
    "forms": forms,
    "import": appendix,
    "plans": plans,
    "yaml": yaml,
    "outputs": outputs,
}
