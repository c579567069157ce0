"""The effect of a change on the figures of a day → lines: "Tính đến ngày …: thêm 2 nhiệm vụ quá hạn: I.9, II.3/1"."""

from collections.abc import Iterable

from cchc_cli.differences.effect import Effect, Key
from cchc_cli.vietnamese.paper import short_date
from cchc_cli.wording.states import BUCKET

_MOST = 20


def effect_lines(effect: Effect, several_plans: bool) -> tuple[str, ...]:
    """Tasks that became overdue and tasks that stopped being overdue, then the counts of milestones that differ."""
    said = [f"thêm {_told(effect.overdue, several_plans)}"] if effect.overdue else []
    better = tuple(key for key in effect.no_longer if key[0] not in effect.left)
    said += [f"bớt {_told(better, several_plans)}"] if better else []
    for name in effect.left:
        tasks = {identity.partition("/")[0] for plan, identity in effect.no_longer if plan == name}
        said += [f"kế hoạch {name} thôi theo dõi khi còn {len(tasks)} nhiệm vụ quá hạn"] if tasks else []
    moved = [
        f"{BUCKET[bucket]} {number} → {effect.after[bucket]}"
        for bucket, number in effect.before.items()
        if number != effect.after[bucket]
    ]
    day = f"Tính đến ngày {short_date(effect.as_of)}"
    if not said and not moved:
        return (f"{day}: tình trạng các nhiệm vụ không đổi.",)
    first = f"{day}: {'; '.join(said) or 'không thêm, không bớt nhiệm vụ quá hạn'}."
    return (first, f"Số mốc theo tình trạng: {'; '.join(moved)}.") if moved else (first,)


def _told(keys: tuple[Key, ...], several_plans: bool) -> str:
    """ "2 nhiệm vụ quá hạn: I.9, II.3/2": the milestone is named where it is not the first."""
    tasks = {(plan, identity.partition("/")[0]) for plan, identity in keys}
    names = [f"{plan}:{_short(own)}" if several_plans else _short(own) for plan, own in keys]
    return f"{len(tasks)} nhiệm vụ quá hạn: {_listed(names)}"


def _short(identity: str) -> str:
    return identity.removesuffix("/1")


def _listed(names: Iterable[str]) -> str:
    given = list(names)
    more = f" và {len(given) - _MOST} mốc nữa" if len(given) > _MOST else ""
    return ", ".join(given[:_MOST]) + more
