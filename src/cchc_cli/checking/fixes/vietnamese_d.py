"""Icelandic Ð and African Ɖ, which look like Đ → Đ."""

from re import compile as pattern

CODE = "CC508"
WORDS = "đổi chữ Ð ngoại lai sang chữ Đ tiếng Việt"
LETTERS = str.maketrans("ÐƉ", "ĐĐ")
# In a text typed for the font TCVN3, Ð is é: it stands behind a small letter, or beside signs of that font.
_TYPED_FOR_TCVN3 = pattern("[a-zà-ÿ][ÐƉ]|[®µ¸¶·¹¨©ª¬]")
_LINE = pattern(r"[^\r\n]*[ÐƉ][^\r\n]*")


def fixed(text: str) -> str:
    """Đ for both, in lines that do not seem typed for an old font."""
    return _LINE.sub(lambda line: line[0] if _TYPED_FOR_TCVN3.search(line[0]) else line[0].translate(LETTERS), text)
