"""The templates of the workspace, then those that come with the program."""

from pathlib import Path
from typing import NamedTuple
from unicodedata import normalize

from cchc_cli.answers.tables import Column, Group, Table, row
from cchc_cli.disk import files, results
from cchc_cli.documents import reports
from cchc_cli.shell.templates import known_forms
from cchc_cli.text.problems import Stop
from cchc_cli.vietnamese.names import nearest

ENDINGS = {"md": ".md.j2", "docx": ".docx", "html": ".html.j2"}
_OTHERS = (".doc", ".docm", ".dot", ".dotm", ".dotx", ".odt", ".ott", ".rtf")
"""Other formats of Word and LibreOffice, which cannot be used as templates."""


class Template(NamedTuple):
    """A template's file name and content."""

    file: str
    data: bytes


class Known(NamedTuple):
    """An existing template: its file, its folder, its format, the names of the reports that it prints."""

    file: str
    folder: Path
    form: str
    reports: tuple[str, ...]

    @property
    def packaged(self) -> bool:
        """Whether it comes with the program."""
        return self.folder == files.PACKAGED


def find(root: Path | None, name: str, form: str) -> Template:
    """The template of a report in a format of `ENDINGS`: the one of its name, else the one that it shares."""
    for stem in filter(None, (name, reports.named(name).template)):
        for folder in files.template_folders(root):
            for file in files.names_in(folder):
                if _parted(file) == (stem, form):
                    return Template(file, files.template(folder / file))
    known = _names(root)
    if name in known:
        made = ", ".join(sorted(known[name][0]))
        raise Stop(f'báo cáo "{name}" không có mẫu dạng {form}', f"các dạng có mẫu: {made}")
    raise unknown(root, name)


def titles(root: Path | None) -> dict[str, str]:
    """The reports that have templates, each with its title."""
    return {name: _title(root, name) for name in sorted(_names(root))}


def forms(root: Path | None, name: str) -> tuple[str, ...]:
    """The formats of `ENDINGS` for which a report has templates."""
    known = _names(root)
    if name not in known:
        raise unknown(root, name)
    return tuple(form for form in ENDINGS if form in known[name][0])


def beside(root: Path | None, file: str) -> bytes | None:
    """A template that another template includes, by its bare file name; None if there is none."""
    for folder in files.template_folders(root):
        if file in files.names_in(folder):
            return files.template(folder / file)
    return None


def every_template(root: Path | None) -> tuple[Known, ...]:
    """All templates, those of the workspace first; temporary files of Word and editors are omitted."""
    stems = {name: report.template or name for name, report in reports.every_report().items()}
    found = []
    for folder in files.template_folders(root):
        for file in files.names_in(folder):
            stem, form = _parted(file)
            if form is not None:
                users = tuple(name for name, shared in stems.items() if stem in (name, shared))
                found.append(Known(file, folder, form, users or (stem,)))
    return tuple(found)


def table(root: Path | None) -> Table:
    """The table of reports with templates, their formats, and where the templates come from."""
    rows = tuple(
        row(name, _title(root, name), ", ".join(sorted(forms)), where)
        for name, (forms, where) in sorted(_names(root).items())
    )
    columns = (Column("Tên"), Column("Báo cáo", fold=True), Column("Dạng"), Column("Mẫu"))
    hint = "Thêm mẫu: đặt tệp TÊN.docx hoặc TÊN.md.j2 vào thư mục templates/ cạnh plan/."
    others = tuple(f"Không dùng được {file}: mở bằng Word, lưu lại dạng .docx." for file in _others(root))
    return Table("", columns, (Group(None, rows),), (*others, hint))


def eject(root: Path, name: str, forms: tuple[str, ...]) -> tuple[str, ...]:
    """Copy the packaged templates of a report into the workspace under the report's name; return the paths.

    A file that exists already is a `Stop`, unless it is a copy left by a run that was killed before it copied all.
    """
    packaged = {known.form: known for known in every_template(None) if name in known.reports}
    if not packaged and name in _names(root):
        raise Stop(f'mẫu "{name}" không đi kèm chương trình, đã ở trong templates/', "sửa thẳng tệp đó")
    if not packaged:
        raise unknown(root, name)
    missing = [form for form in forms if form not in packaged]
    if missing:
        made = ", ".join(sorted(packaged))
        raise Stop(f'báo cáo "{name}" không có mẫu dạng {missing[0]}', f"các dạng có mẫu: {made}")
    copies = {f"{name}{ENDINGS[form]}": packaged[form] for form in forms or tuple(packaged)}
    folder = root / files.PACKAGED.name
    contents = {file: files.template(known.folder / known.file) for file, known in copies.items()}
    present = sorted(set(copies) & set(files.names_in(folder)))
    for file in present:
        if len(present) == len(copies) or files.template(folder / file) != contents[file]:
            raise Stop(f"đã có {folder.name}/{file}", "sửa tệp đó, hoặc đổi tên nó rồi chạy lại")
    results.write_all(folder, contents)
    return tuple(f"{folder.name}/{file}" for file in copies)


def unknown(root: Path | None, name: str) -> Stop:
    """The `Stop` for a name without a template; it suggests the nearest names."""
    for file in _others(root):
        if name in (file.rpartition("/")[2], Path(file).stem):
            return Stop(f"{file} không phải là mẫu dạng .docx", "mở bằng Word, lưu lại dạng .docx")
    near = nearest(name, list(_names(root)))
    return Stop(f'không có mẫu báo cáo "{name}"', "gần nhất: " + ", ".join(near) if near else "xem: cchc report --list")


def _title(root: Path | None, name: str) -> str:
    """The title of a report; of a form of a known report, that of the report."""
    return reports.named(known_forms.report_of(root, name)).title


def _parted(file: str) -> tuple[str, str | None]:
    """A template's name in NFC, because some systems store names decomposed, and its format: None for other files."""
    for form, ending in ENDINGS.items():
        if file.lower().endswith(ending) and not file.startswith(("~", ".")):
            return normalize("NFC", file[: -len(ending)]), form
    return file, None


def _others(root: Path | None) -> tuple[str, ...]:
    """Documents in the workspace's folder that look like templates in a format that cannot be used."""
    folders = (folder for folder in files.template_folders(root) if folder != files.PACKAGED)
    return tuple(
        normalize("NFC", f"{folder.name}/{file}")
        for folder in folders
        for file in files.names_in(folder)
        if file.lower().endswith(_OTHERS) and not file.startswith(("~", "."))
    )


def _names(root: Path | None) -> dict[str, tuple[set[str], str]]:
    """Reports that have a template → the formats, and where the first template comes from."""
    found: dict[str, tuple[set[str], str]] = {}
    for known in every_template(root):
        where = "đi kèm chương trình" if known.packaged else "của thư mục làm việc"
        for name in known.reports:
            found.setdefault(name, (set(), where))[0].add(known.form)
    return found
