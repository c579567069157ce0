"""What amendments did to a task."""

from typing import Annotated

from msgspec import Meta

from cchc_cli.answers.json.pieces import Piece
from cchc_cli.queries.amended import Amended, Did


class Amendment(Piece, frozen=True):
    """A decision that added, changed or dropped the task."""

    id: Annotated[str, Meta(description="id văn bản, như trong amendments của plan.yaml")]
    did: Annotated[Did, Meta(description="bổ sung, điều chỉnh, đưa ra khỏi kế hoạch")]
    former: Annotated[
        dict[str, str] | None,
        Meta(
            description="chữ in trước đó của từng ô đã thay, của mốc thì kèm mã mốc (I.9/1 schedule); null: không thay "
            "ô nào"
        ),
    ]


def amendment(given: Amended) -> Amendment:
    """One of a task's amendments."""
    return Amendment(id=given.by.id, did=given.did, former=given.former)
