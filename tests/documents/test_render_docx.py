"""Word templates: data comes out as typed, faults are told by paragraph, the same document is the same bytes."""

import re
import shutil
import subprocess
import unicodedata
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZIP_LZMA, ZipFile

import pytest
from docx import Document
from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.enum.text import WD_BREAK
from docx.shared import Cm

from cchc_cli.disk.watch import watched
from cchc_cli.documents.charts import Bar, Chart
from cchc_cli.documents.render import docx
from cchc_cli.documents.render.sandbox import Rendered
from cchc_cli.text.problems import Stop
from word_packages import W, part, saved, template, with_parts, words

R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
NOTES = (
    f'<Override PartName="/word/footnotes.xml" ContentType="{TYPE}.footnotes+xml"/>',
    '<Relationship Id="rId99" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes"'
    ' Target="footnotes.xml"/>',
)
MACRO = '<Default Extension="bin" ContentType="application/vnd.ms-office.vbaProject"/>'
DECLARED = '<?xml version="1.0" encoding="UTF-16"?><!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'
CHART = Chart(
    "Tình trạng",
    "nhiệm vụ",
    ("xong", "quá hạn"),
    (Bar("I. Thể chế", (7, 1), "8"), Bar("II", (3, 0), "3")),
    "I: 7 xong.",
)


def filled(package: bytes, **view: Any) -> Rendered:
    return docx.render("thu.docx", package, view)


def packed(package: bytes, how: int) -> bytes:
    out = BytesIO()
    with ZipFile(BytesIO(package)) as given, ZipFile(out, "w", how) as made:
        for name in given.namelist():
            made.writestr(name, given.read(name))
    return out.getvalue()


def related(kind: str, target: str) -> str:
    family = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    return f'<Relationship Id="rId98" Type="{family}/{kind}" Target="{target}" TargetMode="External"/>'


def printed(package: bytes, **view: Any) -> list[str]:
    return words(part(filled(package, **view).data))


@contextmanager
def stopped(*said: str) -> Iterator[None]:
    with pytest.raises(Stop) as caught:
        yield
    for each in said:
        assert each in caught.value.message


FIGHTING = {
    "ampersand": "Sở A & B &amp; C",
    "markup": "<w:p>x</w:p> </w:t>",
    "template": "{{ 7*7 }} {% for %} {# x #}",
    "template-parted": "{_{ 7*7 }_} {_% x %_}",
    "quotes": "\"“‘'",
    "long": "Rà soát văn bản " * 125,
    "lines": "dòng 1\ndòng 2",
    "tab": "a\tb",
    "emoji": "xong 🎉",
    "decomposed": unicodedata.normalize("NFD", "Ủy ban nhân dân"),
    "spaces": "  hai  cách ",
    "backslash": r"\1 \g<0>",
}


@pytest.mark.parametrize("value", FIGHTING.values(), ids=FIGHTING)
def test_data_comes_out_as_typed(value: str) -> None:
    assert printed(template("Tên: {{ name }}."), name=value) == [f"Tên: {value}."]


@pytest.mark.parametrize(
    ("value", "shown"),
    [("a\x07b\x00", "a\ufffdb\ufffd"), ("a\ud800b", "a\ufffdb"), ("a\r\nb\rc\x0bd\x85e", "a\nb\nc\nd\ne")],
)
def test_characters_invalid_in_xml_are_replaced_and_every_line_end_is_a_break(value: str, shown: str) -> None:
    assert printed(template("{{ name }}"), name=value) == [shown]


def test_days_are_written_out_and_missing_values_are_empty() -> None:
    paragraphs = template("{{ day }}|{{ day | short_date }}|{{ missing }}|{{ rate }}|{{ yes }}|{{ 'đến ' ~ day }}")
    long = "ngày 05 tháng 02 năm 2026"
    shown = printed(paragraphs, day=date(2026, 2, 5), missing=None, rate=1234.5, yes=True)
    assert shown == [f"{long}|05/02/2026||1.234,5|có|đến {long}"]


