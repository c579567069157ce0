"""Small Word documents made and read back."""

from io import BytesIO
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

from docx import Document
from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def saved(document: Any) -> bytes:
    out = BytesIO()
    document.save(out)
    return out.getvalue()


def template(*paragraphs: str) -> bytes:
    document = Document()
    for each in paragraphs:
        document.add_paragraph(each)
    return saved(document)


def with_parts(package: bytes, parts: dict[str, str | bytes], types: str = "", relations: str = "") -> bytes:
    """A package with parts added or put in the place of others."""
    out = BytesIO()
    with ZipFile(BytesIO(package)) as given, ZipFile(out, "w", ZIP_DEFLATED) as made:
        for name in given.namelist():
            content = given.read(name).decode("latin-1")
            if name == "[Content_Types].xml":
                content = content.replace("</Types>", f"{types}</Types>")
            if name == "word/_rels/document.xml.rels":
                content = content.replace("</Relationships>", f"{relations}</Relationships>")
            if name not in parts:
                made.writestr(name, content.encode("latin-1"))
        for name, data in parts.items():
            made.writestr(name, data)
    return out.getvalue()


def part(package: bytes, name: str = "word/document.xml") -> Any:
    with ZipFile(BytesIO(package)) as given:
        return etree.fromstring(given.read(name))


def words(element: Any) -> list[str]:
    """The text of each paragraph as Word shows it: breaks as line ends, tabs as tabs."""
    return ["".join(map(_shown, paragraph.iter())) for paragraph in element.iter(f"{W}p")]


def _shown(element: Any) -> str:
    if element.tag != f"{W}t":
        return {f"{W}br": "\n", f"{W}tab": "\t"}.get(element.tag, "")
    text = (element.text or "").replace("\n", " ").replace("\t", " ")
    return text if element.get("{http://www.w3.org/XML/1998/namespace}space") == "preserve" else text.strip()
