"""Icelandic Ð and African Ɖ, which look like Đ → Đ."""

from re import compile as pattern

CODE = "CC508"
WORDS = "đổi chữ Ð ngoại lai sang chữ Đ tiếng Việt"
LETTERS = str.maketrans("ÐƉ", "ĐĐ")
# In a text for the font TCVN3, Ð means é: it follows a small letter, or is next to other characters of that font.
_TYPED_FOR_TCVN3 = pattern("[a-zà-ÿ][ÐƉ]|[®µ¸¶·¹¨©ª¬]")
_LINE = pattern(r"[^\r\n]+")


def fixed(text: str) -> str:
    """The text with Đ in place of both, except in lines that seem to be typed for an old font."""
    if text.isascii() or not any(chr(each) in text for each in LETTERS):
        return text
    return _LINE.sub(lambda line: line[0] if _TYPED_FOR_TCVN3.search(line[0]) else line[0].translate(LETTERS), text)
