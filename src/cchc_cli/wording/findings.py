"""How grave a finding is."""

from cchc_cli.text.problems import Severity

SEVERITY = {Severity.ERROR: "lỗi", Severity.WARNING: "cảnh báo", Severity.INFO: "lưu ý"}
