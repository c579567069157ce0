"""The places of a document where officers write (report --blanks)."""

import re
from pathlib import Path
from typing import TYPE_CHECKING

from cchc_cli.answers.tables import Cell, Column, Group, Table, row
from cchc_cli.documents.reports.views import View
from cchc_cli.documents.texts.places import Place, Texts
from cchc_cli.shell import screen
from cchc_cli.shell.options import flags
from cchc_cli.shell.templates import filler, library

if TYPE_CHECKING:
    from cchc_cli.documents.render.sandbox import Rendered

_FORMS = ("table", "md", "csv")
_HEADING = re.compile(r"^#+ (.*)$", re.MULTILINE)
_COLUMNS = (Column("Chỗ"), Column("Mục", fold=True), Column("Cần viết", fold=True), Column("Nội dung"))


def listed(root: Path, name: str, view: View, texts: Texts, form: str | None, output: Path | None) -> None:
    """Print the places of a report with what stands there."""
    wanted = flags.form_of(form, output, _FORMS, "table")
    printed = "md" if "md" in library.forms(root, name) else "docx"
    document = filler.filled(root, library.find(root, name, printed), printed, view, texts)
    text = document.data.decode() if printed == "md" else ""
    rows = (row(each.name or "", _heading(text, each), each.wanted, _standing(each)) for each in _once(document))
    of = f" của {view.agency.name}" if texts.of_agency and view.agency else ""
    said = f"{len(document.blanks)}/{len(document.places)} chỗ còn trống. Viết trong tệp Word rồi: cchc text take TỆP"
    note = f"{said}; hoặc từng chỗ: cchc text {view.period.id} CHỖ --from TỆP.{f' Lời là{of}.' if of else ''}"
    screen.table(Table("", _COLUMNS, (Group(None, tuple(rows)),), (note,)), wanted, output)


def _once(document: "Rendered") -> tuple[Place, ...]:
    """Each place once; those without a name all."""
    return tuple({each.name or number: each for number, each in enumerate(document.places)}.values())


def _heading(text: str, place: Place) -> str:
    at = text.find(f"<!-- {place.name} -->")
    found = _HEADING.findall(text[:at]) if at > 0 else ()
    return re.sub(r"\\(.)", r"\1", found[-1]) if found else ""


def _standing(place: Place) -> Cell:
    if place.text is not None:
        return Cell("đã có", "done")
    return Cell(f"chưa có; tham khảo {len(place.material)}" if place.material else "chưa có")
