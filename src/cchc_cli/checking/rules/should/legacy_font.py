"""A text must not be typed for an old font."""

from functools import cache
from re import Pattern
from re import compile as pattern

from cchc_cli.checking.rules import Finding, Found, rule
from cchc_cli.plan.workspace import Workspace
from cchc_cli.text.problems import Severity
from cchc_cli.text.yaml import place_of

_FEWEST_WORDS = 2


@rule(
    "CC511",
    "Chữ gõ bằng phông cũ",
    "Chữ TCVN3 hay VNI chỉ đọc được với phông cũ; ở đây in ra sai và không tìm được.",
    Severity.WARNING,
    shared=True,
)
def legacy_font(workspace: Workspace) -> Found:
    """Flags a line with two or more words that only TCVN3 ("QuyÕt ®Þnh") or VNI ("Quyeát ñònh") spells so.

    Bad:
      tasks: [{id: I.1, title: QuyÕt ®Þnh ban hµnh kÕ ho¹ch}]
    Good:
      tasks: [{id: I.1, title: Quyết định ban hành kế hoạch}]
    """
    for number, text in workspace.sources.texts():
        if not _any_sign().search(text):
            continue
        offset = 0
        for line in text.splitlines(keepends=True):
            found = _typed(line)
            if found is not None:
                font, word, place = found
                message = f"“{word}” có vẻ gõ bằng phông {font}"
                yield Finding(place_of(number, offset + place), message, hint="chuyển sang Unicode bằng UniKey")
            offset += len(line)


def _typed(line: str) -> tuple[str, str, int] | None:
    """The font that a line seems to be typed for, the first word that shows it, and that word's place."""
    for font, words in (("TCVN3", _tcvn3()), ("VNI", _vni())):
        found = list(words.finditer(line))
        if len(found) >= _FEWEST_WORDS:
            return font, found[0][0], found[0].start()
    return None


@cache
def _any_sign() -> Pattern[str]:
    """Matches characters that occur in texts of either font but not in Vietnamese in Unicode."""
    return pattern("[®µ¸¶·¹¨©ª¬ÕÞÑñöäåëïîûøØÖ]")


@cache
def _tcvn3() -> Pattern[str]:
    """Matches a word with one of the font's signs at a letter, or with a foreign capital after a small letter."""
    signs = "µ¸¶·¹¨¾¼½©ª¬"
    return pattern(rf"[A-Za-z]+[{signs}][a-z]*|®[a-zÀ-ÿ{signs}][a-zà-ÿ]*|[A-Za-z]*[a-z][Æ-ÏÑ-ÖØ-Þ][a-z]*")


@cache
def _vni() -> Pattern[str]:
    """Matches two vowels that never adjoin in Vietnamese, the second with the tone mark, or ñ instead of đ."""
    vowels = "a[ùøûõïâêáàåãäëéèüú]|e[ùøûõïâáàåãä]|o[ùøûõïâåä]|u[ùøûõï]|ö[ôùøûõï]|ô[ùøûõï]|ñ[aeiouyöôò]"
    return pattern(rf"[A-Za-z]*(?:{vowels})[a-zöôéíóúýæòuì]*")
