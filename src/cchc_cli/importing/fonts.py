"""Text set in TCVN3 or VNI: letters of other signs that only their fonts show as Vietnamese."""

from collections.abc import Iterable
from re import compile as pattern

from cchc_cli.text.problems import Stop

_TCVN3 = pattern("[®¸µ¶·¹¨»¾¼½Æ©ÊÇÈÉË]")
_VNI = pattern("(?:aø|aù|aû|aõ|aï|eà|eá|oâ|öô|ñ|ñö|öõ|ôø|uû|yù|aâ|eâ)")
_VIETNAMESE = pattern("[ăâđêôơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ]")
_MANY = 3
_HINT = "mở tệp, chuyển sang bảng mã Unicode (dựng sẵn) bằng UniKey hoặc EVKey, lưu lại rồi nhập"


def refuse_old(name: str, text: str, fonts: Iterable[str] = ()) -> None:
    """Raise a `Stop` for text that is not in Unicode."""
    if code := old_code(text, fonts):
        raise Stop(f"{name} dùng bảng mã {code}, không phải Unicode", _HINT)


def old_code(text: str, fonts: Iterable[str] = ()) -> str | None:
    """The code in which a text is written that is not in Unicode; `fonts` are those in which it is set."""
    named = next((font for font in fonts if font.startswith((".Vn", "VNI-"))), None)
    folded = text.casefold()
    seen = len(_VIETNAMESE.findall(folded))
    for code, marks in (("TCVN3", len(_TCVN3.findall(text))), ("VNI", len(_VNI.findall(folded)))):
        by_font = named is not None and named.startswith(".Vn" if code == "TCVN3" else "VNI-")
        if (marks >= _MANY and marks > seen) or (by_font and marks > seen):
            return code
    return None
