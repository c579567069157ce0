"""cchc text: what officers wrote comes back from Word and Markdown, and is printed again."""

import shutil
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest

from cchc_cli.documents.render import package
from cchc_cli.shell import texting
from cchc_cli.shell.options import scope
from cchc_cli.text.problems import Stop
from conftest import Cchc
from repositories import committed

QUARTER = ("report", "quarterly", "--period", "2026-Q3")
TEXTS = "plan/2026/texts/2026-Q3.yaml"


@pytest.fixture
def province(tmp_path: Path) -> Path:
    shutil.copytree("examples/tinh-mau/plan", tmp_path / "plan")
    return tmp_path


@pytest.fixture
def at(cchc: Cchc, province: Path) -> Callable[..., str]:
    """Run a command in the province; its output, or its errors."""

    def run(*words: str, code: int = 0) -> str:
        ran = cchc("-C", str(province), *words)
        assert ran.code == code, ran.err
        return str(ran.err if code else ran.out)

    return run


def written(file: Path, **words: str) -> None:
    """Put words in place of marks, as Word writes them."""
    parts = package.unpacked(file.read_bytes())
    body = parts["word/document.xml"].decode()
    for mark, text in words.items():
        begin, _, rest = body.partition(f"[Cần điền: {mark.replace('_', ' ')}")
        assert rest, mark
        body = begin + text + rest.partition("]")[2]
    file.write_bytes(package.fixed(parts | {"word/document.xml": body.encode()}))


def body(file: Path) -> str:
    with ZipFile(BytesIO(file.read_bytes())) as opened:
        return opened.read("word/document.xml").decode()


def test_what_is_written_in_word_is_printed_again_with_new_figures(province: Path, at: Callable[..., str]) -> None:
    first, second = str(province / "1.docx"), str(province / "2.docx")
    at(*QUARTER, "-o", first)
    written(Path(first), nhận_định="Đã làm xong.", nguyên_nhân="Thiếu người {{ x }}.")
    assert "Sẽ ghi 2 chỗ" in at("text", "take", first, "--dry-run") and not (province / TEXTS).exists()
    told = at("text", "take", first)
    assert "III.1: (chưa có) → “Đã làm xong.”" in told and "III.2.causes: (chưa có) → “Thiếu người {{ x }}.”" in told
    assert (province / TEXTS).read_text("utf-8").count("\n") == 2
    at("update", "I.6", "--agency", "STP", "--status", "in_progress", "--percent", "80", "--as-of", "2026-09-10")
    at(*QUARTER, "-o", second)
    assert "Đã làm xong." in body(Path(second)) and "Thiếu người {{ x }}." in body(Path(second))
    assert "không có gì mới" in at("text", "take", second) and "không có gì mới" in at("text", "take", first)
    assert "Đã làm xong." in at("text", "2026-Q3", "III.1") and "Đã làm xong." in at(*QUARTER)
    at("text", "take", first, "--undo")
    assert not (province / TEXTS).exists()


def test_a_place_that_changed_on_both_sides_is_refused_and_neither_is_lost(
    province: Path, at: Callable[..., str]
) -> None:
    file, source = str(province / "1.docx"), province / "x.txt"
    at(*QUARTER, "-o", file)
    written(Path(file), nhận_định="Trong Word.", nguyên_nhân="Nguyên nhân.")
    source.write_text("Trong sổ.\n", "utf-8")
    at("text", "2026-Q3", "III.1", "--from", str(source))
    before = (province / TEXTS).read_bytes()
    refused = at("text", "take", file, code=2)
    assert "III.1: đã sửa cả trong tệp này và trong sổ" in refused and "III.2.causes:" not in refused
    assert (province / TEXTS).read_bytes() == before
    at("text", "take", file, "--only", "III.2.causes")
    assert "Trong sổ." in (province / TEXTS).read_text("utf-8")
    assert "Nguyên nhân." in (province / TEXTS).read_text("utf-8")


