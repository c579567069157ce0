"""A document → the bytes of its file, which are the same on every run."""

from io import BytesIO

from docx.document import Document as WordDocument

from cchc_cli.documents.render.package import fixed, unpacked


def packed(document: WordDocument) -> bytes:
    """The .docx file."""
    saved = BytesIO()
    document.save(saved)
    return fixed(unpacked(saved.getvalue()))
