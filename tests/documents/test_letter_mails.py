"""Letters of reminder as mails: the address of the registry or none, the letter attached, nothing sent by data."""

from email import message_from_bytes, policy
from email.message import EmailMessage
from pathlib import Path

import pytest

from cchc_cli.formats import letter_eml
from conftest import ROOT, Cchc

DAY = "--as-of=2026-07-01"
MAILS = ("report", "reminder", "--each", "--format", "eml", DAY)


def opened(data: bytes) -> EmailMessage:
    return message_from_bytes(data, policy=policy.default)


@pytest.fixture
def made(tmp_path: Path) -> Path:
    """The made-up year, with an address for one agency."""
    import shutil

    shutil.copytree(ROOT / "examples" / "tinh-mau" / "plan", tmp_path / "plan")
    registry = tmp_path / "plan" / "agencies.yaml"
    text = registry.read_text("utf-8")
    line = next(each for each in text.splitlines() if "id: so-tu-phap" in each)
    more = (
        line.replace("id: so-tu-phap", "id: so-tu-phap, email: stp@tinh-mau.example")
        if "{" in line
        else (f"{line}\n    email: stp@tinh-mau.example")
    )
    registry.write_text(text.replace(line, more), "utf-8")
    return tmp_path


def test_each_letter_is_a_mail_with_the_document(made: Path, cchc: Cchc, tmp_path: Path) -> None:
    out = tmp_path / "thu"
    assert cchc("-C", str(made), *MAILS, "-o", str(out)).code == 0
    first = {path.name: path.read_bytes() for path in out.iterdir()}
    assert cchc("-C", str(made), *MAILS, "-o", str(out)).code == 0
    assert {path.name: path.read_bytes() for path in out.iterdir()} == first
    mails = {name: opened(data) for name, data in first.items()}
    assert mails["cong-van-so-tu-phap.eml"]["To"] == "stp@tinh-mau.example"
    assert mails["cong-van-so-tai-chinh.eml"]["To"] == ""
    for name, mail in mails.items():
        [attached] = mail.iter_attachments()
        assert attached.get_filename() == name.replace(".eml", ".docx")
        assert attached.get_content().startswith(b"PK")
        assert "Kính gửi" in mail.get_body().get_content()  # type: ignore[union-attr]


def test_a_mail_that_a_person_changed_is_spared(made: Path, cchc: Cchc, tmp_path: Path) -> None:
    out = tmp_path / "thu"
    assert cchc("-C", str(made), *MAILS, "-o", str(out)).code == 0
    mail = out / "cong-van-so-tai-chinh.eml"
    mail.write_bytes(mail.read_bytes().replace(b"To:", b"To: vanthu@stc.example", 1))
    before = {path.name: path.read_bytes() for path in out.iterdir()}
    assert cchc("-C", str(made), *MAILS, "-o", str(out)).code == 2
    assert {path.name: path.read_bytes() for path in out.iterdir()} == before


def test_line_breaks_in_data_begin_no_head() -> None:
    mail = opened(letter_eml.render("Đôn đốc\r\nBcc: ai@do.vn", "Kính gửi", None, b"PK", "a.docx"))
    assert mail["Bcc"] is None
    assert mail["Subject"] == "Đôn đốc Bcc: ai@do.vn"