def test_the_last_text_is_taken_back_without_naming_its_place(province: Path, at: Callable[..., str]) -> None:
    source = province / "x.txt"

    def write(place: str, text: str) -> None:
        source.write_text(text, "utf-8")
        at("text", "2026-Q3", place, "--from", str(source))

    assert "không có gì chưa lưu vào git" in at("text", "2026-Q3", "--undo", code=2)
    write("III.1", "Một.")
    write("III.2.causes", "Hai.")
    at("text", "2026-Q3", "--undo", "--from", str(source), code=2)
    assert "III.2.causes: “Hai.” → (chưa có)" in at("text", "2026-Q3", "--undo")
    committed(province)
    write("III.1", "Ba.")
    assert "III.1: “Ba.” → “Một.”" in at("text", "2026-Q3", "--undo", "--dry-run")
    write("III.2.causes", "Hai.")
    refused = at("text", "2026-Q3", "--undo", code=2)
    assert "2 chỗ chưa lưu vào git: III.1, III.2.causes" in refused
    assert "III.1: “Ba.” → “Một.”" in at("text", "2026-Q3", "III.1", "--undo")
    assert "III.2.causes: “Hai.” → (chưa có)" in at("text", "2026-Q3", "--undo")


def test_documents_of_others_are_refused(province: Path, at: Callable[..., str]) -> None:
    file = str(province / "1.docx")
    at(*QUARTER, "-o", file)
    assert "là của kỳ 2026-Q3" in at("text", "take", file, "--period", "2026-Q1", code=2)
    plan = province / "plan/2026/plan.yaml"
    plan.write_text(plan.read_text("utf-8").replace("01/QĐ-MINHHOA", "09/QĐ-MINHHOA"), "utf-8")
    assert "là của kế hoạch 01/QĐ-MINHHOA" in at("text", "take", file, code=2)
    (province / "x.doc").write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600)
    assert "tệp x.doc là tệp Word cũ (.doc)" in at("text", "take", str(province / "x.doc"), code=2)
    (province / "x.docx").write_bytes(b"PK")
    assert "tệp x.docx không phải là tệp Word" in at("text", "take", str(province / "x.docx"), code=2)
    (province / "x.md").write_text("# Tự viết\n", "utf-8")
    assert "không mang dấu của cchc" in at("text", "take", str(province / "x.md"), code=2)


def test_markdown_comes_back_too(province: Path, at: Callable[..., str]) -> None:
    file = province / "1.md"
    at(*QUARTER, "-o", str(file))
    text = file.read_text("utf-8")
    begin, _, rest = text.partition("<!-- III.1 -->\n")
    file.write_text(
        f"{begin}<!-- III.1 -->\nTốt \\* **hơn**.\n\n- một\n- hai\n{rest[rest.index('<!-- /III.1') :]}", "utf-8"
    )
    at("text", "take", str(file))
    assert at("text", "2026-Q3", "III.1") == "Tốt * **hơn**.\n\n- một\n- hai\n"
    again = at(*QUARTER)
    assert "Tốt \\* **hơn**." in again and "\n- một\n" in again


def test_texts_that_powershell_wrote_are_read_and_lost_marks_are_refused(
    province: Path, at: Callable[..., str]
) -> None:
    source = province / "x.txt"
    source.write_bytes("Đã hoàn thành.\r\n\r\nCòn một việc.\r\n".encode("utf-16"))
    assert "Đã ghi" in at("text", "2026-Q3", "III.1", "--from", str(source))
    assert at("text", "2026-Q3", "III.1") == "Đã hoàn thành.\n\nCòn một việc.\n"
    source.write_bytes(b"?? ho?n th?nh m?t ph?n vi?c")
    assert "chữ có dấu đã thành dấu hỏi" in at("text", "2026-Q3", "III.1", "--from", str(source), code=2)
    source.write_bytes("Đã hoàn thành.".encode("cp1258", "replace"))
    assert "x.txt không phải văn bản UTF-8" in at("text", "2026-Q3", "III.1", "--from", str(source), code=2)
    assert at("text", "2026-Q3", "III.1") == "Đã hoàn thành.\n\nCòn một việc.\n"


