"""The proof that an officer types → a document (number, date, issuer, title), a link, or a named thing with a date."""

import re
from collections.abc import Iterable, Iterator
from datetime import date as Day
from unicodedata import normalize

from msgspec import structs

from cchc_cli.model import Document
from cchc_cli.recording import values
from cchc_cli.recording.faults import Fault, Field, Words

# The kinds of Nghị định 30/2020/NĐ-CP, Phụ lục III, and those of laws, party papers and letters.
_KINDS = "NQ QĐ CT QC QyĐ TC TB HD CTr KH PA ĐA DA BC BB TTr HĐ CĐ BGN BTT GUQ GM GGT GNP PG PC PB SY TrS SL PL CV"
_LAWS = "QĐ NQ NĐ TT TTLT NQLT CT"
_PARTY = "NQ CT KL QĐ QC QyĐ QĐi HD CTr KH BC TTr TB CV ĐA TT BB PB GM"
_BODY = r"[A-ZĐ][A-ZĐa-zđ]*[0-9]{0,2}(?:[.&][A-ZĐ][A-ZĐa-zđ]*)*"
_BODIES = rf"{_BODY}(?:-{_BODY})*"
_NUMBER = r"[0-9]{1,6}[A-Za-z]?"


def _any(words: str) -> str:
    return f"(?:{'|'.join(words.split())})"


_SHAPES = (
    rf"{_NUMBER}/{_any(_KINDS)}-{_BODIES}",  # 123/KH-UBND, 05/BC-SNV, 766/QĐ-TTg, 1667/NQ-UBTVQH15
    rf"{_NUMBER}/{_BODIES}",  # a letter: 12/UBND-VX, 725/BNV-CCHC
    rf"{_NUMBER}/[0-9]{{4}}/{_any(_LAWS)}-{_BODIES}",  # 20/2026/QĐ-UBND, 30/2020/NĐ-CP
    r"[0-9]{1,4}/[0-9]{4}/(?:UBTV)?QH[0-9]{1,2}",  # 202/2025/QH15
    rf"{_NUMBER}-{_any(_PARTY)}/{_BODIES}",  # 57-NQ/TW, 30-CTr/TU
)
_KNOWN = re.compile("|".join(_SHAPES))
# Words before a number that the letters of the number repeat: "Kế hoạch số 123/KH-UBND".
_NAMED = re.compile(
    r"(?:(?:quyết định|nghị quyết|nghị định|thông tư|chỉ thị|kế hoạch|báo cáo|công văn|tờ trình|thông báo|kết luận"
    r"|hướng dẫn|chương trình|đề án|quy chế|quy định|văn bản|công điện|luật|giấy mời|biên bản)\s+)?(?:số:?\s+)?"
    r"(?=[0-9])",
    re.IGNORECASE,
)
_TYPED = re.compile(r"[0-9]\w*(?:[/–‑-][\w.&]+|\s?[/–‑-]\s?[A-ZĐ0-9.&]{2,}(?!\w))+")
_LINK = re.compile(r"https?://\S+", re.IGNORECASE)
_ABOUT = re.compile(r"(?:^|[\s,;])(?:về việc|v/v|về)[\s:]+(.+)$", re.IGNORECASE)
_ISSUER = re.compile(r"^của\s+([^,;:]+)", re.IGNORECASE)
_DATED = re.compile(
    r"\(?(?:(?:đã )?(?:ban hành|ký)\s+)?(?:ngày\s+)?"
    r"(?<![0-9/-])([0-9]{1,2} ?/ ?[0-9]{1,2} ?/ ?[0-9]{4}|[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}"
    r"|[0-9]{1,2} tháng [0-9]{1,2} năm [0-9]{4})(?![0-9/-])\)?",
    re.IGNORECASE,
)
_NUMBERED = re.compile(r"(?<![0-9])[0-9]+ ?/ ?(?:[0-9]+|[A-ZĐ]+)")
_EDGES = " ,;:()–-"


def known(number: str) -> bool:
    """Whether a number has the form of an administrative, legal, Party or National Assembly paper, or of a letter."""
    return _KNOWN.fullmatch(normalize("NFC", number)) is not None


def is_link(text: str) -> bool:
    """Whether a text is the address of a page."""
    return _LINK.fullmatch(text.strip()) is not None


