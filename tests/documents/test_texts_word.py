"""What people and programs do to a Word report before it comes back: every place is understood, or refused by name."""

import re
import shutil
import subprocess
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest
from docx import Document

from cchc_cli.documents.render import docx, package
from cchc_cli.documents.texts import word
from cchc_cli.documents.texts.form import blocks, normal, written
from cchc_cli.documents.texts.found import outcome
from cchc_cli.documents.texts.places import Texts
from cchc_cli.documents.texts.stamp import PERIOD, PLAN

ABOUT = {PLAN: "1/QĐ-UBND ngày 01/01/2026 (ubnd)", PERIOD: "2026-Q1"}
MAIN = "word/document.xml"
YELLOW = '<w:highlight w:val="yellow"/>'
Way = Callable[[str], str]


def made(**texts: str) -> dict[str, bytes]:
    """The parts of a document with the places A.1, A.2 and, in a line, sign.name."""
    template = saved(
        "1. Kiểm tra", '{{ blank("kết quả", "A.1", ["Sở Tư pháp: đủ người"]) }}', "2. Tuyên truyền",
        '{{ blank("tuyên truyền", "A.2") }}', "Trên đây là báo cáo./.",
        'Người ký: {{ blank("họ tên", "sign.name") }}.',
    )  # fmt: skip
    own = {name.replace("_", "."): text for name, text in texts.items()}
    return package.unpacked(docx.render("thu.docx", template, {}, texts=Texts(own, about=ABOUT)).data)


def saved(*paragraphs: str) -> bytes:
    """A template with these paragraphs."""
    document, file = Document(), BytesIO()
    for each in paragraphs:
        document.add_paragraph(each)
    document.save(file)
    return file.getvalue()


def read(parts: dict[str, bytes]) -> dict[str, str | None]:
    return {each.place: each.text for each in word.read(parts).found}


def after(way: Way, name: str = "A.1", **texts: str) -> str | None:
    """The text of a place after somebody changed the body."""
    parts = made(**texts)
    changed = way(parts[MAIN].decode())
    assert changed != parts[MAIN].decode()
    return read(parts | {MAIN: changed.encode()})[name]


def p(*runs: str, look: str = "") -> str:
    return f"<w:p>{f'<w:pPr>{look}</w:pPr>' if look else ''}{''.join(runs)}</w:p>"


def r(text: str, look: str = "") -> str:
    return f'<w:r>{f"<w:rPr>{look}</w:rPr>" if look else ""}<w:t xml:space="preserve">{text}</w:t></w:r>'


def inside(*content: str) -> Way:
    """Replace all that stands in the control of A.1."""
    whole = re.compile(r'(<w:alias w:val="A\.1"/>.*?<w:sdtContent>).*?(</w:sdtContent>)', re.DOTALL)
    return lambda xml: whole.sub(lambda found: found[1] + "".join(content) + found[2], xml)


def each(*ways: Way) -> Way:
    def all_of(xml: str) -> str:
        for way in ways:
            xml = way(xml)
        return xml

    return all_of


def sub(pattern: str, by: str) -> Way:
    return lambda xml: re.sub(pattern, by, xml, flags=re.DOTALL)


