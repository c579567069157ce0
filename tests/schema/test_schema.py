"""What the schemas say of files agrees with what the reader takes; the JSON outputs keep to theirs."""

import json
import subprocess
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from msgspec import inspect

from builders import loaded
from cchc_cli.answers import json as outputs
from cchc_cli.model import Placed
from cchc_cli.reading.load import load
from cchc_cli.reading.places import globs
from cchc_cli.reading.places import kind as kind_of
from cchc_cli.reading.reader import SHAPES
from cchc_cli.schema import documents, editor
from cchc_cli.schema.kinds import KINDS
from conftest import ROOT, Cchc, contents
from editor import seen

DAY = "--as-of=2026-05-01"
WORKSPACES = (".", "examples/tinh-mau")
SECTION = "plan/2026/appendix/I.yaml"


def checker(kind: str, workspace: str = ".") -> Draft202012Validator:
    schema = documents.of_file(kind, registry(workspace))
    return Draft202012Validator(schema, format_checker=Draft202012Validator.FORMAT_CHECKER)


def registry(workspace: str = ".") -> tuple[tuple[str, str], ...]:
    return tuple((row.id, row.name) for row in loaded(workspace).workspace.registry.rows)


def files() -> list[tuple[str, str]]:
    return [
        (workspace, path.relative_to(ROOT / workspace).as_posix())
        for workspace in WORKSPACES
        for path in sorted((ROOT / workspace / "plan").rglob("*.yaml"))
    ]


@pytest.mark.parametrize("kind", KINDS)
def test_a_schema_is_sound(kind: str) -> None:
    """The check raises where a schema is not what its draft allows."""
    Draft202012Validator.check_schema(documents.of_file(kind))
    Draft202012Validator.check_schema(documents.of_file(kind, registry()))


@pytest.mark.parametrize(("workspace", "path"), files())
def test_the_plans_kept_here_fit_their_schemas(workspace: str, path: str) -> None:
    data = seen((ROOT / workspace / path).read_text(encoding="utf-8"))
    found = [f"{error.json_path}: {error.message}" for error in checker(kind_of(path), workspace).iter_errors(data)]
    assert not found


# One slip of a hand in the real plan or the example: file, what is written, what was meant, where an editor points.
SLIPS = {
    "agency misspelt": (SECTION, "agency: so-tu-phap", "agency: so-tu-fap", "$.tasks[0].assignments[0].agency"),
    "role in Vietnamese": (SECTION, "role: lead", "role: chủ trì", "$.tasks[0].assignments[0].role"),
    "key misspelt": (SECTION, "schedule: Tháng 01/2026", "schedul: Tháng 01/2026", "$.tasks[0]"),
    "id with diacritics of a row": (SECTION, "id: I.1\n", 'id: "I.đ"\n', "$.tasks[0].id"),
    "title left empty": (SECTION, "title: CẢI CÁCH THỂ CHẾ", "title:", "$.title"),
    "text for a list": (SECTION, "products:\n      - Kế hoạch rà soát", "products: Kế hoạch rà soát",
                        "$.tasks[0].products"),
    "day that is none": ("plan/2026/plan.yaml", "date: 2025-12-31", "date: 2025-12-32", "$.decision.date"),
    "day as on paper": ("plan/2026/plan.yaml", "date: 2025-12-31", "date: 31/12/2025", "$.decision.date"),
    "year far off": ("plan/calendar.yaml", "2026:\n", "20206:\n", "$"),
    "kind of agency": ("plan/agencies.yaml", "kind: department", "kind: sở", "$.agencies[1].kind"),
    "id with diacritics": ("plan/agencies.yaml", "id: so-noi-vu", "id: Sở-nội-vụ", "$.agencies[1].id"),
    "monitor not there": ("plan/2026/plan.yaml", "monitor: so-noi-vu", "monitor: sở nội vụ", "$.monitor"),
    "not a number": ("plan/settings.yaml", "due_soon_days: 30", "due_soon_days: ba mươi", "$.due_soon_days"),
}  # fmt: skip


