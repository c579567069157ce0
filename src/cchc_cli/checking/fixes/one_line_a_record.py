"""Records that share a line or take several → each on a line of its own."""

from cchc_cli.recording.edit.single_lines import arranged, replacements

__all__ = ["CODE", "WORDS", "fixed", "replacements"]

CODE = "CC015"
WORDS = "xếp mỗi dòng ghi trên một dòng"


def fixed(text: str) -> str:
    """The text with each record on its own line; several lists in a row become one."""
    return arranged(text)