UNCONTROLLED = sub(r"<w:sdt>(?:(?!<w:sdt>).)*?A\.1.*?<w:sdtContent>(.*?)</w:sdtContent></w:sdt>", r"\1")
UNMARKED = sub(r'<w:bookmarkStart [^>]*w:name="A_1"/>', "")
GONE = sub(r"<w:sdt>(?:(?!<w:sdt>).)*?A\.1.*?</w:sdt>", "")
FIELD = (
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> FILLIN "" </w:instrText></w:r>'
    '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>Đã rõ.</w:t></w:r>'
    '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
)
TABLE = (
    "<w:tbl><w:tblGrid/><w:tr><w:tc><w:p><w:r><w:t>A</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>B|C</w:t></w:r></w:p>"
    "</w:tc></w:tr><w:tr><w:tc><w:p><w:r><w:t>1</w:t></w:r></w:p></w:tc><w:tc><w:p/></w:tc></w:tr></w:tbl>"
)
DELETED_END = '<w:rPr><w:del w:id="1" w:author="a"/></w:rPr>'
UNDERSTOOD: dict[str, tuple[Way, str]] = {
    "words in place of the mark": (inside(p(r("Đã rõ."))), "Đã rõ."),
    "several paragraphs": (inside(p(r("Một.")), p(), p(r("Hai."))), "Một.\n\nHai."),
    "bold in a part of a word": (inside(p(r("Rất "), r("quan", "<w:b/>"), r("trọng"))), "Rất **quan**trọng"),
    "bold turned off": (inside(p(r("Nhạt", '<w:b w:val="0"/>'))), "Nhạt"),
    "runs split by a spelling check": (inside(p(r("Đã"), '<w:proofErr w:type="spellStart"/>', r(" rõ."))), "Đã rõ."),
    "items that people type": (inside(p(r("- một")), p(r("- hai"))), "- một\n- hai"),
    "bullets": (
        inside(*(p(r(text), look='<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>') for text in "ab")),
        "- a\n- b",
    ),
    "numbers that Word counts": (
        inside(*(p(r(text), look='<w:numPr><w:ilvl w:val="0"/><w:numId w:val="9"/></w:numPr>') for text in "ab")),
        "1. a\n\n2. b",
    ),
    "a table": (inside(p(r("Bảng:")), TABLE, p()), "Bảng:\n\n| A | B\\|C |\n| --- | --- |\n| 1 |  |"),
    "a line break and a tab": (inside(p(r("Một"), "<w:r><w:br/><w:tab/></w:r>", r("hai"))), "Một\nhai"),
    "no-break spaces and soft hyphens": (inside(p(r("tỷ\u00a0lệ báo\u00adcáo\u200b"))), "tỷ lệ báocáo"),
    "smart quotes and a no-break hyphen": (inside(p(r("“A”"), "<w:r><w:noBreakHyphen/></w:r>", r("B"))), "“A”-B"),
    "a composed letter": (inside(p(r("Đa\u0303 ro\u0303"))), "Đã rõ"),
    "tracked insertions and deletions": (
        inside(p(r("Có "), "<w:del><w:r><w:delText>5</w:delText></w:r></w:del>", f"<w:ins>{r('6')}</w:ins>", r(" vụ"))),
        "Có 6 vụ",
    ),
    "a tracked paragraph": (f"<w:ins>{r('Thêm.')}</w:ins>", "Một.\n\nThêm."),  # type: ignore[dict-item]
    "the end of a paragraph deleted with tracking": (inside(p(r("Một "), look=DELETED_END), p(r("hai"))), "Một hai"),
    "moved text": (inside(f"<w:moveFrom>{p(r('cũ'))}</w:moveFrom>", p(f"<w:moveTo>{r('mới')}</w:moveTo>")), "mới"),
    "a comment": (
        inside(p('<w:commentRangeStart w:id="0"/>', r("Đã rõ."), '<w:commentRangeEnd w:id="0"/>',
                 '<w:r><w:commentReference w:id="0"/></w:r>')),
        "Đã rõ.",
    ),
    "a link": (inside(p(r("Xem "), f'<w:hyperlink w:anchor="x">{r("trang")}</w:hyperlink>')), "Xem trang"),
    "a field, as LibreOffice leaves of a control": (inside(p(FIELD)), "Đã rõ."),
    "hidden text": (inside(p(r("Đã rõ."), r("nháp", "<w:vanish/>"))), "Đã rõ."),
    "signs of the program": (inside(p(r("{{ x }} &lt;/w:t&gt; **a** \\ |"))), "{{ x }} </w:t> \\*\\*a\\*\\* \\\\ |"),
    "the control taken away, its content kept": (each(inside(p(r("Đã rõ."))), UNCONTROLLED), "Đã rõ."),
    "the bookmark taken away": (each(inside(p(r("Đã rõ."))), UNMARKED), "Đã rõ."),
    "both taken away": (each(inside(p(r("Đã rõ."))), UNCONTROLLED, UNMARKED), "Đã rõ."),
    "the tag alone": (each(inside(p(r("Đã rõ."))), sub(r'<w:alias w:val="A.1"/>', "")), "Đã rõ."),
    "a control within the control": (
        inside(f"<w:sdt><w:sdtPr><w:alias w:val='x'/></w:sdtPr><w:sdtContent>{p(r('Đã rõ.'))}</w:sdtContent></w:sdt>"),
        "Đã rõ.",
    ),
    "a control split in two": (
        each(inside(p(r("Một.")) + '</w:sdtContent></w:sdt><w:sdt><w:sdtPr><w:alias w:val="A.1"/></w:sdtPr>'
                    "<w:sdtContent>" + p(r("Hai.")))),
        "Một.\n\nHai.",
    ),
    "typed behind the control": (
        each(inside(p(r("Một."))), sub(r"(<w:p>(?:(?!</w:p>).)*2[.] T)", rf"{p(r('Hai.'))}\1")),
        "Một.\n\nHai.",
    ),
    "typed before the control": (
        each(inside(p(r("Hai."))), sub(r'(<w:bookmarkStart [^>]*w:name="A_1"/>)', rf"{p(r('Một.'))}\1")),
        "Một.\n\nHai.",
    ),
    "typed behind the mark, which stays": (inside(p(r("[Cần điền: kết quả] Đã rõ."))), "Đã rõ."),
    "material made one's own": (inside(p(r("Sở Tư pháp: đủ người"))), "Sở Tư pháp: đủ người"),
    "a copy with the same words": (
        each(inside(p(r("Đã rõ."))), lambda xml: xml.replace(
            "<w:sectPr", '<w:sdt><w:sdtPr><w:alias w:val="A.1"/></w:sdtPr><w:sdtContent>' + p(r("Đã  rõ."))
            + "</w:sdtContent></w:sdt><w:sectPr", 1)),
        "Đã rõ.",
    ),
    "everything deleted": (inside(p()), ""),
    "Word's own placeholder": (
        each(inside(p(r("Bấm để nhập"))), sub(r'(<w:tag w:val="A.1"/>)', r"\1<w:showingPlcHdr/>")), ""
    ),
}  # fmt: skip
UNDERSTOOD["a tracked paragraph"] = (
    inside(p(r("Một.")), f"<w:p><w:pPr><w:rPr><w:ins/></w:rPr></w:pPr><w:ins>{r('Thêm.')}</w:ins></w:p>"),
    "Một.\n\nThêm.",
)


