"""The periodic report of a quarter."""

from cchc_cli.documents.reports import periodic
from cchc_cli.documents.reports.scene import Report

REPORT = Report("Báo cáo quý", periodic.build, template="periodic", periods=("quarter",), closed=True)
