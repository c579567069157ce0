"""Whether an agency's text is about an extension, which those decide who gave the task, never the next level."""

import re

_WORDS = re.compile(
    r"\b(?:gia hạn|lùi|dời|giãn|kéo dài thời|điều chỉnh (?:thời hạn|thời gian|tiến độ)"
    r"|thêm (?:\S+ )?(?:thời gian|thời hạn|ngày|tuần|tháng|quý))\b",
    re.IGNORECASE,
)


def asks_for_time(text: str) -> bool:
    """Whether the text speaks of moving a deadline."""
    return _WORDS.search(text) is not None