def test_a_template_typed_in_word_works_though_tags_are_split_and_quotes_are_curly() -> None:
    document = Document()
    paragraph = document.add_paragraph("Kính gửi: {")
    for piece in ("{ agen", "cy.na", "me }", "}. "):
        paragraph.add_run(piece).bold = True
    document.add_paragraph("{% if agency.name == “Sở A & B” %}đúng{% endif %}")
    assert printed(saved(document), agency={"name": "Sở A & B"}) == ["Kính gửi: Sở A & B. ", "đúng"]


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
def test_a_template_saved_by_libreoffice_works(tmp_path: Path) -> None:
    (tmp_path / "thu.docx").write_bytes(
        template("Kính gửi: {{ agency.name }}", "{% for each in rows %}{{ each }};{% endfor %}")
    )
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    convert = (
        "soffice",
        profile,
        "--headless",
        "--convert-to",
        "docx:MS Word 2007 XML",
        "--outdir",
        f"{tmp_path}/made",
    )
    subprocess.run((*convert, f"{tmp_path}/thu.docx"), check=True, capture_output=True, timeout=120)
    shown = printed((tmp_path / "made" / "thu.docx").read_bytes(), agency={"name": "Sở Tư pháp"}, rows=["a", "b"])
    assert shown == ["Kính gửi: Sở Tư pháp", "a;b;"]


def test_rows_of_a_table_repeat_and_columns_are_counted_again() -> None:
    document = Document()
    table = document.add_table(3, 2)
    for row, texts in enumerate(
        (("{%tr for each in rows %}", ""), ("{{ each.id }}", "{{ each.title }}"), ("{%tr endfor %}", ""))
    ):
        for cell, text in zip(table.rows[row].cells, texts, strict=True):
            cell.text = text
    wide = document.add_table(1, 3)
    for cell, text in zip(wide.rows[0].cells, ("{%tc for n in numbers %}", "{{ n }}", "{%tc endfor %}"), strict=True):
        cell.text = text
    made = part(
        filled(
            saved(document), rows=[{"id": "I.1", "title": "a"}, {"id": "I.2", "title": "b"}], numbers=[1, 2, 3, 4, 5]
        ).data
    )
    first, second = made.iter(f"{W}tbl")
    assert [words(row) for row in first.iter(f"{W}tr")] == [["I.1", "a"], ["I.2", "b"]]
    assert len(first.findall(f"{W}tblGrid/{W}gridCol")) == 2
    assert words(second) == ["1", "2", "3", "4", "5"]
    assert len(second.findall(f"{W}tblGrid/{W}gridCol")) == 5


def test_headers_footers_notes_and_properties_are_filled_once() -> None:
    document = Document()
    document.add_paragraph("thân")
    section = document.sections[0]
    section.header.paragraphs[0].text = "đầu {{ name }}"
    section.footer.paragraphs[0].text = "chân {{ name }}"
    document.add_section().footer.is_linked_to_previous = True
    document.core_properties.title = "Về {{ name }}"
    text = "<w:p><w:r><w:t>chú {{ name }}</w:t></w:r></w:p>"
    note = f'<w:footnotes xmlns:w="{W[1:-1]}"><w:footnote w:id="2">{text}</w:footnote></w:footnotes>'
    package = with_parts(
        saved(document),
        {"word/footnotes.xml": note},
        *NOTES,
    )
    made = filled(package, name="{{ 7*7 }} A & B", as_of=date(2026, 3, 14)).data
    assert words(part(made, "word/header1.xml")) == ["đầu {{ 7*7 }} A & B"]
    assert words(part(made, "word/footer1.xml")) == ["chân {{ 7*7 }} A & B"]
    assert words(part(made, "word/footnotes.xml")) == ["chú {{ 7*7 }} A & B"]
    core = Document(BytesIO(made)).core_properties
    assert core.title == "Về {{ 7*7 }} A & B"
    assert core.created == core.modified and core.created is not None and core.created.date() == date(2026, 3, 14)
    assert core.last_modified_by == "" and core.revision == 1


