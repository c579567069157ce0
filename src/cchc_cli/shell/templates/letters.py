"""Letters of reminder: whether there are any to send, and a folder with a letter to each agency (report --each)."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import structs

from cchc_cli.disk import files
from cchc_cli.documents.reports import reminder
from cchc_cli.documents.reports.due_parts import Letter
from cchc_cli.documents.reports.views import Agency, View
from cchc_cli.plan.registry import Registry
from cchc_cli.shell import screen
from cchc_cli.shell.templates import spared
from cchc_cli.text.problems import Stop
from cchc_cli.vietnamese.paper import long_date

if TYPE_CHECKING:
    from cchc_cli.documents.render.sandbox import Rendered

_NAME = "reminder"
_FILE = "cong-van-"
MAIL = "eml"


def folder(name: str, output: Path | None) -> Path:
    """The folder given by -o; --each with another report or without a folder is a `Stop`."""
    if name != _NAME:
        raise Stop(
            f"--each chỉ dùng cho công văn đôn đốc ({_NAME}), không dùng cho {name}", f"cchc report {_NAME} --each"
        )
    if output is None or str(output) == "-":
        raise Stop("--each cần một thư mục để ghi các công văn", "thêm -o THƯ_MỤC")
    if output.exists() and not output.is_dir():
        raise Stop(
            f"{output.as_posix()} không phải là thư mục", "--each ghi mỗi công văn một tệp: chọn một thư mục bằng -o"
        )
    return output


def any_to_send(letter: Letter) -> bool:
    """Whether there is a letter to send; print the remarks on work that has no reminder."""
    for remark in letter.remarks:
        screen.say(remark)
    if letter.nothing:
        screen.say(letter.nothing)
    return not letter.nothing


def each(view: View, letter: Letter) -> dict[str, View]:
    """The view of the joint letter → the views of a letter to each of its agencies, by agency id."""
    return {
        agency.id: structs.replace(view, agency=Agency(agency.id, agency.name), report=reminder.alone(letter, agency))
        for agency in letter.agencies
    }


def write(
    views: dict[str, View],
    target: Path,
    form: str,
    render: "Callable[[View], Rendered]",
    force: bool,
    registry: Registry,
) -> "Rendered":
    """Write `cong-van-so-tu-phap.docx` and so on, all of them or none; return one of the letters.

    As mails (eml) each has the letter as a Word document attached.
    """
    documents = {agency: render(own) for agency, own in views.items()}
    written = {f"{_FILE}{agency}.{form}": made.data for agency, made in documents.items()}
    if form == MAIL:
        written = {
            f"{_FILE}{agency}.{MAIL}": _mail(views[agency], agency, made.data, registry)
            for agency, made in documents.items()
        }
    spared.folder(target, written, form, force)
    screen.say(f"Đã ghi {len(documents)} công văn vào {target.as_posix()}")
    former = [name for name in files.names_in(target) if name.startswith(_FILE) and name not in written]
    if former:
        screen.say(f"Công văn của lần trước còn trong thư mục, đừng gửi nhầm: {', '.join(former)}")
    return next(iter(documents.values()))


def _mail(view: View, agency: str, document: bytes, registry: Registry) -> bytes:
    """The mail to one agency: To is its address in the registry, or empty."""
    from cchc_cli.documents import fingerprint
    from cchc_cli.formats.letter_eml import render

    row, letter = registry.get(agency), view.report
    assert isinstance(letter, Letter)
    subject = f"{letter.subject[:1].upper()}{letter.subject[1:]}"
    body = (
        f"Kính gửi: {letter.addressee}\n\n{view.issuer.sentence} gửi công văn {letter.subject}, tính đến "
        f"{long_date(view.as_of)}: {letter.words}.\n\nNội dung cụ thể có trong tệp gửi kèm.\n"
    )
    attached = fingerprint.marked("docx", document)
    return render(subject, body, row.email if row else None, attached, f"{_FILE}{agency}.docx")
