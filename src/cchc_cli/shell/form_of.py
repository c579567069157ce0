"""Whose form it is, of which plan and period; a form that is not one of this workspace is a `Stop` that names it."""

from datetime import date as Day

from cchc_cli.forms.stamp import Stamp
from cchc_cli.plan.plans import Plan
from cchc_cli.plan.registry import Registry
from cchc_cli.plan.workspace import Workspace
from cchc_cli.recording import identities
from cchc_cli.schedule import Period, title
from cchc_cli.shell.faults import sound
from cchc_cli.shell.options import days
from cchc_cli.text.problems import Stop


def plan(stamp: Stamp, workspace: Workspace) -> Plan:
    """The plan that the form was made of, if it still accepts records."""
    found = next((each for each in (*workspace.plans, *workspace.left_out) if each.name == stamp.plan), None)
    if found is None:
        told = f"phiếu của kế hoạch {stamp.plan} (số {stamp.number}), ở đây không có kế hoạch đó"
        raise Stop(told, "xem lại phiếu, --plan, hoặc thư mục làm việc")
    decision = found.file.decision
    own = (decision.number or "", str(decision.date or "")) if decision else ("", "")
    if (stamp.number, stamp.decided) != own:
        told = f"phiếu của kế hoạch khác: ban hành theo văn bản số {stamp.number}, ở đây là số {own[0]}"
        raise Stop(told, "lấy phiếu của kế hoạch đang theo dõi")
    return sound(identities.writable(found) or found)


def period(stamp: Stamp, plan: Plan, asked: str | None, today: Day) -> Period:
    """The period of the form; it must have begun, and be the one that is asked for."""
    found = days.period_of(stamp.period, plan.settings.ends)
    wanted = days.period_of(asked, plan.settings.ends) if asked is not None else found
    if wanted.id != found.id:
        raise Stop(f"phiếu của {title(found)}, không phải {title(wanted)}", "lấy phiếu của đúng kỳ")
    if found.start > today:
        raise Stop(f"phiếu của {title(found)}, kỳ đó chưa bắt đầu", "xem lại phiếu, hoặc --as-of")
    return found


def refuse_other(stamp: Stamp, file: str, chosen: tuple[str, ...], registry: Registry) -> None:
    """Raise a `Stop` for a form of an agency that is unknown, not chosen, or not the one that names the file."""
    unknown = [each for each in stamp.agencies if each not in registry]
    if unknown:
        raise Stop(f"phiếu của cơ quan {unknown[0]}, không có trong danh bạ", "xem: cchc agencies")
    first, named = registry.name(stamp.agencies[0]), file.casefold()
    if chosen and not set(stamp.agencies) <= set(chosen):
        raise Stop(f"phiếu của {first}, không phải cơ quan đang chọn", "bỏ --agency, hoặc lấy phiếu khác")
    if len(stamp.agencies) == 1 and named != stamp.agencies[0] and named in registry:
        told = f"tên tệp là của {registry.name(named)} nhưng phiếu lập cho {first}"
        raise Stop(told, "hỏi lại ai đã gửi; đúng phiếu thì đổi tên tệp")