@pytest.mark.parametrize("what", UNDERSTOOD)
def test_what_people_do_in_word_is_understood(what: str) -> None:
    way, text = UNDERSTOOD[what]
    assert after(way) == text


UNKEPT = {
    "a picture": (inside(p(r("Hình:"), "<w:r><w:drawing/></w:r>")), "hình"),
    "a text box": (inside(p("<w:r><w:pict><w:txbxContent/></w:pict></w:r>")), "hộp văn bản"),
    "a footnote": (inside(p(r("Có"), '<w:r><w:footnoteReference w:id="2"/></w:r>')), "chú thích cuối trang"),
    "merged cells": (
        inside(TABLE.replace("<w:tc>", '<w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr>', 1)), "ô gộp"
    ),
    "a copy with other words": (
        each(inside(p(r("Một."))), lambda xml: xml.replace(
            "<w:sectPr", '<w:sdt><w:sdtPr><w:alias w:val="A.1"/></w:sdtPr><w:sdtContent>' + p(r("Hai."))
            + "</w:sdtContent></w:sdt><w:sectPr", 1)),
        "hai bản chép",
    ),
}  # fmt: skip


@pytest.mark.parametrize("what", UNKEPT)
def test_what_a_text_cannot_keep_is_refused_with_the_place(what: str) -> None:
    way, why = UNKEPT[what]
    parts = made()
    found = word.read(parts | {MAIN: way(parts[MAIN].decode()).encode()}).found
    result = outcome(found, {})
    assert [place for place, said in result.refused if why in said] == ["A.1"]


def test_an_untouched_document_changes_nothing_and_a_lost_place_keeps_its_text() -> None:
    parts = made(A_1="Một.\n\n- hai **ba**", sign_name="Nguyễn Văn A")
    kept = {"A.1": "Một.\n\n- hai **ba**", "sign.name": "Nguyễn Văn A"}
    assert read(parts) == {"A.1": kept["A.1"], "A.2": "", "sign.name": "Nguyễn Văn A"}
    assert outcome(word.read(parts).found, kept)[:2] == ((), ())
    lost = each(GONE, UNMARKED)(parts[MAIN].decode())
    result = outcome(word.read(parts | {MAIN: lost.encode()}).found, kept)
    assert result.changes == () and result.gone == ("A.1",)


