"""The periodic report of half a year."""

from cchc_cli.documents.reports import periodic
from cchc_cli.documents.reports.scene import ReportKind

REPORT = ReportKind("Báo cáo 6 tháng", periodic.build, template="periodic", periods=("half",), closed=True)
