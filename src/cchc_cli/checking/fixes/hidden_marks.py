"""Marks that show nothing → none: what a file says is what a person sees."""

from cchc_cli.text.hidden import ANY

CODE = "CC525"
WORDS = "bỏ ký tự ẩn"


def fixed(text: str) -> str:
    """The text without direction marks and letters without width."""
    return ANY.sub("", text)