def test_a_place_in_a_line_is_read_by_its_control_or_its_bookmark() -> None:
    filled = sub(r"\[Cần điền: họ tên\]", "Nguyễn Văn A")
    uncontrolled = sub(r"<w:sdt>(?:(?!<w:sdt>).)*?sign\.name.*?<w:sdtContent>(.*?)</w:sdtContent></w:sdt>", r"\1")
    assert after(filled, "sign.name") == after(each(filled, uncontrolled), "sign.name") == "Nguyễn Văn A"


def test_a_place_that_changed_on_both_sides_is_refused_and_the_others_can_be_taken() -> None:
    parts = made(A_1="Một.", A_2="Hai.")
    body = parts[MAIN].decode().replace("Một.", "Một, sửa trong Word.").replace("Hai.", "Hai, sửa trong Word.")
    found = word.read(parts | {MAIN: body.encode()}).found
    now = {"A.1": "Một, sửa trong sổ.", "A.2": "Hai."}
    result = outcome(found, now)
    assert [place for place, _ in result.refused] == ["A.1"]
    assert [each.after for each in outcome(found, now, frozenset({"A.2"})).changes] == ["Hai, sửa trong Word."]
    assert outcome(found, {"A.1": "Một, sửa trong Word.", "A.2": "Hai, sửa trong Word."})[:2] == ((), ())


BESIDE = {
    "a sentence that the program wrote": (sub("báo cáo", "tờ trình"), ("Trên đây là tờ trình./.",), 1),
    "a sentence more": (lambda xml: xml.replace("<w:sectPr", p(r("Thêm  ý.")) + "<w:sectPr", 1), ("Thêm ý.",), 0),
    "a row of a table": (lambda xml: xml.replace("<w:sectPr", f"{TABLE}<w:sectPr", 1), ("A | B|C", "1"), 0),
    "a sentence deleted with tracking": (sub("<w:t>(Trên.*?)</w:t>", r"<w:delText>\1</w:delText>"), (), 1),
    "a place alone": (inside(p(r("Đã rõ."))), (), 0),
    "number and day": (
        lambda xml: xml.replace("<w:sectPr", p(r("Số: 5/BC")) + p(r("Mẫu, ngày 5 tháng 9 năm 2026")) + "<w:sectPr", 1),
        (), 0,
    ),
}  # fmt: skip


@pytest.mark.parametrize("what", BESIDE)
def test_what_changed_outside_the_places_is_told(what: str) -> None:
    way, other, gone = BESIDE[what]
    parts = made(A_1="Một.")
    assert word.read(parts).rest == ((), 0)
    assert word.read(parts | {MAIN: way(parts[MAIN].decode()).encode()}).rest == (other, gone)


TEXTS = (
    "Một.\n\nHai.",
    "- a\n- b\n\nHết **đậm** nhạt",
    "| A | B |\n| --- | --- |\n| 1\\|2 | **3** |",
    "a\nb",
    "\\*\\*x",
)


@pytest.mark.parametrize("text", TEXTS)
def test_a_text_printed_and_read_again_is_the_same(text: str) -> None:
    assert normal(text) == text == written(blocks(text))
    assert read(made(A_1=text))["A.1"] == text


@pytest.mark.slow
@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
def test_bold_words_and_the_mark_of_a_blank_survive_libreoffice(tmp_path: Path) -> None:
    parts = made(A_1="**Đậm** thường")
    run = '<w:r><w:t xml:space="preserve">[Cần điền: tuyên'
    marked = parts[MAIN].decode().replace(run, run.replace("<w:t ", f"<w:rPr>{YELLOW}</w:rPr><w:t "))
    assert YELLOW in marked
    file = tmp_path / "a.docx"
    file.write_bytes(package.fixed(parts | {MAIN: marked.encode()}))
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    convert = ("soffice", profile, "--headless", "--convert-to", "docx", "--outdir", str(tmp_path / "out"), str(file))
    subprocess.run(convert, check=True, capture_output=True, stdin=subprocess.DEVNULL, timeout=120)
    came = package.unpacked((tmp_path / "out" / "a.docx").read_bytes())
    assert read(came)["A.1"] == "**Đậm** thường" and word.read(came).rest == ((), 0)
    assert YELLOW in came[MAIN].decode()