@pytest.mark.parametrize("name", SLIPS)
def test_a_mistake_is_reported_by_the_schema_and_by_the_reader(name: str) -> None:
    path, written, slipped, place = SLIPS[name]
    text = (ROOT / path).read_text(encoding="utf-8")
    assert written in text
    broken = text.replace(written, slipped, 1)
    places = {error.json_path for error in checker(kind_of(path)).iter_errors(seen(broken))}
    assert places == {place}
    before = {file: data for file, data in contents(ROOT / "plan").items() if file.endswith(".yaml")}
    sources = {f"plan/{file}": data for file, data in before.items()} | {path: broken.encode()}
    from cchc_cli.checking.check import errors

    assert [problem for problem in errors(load(sources)) if problem.span.file == path]


def test_every_kind_of_file_that_is_read_has_a_schema() -> None:
    assert set(KINDS) == set(SHAPES) == set(globs())
    for kind, where in globs().items():
        assert kind_of(where.replace("**", "2026").replace("*", "x")) == kind


def records() -> dict[str, type[Placed]]:
    found: dict[str, type[Placed]] = {}
    waiting: list[type[Placed]] = [Placed]
    while waiting:
        for each in waiting.pop().__subclasses__():
            if each.__module__.startswith("cchc_cli.model"):
                found[each.__name__] = each
                waiting.append(each)
    return found


@pytest.mark.parametrize("record", records().values(), ids=records())
def test_every_field_of_a_record_has_its_words_and_no_others(record: type[Placed]) -> None:
    fields = [field.encode_name for field in inspect.type_info(record).fields]  # type: ignore[attr-defined]
    assert "said" in vars(record), f"{record.__name__} has no words"
    assert set(record.said.fields) == set(fields) - {"@"}


def test_examples_fit_their_own_fields() -> None:
    for kind in KINDS:
        for place, field in nested(documents.of_file(kind)):
            for example in field.get("examples", ()):
                wrong = [error.message for error in checked(field, documents.of_file(kind), example)]
                assert not wrong, f"{kind} {place}: {example}"


def checked(field: dict[str, Any], schema: dict[str, Any], value: Any) -> Any:
    return Draft202012Validator({**field, "$defs": schema.get("$defs", {})}).iter_errors(value)


def nested(schema: Any, place: str = "") -> Any:
    if isinstance(schema, dict):
        if "type" in schema and not isinstance(schema["type"], dict):
            yield place, schema
        for key, inner in schema.items():
            yield from nested(inner, f"{place}/{key}")
    elif isinstance(schema, list):
        for number, inner in enumerate(schema):
            yield from nested(inner, f"{place}/{number}")


def test_every_field_of_the_files_is_explained_in_vietnamese() -> None:
    for kind in KINDS:
        schema: dict[str, Any] = documents.of_file(kind)
        for record in (schema, *schema.get("$defs", {}).values()):
            for name, field in record.get("properties", {}).items():
                assert field["title"] and field["description"].endswith((".", ":", "…”")), f"{kind}: {name}"


@given(st.sampled_from((1999, 2000, 2026, 2100, 2101, 99999)))
def test_years_of_the_calendar_are_those_of_the_reader(year: int) -> None:
    text = f"{year}: {{pending: [x]}}\n"
    problems = load({"plan/calendar.yaml": text.encode()}).problems
    assert checker("calendar").is_valid(seen(text)) == (not problems)


ENTRY = {
    "task": ("I.9", "I.9/1", "i.9", "body.IV.3-1", "", None),
    "recorded": ("2026-02-03", "2026-02-30", "3/2/2026", None),
    "date": ("2026-02-03", None, "hôm qua"),
    "status": ("done", "xong", None),
    "action": ("confirm", "giao", None),
    "percent": (0, 100, 101, -1, "năm mươi", None),
    "note": ("đã trình", 5, 1.5, None),
    "evidence": ([], None, [{"number": "1/BC"}], [{"so": "1/BC"}], "1/BC"),
    "thua": ("x",),
}


@given(
    st.fixed_dictionaries(
        {key: st.sampled_from(ENTRY[key]) for key in ("task", "recorded")},
        optional={key: st.sampled_from(values) for key, values in ENTRY.items() if key not in ("task", "recorded")},
    )
)
def test_an_entry_fits_the_schema_when_the_reader_takes_it(entry: dict[str, Any]) -> None:
    """But for an id of the wrong form, which is for the rules: the reader takes any text there."""
    text = json.dumps([entry], ensure_ascii=False)
    problems = load({"plan/2026/progress/so-noi-vu.yaml": text.encode()}).problems
    fits = checker("progress").is_valid(seen(text))
    assert fits == (not problems and entry["task"] != "")


