"""Templates under names of their own that are forms of a known report: templates/forms.yaml, or --as.

`{bao-cao-tinh-uy: quarterly}`: the template bao-cao-tinh-uy is filled as the report quarterly.
"""

from collections.abc import Mapping
from pathlib import Path

from cchc_cli.disk import files
from cchc_cli.documents import reports
from cchc_cli.text.encoding import Misread, text_of
from cchc_cli.text.problems import Stop
from cchc_cli.text.yaml import Value, parse, written
from cchc_cli.vietnamese.names import nearest

FILE = "forms.yaml"
_HINT = "mỗi dòng ghi TÊN_MẪU: TÊN_BÁO_CÁO, như bao-cao-tinh-uy: quarterly"


def report_of(root: Path | None, name: str, given: str | None = None) -> str:
    """The report with whose figures a template is filled: `given` by --as, the one of the file, else its own name."""
    if given is not None:
        return _known(given, f"--as: không có báo cáo {given}")
    return forms(root).get(name, name) if name not in reports.every_report() else name


def explained(stop: Stop, report: str) -> Stop:
    """The error of a template that is a form of no known report: how to say of which it is one."""
    if report in reports.every_report():
        return stop
    how = "mẫu của một báo cáo có sẵn thì thêm --as TÊN_BÁO_CÁO, hoặc ghi vào templates/forms.yaml"
    return Stop(stop.message, "; ".join(filter(None, (stop.hint, how))), stop.problems)


def forms(root: Path | None) -> Mapping[str, str]:
    """The templates of the file, each with its report; a mistake in the file is a `Stop` that names it."""
    folder = root / files.PACKAGED.name if root is not None else None
    if folder is None or FILE not in files.names_in(folder):
        return {}
    where = f"{folder.name}/{FILE}"
    text = text_of(files.template(folder / FILE))
    if isinstance(text, Misread):
        raise Stop(f"{where} không phải là chữ UTF-8", "lưu lại tệp bằng UTF-8")
    parsed = parse(text)
    if parsed.faults:
        fault = parsed.faults[0]
        line = text.count("\n", 0, fault.start) + 1
        raise Stop(f"{where}:{line}: {fault.message}", fault.hint)
    if parsed.data is None:
        return {}
    if not isinstance(parsed.data, dict):
        raise Stop(f"{where}:1: không phải là các dòng TÊN: TÊN", _HINT)
    return {name: _report(name, report, where, text) for name, report in written(parsed.data).items()}


def _report(name: str, report: Value, where: str, text: str) -> str:
    lines = (number for number, line in enumerate(text.splitlines(), 1) if name in line)
    place = f"{where}:{next(lines, 1)}"
    if not isinstance(report, str) or not report:
        raise Stop(f"{place}: {name} chưa ghi tên báo cáo", _HINT)
    if name in reports.every_report():
        raise Stop(f"{place}: {name} đã là một báo cáo", "đặt tên khác cho mẫu")
    return _known(report, f"{place}: không có báo cáo {report}")


def _known(report: str, fault: str) -> str:
    if report in reports.every_report():
        return report
    near = nearest(report, list(reports.every_report()))
    raise Stop(fault, "gần nhất: " + ", ".join(near) if near else "xem: cchc report --list")
