"""The heads of columns: the usual ones are known without patterns, and mean what the patterns say."""

import pytest

from cchc_cli.plan import heads


@pytest.mark.parametrize("head", heads.PLAIN)
def test_a_usual_head_means_what_the_patterns_say(head: str) -> None:
    assert heads.PLAIN[head] == heads.by_pattern(head)


@pytest.mark.parametrize(
    ("head", "meant"),
    [
        ("TT", ("number",)),
        ("Kết quả/sản phẩm đạt được", ("products",)),
        ("Phân công (cơ quan chủ trì/cơ quan phối hợp) và cách thức thực hiện", ("assignment",)),
        ("Thời gian (dự kiến)", ("schedule",)),
        ("Màu sắc", ()),
    ],
)
def test_what_a_head_means(head: str, meant: tuple[str, ...]) -> None:
    assert heads.meanings(head) == meant
