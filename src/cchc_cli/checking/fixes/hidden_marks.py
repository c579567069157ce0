"""Invisible characters → removed, so that a file contains only what a person sees."""

from cchc_cli.text.hidden import BARE

CODE = "CC525"
WORDS = "bỏ ký tự ẩn"


def fixed(text: str) -> str:
    """The text without direction marks and zero-width characters."""
    return text.translate(BARE)
