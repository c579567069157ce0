"""What a form says that the plan's records do not hold yet: a form taken in twice is recorded once."""

from collections import defaultdict
from datetime import date as Day

from msgspec import Struct, structs

from cchc_cli.forms.taken import Taken
from cchc_cli.model import Entry, Measurement, Text
from cchc_cli.plan.plans import Plan
from cchc_cli.recording.new_entry import Update

Key = tuple[str, str | None]
"""A place of a report, and the agency whose text it is."""


class News(Struct, frozen=True):
    """What is to be recorded, and how much is there already."""

    updates: tuple[Update, ...]
    figures: tuple[Measurement, ...]
    texts: dict[Key, str]
    known: int

    @property
    def is_empty(self) -> bool:
        """Whether nothing is left to record."""
        return not (self.updates or self.figures or self.texts)


class Known:
    """The records of a plan, by what they are about."""

    def __init__(self, plan: Plan) -> None:
        self._entries: dict[tuple[str, str], list[Entry]] = defaultdict(list)
        for by, entry in plan.records.entries:
            self._entries[by, entry.task.upper()].append(entry)
        self._figures: dict[tuple[str, str | None], list[Measurement]] = defaultdict(list)
        for each in plan.records.measurements:
            self._figures[each.target, each.agency].append(each)
        self._texts = {(period, text.place, text.agency): text.text for period, text in plan.records.texts}

    def news(self, given: Taken, made: Day, period: str) -> News:
        """What is new in a form that was made on a day."""
        updates = tuple(each.update for each in given.entries if not self._has(each.update, made))
        figures = tuple(each for each in given.figures if not self._measured(each, made))
        texts = {(each.place, each.agency): each.text for each in given.texts if not self._written(each, period)}
        every = len(given.entries) + len(given.figures) + len(given.texts)
        return News(updates, figures, texts, every - len(updates) - len(figures) - len(texts))

    def entries(self, update: Update, made: Day) -> list[Entry]:
        """The recorded entries that say the same, since the form was made."""
        since, own = min(made, update.entry.recorded), update.entry
        found = self._entries.get((update.by, own.task.upper()), ())
        return [each for each in found if each.recorded >= since and _same(each, own)]

    def measurements(self, own: Measurement, made: Day) -> list[Measurement]:
        """The recorded measurements that say the same, since the form was made."""
        since = min(made, own.recorded)
        found = self._figures.get((own.target, own.agency), ())
        return [each for each in found if each.recorded >= since and _same_figure(each, own)]

    def _has(self, update: Update, made: Day) -> bool:
        return bool(self.entries(update, made))

    def _measured(self, own: Measurement, made: Day) -> bool:
        return bool(self.measurements(own, made))

    def _written(self, own: Text, period: str) -> bool:
        return self._texts.get((period, own.place, own.agency)) == own.text


def _same(one: Entry, other: Entry) -> bool:
    alike = structs.replace(one, recorded=other.recorded, at=other.at, evidence=(), task=other.task)
    documents = [structs.replace(each, at=0) for each in one.evidence]
    return alike == structs.replace(other, evidence=()) and documents == [
        structs.replace(each, at=0) for each in other.evidence
    ]


def _same_figure(one: Measurement, other: Measurement) -> bool:
    return (one.period, one.value, one.numerator, one.denominator) == (
        other.period, other.value, other.numerator, other.denominator,
    )  # fmt: skip
