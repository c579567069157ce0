"""docs/reference/templates.md: reports, the fields that their templates may use, filters."""

from collections.abc import Iterable, Iterator
from typing import Any

from jinja2.filters import FILTERS
from msgspec import Struct, structs

from cchc_cli import reports
from cchc_cli.charts import Chart
from cchc_cli.disk import files
from cchc_cli.plans import Workspace
from cchc_cli.render.sandbox import sandbox
from cchc_cli.reports.views import View
from cchc_cli.schema import documents
from cchc_cli.shell import checking, opening, templates
from tools.reference.markdown import MADE, code, page, table
from tools.reference.records import Schema

# Names that a template may call beside the fields and filters.
FUNCTIONS = {
    'blank("…")': "a marked place that the officer fills in; its words are listed when the run ends",
    "picture(chart)": "a chart, in a Word template",
    "range(…), namespace(…)": "Jinja's own",
    '{% include "TÊN.md.j2" %}': "another template beside this one",
}
OWN_FILTERS = {
    "long_date": "a day as ngày 05 tháng 02 năm 2026; days are printed so without it, too",
    "short_date": "a day as 05/6/2026, 28/01/2026",
    "number": "a number as 1.234,5",
    "lower_first": "the first letter small",
    "markdown": "in Markdown templates: text that is Markdown already",
    "plain": "in Markdown templates: text as it is, in one line",
}
_ABOUT = (
    "A template `NAME.docx`, `NAME.md.j2` or `NAME.html.j2` in `templates/` beside `plan/` prints the report of its "
    "name; one of another name is a new report and has the common fields. `cchc report NAME --eject` copies the "
    "packaged one; `cchc report --check` tries all.",
    "`[]` stands for the rows of a list: `tasks[].title` is `{% for task in tasks %}{{ task.title }}{% endfor %}`.",
)
# Fields of templates that JSON outputs have under the same names: the output, and what stands before the name in it.
_SCHEMAS = {
    "tasks[]": ("list", "tasks[]"),
    "counts": ("due", "counts"),
    "stats.section": ("stats", ""),
    "stats.agency": ("stats", ""),
    "targets[]": ("targets", "targets[]"),
}


def text() -> str:
    """The page."""
    workspace = opening.workspace(files.EXAMPLE, None)
    views = {name: _views(name, workspace) for name in sorted(reports.every())}
    common = found({**structs.asdict(view), "report": ()} for seen in views.values() for view in seen)
    del common["report"]
    groups: dict[str, list[str]] = {}
    for name in views:
        groups.setdefault(_template(name), []).append(name)
    rows = [(f"[`{name}`](#{_template(name)})", reports.named(name).title, ", ".join(_forms(name))) for name in views]
    return page(
        "# Reports and their templates",
        MADE + " With today's values: `cchc report NAME --fields`.",
        *_ABOUT,
        table(("name", "report", "packaged"), rows),
        "## Common fields",
        _fields("", common),
        *(
            piece
            for template, names in groups.items()
            for piece in (
                f"## {template}",
                f"Prints {', '.join(code(name) for name in names)}." if names != [template] else "",
                _fields("report.", found(seen.report for name in names for seen in views[name])),
            )
        ),
        "## Functions",
        table(("name", "what it gives"), [(code(name), words) for name, words in FUNCTIONS.items()]),
        "## Filters",
        table(("filter", "what it makes"), _own_filters()),
        f"Jinja's own: {', '.join(code(name) for name in _jinjas())}. Others are refused.",
    )


def _views(name: str, workspace: Workspace) -> list[View]:
    """What a report prints of the example; of one that is about an agency, what it prints of each."""
    report = reports.named(name)
    usual = checking.scene(report, workspace)
    reporters = [row.id for row in workspace.registry.rows] if report.agencies == "one" else []
    scenes = [usual, *(structs.replace(usual, agencies=(agency,)) for agency in reporters)]
    return [reports.view(name, scene) for scene in scenes]


def found(values: Iterable[Any]) -> dict[str, str]:
    """Fields and their kinds, over all rows of all values: `tasks[].title` → text."""
    kinds: dict[str, dict[str, None]] = {}
    for value in values:
        for name, kind in _below("", value):
            kinds.setdefault(name, {})[kind] = None
    held = {name for name in kinds if any(other.startswith((f"{name}.", f"{name}[]")) for other in kinds)}
    return {name: _told(list(seen)) for name, seen in kinds.items() if name not in held}


def _below(name: str, value: Any) -> Iterator[tuple[str, str]]:
    if isinstance(value, Struct) and not isinstance(value, Chart):
        value = structs.asdict(value)
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from _below(f"{name}.{key}".lstrip("."), inner)
    elif isinstance(value, list | tuple):
        for inner in value:
            yield from _below(f"{name}[]", inner)
        if not value:
            yield name, "list, empty in the example"
    else:
        yield name, _kind(value)


def _kind(value: Any) -> str:
    """What a value is; "" where there is none."""
    if value is None:
        return ""
    if isinstance(value, Chart):
        return "chart"
    if isinstance(value, bool):
        return "yes or no"
    if hasattr(value, "isoformat"):
        return "day"
    return "number" if isinstance(value, int | float) else "text"


def _told(kinds: list[str]) -> str:
    known = [kind for kind in kinds if kind]
    return (" or ".join(known) or "text") + ("" if len(known) == len(kinds) else ", or nothing")


def _fields(before: str, kinds: dict[str, str]) -> str:
    rows = [(code(before + name), kind, _words(name) if not before else "") for name, kind in kinds.items()]
    heads = ("field", "value", "meaning")
    return table(heads, rows) if any(row[2] for row in rows) else table(heads[:2], [row[:2] for row in rows])


def _words(name: str) -> str:
    """What the schema of the JSON output that has the same field says of it."""
    head = next((head for head in _SCHEMAS if name.startswith(head)), None)
    if head is None:
        return ""
    output, within = _SCHEMAS[head]
    schema: Schema = documents.of_output(output)
    steps = (within + name.removeprefix(head)).replace("[]", ".[]").strip(".").split(".")
    return _described(schema, schema["$defs"], steps)


def _described(schema: Schema, defined: Schema, steps: list[str]) -> str:
    """The description at the end of a path of keys and "[]"."""
    if not steps:
        return str(schema.get("description", ""))
    inner = next((each for each in schema.get("anyOf", ()) if each.get("type") != "null"), schema)
    if "$ref" in inner:
        inner = defined[inner["$ref"].rpartition("/")[2]]
    first, *rest = steps
    following = inner.get("items", {}) if first == "[]" else inner.get("properties", {}).get(first, {})
    return _described(following, defined, rest) or (str(following.get("description", "")) if rest == ["[]"] else "")


def _template(name: str) -> str:
    return reports.named(name).template or name


def _forms(name: str) -> list[str]:
    return sorted({each.form for each in templates.every(None) if name in each.reports})


def _own_filters() -> list[tuple[str, str]]:
    """Ours; one that is not explained above is an error."""
    ours = [name for name in sandbox(str).filters if name not in FILTERS]
    return [(code(name), OWN_FILTERS[name]) for name in dict.fromkeys((*ours, *OWN_FILTERS))]


def _jinjas() -> list[str]:
    return sorted(name for name in sandbox(str).filters if name in FILTERS)
