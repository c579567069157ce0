"""Bytes of one file after another → typed values, and every problem of reading and shape."""

from re import findall
from typing import Any

from msgspec import structs

from cchc_cli.model import (
    AgenciesFile,
    CalendarYear,
    CriteriaFile,
    Deadline,
    Entry,
    Filing,
    GivenFile,
    Happening,
    Inspection,
    Measurement,
    PlanFile,
    SectionFile,
    Settings,
    Snapshot,
    Text,
    Year,
)
from cchc_cli.reading import places
from cchc_cli.reading.decode import Decoded, decode
from cchc_cli.text.digits import whole
from cchc_cli.text.encoding import HINT, Misread, text_of
from cchc_cli.text.problems import Problem, Severity
from cchc_cli.text.sources import Sources
from cchc_cli.text.yaml import Parsed, Value, at, parse

FORMAT = 1
SHAPES: dict[str, Any] = {
    "agencies": AgenciesFile,
    "calendar": dict[Year, CalendarYear],
    "settings": Settings,
    "criteria": CriteriaFile,
    "plan": PlanFile,
    "section": SectionFile,
    "progress": tuple[Entry, ...],
    "deadlines": tuple[Deadline, ...],
    "events": tuple[Happening, ...],
    "measurements": tuple[Measurement, ...],
    "given": GivenFile,
    "inspections": tuple[Inspection, ...],
    "filings": tuple[Filing, ...],
    "snapshot": Snapshot,
    "texts": tuple[Text, ...],
}
"""The type of a file, by the file's kind."""
NEVER_EMPTY = ("agencies", "plan", "section", "snapshot")
"""Kinds of files that must not be empty."""


class Reader:
    """Reads files one by one, and collects their problems and the ids that were lost."""

    def __init__(self, data: dict[str, Value], sources: Sources | None = None) -> None:
        self.sources = sources or Sources()
        self.data = data
        self.problems: list[Problem] = []
        self.lost: set[str] = set()

    def read(self, path: str, data: bytes) -> Any:
        """The typed value of one file, or None if nothing of it can be used."""
        kind = places.kind(path)
        text = text_of(data)
        if isinstance(text, Misread):
            self._misread(path, text)
            return self._lose(data)
        number = self.sources.add(path, text)
        parsed = Parsed(self.data[path], ()) if path in self.data else parse(text, number)
        self.data[path] = parsed.data
        for fault in parsed.faults:
            span = self.sources.stretch(number, fault.start, fault.end)
            self.problems.append(Problem(span, fault.code, Severity.ERROR, fault.message, fault.hint))
        if parsed.faults and parsed.data is None:
            return self._lose(data)
        if parsed.data is None and kind not in NEVER_EMPTY:
            return None
        if self._too_new(parsed.data):
            return self._lose(data)
        decoded: Decoded = decode(parsed.data, SHAPES[kind], self.sources, number)
        self.problems.extend(decoded.problems)
        self.lost.update(decoded.lost)
        return decoded.value

    def _lose(self, data: bytes) -> None:
        """Collect the ids in a file that cannot be used, so that references to them are not reported."""
        found = findall(rb"\bid: *[\"']?([\w./-]+)", data.replace(b"\0", b""))
        self.lost.update(identity.decode() for identity in found)

    def _misread(self, path: str, misread: Misread) -> None:
        number = self.sources.add(path, misread.before)
        span = self.sources.stretch(number, len(misread.before), len(misread.before))
        seems = f"có vẻ là {misread.encoding}" if misread.encoding else "bắt đầu sai từ chỗ này"
        message = f"tệp không ghi bằng UTF-8, {seems}"
        self.problems.append(
            Problem(structs.replace(span, end_column=span.column + 1), "CC002", Severity.ERROR, message, HINT)
        )

    def _too_new(self, data: Value) -> bool:
        if not isinstance(data, dict):
            return False
        given = data.get("format")
        number = whole(given) if isinstance(given, str) else None
        if number is None or number <= FORMAT:
            return False
        message = f"tệp theo định dạng {given}, chương trình này chỉ đọc đến định dạng {FORMAT}"
        span = self.sources.span(at(data), "format")
        self.problems.append(Problem(span, "CC107", Severity.ERROR, message, "cài bản cchc mới hơn rồi chạy lại"))
        return True
