"""Forms go out and come back: every value arrives, once; whole folders, one sheet for many, taken back."""

import shutil
from datetime import date as Day
from pathlib import Path

import pytest

from conftest import ROOT, Cchc, Ran, contents
from form_books import HEADS, columns, filled, opened, put, saved

DAY, LATER = "--as-of=2026-09-14", "--as-of=2026-09-16"
PERIOD = ("--period", "2026-Q3")
INDICATORS = """
indicators:
  - {id: doi-thoai, name: Số cuộc đối thoại, unit: cuộc, by: agency, total: sum}
  - {id: dung-han, name: Hồ sơ đúng hạn, unit: "%", by: agency, total: share}
"""


@pytest.fixture
def measured(copied: Path) -> Path:
    """The real plan, with indicators by agency."""
    settings = copied / "plan" / "settings.yaml"
    settings.write_text(settings.read_text(encoding="utf-8") + INDICATORS, encoding="utf-8")
    return copied


def out(cchc: Cchc, root: Path, *more: str) -> Ran:
    return cchc("-C", str(root), "forms", "out", *PERIOD, DAY, "-o", str(root / "phieu"), *more)


def back(cchc: Cchc, root: Path, what: Path, *more: str) -> Ran:
    return cchc("-C", str(root), "forms", "in", str(what), LATER, *more)


def plan_of(root: Path) -> dict[str, bytes]:
    return {path: data for path, data in contents(root).items() if path.startswith("plan/")}


@pytest.mark.slow
def test_all_that_every_agency_filled_in_arrives_once(measured: Path, cchc: Cchc) -> None:
    assert out(cchc, measured).code == 0
    forms = sorted((measured / "phieu").iterdir())
    assert len(forms) > 80
    wanted: dict[str, list[str]] = {}
    for place, path in enumerate(forms):
        book, lines = opened(path.read_bytes()), []
        rows = book["Tiến độ"].max_row if "Tiến độ" in book.sheetnames else 0
        for number in range(HEADS + 1, min(rows, HEADS + 3) + 1):
            put(
                book["Tiến độ"],
                number,
                status="đang thực hiện",
                percent=f"{place % 90}%",
                note=f"việc {place}.{number}",
            )
            lines.append(f"note: {f'việc {place}.{number}'}")
        book["Số liệu"].cell(4, 5).value = f"{place}/90"
        book["Nội dung"].cell(5, 3).value = f"Lời {place}"
        path.write_bytes(saved(book))
        wanted[path.stem] = lines
    ran = back(cchc, measured, measured / "phieu")
    assert (ran.code, len(ran.err.splitlines())) == (0, 1)
    after = plan_of(measured)
    for agency, lines in wanted.items():
        progress = after.get(f"plan/2026/progress/{agency}.yaml", b"").decode()
        assert [line for line in lines if line not in progress] == []
        assert len(progress.splitlines()) == len(lines)
    assert after["plan/2026/measurements.yaml"].count(b"denominator: 90") == len(forms)
    assert after["plan/2026/texts/2026-Q3.yaml"].count(b"text: L") == len(forms)
    assert cchc("-C", str(measured), "validate").code == 0
    again = back(cchc, measured, measured / "phieu", "--as-of=2026-09-20")
    assert again.code == 0
    assert plan_of(measured) == after
    status = cchc("-C", str(measured), "forms", "status", *PERIOD, "--as-of=2026-09-20").out
    assert f"Đã có của {len(forms)}/{len(forms)} cơ quan." in status


def test_one_sheet_holds_all_communes(measured: Path, cchc: Cchc) -> None:
    assert out(cchc, measured, "--agency", "UBND cấp xã", "--together").code == 0
    (path,) = (measured / "phieu").iterdir()
    book = opened(path.read_bytes())
    sheet = book["Tiến độ"]
    heads, names = columns(sheet), set()
    for number in range(HEADS + 1, sheet.max_row + 1):
        if sheet.cell(number, heads["Mã"]).value == "I.1":
            names.add(sheet.cell(number, heads["Cơ quan"]).value)
            put(sheet, number, status="đã hoàn thành", date=Day(2026, 8, 31), evidence="12/KH-UBND")
    assert len(names) == 65
    path.write_bytes(saved(book))
    ran = back(cchc, measured, path)
    assert ran.code == 0
    written = [name for name in plan_of(measured) if "progress/ubnd-" in name]
    assert len(written) == 65
    assert back(cchc, measured, path, "--undo").code == 0
    assert not [name for name in plan_of(measured) if "progress/ubnd-" in name]


