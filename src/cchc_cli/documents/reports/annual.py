"""The periodic report of a year."""

from cchc_cli.documents.reports import periodic
from cchc_cli.documents.reports.scene import ReportKind

REPORT = ReportKind("Báo cáo năm", periodic.build, template="periodic", periods=("year",), closed=True)
