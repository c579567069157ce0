"""Whatever fails while a template is at work is the template's own failure, reported by name and place."""

from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from docx import Document

from cchc_cli.disk.watch import watched
from cchc_cli.documents.render import docx, markdown
from cchc_cli.text.problems import Stop
from conftest import Cchc
from word_packages import W, part, saved, template, with_parts

LONG = "9" * 5000
VIEW = {"plan": {"title": "Kế hoạch"}, "rows": [1, 2]}


def table(cell: str = "", row: str = "", grid: str = '<w:gridCol w:w="100"/>') -> bytes:
    """A template with one cell of which the columns are counted again."""
    content = "<w:p><w:r><w:t>{%colspan 2%}a</w:t></w:r></w:p>"
    body = (
        f"<w:tbl><w:tblGrid>{grid}</w:tblGrid><w:tr>{row}<w:tc><w:tcPr><w:vAlign/></w:tcPr>{content}</w:tc>"
        f"<w:tc><w:tcPr>{cell}</w:tcPr><w:p/></w:tc></w:tr></w:tbl><w:p/>"
    )
    xml = f'<w:document xmlns:w="{W[1:-1]}"><w:body>{body}</w:body></w:document>'
    return with_parts(template("a"), {"word/document.xml": xml})


def said(package: bytes, **view: Any) -> str:
    with pytest.raises(Stop) as caught:
        docx.render("thu.docx", package, {**VIEW, **view})
    return caught.value.message


@pytest.mark.parametrize("source", [LONG, f"'x' * {LONG}", f"rows[{LONG}]", f"1.{LONG}e{LONG} ~ {LONG}"])
def test_a_number_of_too_many_digits_is_reported_by_line(source: str) -> None:
    with pytest.raises(Stop, match=r"^mẫu x\.md\.j2, dòng 3: có số quá dài$"):
        markdown.render("x.md.j2", f"a\n\n{{{{ {source} }}}}\n".encode(), VIEW)


def test_a_number_of_too_many_digits_is_reported_by_paragraph_and_in_properties() -> None:
    assert said(template("Một", f"{{{{ {LONG} }}}}")).startswith("mẫu thu.docx, đoạn 2 “")
    document = Document()
    document.core_properties.title = "{{ rows | join('x' * 10**400) }}"
    assert "thuộc tính tài liệu" in said(saved(document))


BAD_COUNTS = ["abc", "", "-1", "1.5", "9" * 5000, "1000000000", "²"]


@pytest.mark.parametrize("count", BAD_COUNTS)
def test_a_count_of_columns_that_is_no_number_is_reported_by_table(count: str) -> None:
    place = 'mẫu thu.docx, bảng 1: số cột của ô ghi "'
    assert said(table(cell=f'<w:gridSpan w:val="{count}"/>')).startswith(place)
    assert said(table(row=f'<w:trPr><w:gridBefore w:val="{count}"/></w:trPr>')).startswith(place)
    assert said(table(row=f'<w:trPr><w:gridAfter w:val="{count}"/></w:trPr>')).startswith(place)
    assert said(table(row="<w:trPr><w:gridAfter/></w:trPr>")).startswith(place)


@pytest.mark.parametrize("width", ["x", "nan", "inf", "-5", "1e999", "9" * 5000])
def test_a_width_that_is_no_number_is_reported_by_table(width: str) -> None:
    place = 'mẫu thu.docx, bảng 1: độ rộng cột ghi "'
    assert said(table(grid=f'<w:gridCol w:w="{width}"/>')).startswith(place)


def test_a_column_without_a_width_and_a_sound_span_are_counted() -> None:
    made = docx.render("thu.docx", table('<w:gridSpan w:val="3"/>', grid="<w:gridCol/>"), VIEW).data
    assert len(part(made).findall(f".//{W}gridCol")) == 5


CORE = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
ODD_CORES = {
    "another root": "<a/>",
    "another document": f'<w:document xmlns:w="{W[1:-1]}"/>',
    "not XML": "x",
    "empty": "",
    "days that are none": f'<c:coreProperties xmlns:c="{CORE}"><c:revision>x</c:revision></c:coreProperties>',
}


@pytest.mark.parametrize("core", ODD_CORES.values(), ids=ODD_CORES)
def test_odd_properties_of_a_document_are_reported_or_ignored(core: str) -> None:
    try:
        docx.render("thu.docx", with_parts(template("a"), {"docProps/core.xml": core}), VIEW)
    except Stop as stop:
        assert stop.message.startswith("mẫu thu.docx")