def test_no_agency_is_asked_for_the_head_or_the_signature_of_the_report(copied: Path, cchc: Cchc) -> None:
    settings = copied / "plan" / "settings.yaml"
    kept = [line for line in settings.read_text(encoding="utf-8").splitlines() if not line.startswith("recipient:")]
    settings.write_text("\n".join(kept) + "\n", encoding="utf-8")
    assert "head.to" in cchc("-C", str(copied), "report", "quarterly", *PERIOD, DAY, "--blanks").out
    assert out(cchc, copied, "--agency", "STP").code == 0
    (path,) = (copied / "phieu").iterdir()
    asked = [row[0].value for row in opened(path.read_bytes())["Nội dung"].iter_rows(min_row=HEADS + 1)]
    assert "I.2" in asked
    assert not [each for each in asked if str(each).startswith(("head.", "sign."))]


def test_a_form_shows_what_it_changes_and_can_be_taken_back(measured: Path, cchc: Cchc) -> None:
    out(cchc, measured, "--agency", "stp")
    path = measured / "phieu" / "so-tu-phap.xlsx"
    path.write_bytes(filled(path.read_bytes()))
    before = plan_of(measured)
    tried = back(cchc, measured, path, "--dry-run")
    assert plan_of(measured) == before
    ran = back(cchc, measured, path)
    assert (tried.code, ran.code) == (0, 0)
    assert "so-tu-phap.xlsx (Sở Tư pháp, quý III năm 2026): 2 cập nhật tiến độ, 1 nội dung" in ran.out
    assert "I.1: quá hạn 228 ngày → đã hoàn thành quá hạn 209 ngày" in ran.out
    assert "Đã ghi plan/2026/progress/so-tu-phap.yaml" in ran.out
    assert back(cchc, measured, path, "--undo").code == 0
    assert plan_of(measured) == before
    assert back(cchc, measured, path, "--undo").code == 2


def test_of_a_folder_the_sound_forms_are_taken_and_the_others_named(measured: Path, cchc: Cchc) -> None:
    out(cchc, measured, "--agency", "stp", "--agency", "snv", "--agency", "stc")
    folder = measured / "phieu"
    good, bad, old = (folder / f"{name}.xlsx" for name in ("so-tu-phap", "so-noi-vu", "so-tai-chinh"))
    good.write_bytes(filled(good.read_bytes()))
    bad.write_bytes(filled(bad.read_bytes(), lambda book: put(book["Tiến độ"], 4, status="gần xong")))
    old.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")
    (folder / "~$so-tu-phap.xlsx").write_bytes(b"x")
    (folder / "cong-van.pdf").write_bytes(b"x")
    ran = back(cchc, measured, folder)
    assert ran.code == 1
    assert 'so-noi-vu.xlsx: Tiến độ!G4: không có tình trạng "gần xong"' in ran.err
    assert "so-tai-chinh.xlsx: tệp lưu ở dạng Excel cũ (.xls)" in ran.err
    assert "cong-van.pdf" in ran.err
    assert "plan/2026/progress/so-tu-phap.yaml" in plan_of(measured)
    before = plan_of(measured)
    for alone in (bad, old):
        ran = back(cchc, measured, alone)
        assert (ran.code, ran.out, plan_of(measured)) == (2, "", before)
    good.unlink()
    assert (back(cchc, measured, folder).code, plan_of(measured)) == (2, before)


def test_the_same_plan_and_day_give_the_same_bytes(measured: Path, cchc: Cchc) -> None:
    out(cchc, measured, "--agency", "stp")
    path = measured / "phieu" / "so-tu-phap.xlsx"
    first = path.read_bytes()
    assert out(cchc, measured, "--agency", "stp").code == 0
    assert path.read_bytes() == first