def test_the_templates_own_parted_braces_stand_for_braces() -> None:
    assert printed(template("Ghi {_{ tên }_} hoặc {_% for %_}")) == ["Ghi {{ tên }} hoặc {% for %}"]


def test_a_field_wins_over_a_method_of_the_same_name() -> None:
    assert printed(template("{{ each.items }} {{ each.title }}"), each={"items": "hai", "title": "ba"}) == ["hai ba"]


def test_blanks_are_marked_and_counted() -> None:
    made = filled(template('{{ blank("họ tên người ký") }}', "{{ blank('nhận định') }}"))
    assert [each.wanted for each in made.blanks] == ["họ tên người ký", "nhận định"]
    assert words(part(made.data)) == ["[Cần điền: họ tên người ký]", "[Cần điền: nhận định]"]


def test_an_unknown_name_is_reported_with_its_paragraph_and_the_nearest_names() -> None:
    package = template("Một", "Kế hoạch {{ plan.titel }} năm nay")
    with stopped('mẫu thu.docx, đoạn 2 “Kế hoạch {{ plan.titel }} năm nay”: không có tên "titel", gần nhất: title'):
        filled(package, plan={"title": "x"})
    with stopped('không có tên "paln", gần nhất: plan'):
        filled(template("{{ paln.title }}"), plan={"title": "x"})


@pytest.mark.parametrize(
    ("source", "said"),
    [
        ("{{ name | uper }}", 'không có bộ lọc "uper"'),
        ("{% for a in rows %}{{ a }}", 'thiếu "endfor"'),
        ("{{ rows }}", "dùng vòng lặp"),
        ("{{ name.upper }}", "hàm"),
        ("{{ picture(name) }}", "không phải là biểu đồ"),
        ("{{r name }}", "bỏ chữ"),
        ("{{ 1 / 0 }}", "chia cho 0"),
        ("{{ blank(rows) }}", "dùng vòng lặp"),
        ("{{ rows[9] }}", "không có dòng thứ 10"),
        ("{{ 5 – 3 }}", 'không hiểu ký tự "–"'),
        ("{{ }}", "trong dấu ngoặc không có gì"),
        ("{{ name {{ name }}", "thiếu dấu đóng ngoặc"),
        ("{# name", 'thiếu dấu đóng ngoặc "#}"'),
        ("{% for a %}", 'cần "in" mà gặp "%}"'),
        ("{% if name %}a", 'có "if" mà thiếu "endif"'),
        ("a{% endif %}", 'thừa "endif"'),
        ("{% tr for a in rows %}", "viết liền sau dấu ngoặc: {%tr"),
        ("a {%p if name %}", "lệnh {%p … %} chiếm cả đoạn, chữ, hình, ngắt trang khác ở đó sẽ mất"),
        ("{%p for a in rows %}{{ a }}{%p endfor %}", "đặt mỗi lệnh {%p … %} trong một đoạn riêng"),
    ],
)
def test_faults_of_a_template_are_reported_where_they_are(source: str, said: str) -> None:
    with pytest.raises(Stop) as caught:
        filled(template("Một", source), name="x", rows=["a"])
    assert caught.value.message.startswith("mẫu thu.docx, đoạn 2 “")
    assert said in f"{caught.value.message} → {caught.value.hint}"


def test_a_row_that_holds_more_than_its_command_is_refused() -> None:
    document = Document()
    cells = document.add_table(1, 2).rows[0].cells
    cells[0].text, cells[1].text = "{%tr for a in rows %}{{ a }}", "{%tr endfor %}"
    with stopped(
        "mẫu thu.docx, bảng 1, dòng 1 “{%tr for a in rows %}{{ a }} {%tr endfor %}”: lệnh {%tr … %} chiếm cả dòng bảng"
    ):
        filled(saved(document), rows=["a"])


