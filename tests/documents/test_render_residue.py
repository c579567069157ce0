"""What a reader would see in a filled document and should not is reported by place; what the data holds is not."""

from pathlib import Path

import pytest
from docx import Document

from cchc_cli.documents.render import docx, markdown
from cchc_cli.text.problems import Stop
from conftest import Cchc
from word_packages import W, part, saved, template, with_parts, words

OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
TYPE = "application/vnd.openxmlformats-officedocument"
VIEW = {"plan": {"title": "Kế hoạch"}, "rows": ["a", "b", "c"], "note": "{plan.title} {{ plan.title }} {% if %} }}"}


def left(package: bytes) -> tuple[str, ...]:
    return docx.render("thu.docx", package, VIEW).residues


def body(*paragraphs: str) -> bytes:
    xml = "".join(each if each.startswith("<w:tbl") else f"<w:p>{each}</w:p>" for each in paragraphs)
    return with_parts(
        template("a"), {"word/document.xml": f'<w:document xmlns:w="{W[1:-1]}"><w:body>{xml}</w:body></w:document>'}
    )


def run(text: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>'


BRACES = {
    "one missing before": ("{ plan.title }} và", "{ plan.title }}"),
    "one on each side": ("Về {plan.title}.", "{plan.title}"),
    "none before": ("Về plan.title }}", "plan.title }}"),
    "wide ones": ("Về ｛｛ plan.title ｝｝", "｛｛ plan.title ｝｝"),
    "a filter": ("{rows | length}", "{rows | length}"),
    "beside a tag": ("{{ plan.title }} {plan.title}", "{plan.title}"),
    "never closed": ("Về {plan.title", "{plan.title"),
    "a name of the template": ("{% for each in rows %}{each.id}{% endfor %}", "{each.id}"),
}


@pytest.mark.parametrize(("text", "said"), BRACES.values(), ids=BRACES)
def test_a_lone_brace_around_a_known_name_is_reported_by_paragraph(text: str, said: str) -> None:
    (found,) = left(template("Một", text))
    assert found.startswith("mẫu thu.docx, đoạn 2 “") and f"còn “{said}”" in found
    (found,) = markdown.render("x.md.j2", f"Một\n{text}\n".encode(), VIEW).residues
    assert found.startswith("mẫu x.md.j2, dòng 2: còn “")


SOUND = (
    "{{ note }}",
    "{_{ plan.title }_}",
    "{% raw %}{plan.title}{% endraw %}",
    "{# {plan} #}",
    "{a} {1} { }",
    "{{ {'plan': 1}.plan }}",
)


@pytest.mark.parametrize("text", SOUND)
def test_braces_of_the_data_and_braces_that_are_meant_are_no_finding(text: str) -> None:
    assert left(template(text)) == ()


def test_a_lone_brace_split_over_runs_or_in_a_header_is_found() -> None:
    document = Document()
    paragraph = document.add_paragraph("Về ")
    for piece in ("{", "plan", ".title", "}"):
        paragraph.add_run(piece).bold = True
    document.sections[0].header.paragraphs[0].text = "{plan.title}"
    body_, header = left(saved(document))
    assert body_.startswith("mẫu thu.docx, đoạn 1 “Về") and header.startswith("mẫu thu.docx, đầu trang, đoạn 1 “")


def test_a_tag_spread_over_paragraphs_is_no_lone_brace() -> None:
    package = body(run("{{ plan.title"), run("}}"))
    assert left(package) == ()


CHANGES = ("ins", "del", "moveFrom", "moveTo")


@pytest.mark.parametrize("kind", CHANGES)
def test_a_tracked_change_is_reported_with_its_author_and_paragraph(kind: str) -> None:
    text = "delText" if kind == "del" else "t"
    inside = f'<w:{kind} w:id="1" w:author="Nguyễn A"><w:r><w:{text}>thêm</w:{text}></w:r></w:{kind}>'
    (found,) = left(body(run("Một"), run("hai ") + inside))
    assert found.startswith("mẫu thu.docx, đoạn 2 “hai") and "còn dấu vết sửa đổi (Track Changes) của Nguyễn A" in found


@pytest.mark.parametrize("kind", ["rPrChange", "pPrChange", "tcPrChange", "trPrChange", "sectPrChange", "cellIns"])
def test_a_tracked_change_of_looks_is_reported(kind: str) -> None:
    holder = {"rPrChange": "<w:rPr>{}</w:rPr>", "pPrChange": "<w:pPr>{}</w:pPr>"}.get(kind)
    change = f'<w:{kind} w:id="1" w:author="A"/>'
    row = f"<w:tbl><w:tblGrid/><w:tr><w:tc><w:tcPr>{change}</w:tcPr><w:p>{run('x')}</w:p></w:tc></w:tr></w:tbl>"
    xml = f"<w:r>{holder.format(change)}</w:r>" if kind == "rPrChange" and holder else row
    (found,) = left(body(run("Một"), xml))
    assert found.startswith(("mẫu thu.docx, đoạn 2", "mẫu thu.docx, bảng 1, dòng 1"))


def test_many_changes_are_one_finding_with_their_number() -> None:
    change = '<w:ins w:id="1" w:author="A"><w:r><w:t>thêm</w:t></w:r></w:ins>'
    (found,) = left(body(change, change + change, change))
    assert found.endswith("của A, và 2 đoạn khác")


def test_a_comment_is_reported() -> None:
    (found,) = left(body(run("Một") + '<w:r><w:commentReference w:id="0"/></w:r>'))
    assert found == "mẫu thu.docx, đoạn 1 “Một”: còn bình luận (Comment)"


def bound(text: str) -> bytes:
    binding = '<w:dataBinding w:xpath="/x" w:storeItemID="{6C3C8BC8-F283-45AE-878A-BAB7291924A1}"/>'
    return body(f"<w:sdt><w:sdtPr>{binding}<w:text/></w:sdtPr><w:sdtContent>{run(text)}</w:sdtContent></w:sdt>")


def test_a_control_that_is_filled_is_bound_to_nothing_and_another_stays_bound() -> None:
    made = part(docx.render("thu.docx", bound("{{ plan.title }}"), VIEW).data)
    assert words(made) == ["Kế hoạch"] and made.find(f".//{W}dataBinding") is None
    kept = part(docx.render("thu.docx", bound("ngày"), VIEW).data)
    assert kept.find(f".//{W}dataBinding") is not None


def test_a_tag_in_a_part_that_nothing_fills_is_reported_by_part() -> None:
    text = "<a:t>{{ plan</a:t><a:t>.title }}</a:t>"
    chart = f'<c:chartSpace xmlns:c="c" xmlns:a="a">{text}</c:chartSpace>'
    package = with_parts(
        template("{{ plan.title }}"),
        {"word/charts/chart1.xml": chart},
        f'<Override PartName="/word/charts/chart1.xml" ContentType="{TYPE}.drawingml.chart+xml"/>',
        f'<Relationship Id="rId98" Type="{OFFICE}/chart" Target="charts/chart1.xml"/>',
    )
    (found,) = left(package)
    assert found == "mẫu thu.docx, phần word/charts/chart1.xml: còn “{{ plan.title }}”, chỗ này không được điền"


@pytest.mark.parametrize("target", ["https://x.vn/{{ plan.title }}", "https://x.vn/%7B%7B%20plan.title%20%7D%7D"])
def test_a_tag_in_the_target_of_a_link_is_reported_or_refused(target: str) -> None:
    relation = f'<Relationship Id="rId98" Type="{OFFICE}/hyperlink" Target="{target}" TargetMode="External"/>'
    try:
        (found,) = left(with_parts(template("a"), {}, relations=relation))
    except Stop as stop:
        found = stop.message
    assert "{{ plan.title }}" in found


def test_a_tag_in_an_odd_property_is_reported_and_one_in_words_for_a_picture_is_filled() -> None:
    document = Document()
    document.core_properties.identifier = "{{ plan.title }}"
    document.core_properties.title = "{{ plan.title }}"
    (found,) = left(saved(document))
    assert "docProps/core.xml" in found
    made = docx.render("thu.docx", body('<w:bookmarkStart w:id="1" w:name="{{ plan.title }}"/>'), VIEW)
    assert part(made.data).find(f".//{W}bookmarkStart").get(f"{W}name") == "Kế hoạch" and made.residues == ()


def rows(first: str, second: str) -> str:
    cells = "".join(f"<w:tc><w:tcPr/><w:p>{run(text)}</w:p></w:tc>" for text in (first, second))
    head = "".join(f"<w:tc><w:tcPr/><w:p>{run(text)}</w:p></w:tc>" for text in ("Mã", "Việc"))
    grid = "<w:gridCol/><w:gridCol/>"
    return f"<w:tbl><w:tblGrid>{grid}</w:tblGrid><w:tr>{head}</w:tr><w:tr>{cells}</w:tr></w:tbl>"


def test_a_loop_over_several_cells_is_reported_by_table_and_row() -> None:
    (found,) = left(body(rows("a", "b"), rows("{% for t in rows %}{{ t }}", "{{ t }}{% endfor %}"), ""))
    assert found.startswith("mẫu thu.docx, bảng 2, dòng 2: vòng lặp mở ở ô này, đóng ở ô khác")


def test_a_condition_over_several_cells_that_fits_and_loops_inside_cells_are_no_finding() -> None:
    assert (
        left(body(rows("{% if plan %}a", "b{% endif %}"), rows("{% for t in rows %}{{ t }}{% endfor %}", "b"), ""))
        == ()
    )


def place(package: bytes) -> str:
    with pytest.raises(Stop) as caught:
        docx.render("thu.docx", package, VIEW)
    return caught.value.message


def test_paragraphs_are_counted_with_those_that_commands_take_away() -> None:
    assert place(template("{%p for a in rows %}", "{{ a }}", "{%p endfor %}", "{{ b }}")).startswith(
        "mẫu thu.docx, đoạn 4 “{{ b }}”"
    )
    assert place(template("Một", "{%p if paln %}", "a", "{%p endif %}")).startswith("mẫu thu.docx, đoạn 2 “")
    document = Document()
    table = document.add_table(3, 2)
    table.rows[0].cells[0].text, table.rows[2].cells[0].text = "{%tr for a in rows %}", "{%tr endfor %}"
    table.rows[1].cells[1].text = "{{ b }}"
    assert place(saved(document)).startswith("mẫu thu.docx, bảng 1, dòng 2 “{{ b }}”")
    document.add_paragraph("{{ c }}")
    table.rows[1].cells[1].text = "{{ a }}"
    assert place(saved(document)).startswith("mẫu thu.docx, đoạn 7 “{{ c }}”")


def test_a_command_that_nothing_closes_is_told_where_it_begins() -> None:
    said = place(template("{%p if plan %}", "{%p for a in rows %}", "{{ a }}", "{%p endif %}"))
    assert said.startswith("mẫu thu.docx, đoạn 4 “{% endif %}”") and said.endswith(
        'khi đang chờ "endfor", mở ở đoạn 2 “{% for a in rows %}”'
    )
    assert "mở ở đoạn 1 “{% for a in rows %}”" in place(template("{%p for a in rows %}", "{{ a }}"))
    assert "lệnh {%tr … %} chỉ dùng trong bảng" in place(template("{%tr for a in rows %}", "{{ a }}", "{%tr endfor %}"))


@pytest.mark.parametrize("command", ["p if 3 % 2 == 0", "p if {'a': 1}.a", "p set a = '50%'"])
def test_a_character_that_a_paragraph_command_cannot_hold_is_reported(command: str) -> None:
    said = place(template("Một", f"{{%{command} %}}", "a", "{%p endif %}"))
    assert said.startswith("mẫu thu.docx, đoạn 2 “") and "không nhận dấu" in said


def test_a_report_is_written_with_a_warning_and_the_check_fails(copied: Path, cchc: Cchc) -> None:
    folder = copied / "templates"
    folder.mkdir()
    (folder / "thu.docx").write_bytes(template("Về {plan.title}"))
    (folder / "thu2.md.j2").write_text("Về {plan.title}\n", "utf-8")
    ran = cchc("-C", str(copied), "report", "thu", "-o", f"{copied}/x.docx")
    assert ran.code == 0 and (copied / "x.docx").exists()
    assert "Cảnh báo: mẫu thu.docx, đoạn 1 “Về {plan.title}”: còn “{plan.title}”" in ran.err
    ran = cchc("-C", str(copied), "report", "thu2")
    assert ran.code == 0 and ran.out == "Về {plan.title}\n" and "Cảnh báo: mẫu thu2.md.j2, dòng 1" in ran.err
    ran = cchc("-C", str(copied), "report", "--check", "thu", "thu2", "--format", "csv")
    assert ran.code == 1 and ran.out.count("lỗi: mẫu thu") == 4
