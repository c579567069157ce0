"""A plan with its records as they stood on an earlier day."""

from datetime import date as Day

from msgspec import structs

from cchc_cli.plan.plans import Plan


def as_known(plan: Plan, by: Day) -> Plan:
    """The plan with what had been recorded by a day."""
    records = plan.records
    known = structs.replace(
        records,
        entries=tuple(each for each in records.entries if each[1].recorded <= by),
        deadlines=tuple(each for each in records.deadlines if each.recorded <= by),
        events=tuple(each for each in records.events if each.recorded <= by),
        measurements=tuple(each for each in records.measurements if each.recorded <= by),
    )
    return structs.replace(plan, records=known)
