"""Typed names → the agencies, sections, roles, states and tasks that they mean; one without meaning raises a `Stop`."""

import re
from datetime import date as Day
from typing import TypeVar

from cchc_cli.model import GIVEN, Role, Settings
from cchc_cli.plan.chief import chief
from cchc_cli.plan.plans import Plan
from cchc_cli.plan.registry import Registry
from cchc_cli.plan.tasks import BODY, Task
from cchc_cli.plan.workspace import Workspace
from cchc_cli.recording import identities, values
from cchc_cli.recording.faults import Fault, Field
from cchc_cli.recording.identities import About, Listing
from cchc_cli.shell import environment
from cchc_cli.shell.faults import sound
from cchc_cli.wording.roles import ROLE
from cchc_cli.wording.sections import GIVEN_FROM_ABOVE, given_by_the_body, title
from cchc_cli.wording.states import TYPED_STATE

T = TypeVar("T")
NO_REPORTER = Fault(
    Field.AGENCY,
    "chưa biết cơ quan nào báo cáo",
    'thêm --agency "Sở …", đặt biến CCHC_AGENCY, hoặc ghi agency trong plan/settings.yaml',
)
_DAYS_LATE = r"(?<![\s\d.])\s*\d[\d.]*\s+ngày\b"
"""What printed states add: "quá hạn 298 ngày", "còn 5 ngày"."""


def agencies(given: list[str] | None, registry: Registry) -> tuple[str, ...]:
    """--agency names → ids."""
    return tuple(dict.fromkeys(found for name in given or () for found in _listed(name, registry)))


def _listed(name: str, registry: Registry) -> tuple[str, ...]:
    """One agency, or several separated by commas if the whole is no name: names hold commas too."""
    whole = identities.agency(name, registry)
    if isinstance(whole, Fault) and "," in name:
        parts = [identities.agency(part, registry) for part in name.split(",") if part.strip()]
        known = [part for part in parts if not isinstance(part, Fault)]
        if known and len(known) == len(parts):
            return tuple(known)
    return (sound(whole),)


def agency(name: str, registry: Registry) -> str:
    """One name → the agency that it means."""
    return sound(identities.agency(name, registry))


def sections(given: list[str] | None, workspace_: Workspace) -> tuple[str, ...]:
    """--section ids, numbers or words of titles → ids of the plans' sections."""
    if not given:
        return ()
    known = {section.id: title(plan, section.id) for plan in workspace_.plans for section in plan.sections}
    if any(plan.given for plan in workspace_.plans):
        known[GIVEN] = GIVEN_FROM_ABOVE
    if any(plan.gives_duties for plan in workspace_.plans):
        known[BODY] = given_by_the_body(workspace_.plans)
    return sound(identities.sections(given, known))


def roles(given: list[str] | None) -> tuple[Role, ...]:
    """--role words → roles, in English as in the files or in Vietnamese."""
    return sound(values.words(given or (), {role: (taken,) for role, taken in ROLE.items()}, Field.ROLE))


def states(given: list[str] | None) -> tuple[str, ...]:
    """--state words → buckets, progress and timings, in English as in JSON or in Vietnamese as outputs print them."""
    return sound(values.words([re.sub(_DAYS_LATE, "", each) for each in given or ()], TYPED_STATE, Field.STATUS))


def task(identity: str, workspace_: Workspace, day_: Day) -> tuple[Plan, Task]:
    """A task's or milestone's id, bare or with its plan ("2026:I.9") → the one plan that has it, and the task."""
    return sound(identities.task(identity, workspace_, day_.year))


def about(identity: str, workspace_: Workspace, day_: Day) -> About:
    """The id of a milestone ("I.9/2") or of a whole task → the one plan that has it, task and milestone."""
    return sound(identities.about(identity, workspace_, day_.year))


def one(identity: str, kind: Listing[T], workspace_: Workspace, day_: Day) -> tuple[Plan, T]:
    """An id, bare or with its plan → the single item that it names, in a plan that still accepts records."""
    plan, found = sound(identities.one(identity, kind, chief(workspace_, day_.year)))
    return writable(plan), found


def writable(plan: Plan) -> Plan:
    """Return the plan if it still accepts records; otherwise raise a `Stop`."""
    return sound(identities.writable(plan) or plan)


def reporter(given: str | None, registry_: Registry, settings: Settings) -> str:
    """The reporting agency: --agency, else CCHC_AGENCY, else the settings."""
    name = given or reporter_named(settings)
    return sound(identities.reporter(name, registry_) if name else NO_REPORTER)


def reporter_named(settings: Settings) -> str | None:
    """The reporting agency if no option names one: CCHC_AGENCY, else the settings."""
    return environment.agency() or settings.agency
