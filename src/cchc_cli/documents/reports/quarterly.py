"""The periodic report of a quarter."""

from cchc_cli.documents.reports import periodic
from cchc_cli.documents.reports.scene import ReportKind

REPORT = ReportKind("Báo cáo quý", periodic.build, template="periodic", periods=("quarter",), closed=True)
