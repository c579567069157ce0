"""Templates: those of the workspace first, then those that come with the program."""

from pathlib import Path
from typing import NamedTuple

from cchc_cli import files
from cchc_cli.names import nearest
from cchc_cli.problems import Stop
from cchc_cli.tables import Column, Group, Table, row

ENDINGS = {"md": ".md.j2"}


class Template(NamedTuple):
    """A template's file name and text."""

    file: str
    text: str


def find(root: Path | None, name: str, form: str) -> Template:
    """The template of a report in one of the formats of `ENDINGS`."""
    file = f"{name}{ENDINGS[form]}"
    for folder in files.template_folders(root):
        text = files.template_text(folder / file) if file in files.names_in(folder) else None
        if text is not None:
            return Template(file, text)
    near = nearest(name, list(_names(root)))
    raise Stop(f'không có mẫu báo cáo "{name}"', "gần nhất: " + ", ".join(near) if near else "xem: cchc report --list")


def table(root: Path | None) -> Table:
    """What there is, in which formats, and where it comes from."""
    rows = tuple(row(name, ", ".join(sorted(forms)), where) for name, (forms, where) in sorted(_names(root).items()))
    columns = (Column("Tên"), Column("Dạng"), Column("Mẫu"))
    return Table("", columns, (Group(None, rows),), ("Thêm mẫu: đặt tệp TÊN.md.j2 vào thư mục templates/ cạnh plan/.",))


def _names(root: Path | None) -> dict[str, tuple[set[str], str]]:
    found: dict[str, tuple[set[str], str]] = {}
    for folder in files.template_folders(root):
        where = "đi kèm chương trình" if folder == files.PACKAGED else "của thư mục làm việc"
        for file in files.names_in(folder):
            for form, ending in ENDINGS.items():
                if file.endswith(ending):
                    found.setdefault(file.removesuffix(ending), (set(), where))[0].add(form)
    return found
