"""What each agency is reminded of: its own part of the tasks that it leads, if overdue or due soon.

Members of closed groups are reminded one by one. Open groups and agencies that only take part are never reminded, and
no agency is reminded of a checkpoint. The issuer of a letter is not among its addressees.
"""

from collections.abc import Iterator, Sequence

from msgspec import Struct, structs

from cchc_cli.answers import cells
from cchc_cli.documents.reports import addressees, citations, figures, owed, rows
from cchc_cli.documents.reports.owed import Pressing
from cchc_cli.documents.reports.scene import Scene
from cchc_cli.state.seats import closing
from cchc_cli.vietnamese.paper import count, long_date

_ADDRESSED = 20


class Reminded(Struct, frozen=True):
    """What one agency is reminded of; `led`: the number of tasks that it leads, on its own or in a group."""

    id: str
    name: str
    addressee: str
    words: str
    led: str
    overdue: tuple[rows.Row, ...]
    due_soon: tuple[rows.Row, ...]
    overdue_words: str
    due_soon_words: str
    overdue_count: str
    due_soon_count: str


class Together(Reminded, frozen=True):
    """`amount` agencies with the same reminders: `name` names all of them, `id` is the id of the first."""

    amount: int


class Letter(Struct, frozen=True, kw_only=True):
    """What letters of reminder print; `nothing` says why there is no letter, `remarks` lists work without a reminder.

    `agencies` has each agency with its rows, `together` has one item for all agencies with the same rows.
    """

    kind: None = None
    to: tuple[str, ...]
    addressee: str
    within: int
    words: str
    overdue_total: str
    due_soon_total: str
    agencies: tuple[Reminded, ...]
    together: tuple[Reminded, ...]
    several: bool
    of: str
    kinds: str
    nothing: str | None
    remarks: tuple[str, ...]
    subject: str
    basis: str
    named: str
    is_numbered: bool
    symbol: str | None = None
    received: tuple[str, ...] = ()


def letter(scene: Scene, issuer: str, subject: str) -> Letter:
    """The letter without the fields that depend on its issuer; the issuer is not among its addressees."""
    every = owed.by_agency(scene)
    own = every.pop(issuer, None)
    whole = Pressing(
        [each for found in every.values() for each in found.overdue],
        [each for found in every.values() for each in found.due_soon],
    )
    registry = scene.workspace.registry
    led = owed.led(scene)
    agencies = tuple(_reminded(agency, found, led[agency], scene) for agency, found in every.items())
    return Letter(
        to=_addressed(tuple(every), issuer, scene),
        addressee=_addressee(tuple(every), scene),
        within=scene.within,
        words=whole.words,
        overdue_total=figures.tasks_counted(whole.overdue),
        due_soon_total=figures.tasks_counted(whole.due_soon),
        agencies=agencies,
        together=tuple(_together(each) for each in addressees.alike(agencies, _rows, registry, scene.as_of, (issuer,))),
        several=len(every) > 1,
        of=_of_plan(scene) if len(every) > 1 else "".join(map(of_agency, agencies)),
        kinds=kinds(agencies),
        nothing=None if every else _nothing(scene),
        remarks=tuple(_remarks(scene, registry.name(issuer), own)),
        subject=subject,
        basis=citations.basis(scene),
        named=citations.plan(scene),
        is_numbered=citations.is_numbered(scene),
    )


def kinds(agencies: Sequence[Reminded]) -> str:
    """What the annex lists: "quá hạn, sắp đến hạn", or one of them."""
    late, soon = any(each.overdue for each in agencies), any(each.due_soon for each in agencies)
    return ", ".join(words for words, found in (("quá hạn", late), ("sắp đến hạn", soon)) if found)


def of_agency(agency: Reminded) -> str:
    """What the tasks of a letter to one agency are a part of."""
    return f"trên tổng số {agency.led} nhiệm vụ chủ trì"


