"""What is to be measured, and by whom, before a measurement is written."""

from cchc_cli.queries.indicators import IndicatorState
from cchc_cli.queries.targets import TargetState
from cchc_cli.recording.faults import Fault, Field


def misplaced(state: TargetState | IndicatorState, agency: str | None) -> Fault | None:
    """Why nobody, or not this agency, measures it by hand."""
    if isinstance(state, TargetState):
        if state.target.share:
            return Fault(Field.VALUE, f"{state.target.id} tính từ các cuộc kiểm tra", "ghi cuộc kiểm tra: cchc inspect")
        return _of_the_plan(state.target.id) if agency else None
    own = state.indicator
    if own.share:
        return Fault(Field.VALUE, f"{own.id} tính từ hai chỉ tiêu khác", f"ghi số đo của {', '.join(own.share)}")
    if own.by == "agency" and not agency:
        return Fault(Field.AGENCY, f"{own.id} là chỉ tiêu của từng cơ quan", ("thêm ", Field.AGENCY, ' "Sở …"'))
    return _of_the_plan(own.id) if own.by == "plan" and agency else None


def _of_the_plan(identity: str) -> Fault:
    return Fault(Field.AGENCY, f"{identity} là chỉ tiêu chung của kế hoạch", ("bỏ ", Field.AGENCY))
