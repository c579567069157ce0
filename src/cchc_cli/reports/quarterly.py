"""The periodic report of a quarter."""

from cchc_cli.reports import periodic
from cchc_cli.reports.scene import Report

REPORT = Report("Báo cáo quý", periodic.build, template="periodic", periods=("quarter",), closed=True)