def _of_plan(scene: Scene) -> str:
    return f"trên tổng số {count(scene.by_section.total.total)} nhiệm vụ của Kế hoạch"


def _reminded(agency: str, found: Pressing, led: frozenset[str], scene: Scene) -> Reminded:
    registry = scene.workspace.registry
    return Reminded(
        id=agency,
        name=registry.name(agency),
        addressee=registry.full(agency),
        words=found.words,
        led=count(len(led | {view.task.id for view, _ in (*found.overdue, *found.due_soon)})),
        overdue=rows.rows(rows.longest_first(found.overdue), scene, agency),
        due_soon=rows.rows(found.due_soon, scene, agency),
        overdue_words=figures.amount(found.overdue),
        due_soon_words=figures.amount(found.due_soon),
        overdue_count=figures.tasks_counted(found.overdue),
        due_soon_count=figures.tasks_counted(found.due_soon),
    )


def _together(group: addressees.Alike[Reminded]) -> Together:
    """A group with its name; one of several agencies is addressed in the plural."""
    named = structs.replace(group.first, name=group.name)
    if group.amount > 1:
        named = structs.replace(named, words=f"mỗi cơ quan {named.words}", addressee="các cơ quan")
    return Together(**structs.asdict(named), amount=group.amount)


def _rows(agency: Reminded) -> tuple[tuple[rows.Row, ...], ...]:
    """What an agency is reminded of, to find agencies with the same reminders."""
    return agency.overdue, agency.due_soon


def _addressed(agencies: tuple[str, ...], issuer: str, scene: Scene) -> tuple[str, ...]:
    """The names after Kính gửi, whole groups by their name; above a page of names, a reference to the annex."""
    names = addressees.called(agencies, scene.workspace.registry, scene.as_of, (issuer,), full=True)
    whom = _addressee(agencies, scene)
    return names if len(names) <= _ADDRESSED else (f"{whom[0].upper()}{whom[1:]} có tên tại Phụ lục",)


def _addressee(agencies: tuple[str, ...], scene: Scene) -> str:
    """The addressee in a sentence: a single agency by name, else "các cơ quan", "các địa phương" or both."""
    registry = scene.workspace.registry
    if len(agencies) == 1:
        return registry.full(agencies[0])
    local = {(row := registry.get(agency)) is not None and row.kind == "commune" for agency in agencies}
    if local == {True}:
        return "các địa phương"
    return "các cơ quan, địa phương" if True in local else "các cơ quan"


def _nothing(scene: Scene) -> str:
    ahead = f"đến hạn trong {count(scene.within)} ngày tới" if scene.within else "đến hạn hôm nay"
    return f"Tính đến {long_date(scene.as_of)}, không có nhiệm vụ nào quá hạn hoặc {ahead} để đôn đốc."


def _remarks(scene: Scene, issuer: str, own: Pressing | None) -> Iterator[str]:
    """Sentences on urgent work without a reminder: the issuer's own, and tasks that only open groups lead."""
    if own is not None:
        yield f"{issuer} là cơ quan phát hành, không tự đôn đốc: còn {own.words}."
    orphans = [] if scene.agencies else list(_without_closer(scene))
    if orphans:
        yield f"Không có đầu mối để đôn đốc: {', '.join(orphans)}."


def _without_closer(scene: Scene) -> Iterator[str]:
    """Urgent milestones that no single agency leads, as "IV.3 (Các cơ quan liên quan)"."""
    registry = scene.workspace.registry
    for view, state in rows.milestones(scene.tasks):
        task, milestone = view.task, state.milestone
        if not owed.urgency_of(state, scene) or milestone.checkpoint:
            continue
        if not closing(scene.ledgers[view.plan.name], task, milestone, scene.as_of):
            leads = cells.leads(task.assigned(milestone), registry, scene.as_of) or "chưa giao"
            yield f"{cells.identity(view, state, False)} ({leads})"
