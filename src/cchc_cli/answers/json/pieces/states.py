"""The state of a task or milestone, as JSON outputs hold it."""

from datetime import date as Day
from typing import Annotated

from msgspec import Meta

from cchc_cli.answers.json.pieces import Document
from cchc_cli.model import Status
from cchc_cli.state.timing import Bucket, Timing

Progress = Annotated[Status, Meta(description="tiến độ đã báo cáo")]
When = Annotated[Timing | None, Meta(description="so với thời hạn; null khi tạm dừng, không thực hiện, chờ xác nhận")]
Where = Annotated[Bucket, Meta(description="tình trạng chung: đúng một trong các ô đếm")]
Late = Annotated[int | None, Meta(description="số ngày quá hạn theo lịch; null khi không quá hạn")]
DoneOn = Annotated[Day | None, Meta(description="ngày hoàn thành")]
Evidence = Annotated[tuple[Document, ...], Meta(description="tài liệu kiểm chứng")]
