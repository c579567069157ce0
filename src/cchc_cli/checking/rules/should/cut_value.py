"""A text must not be cut off at a sign # that YAML reads as a comment."""

from inspect import get_annotations

from cchc_cli.checking.rules import Finding, Found, rule
from cchc_cli.model import Placed
from cchc_cli.plan.workspace import Workspace
from cchc_cli.text.problems import Severity
from cchc_cli.text.yaml import place_of

_TEXTS = (str, str | None, tuple[str, ...], tuple[str, ...] | None)
_HINT = 'đặt cả nội dung trong ngoặc kép "…"; nếu là ghi chú thì viết trên dòng riêng, hoặc sau hai dấu cách và "# "'
_LONGEST = 40


@rule(
    "CC016",
    "Nội dung bị cắt ở dấu #",
    "Không có ngoặc kép thì từ dấu # sau dấu cách trở đi là ghi chú của YAML: chữ phía sau mất mà không ai hay.",
    Severity.WARNING,
    shared=True,
)
def cut_value(workspace: Workspace) -> Found:
    """Flags a comment directly after an unquoted text (title, product, note …), unless two spaces precede the sign.

    Bad:
      tasks: [{id: I.1}]
      files:
        plan/2026/progress/so-noi-vu.yaml: |
          - {task: I.1, status: in_progress, recorded: 2026-03-02,
             note: đã họp lần #2
            }
    Good:
      tasks: [{id: I.1}]
      files:
        plan/2026/progress/so-noi-vu.yaml: |
          - {task: I.1, status: in_progress, recorded: 2026-03-02, note: "đã họp lần #2"}
    """
    from cchc_cli.text.cut import cut_values

    keys: frozenset[str] | None = None
    for number, text in workspace.sources.texts():
        for cut in cut_values(text):
            keys = keys or _text_keys(Placed)
            if cut.key in keys:
                read = f"{cut.read[:_LONGEST]}…" if len(cut.read) > _LONGEST else cut.read
                message = f'"{cut.key}" chỉ đọc đến “{read}”, phần sau dấu # bị coi là ghi chú'
                yield Finding(place_of(number, cut.sign), message, hint=_HINT)


def _text_keys(record: type[Placed]) -> frozenset[str]:
    """The keys of fields that contain words, not ids."""
    own = get_annotations(record)
    named = {name for name, kind in own.items() if kind in _TEXTS and not record.said.fields[name].refers}
    return frozenset(named).union(*(_text_keys(each) for each in record.__subclasses__()))