ADDRESSES = {
    "a generator": "rows | unique",
    "as a text": "rows | unique | string",
    "in a list": "[rows | unique] | string",
    "in a group": "{'a': rows | unique} | string",
    "joined": "[rows | unique] | join",
    "glued": "'a' ~ (rows | unique)",
    "glued constants": "'a' ~ ([1] | unique)",
    "by percent": "'%s' % (rows | unique)",
    "by format": "'%s' | format(rows | unique)",
    "by name": "'%(a)s' | format(a=rows | unique)",
    "raised": "rows | unique | upper",
    "escaped": "rows | unique | e",
    "mapped": "[rows | unique] | map('string') | join",
    "a method": "plan.title.upper | string",
    "backwards": "rows | reverse",
    "of a group": "plan | items",
    "a view": "plan.values()",
    "of Jinja": "namespace()",
    "a replacement": "'a' | replace('a', rows | unique)",
}


@pytest.mark.parametrize("source", ADDRESSES.values(), ids=ADDRESSES)
def test_no_object_of_python_is_printed_with_its_address(source: str) -> None:
    with pytest.raises(Stop, match=r"^mẫu x\.md\.j2, dòng 1: không in được"):
        markdown.render("x.md.j2", f"{{{{ {source} }}}}".encode(), VIEW)


def test_lists_and_what_filters_pick_of_them_are_printed_when_joined() -> None:
    made = markdown.render(
        "x.md.j2", b"{{ rows | unique | join('+') }} {{ rows | map('string') | list | string }}", VIEW
    )
    assert made.data == b"1+2 \\['1', '2'\\]\n"


def lying(megabytes: int, said_bytes: int) -> bytes:
    """A template in which a part says that it is smaller than it is."""
    out, size = BytesIO(), megabytes * 1_000_000
    with ZipFile(BytesIO(template("{{ plan.title }}"))) as given, ZipFile(out, "w", ZIP_DEFLATED) as made:
        for name in given.namelist():
            made.writestr(name, given.read(name))
        made.writestr("word/media/a.png", bytes(size))
    return out.getvalue().replace(size.to_bytes(4, "little"), said_bytes.to_bytes(4, "little"))


@pytest.mark.parametrize("said_bytes", [0, 1000, 49_000_000])
def test_a_part_that_says_less_than_it_holds_is_not_unpacked(said_bytes: int) -> None:
    with pytest.raises(Stop, match=r"^mẫu thu\.docx"), watched("thu.docx", 30, 120):
        docx.render("thu.docx", lying(200, said_bytes), VIEW)


def test_everything_about_a_template_is_done_under_watch() -> None:
    """Memory that unpacking takes counts as well."""
    large = with_parts(template("a"), {"word/media/image1.png": bytes(40_000_000)})
    with pytest.raises(Stop, match=r"^mẫu thu\.docx: dùng quá nhiều bộ nhớ$"):
        docx.render("thu.docx", large, VIEW, watch=lambda: watched("thu.docx", 30, 20))


OTHER_FILES = {
    "password": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), "có mật khẩu"),
    "Word 97": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"WordDocument", "là tệp Word cũ (.doc)"),
    "strict": (
        with_parts(
            template("a"),
            {"_rels/.rels": '<a b="http://purl.oclc.org/ooxml/officeDocument/relationships/officeDocument"/>'},
        ),
        'được lưu ở dạng "Strict Open XML"',
    ),
    "twice": (with_parts(template("a"), {"WORD/document.xml": "<a/>"}), "đã hỏng"),
}


@pytest.mark.parametrize(("package", "what"), OTHER_FILES.values(), ids=OTHER_FILES)
def test_other_formats_of_word_are_reported_by_their_kind(package: bytes, what: str) -> None:
    assert what in said(package)


def test_a_bad_template_never_hides_the_verdict_on_the_others(copied: Path, cchc: Cchc) -> None:
    folder = copied / "templates"
    folder.mkdir(exist_ok=True)
    bad = {
        "so-dai.md.j2": f"{{{{ {LONG} }}}}".encode(),
        "o-gop.docx": table(cell='<w:gridSpan w:val="abc"/>'),
        "thuoc-tinh.docx": with_parts(template("a"), {"docProps/core.xml": "<a/>"}),
        "rong.docx": b"",
        "noi-doi.docx": lying(100, 1000),
    }
    for name, data in bad.items():
        (folder / name).write_bytes(data)
    (folder / "tot.md.j2").write_text("{{ plan.title }}", "utf-8")
    ran = cchc("-C", str(copied), "report", "--check", "--format", "csv")
    assert ran.code == 1
    verdicts = {row.split(",")[0]: "đạt" in row for row in ran.out.splitlines()}
    assert {name: verdicts[f"templates/{name}"] for name in bad} == dict.fromkeys(bad, False)
    assert verdicts["templates/tot.md.j2"] and verdicts["periodic.docx"]
    for name in bad:
        stem, form, *_ = name.split(".")
        ran = cchc("-C", str(copied), "report", stem, "-o", f"{copied}/x.{form}")
        assert ran.code == 2 and name in ran.err