# -- outputs ---------------------------------------------------------------------------------------------------------

EXAMPLE = ("-C", "examples/tinh-mau")
RUNS: dict[str, list[tuple[str, ...]]] = {
    "due": [("due",), ("due", "--all"), ("due", "--agency", "Sở Tư pháp"), (*EXAMPLE, "due", "--all")],
    "list": [("list",), ("list", "--stale"), ("list", "--missing"), ("list", "--agency", "UBND cấp xã"),
             (*EXAMPLE, "list"), (*EXAMPLE, "list", "--missing", "--agency", "Sở Tư pháp"),
             (*EXAMPLE, "list", "--state", "requested", "--as-of=2026-06-01")],
    "show": [("show", "I.9"), ("show", "III.7-2"), (*EXAMPLE, "show", "II.14"), (*EXAMPLE, "show", "I.10"),
             (*EXAMPLE, "show", "I.8")],
    "diff": [("diff", "HEAD")],
    "stats": [("stats",), ("stats", "--by", "agency"), ("stats", "--section", "I"),
              (*EXAMPLE, "stats", "--period", "2026-H1")],
    "agencies": [("agencies",), ("agencies", "Nha Trang"), (*EXAMPLE, "agencies")],
    "targets": [("targets",), (*EXAMPLE, "targets")],
    "event": [("event", "list"), (*EXAMPLE, "event", "list")],
    "file": [("file", "2026-Q1")],
    "inspect": [("inspect",)],
    "fields": [("report", "quarterly", "--fields"), (*EXAMPLE, "report", "quarterly", "--fields")],
    "rules": [("rules",), ("rules", "CC201")],
    "six-clear": [("report", "six-clear"), (*EXAMPLE, "report", "six-clear")],
    "ranking": [("-C", "SLIPPED", "report", "ranking")],
    "validate": [("validate",), (*EXAMPLE, "validate"), ("-C", "SLIPPED", "validate")],
}  # fmt: skip
UNDATED = ("agencies", "rules", "validate")


@pytest.fixture
def slipped(copied: Path) -> Path:
    """A workspace under git whose files on disk have an entry, an extension, other roles and another agency's name."""
    git = ("git", "-C", str(copied), "-c", "user.name=x", "-c", "user.email=x@x.vn")
    for words in (("init", "-q"), ("add", "."), ("commit", "-qm", "x")):
        subprocess.run((*git, *words), check=True)
    entry = "- {task: I.1, recorded: 2026-01-28, date: 2026-01-27, status: done, evidence: [{number: 1/KH-UBND}]}\n"
    (copied / "plan/2026/progress").mkdir(exist_ok=True)
    (copied / "plan/2026/progress/so-tu-phap.yaml").write_text(entry, encoding="utf-8")
    (copied / "plan/2026/deadlines.yaml").write_text(
        "- {task: I.2, action: extend, recorded: 2026-02-01, to: 2026-03-31, document: {number: 2/QĐ-UBND, "
        "date: 2026-01-31}}\n",
        encoding="utf-8",
    )
    (copied / "plan/criteria.yaml").write_text(
        "groups: [ubnd-cap-xa]\ncriteria:\n- {id: KH, name: Kế hoạch, measure: done, bands: [{points: 1}]}\n",
        encoding="utf-8",
    )
    for path, written, edited in ((SECTION, "role: lead", "role: guide"), ("plan/agencies.yaml", "Sở Y tế", "Sở Y")):
        text = (copied / path).read_text(encoding="utf-8")
        (copied / path).write_text(text.replace(written, edited), encoding="utf-8")
    return copied


