"""What a Word template may hold is a list of good things: parts, relationships, fields, links. The rest is refused."""

from io import BytesIO
from zipfile import ZipFile

import pytest
from lxml import etree

from cchc_cli.documents.render import docx
from cchc_cli.text.problems import Stop
from word_packages import W, template, with_parts

OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
MICROSOFT = "http://schemas.microsoft.com/office"
TYPE = "application/vnd.openxmlformats-officedocument"
NAMES = f'xmlns:w="{W[1:-1]}" xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"'
VIEW = {
    "plan": {"title": "Kế hoạch"},
    "code": "DDEAUTO c",
    "url": "file://host/x.exe",
    "page": "https://example.invalid/",
}


def made(package: bytes) -> dict[str, bytes]:
    with ZipFile(BytesIO(docx.render("thu.docx", package, VIEW).data)) as given:
        return {name: given.read(name) for name in given.namelist()}


def refused(package: bytes) -> str:
    with pytest.raises(Stop, match=r"^mẫu thu\.docx") as caught:
        docx.render("thu.docx", package, VIEW)
    return caught.value.message


def body(xml: str) -> bytes:
    text = f"<w:document {NAMES}><w:body><w:p><w:r><w:t>a</w:t></w:r></w:p>{xml}</w:body></w:document>"
    return with_parts(template("a"), {"word/document.xml": text})


def story(kind: str, xml: str) -> bytes:
    """A template with a header, footnotes and so on that hold some XML."""
    root = {"header": "hdr", "footer": "ftr"}.get(kind, kind)
    inside = f'<w:{kind[:-1]} w:id="2">{xml}</w:{kind[:-1]}>' if kind.endswith("s") else xml
    return with_parts(
        template("a"),
        {f"word/{kind}.xml": f"<w:{root} {NAMES}>{inside}</w:{root}>"},
        f'<Override PartName="/word/{kind}.xml" ContentType="{TYPE}.wordprocessingml.{kind}+xml"/>',
        f'<Relationship Id="rId99" Type="{OFFICE}/{kind}" Target="{kind}.xml"/>',
    )


def run(inside: str) -> str:
    return f"<w:r>{inside}</w:r>"


def char(kind: str) -> str:
    return run(f'<w:fldChar w:fldCharType="{kind}"/>')


def instruction(code: str) -> str:
    return run(f"<w:instrText>{code}</w:instrText>")


def field(code: str, result: str = "x") -> str:
    return char("begin") + instruction(code) + char("separate") + run(f"<w:t>{result}</w:t>") + char("end")


def paragraph(inside: str) -> str:
    return f"<w:p>{inside}</w:p>"


BAD_CODES = (
    'DDEAUTO c:\\\\windows\\\\system32\\\\cmd.exe "/k calc.exe"', 'ddeauto c "x"', 'DDE excel "x.xlsx" R1',
    'INCLUDEPICTURE "http://example.invalid/x.png" \\d', 'INCLUDETEXT "\\\\\\\\host\\\\x.docx"', 'INCLUDE "x"',
    'LINK Excel.Sheet "x.xlsx"', 'IMPORT "x.png"', 'DATABASE \\d "x.mdb"', "EMBED Equation.3",
    "CONTROL Forms.TextBox.1",
    "MACROBUTTON Run x", "GOTOBUTTON x", 'AUTOTEXT "x"', 'PRINT "x"', 'RD "x.docx"', "ADDIN ZOTERO", "MERGEFIELD ten",
    'ASK x "?"', 'FILLIN "?"', '"DDEAUTO" c', "\\\\DDE c", "PAGEDDE", "HTMLACTIVEX", "DISPLAYBARCODE x QR",
)  # fmt: skip
BAD_LINKS = (
    "file:////host/x.exe", "file:///C:/x", "javascript:alert(1)", "\\\\\\\\host\\\\x", "//host/x", "x.docx", "../x.exe",
    "ftp://host/x", "vbscript:x", "ms-word:ofe|u|x", "http:", "https:///x", "data:text/html,x", "C:\\x", "htp://x",
    "search-ms:query=x", "https://host\\x", " file:x", "mailto:", "tel:113",
)  # fmt: skip


@pytest.mark.parametrize("code", BAD_CODES)
def test_a_field_that_is_not_listed_is_refused_with_its_paragraph(code: str) -> None:
    said = refused(body(paragraph(field(code.replace('"', "&quot;")))))
    assert said.startswith("mẫu thu.docx, đoạn 2 “") and "không nhận trường " in said
    simple = f'<w:fldSimple w:instr="{code.replace(chr(34), "&quot;")}"><w:r><w:t>x</w:t></w:r></w:fldSimple>'
    assert "đoạn 2" in refused(body(paragraph(simple)))