def read(text: str, default: Day | None = None) -> Document | Fault:
    """One proof as typed: "123/KH-UBND ngày 27/01/2026 của UBND tỉnh về …", a link, "Hội nghị tập huấn ngày 12/3/2026".

    `default` is the date of a proof that names none. Empty text and days that do not exist are a `Fault`.
    """
    text = " ".join(normalize("NFC", text).split())
    link, text = _cut(_LINK, text)
    numbered = _NAMED.sub("", text, count=1) if _NAMED.match(text) else text
    found = _TYPED.match(numbered)
    if found is not None and re.search(r"[^\W\d_]", found[0]):
        return _document(found[0], numbered[found.end() :].strip(_EDGES), default, link)
    on, name = _day(text)
    if isinstance(on, Fault):
        return on
    name = name.strip(_EDGES)
    if not (name or link):
        hint = 'ghi như "123/KH-UBND", một đường dẫn, hoặc tên việc kèm ngày'
        return Fault(Field.EVIDENCE, (Field.EVIDENCE, ": chưa ghi tài liệu nào"), hint)
    return Document(name=name or None, date=on or default, link=link)


def read_all(texts: Iterable[str], default: Day | None, link: str | None = None) -> tuple[Document, ...] | Fault:
    """Proofs in the order typed. `link` is added to the last proof if that has none; else it is a proof of its own."""
    found: list[Document] = []
    for each in texts:
        document = read(each, default)
        if isinstance(document, Fault):
            return document
        found.append(document)
    if link and found and found[-1].link is None:
        found[-1] = structs.replace(found[-1], link=link)
    elif link:
        found.append(Document(link=link, date=default))
    return tuple(found)


_LIKE_A_NUMBER = re.compile(r"\d+[\s.-]+[A-ZĐ][A-ZĐ&.\s-]*")
"""A number and letters without the stroke between them: 124 KH."""


def doubts(documents: Iterable[Document]) -> Iterator[Words]:
    """What is unusual about each proof, for warnings."""
    return (found for each in documents if (found := doubt(each)) is not None)


def doubt(document: Document) -> Words | None:
    """What is unusual about a proof, for a warning; None if nothing is."""
    if document.number is not None:
        if document.title and _NUMBERED.search(document.title):
            seems = f"phần “{document.title}” giống một ngày hoặc số văn bản khác: "
            return seems, "ghi ngày như 27/01/2026, mỗi văn bản một ", Field.EVIDENCE
        if known(document.number):
            return None
        return f"số “{document.number}” không giống số, ký hiệu văn bản thường gặp (như 123/KH-UBND), xem lại"
    if document.name is None:
        return None
    if document.date is None:
        return f"“{document.name}” không có số, ký hiệu và chưa có ngày"
    if _LIKE_A_NUMBER.fullmatch(document.name):
        return f"“{document.name}” ghi như một tên gọi; nếu là số, ký hiệu thì ghi như 123/KH-UBND"
    return None if " " in document.name else f"“{document.name}” không có số, ký hiệu: ghi như một tên gọi"


def _document(number: str, rest: str, default: Day | None, link: str | None) -> Document | Fault:
    about, head = _cut(_ABOUT, rest)
    on, head = _day(head)
    if isinstance(on, Fault):
        return on
    issuer, head = _cut(_ISSUER, head.strip(_EDGES))
    left = head.strip(_EDGES)
    title = ": ".join(part for part in (left, about and about.strip(_EDGES)) if part)
    tight = re.sub("[–‑]", "-", "".join(number.split())).rstrip(".&")
    return Document(number=tight, date=on or default, issuer=issuer, title=title or None, link=link)


def _day(text: str) -> tuple[Day | Fault | None, str]:
    """The first day that a text names, and the text without that day."""
    found = _DATED.search(text)
    if found is None:
        return None, text
    left = f"{text[: found.start()].rstrip()} {text[found.end() :].lstrip()}".strip()
    return values.day(found[1], Field.EVIDENCE), left


def _cut(pattern: re.Pattern[str], text: str) -> tuple[str | None, str]:
    """The first match in a text (its group, if it has one), and the text without the match."""
    found = pattern.search(text)
    if found is None:
        return None, text
    left = f"{text[: found.start()].rstrip()} {text[found.end() :].lstrip()}".strip()
    return found[found.lastindex or 0].strip(), left