@pytest.mark.parametrize(("name", "run"), [(name, run) for name, runs in RUNS.items() for run in runs])
def test_what_a_command_prints_keeps_to_its_schema(
    name: str, run: tuple[str, ...], cchc: Cchc, slipped: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    if name == "diff":
        monkeypatch.chdir(slipped)
    told = [str(slipped) if word == "SLIPPED" else word for word in run]
    ran = cchc(*told, "--format", "json", *(() if name in UNDATED or "--as-of" in run[-1] else (DAY,)))
    schema = json.loads(cchc("schema", "--output", name).out)
    Draft202012Validator.check_schema(schema)
    data = json.loads(ran.out)
    found = Draft202012Validator(schema, format_checker=Draft202012Validator.FORMAT_CHECKER).iter_errors(data)
    assert not [f"{error.json_path}: {error.message}" for error in found]
    assert data["schema"] == schema["properties"]["schema"]["const"]


def test_every_json_output_bears_its_own_name_and_has_a_run_here() -> None:
    schemas: list[Any] = [documents.of_output(name) for name in outputs.names()]
    assert {each["properties"]["schema"]["const"] for each in schemas} == {f"cchc.{name}/1" for name in RUNS}


def test_every_key_of_the_outputs_is_explained() -> None:
    for name in outputs.names():
        for place, record in nested(documents.of_output(name)):
            for key, field in record.get("properties", {}).items():
                assert "description" in field or "const" in field, f"{name}{place}: {key}"


def test_an_added_or_missing_key_does_not_fit_the_schema(cchc: Cchc) -> None:
    data = json.loads(cchc("due", "--format", "json", DAY).out)
    check = Draft202012Validator(documents.of_output("due"))
    assert check.is_valid(data)
    assert not check.is_valid({**data, "more": 1})
    assert not check.is_valid({key: value for key, value in data.items() if key != "counts"})
    data["tasks"][0]["milestones"][0].pop("timing")
    assert not check.is_valid(data)


# -- the command -----------------------------------------------------------------------------------------------------


def test_without_a_kind_it_lists_them(cchc: Cchc, golden: Any) -> None:
    golden("schema.txt", cchc("schema").out)


def test_inside_a_workspace_an_agency_is_one_of_its_registry(cchc: Cchc) -> None:
    inside = json.loads(cchc("-C", "examples/tinh-mau", "schema", "section").out)["$defs"]["Agency"]
    assert dict(zip(inside["enum"], inside["enumDescriptions"], strict=True)) == dict(registry("examples/tinh-mau"))


def test_outside_a_workspace_any_id_is_accepted(cchc: Cchc, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    ran = cchc("schema", "section")
    assert ran.code == 0 and "Agency" not in json.loads(ran.out)["$defs"] and "thư mục làm việc" in ran.err


def test_a_broken_registry_still_gives_a_schema(cchc: Cchc, copied: Path) -> None:
    path = copied / "plan/agencies.yaml"
    path.write_bytes(path.read_bytes().replace(b"kind: police", "kind: công an".encode()))
    ran = cchc("-C", str(copied), "schema", "section")
    ids = json.loads(ran.out)["$defs"]["Agency"]["enum"]
    assert ran.code == 0 and "so-tu-phap" in ids and "cong-an-tinh" not in ids and "còn lỗi" in ran.err


def test_all_kinds_go_into_a_folder(cchc: Cchc, tmp_path: Path) -> None:
    ran = cchc("schema", "-o", str(tmp_path / "lược đồ"))
    written = contents(tmp_path / "lược đồ")
    assert (ran.code, ran.out, set(written)) == (0, "", {f"{kind}.json" for kind in KINDS})
    assert written["plan.json"].decode() == cchc("schema", "plan").out


MISTAKES = {
    "kind-not-there": ["schema", "sectoin"],
    "output-not-there": ["schema", "--output", "deu"],
    "both": ["schema", "plan", "--output", "due"],
    "no-kind-for-a-file": ["schema", "-o", "x.json"],
    "another-ending": ["schema", "plan", "-o", "x.csv"],
    "among-the-plans": ["schema", "-o", "plan"],
    "no-workspace-there": ["-C", "khong-co", "schema", "plan"],
}


@pytest.mark.parametrize("name", MISTAKES)
def test_a_mistake_ends_with_2_and_says_what_to_do(name: str, cchc: Cchc, golden: Any) -> None:
    ran = cchc(*MISTAKES[name])
    assert (ran.code, ran.out) == (2, "")
    golden(f"mistake-schema-{name}.txt", ran.err)


def test_the_schemas_for_the_editor_of_this_repository_are_current() -> None:
    for kind in KINDS:
        kept = json.loads((ROOT / editor.FOLDER / editor.file_name(kind)).read_bytes())
        assert kept == documents.of_file(kind, registry()), "run: cchc schema -o .vscode/schemas"
    settings = json.loads((ROOT / ".vscode/settings.json").read_bytes())
    own = {schema: patterns[0] for schema, patterns in settings["yaml.schemas"].items()}  # the rest leave out examples
    assert settings | {"yaml.schemas": own} == editor.settings()