def test_a_section_break_inside_the_paragraph_of_a_command_stays() -> None:
    document = Document()
    for each in ("{%p if name %}", "a", "{%p endif %}"):
        document.add_paragraph(each)
    document.add_section(WD_SECTION.NEW_PAGE).orientation = WD_ORIENT.LANDSCAPE
    broken, command = document.element.body.findall(f"{W}p")[-1], document.paragraphs[2]._p
    command.insert(0, broken.find(f"{W}pPr"))
    document.element.body.remove(broken)
    made = Document(BytesIO(filled(saved(document), name="x").data))
    assert [each.orientation for each in made.sections] == [WD_ORIENT.PORTRAIT, WD_ORIENT.LANDSCAPE]
    assert [each.text for each in made.paragraphs] == ["a", ""]


def test_a_command_that_would_take_a_picture_or_a_page_break_with_it_is_refused() -> None:
    document = Document()
    document.add_paragraph("{%p if name %}").add_run().add_break(WD_BREAK.PAGE)
    with stopped("mẫu thu.docx, đoạn 1 “{%p if name %}”: lệnh {%p … %} chiếm cả đoạn"):
        filled(saved(document), name="x")


def test_a_table_and_a_cell_left_empty_are_as_word_can_open_them() -> None:
    document = Document()
    document.add_table(1, 1).rows[0].cells[0].text = "{%p if name %}"
    document.tables[0].rows[0].cells[0].add_paragraph("a")
    document.tables[0].rows[0].cells[0].add_paragraph("{%p endif %}")
    rows = document.add_table(2, 1).rows
    rows[0].cells[0].text, rows[1].cells[0].text = "{%tr if name %}", "{%tr endif %}"
    made = part(filled(saved(document), name="").data)
    assert [[child.tag for child in cell] for cell in made.iter(f"{W}tc")] == [[f"{W}tcPr", f"{W}p"]]
    assert len(list(made.iter(f"{W}tbl"))) == 1


