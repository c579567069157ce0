"""A row of the sheet of texts → what an agency wrote for a place of the period's report."""

from cchc_cli.forms.line import Refusal, Row
from cchc_cli.forms.wanted import Wanted
from cchc_cli.model import Text


def passage(row: Row, agency: str, wanted: Wanted) -> Text | list[Refusal]:
    """The text of a row, or every cell of it that cannot be taken."""
    refused = list(row.unread())
    if row.id not in wanted.places:
        told = f"báo cáo của kỳ không có chỗ “{row.id}” để điền"
        return [*refused, Refusal(row.cell("id"), told, "lấy phiếu mới, hoặc chuyển lời sang mục khác")]
    text = next((each.text for key, each in row.filled().items() if key == "text"), "")
    return refused or Text(place=row.id, text=text, agency=agency)
