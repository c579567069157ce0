"""A corrected text must occur at the place that the list of corrections gives."""

from cchc_cli.checking.rules import Finding, Found, rule
from cchc_cli.checking.rules.cell_words import bare, texts
from cchc_cli.checking.rules.nearest_ids import TaskHints, near_name
from cchc_cli.plan.plans import Plan
from cchc_cli.plan.workspace import Workspace
from cchc_cli.text.problems import Severity


@rule(
    "CC515",
    "Chữ đã sửa không có ở nơi ghi sửa",
    "Danh sách chữ đã sửa là để đối chiếu với bản in; ghi sai nơi hoặc sai chữ thì không đối chiếu được.",
    Severity.WARNING,
)
def correction_misplaced(plan: Plan, workspace: Workspace) -> Found:  # noqa: ARG001
    """`place` must be decision, body, a part or clause of the body, appendix, a section or a row, and must contain the
    words of `corrected`; case, spaces, quotes and brackets are ignored.

    Bad:
      plan: {corrections: [{printed: đơn đốc, corrected: đôn đốc, place: I.1}]}
      tasks: [{id: I.1, title: Kiểm tra việc thực hiện}]
    Good:
      plan: {corrections: [{printed: đơn đốc, corrected: đôn đốc, place: I.1}]}
      tasks: [{id: I.1, title: Đôn đốc việc thực hiện}]
    """
    if not plan.file.corrections:
        return
    printed = texts(plan, frozenset(each.place.strip().upper() for each in plan.file.corrections))
    hints = TaskHints(plan)
    forms: dict[str, str] = {}
    for each in plan.file.corrections:
        place = each.place.strip().upper()
        if place not in printed:
            if each.place not in plan.lost:
                hint = near_name(each.place, ("decision", "appendix"), _hint(each.place, hints))
                yield Finding(each.at, f'kế hoạch không có nơi sửa "{each.place}"', "place", hint=hint)
            continue
        if any(each.corrected in text for text in printed[place]):
            continue
        if place not in forms:
            forms[place] = "\n".join(map(bare, printed[place]))
        if bare(each.corrected) not in forms[place]:
            message = f"{each.place}: không có chữ “{each.corrected}” như danh sách chữ đã sửa"
            hint = "sửa lời văn ở nơi đó, hoặc sửa place"
            yield Finding(each.at, message, "corrected", hint=hint, task=each.place)


def _hint(place: str, hints: TaskHints) -> str:
    return "ghi như body.I.13, theo số in" if place.casefold().startswith("body") else hints.hint(place)
