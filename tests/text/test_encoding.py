"""Bytes are decoded to text, or the error names their probable encoding."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc_cli.text.encoding import Misread, handed_in, text_of

SENTENCE = "title: Rà soát, hệ thống hóa văn bản; tổ chức thi hành pháp luật ở địa phương\n"


@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0\ufeff")), st.booleans())
def test_utf8_is_read_with_or_without_a_byte_order_mark(text: str, marked: bool) -> None:
    assert text_of(text.encode("utf-8-sig" if marked else "utf-8")) == text


def test_line_ends_are_kept() -> None:
    assert text_of(b"id: I\r\nnumber: 1\rtitle: A\n") == "id: I\r\nnumber: 1\rtitle: A\n"


@pytest.mark.parametrize(
    ("encoding", "name"),
    [("utf-16", "UTF-16"), ("utf-16-le", "UTF-16"), ("utf-16-be", "UTF-16"), ("utf-32", "UTF-32")],
)
def test_wide_encodings_are_named_from_the_first_character(encoding: str, name: str) -> None:
    assert text_of(SENTENCE.encode(encoding)) == Misread("", name)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_what_people_hand_in_may_be_utf_16_with_its_mark(encoding: str) -> None:
    assert handed_in(SENTENCE.encode(encoding)) == SENTENCE


def test_utf_16_that_is_cut_or_has_no_mark_is_named() -> None:
    assert handed_in(SENTENCE.encode("utf-16")[:-1]) == Misread("", "UTF-16 bị cụt")
    assert handed_in(SENTENCE.encode("utf-16-le")) == Misread("", "UTF-16")
    assert handed_in(SENTENCE.encode("utf-32")) == Misread("", "UTF-32")


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("title: QuyÕt ®Þnh ban hµnh kÕ ho¹ch c¶i c¸ch hµnh chÝnh", "TCVN3 (ABC)"),
        ("title: Quyeát ñònh ban haønh keá hoaïch caûi caùch haønh chính", "VNI"),
    ],
)
def test_old_fonts_are_named(typed: str, name: str) -> None:
    read = text_of(typed.encode("latin-1"))
    assert isinstance(read, Misread)
    assert read.encoding == name


def test_the_windows_code_page_is_named() -> None:
    read = text_of(_in_code_page(SENTENCE))
    assert read == Misread("title: R", "Windows-1258") or read == Misread("title: Ra", "Windows-1258")


def test_one_wrong_byte_in_utf8_is_located_and_no_encoding_is_guessed() -> None:
    data = SENTENCE.encode().replace("thống".encode(), b"th\xe1\xffng")
    assert text_of(data) == Misread("title: Rà soát, hệ th", None)


@given(st.binary())
def test_any_bytes_are_decoded_or_reported(data: bytes) -> None:
    read = text_of(data)
    assert isinstance(read, str) or read.before.encode() in data


def _in_code_page(text: str) -> bytes:
    """Windows-1258 keeps ă, â, ê, ô, ơ, ư, đ as letters and sets tones behind them."""
    written = b""
    for letter in text:
        try:
            written += letter.encode("cp1258")
        except UnicodeEncodeError:
            apart = unicodedata.normalize("NFD", letter)
            base, marks = apart[0], apart[1:]
            kept = "".join(mark for mark in marks if mark in "\u0302\u0306\u031b")
            tones = "".join(mark for mark in marks if mark not in kept)
            written += (unicodedata.normalize("NFC", base + kept) + tones).encode("cp1258")
    return written
