"""Documents as a reader sees them: without the marks of places where officers write."""

import re
from io import BytesIO

from docx import Document

_COMMENT = re.compile(r"<!-- /?[A-Za-z][\w.]* -->\n?")
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def unmarked(markdown: str) -> str:
    """A Markdown document without the comments around its places."""
    return _COMMENT.sub("", markdown)


def paragraphs(word: bytes) -> list[str]:
    """The paragraphs of a Word document outside its tables, those in content controls included."""
    body = Document(BytesIO(word)).element.body
    outside = (each for each in body.iter(f"{_W}p") if next(each.iterancestors(f"{_W}tbl"), None) is None)
    return ["".join(text.text or "" for text in each.iter(f"{_W}t")).strip() for each in outside]
