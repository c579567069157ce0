"""The periodic report of nine months."""

from cchc_cli.documents.reports import periodic
from cchc_cli.documents.reports.scene import ReportKind

REPORT = ReportKind("Báo cáo 9 tháng", periodic.build, template="periodic", periods=("nine",), closed=True)