def test_what_was_deleted_under_tracked_changes_is_not_filled_and_a_text_box_is_filled_once() -> None:
    deleted = '<w:del w:id="1" w:author="a"><w:r><w:delText>{{ cu }}</w:delText></w:r></w:del>'
    box = "<w:txbxContent><w:p><w:r><w:t>{{ blank('a') }}</w:t></w:r></w:p></w:txbxContent>"
    office = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    shape = (
        f"<w:r><mc:AlternateContent {office}><mc:Choice Requires='wps'><w:drawing>{box}</w:drawing></mc:Choice>"
        f"<mc:Fallback><w:pict>{box}</w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )
    body = f"<w:body><w:p>{deleted}<w:r><w:t>{{{{ name }}}}</w:t></w:r>{shape}</w:p></w:body>"
    source = with_parts(template("a"), {"word/document.xml": f'<w:document xmlns:w="{W[1:-1]}">{body}</w:document>'})
    made = filled(source, name="x")
    assert [each.wanted for each in made.blanks] == ["a"] and words(part(made.data))[0] == "x[Cần điền: a]"


def test_a_fault_in_a_header_is_reported_in_the_header() -> None:
    document = Document()
    document.sections[0].header.paragraphs[0].text = "{{ nme }}"
    with stopped('mẫu thu.docx, đầu trang, đoạn 1 “{{ nme }}”: không có tên "nme", gần nhất: name'):
        filled(saved(document), name="x")


def test_tags_that_pull_a_table_apart_are_refused() -> None:
    document = Document()
    document.add_paragraph("{% if name %}a")
    document.add_table(1, 1).rows[0].cells[0].text = "b{% endif %}"
    with stopped("mẫu thu.docx", "bị vỡ"):
        filled(saved(document), name="")


BROKEN = {
    "empty": b"",
    "text": b"Kinh gui",
    "cut": template("a")[:-400],
    "other-zip": with_parts(b"PK\x05\x06" + b"\0" * 18, {"a.txt": "x"}),
    "macros": with_parts(template("a"), {"word/vbaProject.bin": "x"}),
    "macro-type": with_parts(template("a"), {}, '<Default Extension="x" ContentType="macroEnabled"/>'),
    "bomb": with_parts(template("a"), {"word/media/image1.png": b"\0" * 60_000_000}),
    "long-xml": with_parts(template("a"), {"word/styles2.bin": b" <a/>" + b" " * 6_000_000}),
    "packed-otherwise": packed(template("a"), ZIP_LZMA),
    "macro-by-another-name": with_parts(template("a"), {"word/x.bin": "x"}, MACRO),
    "no-notes": with_parts(template("a"), {"word/footnotes.xml": "<a"}, *NOTES),
    "odd-entities": with_parts(template("a"), {"word/document.xml": DECLARED.encode("utf-16")}),
    "attached-to-the-body": with_parts(template("a"), {}, relations=related("attachedTemplate", "file:///C:/x.dotm")),
    "fetches": with_parts(template("a"), {}, relations=related("image", "https://example.invalid/a.png")),
    "entities": with_parts(template("a"), {"word/document.xml": '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'}),
    "no-xml": with_parts(template("a"), {"word/document.xml": "<a"}),
}  # fmt: skip


@pytest.mark.parametrize("package", BROKEN.values(), ids=BROKEN)
def test_an_unsound_word_document_is_refused_by_name(package: bytes) -> None:
    with stopped("mẫu thu.docx"):
        filled(package)


def test_the_file_that_a_template_was_made_from_is_cut_off_and_links_for_readers_stay() -> None:
    document = Document()
    settings = document.part._settings_part
    identity = settings.rels.get_or_add_ext_rel(
        "http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate", "file:///C:/x.dotm"
    )
    settings.element.insert(0, settings.element.makeelement(f"{W}attachedTemplate", {f"{R}id": identity}))
    package = with_parts(saved(document), {}, relations=related("hyperlink", "https://example.invalid/"))
    made = filled(package).data
    with ZipFile(BytesIO(made)) as opened:
        everything = b"".join(opened.read(each) for each in opened.namelist())
    assert b"x.dotm" not in everything and b"attachedTemplate" not in everything
    assert b"https://example.invalid/" in everything


def test_a_template_too_large_to_be_opened_is_refused() -> None:
    def watch() -> AbstractContextManager[None]:
        return watched("thu.docx", 30, 20)

    package = with_parts(
        template("a"), {"word/document.xml": f'<w:document xmlns:w="{W[1:-1]}">{"<w:p/>" * 800_000}</w:document>'}
    )
    with stopped("mẫu thu.docx"):
        docx.render("thu.docx", package, {}, watch=watch)


def test_pictures_have_words_numbers_of_their_own_and_the_width_asked_for() -> None:
    made = filled(template("{{ picture(chart) }}", "{{ picture(chart, 8) }}"), chart=CHART).data
    drawings = list(part(made).iter(f"{WP}inline"))
    about = [each.find(f"{WP}docPr") for each in drawings]
    assert [each.get("descr") for each in about] == ["I: 7 xong."] * 2
    assert len({each.get("id") for each in about}) == 2
    assert [int(each.find(f"{WP}extent").get("cx")) for each in drawings] == [Cm(16), Cm(8)]


def test_the_package_keeps_no_time_and_one_order() -> None:
    with ZipFile(BytesIO(filled(template("{{ name }}"), name="x").data)) as package:
        parts = package.infolist()
    assert {each.date_time for each in parts} == {(1980, 1, 1, 0, 0, 0)}
    names = [each.filename for each in parts]
    assert names[0] == "[Content_Types].xml" and names[1:] == sorted(names[1:])


def test_nothing_of_the_template_language_is_left_in_any_part() -> None:
    with ZipFile(BytesIO(filled(template("{{ name }}{% if name %}a{% endif %}{# b #}"), name="x").data)) as package:
        texts = [package.read(each).decode("latin-1") for each in package.namelist() if each.endswith(".xml")]
    assert not [each for each in texts if re.search(r"\{[{%#]", each)]
