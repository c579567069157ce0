"""A document that proves or allows something must be identifiable."""

from collections.abc import Iterator

from cchc_cli.checking.rules import Finding, Found, rule
from cchc_cli.checking.rules.rows import is_unread
from cchc_cli.model import Document
from cchc_cli.plan.plans import Plan
from cchc_cli.plan.workspace import Workspace
from cchc_cli.text.problems import Severity

_NAMES = ("number", "link", "name")


@rule(
    "CC419",
    "Số, ký hiệu tài liệu lạ",
    "Số, ký hiệu gõ sai thì không tìm lại được văn bản khi kiểm tra.",
    Severity.WARNING,
)
def evidence_shape(plan: Plan, workspace: Workspace) -> Found:
    """Flags documents whose number has no known form, or that have neither number nor link nor name.

    Bad:
      tasks: [{id: I.1}]
      entries: {so-noi-vu: [{task: I.1, evidence: [{number: KH 123}], recorded: 2026-03-02}]}
    Good:
      tasks: [{id: I.1}]
      entries: {so-noi-vu: [{task: I.1, evidence: [{number: 123/KH-UBND}], recorded: 2026-03-02}]}
    """
    from cchc_cli.recording.evidence import known

    for document, called, task in _documents(plan):
        if document.number is None and not (document.link or document.name):
            if any(is_unread(workspace.sources, document.at, key, shapes=(Document,)) for key in _NAMES):
                continue
            message = f"{called}: tài liệu chưa có số, đường dẫn hay tên"
            yield Finding(document.at, message, hint="thêm number, link hoặc name", task=task)
        elif document.number is not None and not known(document.number):
            message = f"{called}: “{document.number}” không giống số, ký hiệu văn bản thường gặp"
            hint = "ghi như 123/KH-UBND; thứ không có số thì ghi vào name"
            yield Finding(document.at, message, "number", hint=hint, task=task)


def _documents(plan: Plan) -> Iterator[tuple[Document, str, str | None]]:
    """Each document, with the record that it belongs to."""
    records = plan.records
    for _, entry in records.entries:
        yield from ((document, entry.task, entry.task) for document in entry.evidence)
    for deadline in records.deadlines:
        if deadline.document is not None and deadline.document.number is not None:
            yield deadline.document, deadline.task, deadline.task
    for happening in records.events:
        yield from ((document, f'sự kiện "{happening.event}"', None) for document in happening.evidence)
    for measured in records.measurements:
        yield from ((document, f'chỉ tiêu "{measured.target}"', None) for document in measured.evidence)
