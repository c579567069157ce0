"""The plans that a command is about if it names none: neither closed ones nor drafts."""

from msgspec import structs

from cchc_cli.plan.plans import Plan
from cchc_cli.plan.workspace import Workspace
from cchc_cli.shell import screen
from cchc_cli.text.problems import Stop
from cchc_cli.vietnamese.paper import count, short_date

_MOST = 5


def open_plans(found: Workspace, plans: list[str] | None) -> Workspace:
    """The workspace with its open plans alone, unless the command names plans; say which drafts are left out."""
    if not found.plans:
        raise Stop(
            "chưa có kế hoạch nào trong plan/", "mỗi kế hoạch là một thư mục có plan.yaml, như plan/2026/plan.yaml"
        )
    if plans:
        return found
    left_out = tuple(plan for plan in found.plans if not plan.is_open)
    drafts = [plan for plan in left_out if plan.file.closed is None]
    if len(left_out) == len(found.plans):
        raise _nothing_open(left_out, drafts)
    if drafts:
        screen.say(f"Chưa tính {_named(drafts)}; xem riêng: thêm --plan {drafts[0].name}.")
    return structs.replace(found, plans=tuple(plan for plan in found.plans if plan.is_open), left_out=left_out)


def _nothing_open(left_out: tuple[Plan, ...], drafts: list[Plan]) -> Stop:
    ended = [f"{plan.name} ({short_date(plan.file.closed)})" for plan in left_out if plan.file.closed]
    said = (f"đã đóng: {', '.join(ended)}" if ended else "", f"mới có {_named(drafts)}" if drafts else "")
    meant = drafts[0] if drafts else left_out[-1]
    return Stop(f"không có kế hoạch nào đang mở; {'; '.join(filter(None, said))}", f"thêm --plan {meant.name}")


def _named(drafts: list[Plan]) -> str:
    """ "dự thảo 2027", "03 dự thảo (2027, 2028, 2029)"; of many only the first are named."""
    names = [plan.name for plan in drafts]
    if len(names) == 1:
        return f"dự thảo {names[0]}"
    more = ", …" if len(names) > _MOST else ""
    return f"{count(len(names))} dự thảo ({', '.join(names[:_MOST])}{more})"
