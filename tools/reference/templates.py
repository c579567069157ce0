"""docs/reference/templates.md: reports, the fields that their templates may use, filters."""

from collections.abc import Iterable
from typing import get_type_hints

from jinja2.filters import FILTERS
from msgspec import inspect

from cchc_cli.documents import reports
from cchc_cli.documents.render.sandbox import sandbox
from cchc_cli.documents.reports.views import View
from cchc_cli.shell.templates import library
from tools.reference.fields import Field, of_type
from tools.reference.markdown import MADE, code, page, table

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
    "upper_first": "the first letter a capital",
    "markdown": "in Markdown templates: text that is Markdown already",
    "plain": "in Markdown templates: text as it is, in one line",
}
_ABOUT = (
    "A template `NAME.docx`, `NAME.md.j2` or `NAME.html.j2` in `templates/` beside `plan/` prints the report of its "
    "name; one of another name is a new report and has the common fields. `cchc report NAME --eject` copies the "
    "packaged one; `cchc report --check` tries all.",
    "`[]` stands for the rows of a list: `tasks[].title` is `{% for task in tasks %}{{ task.title }}{% endfor %}`.",
)


def text() -> str:
    """The page."""
    groups: dict[str, list[str]] = {}
    for name in sorted(reports.every_report()):
        groups.setdefault(_template(name), []).append(name)
    rows = [
        (f"[`{name}`](#{_template(name)})", reports.named(name).title, ", ".join(_forms(name)))
        for name in sorted(reports.every_report())
    ]
    common = [each for each in of_type("", inspect.type_info(View)) if each.name != "report"]
    return page(
        "# Reports and their templates",
        MADE + " With today's values: `cchc report NAME --fields`.",
        *_ABOUT,
        table(("name", "report", "packaged"), rows),
        "## Common fields",
        _table(common),
        *(piece for template, names in groups.items() for piece in _report(template, names)),
        "## Functions",
        table(("name", "what it gives"), [(code(name), words) for name, words in FUNCTIONS.items()]),
        "## Filters",
        table(("filter", "what it makes"), _own_filters()),
        f"Jinja's own: {', '.join(code(name) for name in _jinjas())}. Others are refused.",
    )


def _report(template: str, names: list[str]) -> tuple[str, ...]:
    kind = inspect.type_info(get_type_hints(reports.named(names[0]).build)["return"])
    prints = f"Prints {', '.join(code(name) for name in names)}." if names != [template] else ""
    return f"## {template}", prints, _table(of_type("report", kind))


def _table(fields: Iterable[Field]) -> str:
    rows = [(code(each.name), each.value, each.meaning) for each in fields]
    heads = ("field", "value", "meaning")
    return table(heads, rows) if any(row[2] for row in rows) else table(heads[:2], [row[:2] for row in rows])


def _template(name: str) -> str:
    return reports.named(name).template or name


def _forms(name: str) -> list[str]:
    return sorted({each.form for each in library.every_template(None) if name in each.reports})


def _own_filters() -> list[tuple[str, str]]:
    """Ours; one that is not explained above is an error."""
    ours = [name for name in sandbox(str).filters if name not in FILTERS]
    return [(code(name), OWN_FILTERS[name]) for name in dict.fromkeys((*ours, *OWN_FILTERS))]


def _jinjas() -> list[str]:
    return sorted(name for name in sandbox(str).filters if name in FILTERS)
