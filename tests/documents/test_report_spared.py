"""Documents that a person has filled in are not written over (docs/promises.md#documents)."""

import re
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest
from docx import Document

from cchc_cli.documents import fingerprint
from cchc_cli.documents.fingerprint import Touched
from cchc_cli.documents.render import package, properties
from cchc_cli.documents.reports import every_report
from conftest import Cchc, contents
from word_packages import saved, with_parts

EXAMPLE = ("-C", "examples/tinh-mau", "report")
DAY = ("--as-of", "2026-09-14")
FORMS = {"dashboard": ("html",)}
"""The forms of the reports that have others than Markdown and Word."""
OWN = {"agency": ("--agency", "STP")}

Way = Callable[[bytes], bytes]


def filled(data: bytes) -> bytes:
    """What Word saves after a blank was filled in."""
    document = Document(BytesIO(data))
    paragraph = next(each for each in document.paragraphs if each.text.strip())
    paragraph.runs[-1].text += " do Sở Nội vụ viết thêm"
    return saved(document)


def in_a_table(data: bytes) -> bytes:
    document = Document(BytesIO(data))
    cells = [cell for table in document.tables for cell in table.rows[-1].cells]
    (cells[-1] if cells else document).add_paragraph("47/BC-STP")
    return saved(document)


def in_the_header(data: bytes) -> bytes:
    document = Document(BytesIO(data))
    document.sections[0].header.add_paragraph("MẬT")
    return saved(document)


def commented(data: bytes) -> bytes:
    document = Document(BytesIO(data))
    document.add_comment(document.paragraphs[-1].add_run(""), text="Xem lại số này", author="Chuyên viên")
    return saved(document)


def shortened(data: bytes) -> bytes:
    document = Document(BytesIO(data))
    last = next(each for each in reversed(document.paragraphs) if each.text.strip())
    last._element.getparent().remove(last._element)
    return saved(document)


def signed(data: bytes) -> bytes:
    """A scan of the signature put in."""
    document = Document(BytesIO(data))
    document.add_picture(BytesIO(PNG))
    return saved(document)


def another_mark(data: bytes) -> bytes:
    return package.fixed(properties.written(package.unpacked(data), {"cchc.fingerprint": "0" * 32}))


def split(data: bytes) -> bytes:
    """The same words as another program saves them: one letter a run, another order and packing of parts."""
    document = Document(BytesIO(data))
    for paragraph in document.paragraphs:
        for run in paragraph.runs:
            if run.text and len(run.text) == len(run._element.findtext("{*}t") or ""):
                for letter in run.text:
                    run._element.addprevious(paragraph.add_run(letter)._element)
                run._element.getparent().remove(run._element)
    return saved(document)


PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010806000000"
    "1f15c4890000000d49444154789c6360f8cf500f0003860180345e7b6b0000000049454e44ae426082"
)
CHANGED: dict[str, tuple[Way, ...]] = {
    "docx": (filled, in_a_table, in_the_header, commented, shortened, signed, another_mark),
    "md": (
        lambda data: data.replace(b"n", b"N", 1),
        lambda data: data + "Thêm một dòng ở cuối.\n".encode(),
        lambda data: "Thêm một dòng ở đầu.\n\n".encode() + data,
        lambda data: data.replace(b" ", b" 12 ", 1),
        lambda data: data[data.index(b"\n") :],
        lambda data: re.sub(rb"(cchc:)\w\w", rb"\g<1>00", data),
    ),
}  # fmt: skip
UNKNOWN: dict[str, tuple[Way, ...]] = {
    "docx": (
        lambda _: b"",
        lambda _: b"PK\x03\x04",
        lambda _: b"Ghi ch\xc3\xba",
        lambda data: data[:-40],
        lambda data: with_parts(data, {"docProps/custom.xml": b"<!DOCTYPE x [<!ENTITY y 'z'>]><x>&y;</x>"}),
        lambda data: with_parts(data, {"word/document.xml": b"<unclosed>"}),
    ),
    "md": (
        lambda _: b"",
        lambda _: b"\xff\xfe\x00",
        lambda data: re.sub(rb"<!--.*-->", b"", data),
        lambda _: "# Báo cáo tự viết\n".encode(),
    ),
}
SAME: dict[str, tuple[Way, ...]] = {
    "docx": (lambda data: data, lambda data: saved(Document(BytesIO(data))), split),
    "md": (
        lambda data: data,
        lambda data: data.replace(b"\n", b"\r\n"),
        lambda data: b"\xef\xbb\xbf" + data,
        lambda data: data.rstrip() + b"\n\n\n",
    ),
}

