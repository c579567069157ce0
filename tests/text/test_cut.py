"""Values that a sign # cuts short are distinguished from values with a comment."""

import pytest

from cchc_cli.text.cut import cut_values

CUT = {
    "a title": ("title: Lập chương trình #1 soạn\n", [("title", "Lập chương trình")]),
    "one space before, one behind": ("title: Lập # một\n", [("title", "Lập")]),
    "two spaces before, none behind": ("title: Lập  #một\n", [("title", "Lập")]),
    "an item": ("products:\n- Báo cáo #2\n- Đề án\n", [("products", "Báo cáo")]),
    "nothing before it": ("note: #5 đã họp\n", [("note", "")]),
    "in braces": ("- {task: I.1, note: lần #2\n  }\n", [("note", "lần")]),
    "the second line of a text": ("title: Lập\n  chương #1\nid: I\n", [("title", "Lập chương")]),
    "CRLF": ("title: Lập #\r\nid: I\r\n", [("title", "Lập")]),
}
WHOLE = {
    "a comment set off": "title: Lập  # xem lại\n",
    "a key without a value": "note: # chưa có\n",
    "a comment behind a list": "off:   # ngày nghỉ\n- a\n",
    "quotes": "title: 'Lập #1' # một\nnote: \"a #b\"\n",
    "no space before": "title: C#1\n",
    "block text": "title: |\n  Lập #1\n",
    "a line of its own": "# một\ntitle: Lập\n#hai\n",
}


@pytest.mark.parametrize("name", CUT)
def test_a_value_that_ends_at_a_sign_is_reported(name: str) -> None:
    text, expected = CUT[name]
    found = list(cut_values(text))
    assert [(each.key, each.read) for each in found] == expected
    assert all(text[each.sign] == "#" for each in found)


@pytest.mark.parametrize("name", WHOLE)
def test_a_comment_is_not_reported(name: str) -> None:
    assert not list(cut_values(WHOLE[name]))