DDE = 'DDEAUTO c "x"'
SPREAD = {
    "runs": paragraph(char("begin") + instruction("DD") + instruction("EAUTO c") + char("end")),
    "texts": paragraph(char("begin") + run("<w:instrText>DDE</w:instrText><w:instrText>AUTO</w:instrText>")),
    "paragraphs": paragraph(char("begin") + instruction("DDE")) + paragraph(instruction("AUTO c") + char("end")),
    "no end": paragraph(char("begin") + instruction(DDE)),
    "no begin": paragraph(instruction(DDE)),
    "in another": paragraph(char("begin") + instruction("IF ") + field(DDE) + instruction(' = "a" "b"') + char("end")),
    "in a result": paragraph(char("begin") + instruction("TOC") + char("separate") + field(DDE) + char("end")),
    "made by another": paragraph(char("begin") + field("QUOTE 68 68 69", "DDE") + instruction(" c x") + char("end")),
    "link made by another": paragraph(
        char("begin") + instruction('HYPERLINK "') + field("QUOTE x", "file:x") + instruction('"') + char("end")
    ),
    "as text": paragraph(char("begin") + run("<w:t>DDEAUTO c</w:t>") + char("separate") + char("end")),
    "behind a link": paragraph(f'<w:hyperlink w:anchor="a">{field(DDE)}</w:hyperlink>'),
    "deleted": paragraph(char("begin") + run(f"<w:delInstrText>{DDE}</w:delInstrText>") + char("end")),
    "in a table": f"<w:tbl><w:tblGrid/><w:tr><w:tc>{paragraph(field(DDE))}</w:tc></w:tr></w:tbl>",
    "in a text box": paragraph(run(f"<w:pict><v:shape><v:textbox><w:txbxContent>{paragraph(field(DDE))}"
                                   "</w:txbxContent></v:textbox></v:shape></w:pict>")),
    "in a control": f"<w:sdt><w:sdtContent>{paragraph(field(DDE))}</w:sdtContent></w:sdt>",
    "by another prefix": f'<x:p xmlns:x="{W[1:-1]}"><x:r><x:instrText>{DDE}</x:instrText></x:r></x:p>',
}  # fmt: skip


@pytest.mark.parametrize("xml", SPREAD.values(), ids=SPREAD)
def test_a_field_is_found_however_it_is_spread(xml: str) -> None:
    assert "không nhận trường" in refused(body(xml))


@pytest.mark.parametrize("kind", ["header", "footer", "footnotes", "endnotes", "comments"])
def test_a_field_is_found_in_every_story(kind: str) -> None:
    assert "không nhận trường DDEAUTO" in refused(story(kind, paragraph(field(DDE))))


WRITTEN = {
    "data": field("{{ code }}"),
    "pieces": field("DD{{ 'EAUTO' }} c"),
    "a condition": field("{% if plan %}DDE{% endif %}AUTO c"),
    "an attribute": '<w:fldSimple w:instr="{{ code }}"/><w:r><w:t>{{ plan.title }}</w:t></w:r>',
    "a link": field('HYPERLINK "{{ url }}"'),
    "a comment": run("<w:t>{% if not plan %}</w:t><!-- {% endif %} ") + field(DDE)
    + run("<w:t>{% if not plan %}</w:t>").replace("<w:r><w:t>", "").replace("</w:t></w:r>", "")
    + " --><w:r><w:t>{% endif %}</w:t></w:r>",
}  # fmt: skip


@pytest.mark.parametrize("xml", WRITTEN.values(), ids=WRITTEN)
def test_a_field_that_comes_about_by_filling_is_refused(xml: str) -> None:
    refused(body(paragraph(xml)))


GOOD_CODES = (
    "PAGE", " PAGE  \\* MERGEFORMAT ", "page", "NUMPAGES", 'DATE \\@ "dd/MM/yyyy"', "REF a \\h",
    'TOC \\o "1-3" \\h \\z \\u',
    "SEQ Bảng \\* ARABIC", 'HYPERLINK "https://example.invalid/a?b=c"', 'HYPERLINK \\l "muc1"', "HYPERLINK", "= 1 + 2",
    'HYPERLINK "mailto:a@b.vn" \\o "thư"', 'HYPERLINK "{{ page }}"', "=SUM(ABOVE)", "", 'IF 1 = 1 "a" "b"',
    "STYLEREF x",
)  # fmt: skip


@pytest.mark.parametrize("code", GOOD_CODES)
def test_fields_that_count_date_and_point_inside_stay(code: str) -> None:
    written = code.replace('"', "&quot;")
    xml = made(body(paragraph(field(written) + run("<w:t>{{ plan.title }}</w:t>"))))["word/document.xml"].decode()
    assert "instrText" in xml and "Kế hoạch" in xml


def link(target: str) -> str:
    return f'<Relationship Id="rId98" Type="{OFFICE}/hyperlink" Target="{target}" TargetMode="External"/>'