def test_a_form_in_which_somebody_has_written_is_spared(measured: Path, cchc: Cchc) -> None:
    out(cchc, measured, "--agency", "stp")
    path = measured / "phieu" / "so-tu-phap.xlsx"
    written = filled(path.read_bytes())
    path.write_bytes(written)
    ran = out(cchc, measured, "--agency", "stp")
    assert (ran.code, path.read_bytes()) == (2, written)
    assert "đã có người điền" in ran.err
    assert out(cchc, measured, "--agency", "stp", "--force").code == 0


def test_what_cannot_be_changed_is_locked_and_the_rest_can_be_printed(measured: Path, cchc: Cchc) -> None:
    out(cchc, measured, "--agency", "stp")
    book = opened((measured / "phieu" / "so-tu-phap.xlsx").read_bytes())
    sheet = book["Tiến độ"]
    heads = columns(sheet)
    assert sheet.protection.sheet
    assert not sheet.protection.password
    assert sheet.cell(4, heads["Mã"]).protection.locked
    assert not sheet.cell(4, heads["Tình trạng mới"]).protection.locked
    assert (sheet.page_setup.orientation, sheet.page_setup.paperSize, sheet.freeze_panes) == ("landscape", 9, "B4")
    assert sheet.print_title_rows == "$3:$3"
    assert "đã hoàn thành" in sheet.data_validations.dataValidation[0].formula1
    assert book["cchc"].sheet_state == "hidden"
    named = {each.name: each.value for each in book.custom_doc_props.props}  # type: ignore[attr-defined]
    assert (named["cchc.plan"], named["cchc.number"], named["cchc.period"]) == ("2026", "2821/QĐ-UBND", "2026-Q3")


def test_a_form_says_to_whom_and_of_what_days_it_is(measured: Path, cchc: Cchc) -> None:
    settings = measured / "plan" / "settings.yaml"
    settings.write_text(settings.read_text("utf-8") + "filing: {days: 2, basis: Quy chế báo cáo}\n", "utf-8")
    out(cchc, measured, "--agency", "stp")
    book = opened((measured / "phieu" / "so-tu-phap.xlsx").read_bytes())
    told = {row[0].value: row[1].value for row in book["Hướng dẫn"].iter_rows(max_col=2)}
    assert told["Gửi về"] == "Sở Nội vụ, chậm nhất ngày 16/9/2026"
    assert told["Kỳ báo cáo"] == "từ 15/6/2026 đến 14/9/2026"
    assert str(told["Kế hoạch"]).startswith("Quyết định số 2821/QĐ-UBND ngày 31 tháng 12 năm 2025")
    sheet = book["Tiến độ"]
    rows = {sheet.cell(number, 1).value: number for number in range(HEADS + 1, sheet.max_row + 1)}
    assert sheet.cell(rows["I.7"], columns(sheet)["Vai trò"]).value == "chủ trì, thẩm định, có ý kiến"


def test_an_older_form_is_understood_after_the_plan_changed(measured: Path, cchc: Cchc) -> None:
    out(cchc, measured, "--agency", "stp")
    path = measured / "phieu" / "so-tu-phap.xlsx"
    path.write_bytes(filled(path.read_bytes()))
    basis = ("--basis", "99/QĐ-UBND", "--date", "2026-09-01", DAY)
    assert cchc("-C", str(measured), "drop", "I.6", *basis).code == 0
    ran = back(cchc, measured, path)
    assert ran.code == 0
    assert "từ đó kế hoạch đã thay đổi" in ran.err


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("send",), 'không có lệnh con "send"'),
        (("out", DAY, "-o", "x"), "thiếu --period"),
        (("out", *PERIOD, DAY), "cần một thư mục"),
        (("out", *PERIOD, DAY, "-o", "x", "--undo"), "không dùng --undo"),
        (("out", "--period", "2026-08", DAY, "-o", "x", "--agency", "Tỉnh ủy"), "không có nhiệm vụ"),
        (("in",), "chưa nêu phiếu"),
        (("in", "khong-co.xlsx"), "không có tệp"),
        (("status",), "thiếu --period"),
    ],
)
def test_what_cannot_be_done_is_said(words: tuple[str, ...], told: str, cchc: Cchc) -> None:
    ran = cchc("forms", *words)
    assert (ran.code, ran.out) == (2, "")
    assert told in ran.err
    shutil.rmtree(ROOT / "x", ignore_errors=True)