def test_a_markdown_report_in_an_old_encoding_is_refused_and_its_words_are_not_replaced(
    province: Path, at: Callable[..., str]
) -> None:
    file = province / "1.md"
    at(*QUARTER, "-o", str(file))
    text = file.read_text("utf-8").replace("<!-- III.1 -->\n", "<!-- III.1 -->\nTốt hơn.\n\n", 1)
    file.write_bytes(text.encode("cp1258", "replace"))
    assert "1.md không phải văn bản UTF-8" in at("text", "take", str(file), code=2)
    file.write_bytes(text.encode("utf-16"))
    assert "Tốt hơn." in at("text", "take", str(file))


def test_an_agencys_text_is_offered_with_its_name_and_never_taken_for_the_provinces(
    province: Path, at: Callable[..., str]
) -> None:
    own, file = str(province / "stp.docx"), str(province / "1.docx")
    at("report", "agency", "--agency", "STP", "--period", "2026-Q3", "-o", own)
    written(Path(own), kết_quả_nổi_bật="Đã tập huấn.")
    assert "so-tu-phap" in at("text", "take", own) or "so-tu-phap" in (province / TEXTS).read_text("utf-8")
    at(*QUARTER, "-o", file)
    assert "[Tham khảo: Sở Tư pháp: Đã tập huấn.]" in body(Path(file))
    assert "không có gì mới" in at("text", "take", file)
    assert "Đã tập huấn." in at("report", "agency", "--agency", "STP", "--period", "2026-Q3")
    assert "tham khảo 1" in at(*QUARTER, "--blanks")


def test_a_text_for_a_place_that_no_report_has_is_refused_with_the_nearest(
    province: Path, at: Callable[..., str]
) -> None:
    (province / "x.txt").write_text("Đã rõ.", encoding="utf-8")
    source = ("--from", str(province / "x.txt"))
    said = at("text", "2026-Q3", "III.2.cause", *source, code=2)
    assert "gần nhất: III.2.causes" in said
    assert not (province / TEXTS).exists()
    for place in ("II.1", "head.place", "brief.opinions"):
        assert "Đã ghi" in at("text", "2026-Q3", place, *source)


@pytest.mark.parametrize("ending", ["docx", "md"])
def test_a_figure_that_an_officer_retypes_is_named_because_it_is_not_kept(
    province: Path, cchc: Cchc, ending: str
) -> None:
    file = province / f"1.{ending}"
    make = ("-C", str(province), *QUARTER, "-o", str(file))
    assert cchc(*make).code == 0
    if ending == "docx":
        parts = package.unpacked(file.read_bytes())
        main = parts["word/document.xml"].decode().replace("40% (4/10)", "50% (5/10)", 1)
        file.write_bytes(package.fixed(parts | {"word/document.xml": main.encode()}))
    else:
        file.write_text(file.read_text("utf-8").replace("40% (4/10)", "50% (5/10)", 1), "utf-8")
    ran = cchc("-C", str(province), "text", "take", str(file))
    assert ran.code == 0 and "không có gì mới" in ran.out
    assert "tệp có 01 chỗ khác với khi lập, không được giữ khi lập lại" in ran.err
    assert "50% (5/10)" in ran.err and "THỂ CHẾ" in ran.err and "TTHC" not in ran.err


def test_of_two_who_write_one_place_at_one_time_the_second_is_told(province: Path, at: Callable[..., str]) -> None:
    opened = scope.opened(province, None)
    sheet = texting.Sheet(opened, opened.workspace.plans[0], "2026-Q3", None)
    (province / "loi.md").write_text("Lời thứ nhất.", "utf-8")
    at("text", "2026-Q3", "III.1", "--from", str(province / "loi.md"))
    with pytest.raises(Stop, match=r"2026-Q3\.yaml, III\.1; chưa ghi gì"):
        texting.write(sheet, {sheet.key("III.1"): "Lời thứ hai."})
    texting.write(sheet, {sheet.key("IV"): "Lời chỗ khác."})
    kept = (province / TEXTS).read_text("utf-8")
    assert "Lời thứ nhất." in kept and "Lời chỗ khác." in kept and "thứ hai" not in kept