@pytest.mark.parametrize("target", BAD_LINKS)
def test_a_link_that_is_no_page_or_mail_is_refused_wherever_it_stands(target: str) -> None:
    assert "liên kết không nhận" in refused(with_parts(template("a"), {}, relations=link(target)))
    assert "không nhận" in refused(body(paragraph(field(f"HYPERLINK &quot;{target}&quot;"))))
    assert "liên kết không nhận" in refused(body(paragraph(run(f'<w:pict><v:shape href="{target}"/></w:pict>'))))


@pytest.mark.parametrize(
    "flags", ['"https://a.vn" "file:x"', '\\h "file:x"', '\\l "a" "file:x"', "\\n file:x", '\\x "a"']
)
def test_a_second_target_behind_flags_is_refused(flags: str) -> None:
    assert "không nhận trường" in refused(body(paragraph(field("HYPERLINK " + flags.replace('"', "&quot;")))))


@pytest.mark.parametrize(
    "target", ["https://example.invalid/a%20b", "http://x.vn", "mailto:a@b.vn", "#muc", "HTTPS://X.VN"]
)
def test_a_link_to_a_page_mail_or_place_stays(target: str) -> None:
    assert (
        target.encode() in made(with_parts(template("a"), {}, relations=link(target)))["word/_rels/document.xml.rels"]
    )


ATTRIBUTES = {
    "a picture of an old shape": '<v:shape><v:imagedata src="http://example.invalid/x.png"/></v:shape>',
    "a fill": '<v:fill src="x.png"/>',
    "a fill elsewhere": '<v:fill o:althref="http://example.invalid/x.png"/>',
    "a film of a page": '<v:shape><a:b xmlns:a="x" embeddedHtml="&lt;iframe&gt;"/></v:shape>',
}


@pytest.mark.parametrize("xml", ATTRIBUTES.values(), ids=ATTRIBUTES)
def test_an_address_in_an_attribute_is_refused(xml: str) -> None:
    assert "liên kết không nhận" in refused(body(paragraph(run(f"<w:pict>{xml}</w:pict>"))))


def related(kind: str, content: str, extension: str = "bin") -> bytes:
    """A template with a part of a content type, reached by a type of relationship."""
    return with_parts(
        template("a"),
        {f"word/x.{extension}": "<a/>"},
        f'<Override PartName="/word/x.{extension}" ContentType="{content}"/>',
        f'<Relationship Id="rId98" Type="{kind}" Target="x.{extension}"/>',
    )


PARTS = {
    "altChunk": (f"{OFFICE}/aFChunk", "text/html", "altChunk"),
    "an OLE object": (f"{OFFICE}/oleObject", f"{TYPE}.oleObject", "OLE"),
    "ActiveX": (f"{OFFICE}/control", "application/vnd.ms-office.activeX+xml", "ActiveX"),
    "a workbook": (f"{OFFICE}/package", f"{TYPE}.spreadsheetml.sheet", "tệp Office nhúng"),
    "a document inside": (f"{OFFICE}/subDocument", f"{TYPE}.wordprocessingml.document.main+xml", "tài liệu con"),
    "buttons": (f"{MICROSOFT}/2006/relationships/ui/extensibility", "application/xml", "customUI"),
    "an add-in": (f"{MICROSOFT}/2011/relationships/webextension", "application/xml", "add-in"),
    "a film": (f"{OFFICE}/video", "video/mp4", "phim"),
    "a drawing with scripts": (f"{OFFICE}/image", "image/svg+xml", "ảnh dạng lạ"),
    "a metafile": (f"{OFFICE}/image", "image/x-emf", "ảnh dạng lạ"),
    "an old metafile": (f"{OFFICE}/image", "image/x-wmf", "ảnh dạng lạ"),
    "a metafile called PNG": (f"{OFFICE}/image", "image/png", "ảnh dạng lạ"),
    "a bare font": (f"{OFFICE}/font", "application/x-font-ttf", 'phần lạ "font"'),
    "a page as a picture": (f"{OFFICE}/image", "text/html", "ảnh dạng lạ"),
    "a link type of its own": ("http://example.invalid/hyperlink", "application/xml", "liên kết lạ"),
    "a type of its own": ("http://example.invalid/zzz", "application/xml", 'phần lạ "zzz"'),
    "a style sheet": (f"{OFFICE}/styles", "application/xslt+xml", 'phần lạ "styles"'),
    "attached to the body": (f"{OFFICE}/attachedTemplate", "application/xml", 'phần lạ "attachedTemplate"'),
}


@pytest.mark.parametrize(("kind", "content", "called"), PARTS.values(), ids=PARTS)
def test_a_part_that_is_not_listed_is_refused_by_name(kind: str, content: str, called: str) -> None:
    said = refused(related(kind, content))
    assert called in said and "word/x.bin" in said


