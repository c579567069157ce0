"""The periodic report of a year."""

from cchc_cli.documents.reports import periodic
from cchc_cli.documents.reports.scene import Report

REPORT = Report("Báo cáo năm", periodic.build, template="periodic", periods=("year",), closed=True)
