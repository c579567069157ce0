"""How long a line of Times New Roman is, from the widths of its letters; those with marks are as wide as without."""

import unicodedata

_REGULAR = {180: "'", 200: "|", 250: " ,.", 278: "/:;\\ijlt", 333: "!()-I[]`fr", 389: "Js", 408: '"', 444: "?acez“”",
            469: "^", 480: "{}", 500: "#$*0123456789_bdghknopquvxy–", 541: "~", 556: "FPS", 564: "+<=>", 611: "ELTZ",
            667: "BCR", 722: "ADGHKNOQUVXYw", 778: "&m", 833: "%", 889: "M", 921: "@", 944: "W", 1000: "…"}  # fmt: skip
_BOLD = {220: "|", 250: " ,.", 278: "'/\\il", 333: "!()-:;[]`fjt", 389: "Is", 394: "{}", 444: "cerz",
         500: "#$*0123456789?J_agovxy“”–", 520: "~", 555: '"', 556: "Sbdhknpqu", 570: "+<=>", 581: "^", 611: "FP",
         667: "BELTZ", 722: "ACDNRUVXYw", 778: "GHKOQ", 833: "&m", 930: "@", 944: "M", 1000: "%W…"}  # fmt: skip
_WIDTHS = {
    bold: {letter: width for width, letters in table.items() for letter in letters}
    for bold, table in ((False, _REGULAR), (True, _BOLD))
}
_POINT = 25.4 / 72  # mm


def width(text: str, size: float, bold: bool) -> float:
    """The length of a text on one line, in mm; `size` in points."""
    plain = unicodedata.normalize("NFD", text.replace("đ", "d").replace("Đ", "D").replace("\xa0", " "))
    letters = [letter for letter in plain if not unicodedata.combining(letter)]
    return sum(_WIDTHS[bold].get(letter, 500) for letter in letters) / 1000 * size * _POINT


def lines(text: str, size: float, bold: bool, column: float) -> list[float]:
    """The lengths of the lines that a text fills in a column, in mm."""
    found: list[float] = []
    for piece in text.split("\n"):
        line = ""
        for word in piece.split():
            longer = f"{line} {word}".strip()
            if line and width(longer, size, bold) > column:
                found.append(width(line, size, bold))
                longer = word
            line = longer
        found.append(width(line, size, bold))
    return found