EXTERNAL = (
    "image",
    "oleObject",
    "aFChunk",
    "frame",
    "attachedTemplate",
    "subDocument",
    "video",
    "zzz/hyperlink",
    "styles",
)


@pytest.mark.parametrize("kind", EXTERNAL)
def test_content_from_elsewhere_is_refused(kind: str) -> None:
    relation = f'<Relationship Id="rId98" Type="{OFFICE}/{kind}" Target="https://x.vn/a" TargetMode="External"/>'
    assert "lấy nội dung từ ngoài: https://x.vn/a" in refused(with_parts(template("a"), {}, relations=relation))


@pytest.mark.parametrize("encoding", ["ibm037", "utf-7", "utf-32", "x-user"])
def test_a_part_in_a_rare_encoding_is_refused(encoding: str) -> None:
    xml = f'<?xml version="1.0" encoding="{encoding}"?><w:comments {NAMES}>{paragraph(field(DDE))}</w:comments>'
    data = xml.encode(encoding if encoding != "x-user" else "utf-8")
    package = story("comments", "")
    refused(with_parts(package, {"word/comments.xml": data}))


def test_a_field_in_a_part_written_as_utf_16_is_found() -> None:
    xml = f'<?xml version="1.0" encoding="utf-16"?><w:comments {NAMES}>{paragraph(field(DDE))}</w:comments>'
    assert "DDEAUTO" in refused(with_parts(story("comments", ""), {"word/comments.xml": xml.encode("utf-16")}))


CUT = {
    "glossary": (f"{OFFICE}/glossaryDocument", f"{TYPE}.wordprocessingml.document.glossary+xml"),
    "printers": (f"{OFFICE}/printerSettings", f"{TYPE}.wordprocessingml.printerSettings"),
    "people": (f"{MICROSOFT}/2011/relationships/people", f"{TYPE}.wordprocessingml.people+xml"),
    "keys": (
        f"{MICROSOFT}/2006/relationships/keyMapCustomizations",
        "application/vnd.ms-word.keyMapCustomizations+xml",
    ),
}


@pytest.mark.parametrize(("kind", "content"), CUT.values(), ids=CUT)
def test_what_word_adds_by_itself_is_cut(kind: str, content: str) -> None:
    parts = made(related(kind, content))
    assert "word/x.bin" not in parts and kind.encode() not in b"".join(parts.values())


def test_settings_name_no_query_and_no_file_outside() -> None:
    query = '<w:mailMerge><w:query w:val="SELECT 1"/><w:connectString w:val="x"/></w:mailMerge>'
    settings = f'<w:settings {NAMES}>{query}<w:attachedSchema w:val="x"/><w:zoom w:percent="100"/></w:settings>'
    found = made(with_parts(template("a"), {"word/settings.xml": settings}))["word/settings.xml"]
    assert b"SELECT" not in found and b"attachedSchema" not in found and b"zoom" in found


def test_of_the_settings_only_those_listed_stay() -> None:
    kept = '<w:evenAndOddHeaders/><w:footnotePr><w:footnote w:id="0"/></w:footnotePr><w:compat/>'
    cut = '<w:showEnvelope/><w:zzz w:val="x"/><v:zoom/><w:saveThroughXslt/><w:hdrShapeDefaults/><!--x--><?x y?>'
    settings = f"<w:settings {NAMES}>{kept}{cut}</w:settings>"
    found = made(with_parts(template("a"), {"word/settings.xml": settings}))["word/settings.xml"]
    names = ["evenAndOddHeaders", "footnotePr", "compat"]
    assert [etree.QName(each).localname for each in etree.fromstring(found)] == names


def test_a_chart_keeps_what_it_shows_and_loses_its_workbook() -> None:
    names = f'xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" xmlns:r="{OFFICE}"'
    package = with_parts(
        template("a"),
        {
            "word/charts/chart1.xml": f'<c:chartSpace {names}><c:lang/><c:externalData r:id="rId1"/></c:chartSpace>',
            "word/charts/_rels/chart1.xml.rels": '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/'
            f'relationships"><Relationship Id="rId1" Type="{OFFICE}/package" Target="../x.xlsx"/></Relationships>',
            "word/x.xlsx": "x",
        },
        f'<Override PartName="/word/charts/chart1.xml" ContentType="{TYPE}.drawingml.chart+xml"/>'
        f'<Default Extension="xlsx" ContentType="{TYPE}.spreadsheetml.sheet"/>',
        f'<Relationship Id="rId98" Type="{OFFICE}/chart" Target="charts/chart1.xml"/>',
    )
    parts = made(package)
    assert "word/x.xlsx" not in parts and b"externalData" not in parts["word/charts/chart1.xml"]
    assert b"lang" in parts["word/charts/chart1.xml"]
