"""What an officer types about an inspection → the record, completed from the earlier line on the same inspection."""

from datetime import date as Day
from typing import NamedTuple

from msgspec import structs

from cchc_cli.model import Inspection, InspectionKind
from cchc_cli.recording import evidence, values
from cchc_cli.recording.faults import Fault, Field
from cchc_cli.vietnamese.names import Index, Match, fold
from cchc_cli.wording.inspections import TYPED_KIND

NO_SUBJECTS = "khai các chuyên đề ở inspection_subjects trong plan/settings.yaml"


class Typed(NamedTuple):
    """The words of the command line; None for what was not typed."""

    date: str | None = None
    kind: str | None = None
    subject: str | None = None
    document: str | None = None
    findings: str | None = None
    mended: str | None = None


class _Read(NamedTuple):
    """The values of the words."""

    date: Day | None
    kind: InspectionKind | None
    subject: str | None
    document: str | None
    findings: int | None
    mended: int | None


def inspection(
    agency: str, typed: Typed, held: tuple[Inspection, ...], subjects: tuple[str, ...], today: Day
) -> Inspection | Fault:
    """The record of an inspection; `held`: the inspections so far, each once."""
    read = _read(typed, subjects, today)
    if isinstance(read, Fault):
        return read
    given = {name: value for name, value in read._asdict().items() if value is not None}
    alike = [each for each in held if each.agency == agency and _is_meant(each, read)]
    if len(alike) == 1:
        made = structs.replace(alike[0], **given, recorded=today, at=-1)
    elif (lacking := _lacking(read, subjects)) is not None:
        return lacking
    else:
        made = Inspection(agency=agency, **({"date": today} | given), recorded=today)
    return _contradiction(made) or made


def subject(text: str, subjects: tuple[str, ...]) -> str | Fault:
    """A declared subject, by its name in any writing or by consecutive words of it."""
    found = Index((each, (each,)) for each in subjects).find(text)
    if isinstance(found, Match):
        return found.id
    hint = f"chọn: {'; '.join(subjects)}" if subjects else NO_SUBJECTS
    return Fault(Field.SUBJECT, f'không có chuyên đề kiểm tra "{text}"', hint)


def document(text: str, field: Field, like: str = "12/KL-SNV") -> str | Fault:
    """The number of a document, also with its kind before it. `like`: an example for the hint."""
    if not text.strip():
        return Fault(field, (field, ": chưa ghi số, ký hiệu"), f"ghi như {like}")
    found = evidence.read(text)
    if isinstance(found, Fault):
        return found
    return found.number or Fault(field, (field, f': "{text}" không có số, ký hiệu'), f"ghi như {like}")


def _read(typed: Typed, subjects: tuple[str, ...], today: Day) -> _Read | Fault:
    on = values.past_day(typed.date, Field.DATE, today) if typed.date is not None else None
    kind = values.word(typed.kind, TYPED_KIND, Field.KIND) if typed.kind is not None else None
    about = subject(typed.subject, subjects) if typed.subject is not None else None
    number = document(typed.document, Field.DOCUMENT) if typed.document is not None else None
    findings = values.count(typed.findings, Field.FINDINGS) if typed.findings is not None else None
    mended = values.count(typed.mended, Field.MENDED) if typed.mended is not None else None
    for each in (on, kind, about, number, findings, mended):
        if isinstance(each, Fault):
            return each
    return _Read(on, kind, about, number, findings, mended)  # type: ignore[arg-type]


def _is_meant(held: Inspection, read: _Read) -> bool:
    """Whether the words are about an inspection that has a line: by its document, or without one by its day."""
    if read.subject not in (None, held.subject):
        return False
    if read.document is not None and held.document is not None:
        return fold(read.document) == fold(held.document)
    return read.date == held.date and read.kind in (None, held.kind)


def _lacking(read: _Read, subjects: tuple[str, ...]) -> Fault | None:
    if read.subject is None:
        hint = f"chọn: {'; '.join(subjects)}" if subjects else NO_SUBJECTS
        return Fault(Field.SUBJECT, ("thiếu ", Field.SUBJECT), hint)
    if read.kind is None:
        told = ", ".join(f"{kind} ({words[0]})" for kind, words in TYPED_KIND.items())
        return Fault(Field.KIND, ("thiếu ", Field.KIND), f"chọn: {told}")
    return None


def _contradiction(given: Inspection) -> Fault | None:
    if given.mended is None or (given.findings is not None and given.mended <= given.findings):
        return None
    if given.findings is None:
        return Fault(Field.MENDED, (Field.MENDED, " cần đi cùng ", Field.FINDINGS), "ghi số vấn đề phát hiện")
    message = f": đã xử lý {given.mended} vấn đề, nhiều hơn {given.findings} vấn đề phát hiện"
    return Fault(Field.MENDED, (Field.MENDED, message), "xem lại hai con số")
