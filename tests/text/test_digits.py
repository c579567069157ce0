"""Digits, however long and odd."""

import pytest

from cchc_cli.text.digits import whole


@pytest.mark.parametrize(
    ("text", "value"),
    [("0", 0), ("007", 7), ("999999999", 999_999_999), ("1000000000", None), ("9" * 5000, None), ("²", None),
     ("٣", None), ("-1", None), (" 1", None), ("", None)],
)  # fmt: skip
def test_only_digits_that_someone_counts_with_are_a_number(text: str, value: int | None) -> None:
    assert whole(text) == value
