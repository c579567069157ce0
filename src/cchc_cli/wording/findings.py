"""The words for the severity of a finding."""

from cchc_cli.text.problems import Severity

SEVERITY = {Severity.ERROR: "lỗi", Severity.WARNING: "cảnh báo", Severity.INFO: "lưu ý"}
