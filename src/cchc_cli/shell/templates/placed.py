"""Whether a report of a period has a place of a name: a text for a place that no report has is never printed."""

import re
from collections.abc import Iterator

from cchc_cli.documents import reports
from cchc_cli.documents.reports.scene import ReportKind
from cchc_cli.documents.texts.places import Texts
from cchc_cli.shell.templates import filler, known_forms, library, scenes
from cchc_cli.shell.texting import Sheet
from cchc_cli.text.problems import Stop
from cchc_cli.vietnamese.names import nearest

_NAMED = re.compile(r"\bblank\((?:[^()\"]|\"[^\"]*\")*?, \"([A-Za-z][\w.]*)\"")
"""A place in the source of a template: some stand in a document only where a setting lacks."""
_FIRST = ("periodic", "agency")


def refuse_unknown(sheet: Sheet, place: str) -> None:
    """Raise a `Stop` with the nearest places if no report of the period has the place."""
    found: dict[str, None] = {}
    for name, report in _reports(sheet):
        found |= dict.fromkeys((*_written(sheet, name, report), *_printed(sheet, name, report, place)))
        if place in found:
            return
    near = nearest(place, found)
    hint = f"gần nhất: {', '.join(near)}" if near else f"xem các chỗ: cchc report TÊN --period {sheet.period} --blanks"
    raise Stop(f'không báo cáo nào của kỳ {sheet.period} có chỗ "{place}"', hint)


def _reports(sheet: Sheet) -> Iterator[tuple[str, ReportKind]]:
    """The reports with templates, those of the period before others."""
    folder = sheet.opened.folder
    every = [(name, reports.named(known_forms.report_of(folder, name))) for name in library.titles(folder)]
    yield from sorted(every, key=lambda each: each[1].issuer not in _FIRST)


def _written(sheet: Sheet, name: str, report: ReportKind) -> Iterator[str]:
    if "md" in library.forms(sheet.opened.folder, name):
        source = library.find(sheet.opened.folder, name, "md").data.decode("utf-8", "replace")
        before = "" if report.issuer in _FIRST else f"{name.replace('-', '')}."
        yield from (f"{before}{each}" for each in _NAMED.findall(source))


def _printed(sheet: Sheet, name: str, report: ReportKind, place: str) -> Iterator[str]:
    """The places of the report as it would be printed with a text there; none if it cannot be made for the period."""
    folder = sheet.opened.folder
    agency = [sheet.agency] if sheet.agency and report.agencies == "one" else None
    form = next((each for each in library.forms(folder, name) if each != "html"), None)
    try:
        scene = scenes.scene(report, sheet.opened.workspace, scenes.Wanted(agency, period=sheet.period))
        told = known_forms.report_of(folder, name)
        texts: Texts = reports.texts(told, scene)._replace(own={place: "…"})
        document = form and filler.filled(
            folder, library.find(folder, name, form), form, reports.view(told, scene), texts
        )
    except Stop:
        return
    yield from (each.name for each in (document.places if document else ()) if each.name)
