"""Each record must have its own line, so that branches merge."""

from cchc_cli.checking.rules import Finding, Found, rule
from cchc_cli.plan.workspace import Workspace
from cchc_cli.reading import places
from cchc_cli.text.problems import Severity
from cchc_cli.text.yaml import place_of

_HINT = "xếp lại bằng cchc validate --fix; nội dung và ghi chú giữ nguyên"


@rule(
    "CC015",
    "Dòng ghi không đứng riêng một dòng",
    "Git gộp hai nhánh từng dòng một: dòng ghi trải nhiều dòng, hay nhiều dòng ghi trong một cặp [ ], "
    "thì gộp xong mất nội dung mà không báo gì.",
    Severity.WARNING,
    shared=True,
)
def scattered_records(workspace: Workspace) -> Found:
    """Flags records of progress, deadlines, events and measurements in block style or in brackets, once a file.

    An empty list is skipped, because commands that record turn it into lines.

    Bad:
      tasks: [{id: I.1}]
      files:
        plan/2026/progress/so-noi-vu.yaml: |
          - task: I.1
            status: in_progress
            recorded: 2026-03-02
    Good:
      tasks: [{id: I.1}]
      files:
        plan/2026/progress/so-noi-vu.yaml: |
          - {task: I.1, status: in_progress, recorded: 2026-03-02}
    """
    from cchc_cli.recording.edit.single_lines import scattered

    for number, text in workspace.sources.texts():
        path = workspace.sources.path(place_of(number, 0))
        if places.kind(path) not in places.RECORDS:
            continue
        for start in scattered(text):
            if text[start] == "[":
                message = "danh sách trong [ ]: hai nhánh cùng ghi thêm thì gộp không được"
            else:
                message = "mỗi dòng ghi phải gọn trên một dòng, dạng - {khóa: nội dung}"
            yield Finding(place_of(number, start), message, hint=_HINT, ground=path)
