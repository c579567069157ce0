"""The files of a workspace as frozen, typed records: the one description that reader, checks and schema share.

A record keeps its place in `at` (see `sources.Sources`): the file's number and the offset of the mapping in it.
Keys and meanings: docs/promises.md#files.
"""

from cchc_cli.model.agencies import AgenciesFile, AgencyRow, Member
from cchc_cli.model.appendix import MilestoneRow, TaskRow
from cchc_cli.model.body import BodyTask, Clause, Decision, Part
from cchc_cli.model.columns import HOLDS, OWN, ROLE_CELLS, TEXT_CELLS, Cells, Column
from cchc_cli.model.criteria import Band, CriteriaFile, Criterion, Measure, Score
from cchc_cli.model.former import AMENDABLE, AMENDABLE_PART, Former, FormerPart
from cchc_cli.model.indicators import Indicator, InspectedShare
from cchc_cli.model.labels import Record, Refers, Said
from cchc_cli.model.oversight import Filing, FilingTerm, Inspection, InspectionKind
from cchc_cli.model.pieces import Assignment, ScheduleRow, Target
from cchc_cli.model.place import Placed, Year, names
from cchc_cli.model.plan import Amendment, AppendixHead, Correction, Event, PlanFile, PlanTerm, Waiver
from cchc_cli.model.records import (
    Deadline,
    Document,
    Entry,
    Happening,
    Measurement,
    Text,
)
from cchc_cli.model.section import GIVEN, TASKS, GivenFile, SectionFile
from cchc_cli.model.shared import CalendarYear, DayOff, Issued, Letterhead, ReportSection, Settings, Signatory
from cchc_cli.model.snapshots import Figures, SectionFigures, Snapshot
from cchc_cli.model.words import Ends, Kind, Role, Status

__all__ = [
    "AMENDABLE",
    "AMENDABLE_PART",
    "GIVEN",
    "HOLDS",
    "OWN",
    "ROLE_CELLS",
    "TEXT_CELLS",
    "TASKS",
    "AgenciesFile",
    "AgencyRow",
    "Amendment",
    "AppendixHead",
    "Assignment",
    "Band",
    "BodyTask",
    "CalendarYear",
    "Cells",
    "Clause",
    "Column",
    "Correction",
    "CriteriaFile",
    "Criterion",
    "DayOff",
    "Deadline",
    "Decision",
    "Document",
    "Ends",
    "Entry",
    "Event",
    "Figures",
    "Filing",
    "FilingTerm",
    "Former",
    "FormerPart",
    "GivenFile",
    "Happening",
    "Indicator",
    "InspectedShare",
    "Inspection",
    "InspectionKind",
    "Issued",
    "Kind",
    "Letterhead",
    "Measure",
    "Measurement",
    "Member",
    "MilestoneRow",
    "Part",
    "Placed",
    "PlanFile",
    "PlanTerm",
    "Record",
    "Refers",
    "ReportSection",
    "Role",
    "Said",
    "ScheduleRow",
    "Score",
    "SectionFigures",
    "SectionFile",
    "Settings",
    "Signatory",
    "Snapshot",
    "Status",
    "Target",
    "TaskRow",
    "Waiver",
    "Text",
    "Year",
    "names",
]