for ways in (CHANGED, UNKNOWN, SAME):
    ways["html"] = ways["md"]


@pytest.mark.parametrize(
    ("name", "form"),
    [(name, form) for name in sorted(every_report().keys() - {"ranking"}) for form in FORMS.get(name, ("md", "docx"))],
)
def test_a_document_is_made_again_until_a_person_changes_it(name: str, form: str, cchc: Cchc, tmp_path: Path) -> None:
    output = tmp_path / f"x.{form}"
    command = (*EXAMPLE, name, *OWN.get(name, ()), *DAY, "-o", str(output))
    assert cchc(*command).code == 0
    made = output.read_bytes()
    assert {fingerprint.touched(form, way(made)) for way in SAME[form]} == {Touched.NO}
    assert [fingerprint.touched(form, way(made)) for way in CHANGED[form]] == [Touched.YES] * len(CHANGED[form])
    assert {fingerprint.touched(form, way(made)) for way in UNKNOWN[form]} == {Touched.UNKNOWN}
    changed = CHANGED[form][0](made)
    output.write_bytes(changed)
    refused = cchc(*command)
    assert refused.code == 2
    assert "--force" in refused.err
    assert output.read_bytes() == changed


@pytest.mark.parametrize("form", ["md", "docx"])
def test_force_writes_over_it_and_gives_the_same_bytes(form: str, cchc: Cchc, tmp_path: Path) -> None:
    output = tmp_path / f"x.{form}"
    command = (*EXAMPLE, "brief", *DAY, "-o", str(output))
    assert cchc(*command).code == 0
    made = output.read_bytes()
    output.write_bytes(SAME[form][1](made))
    assert cchc(*command).code == 0
    assert output.read_bytes() == made
    output.write_bytes("Sổ tay của tôi".encode())
    assert cchc(*command).code == 2
    assert cchc(*command, "--force").code == 0
    assert output.read_bytes() == made


def test_a_changed_figure_of_a_chart_is_a_change(cchc: Cchc, tmp_path: Path) -> None:
    output = tmp_path / "x.docx"
    assert cchc(*EXAMPLE, "quarterly", "--period", "2026-Q1", "-o", str(output)).code == 0
    parts = package.unpacked(output.read_bytes())
    charts = [name for name in parts if re.fullmatch(r"word/charts/[^/]+\.xml", name)]
    assert charts
    for name in charts:
        changed = re.sub(rb"(<c:v>)\d+(</c:v>)", rb"\g<1>99\2", parts[name], count=1)
        assert fingerprint.touched("docx", package.fixed(parts | {name: changed})) is Touched.YES


def test_one_changed_letter_spares_the_whole_folder(cchc: Cchc, tmp_path: Path) -> None:
    command = (*EXAMPLE, "reminder", "--each", *DAY, "-o", str(tmp_path))
    assert cchc(*command).code == 0
    assert cchc(*command).code == 0
    letter = sorted(tmp_path.iterdir())[-1]
    letter.write_bytes(filled(letter.read_bytes()))
    there = contents(tmp_path)
    refused = cchc(*command)
    assert (refused.code, contents(tmp_path)) == (2, there)
    assert letter.name in refused.err
    assert cchc(*command, "--force").code == 0
    assert contents(tmp_path) != there


@pytest.mark.parametrize("mode", [("--list",), ("--check",), ("brief", "--fields"), ("brief", "--eject")])
def test_force_is_for_documents_only(mode: tuple[str, ...], cchc: Cchc) -> None:
    assert cchc(*EXAMPLE, *mode, "--force").code == 2


def test_properties_are_kept_beside_those_of_the_template() -> None:
    parts = package.unpacked(saved(Document()))
    once = properties.written(parts, {"b": "Kỳ <2026-Q1> & nay", "a": ""})
    twice = properties.written(once, {"a": "1"})
    assert properties.read(parts) == {}
    assert properties.read(once) == {"a": "", "b": "Kỳ <2026-Q1> & nay"}
    assert properties.read(twice) == {"a": "1", "b": "Kỳ <2026-Q1> & nay"}
    assert properties.written(twice, {"a": "", "b": "Kỳ <2026-Q1> & nay"}).keys() == once.keys()
    assert package.fixed(twice) == package.fixed(properties.written(once, {"a": "1"}))
    Document(BytesIO(package.fixed(twice)))
