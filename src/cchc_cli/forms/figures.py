"""A row of the sheet of figures → a measurement of an agency for the period."""

from cchc_cli.forms.line import Refusal, Row
from cchc_cli.forms.wanted import Wanted
from cchc_cli.model import Indicator, Measurement
from cchc_cli.recording import evidence, values
from cchc_cli.recording.faults import Fault, Field


def measured(row: Row, agency: str, wanted: Wanted) -> Measurement | list[Refusal]:
    """The measurement of a row, or every cell of it that cannot be taken."""
    indicator = next((each for each in wanted.plan.indicators if each.id.upper() == row.id.upper()), None)
    refused = list(row.unread())
    if indicator is None or indicator.by != "agency" or indicator.share:
        return [
            *refused,
            Refusal(row.cell("id"), f"không có chỉ tiêu {row.id or 'nào'} để cơ quan đo", "lấy phiếu mới"),
        ]
    if other := row.otherwise(indicator.name):
        refused.append(other)
    return refused or _made(row, agency, indicator, wanted)


def _made(row: Row, agency: str, indicator: Indicator, wanted: Wanted) -> Measurement | list[Refusal]:
    told = {key: each.text for key, each in row.filled().items()}
    if "value" not in told:
        return [Refusal(row.name, "có văn bản nhưng chưa có số liệu", "ghi số liệu, hoặc xóa văn bản")]
    figure = values.amount(told["value"], Field.VALUE)
    if isinstance(figure, Fault):
        return [row.refusal(figure)]
    documents = evidence.read_all(row.parts("evidence"), wanted.measured_on)
    if isinstance(documents, Fault):
        return [row.refusal(documents)]
    return Measurement(
        target=indicator.id,
        date=wanted.measured_on,
        agency=agency,
        period=wanted.period.id,
        recorded=wanted.today,
        evidence=documents,
        **figure._asdict(),
    )
