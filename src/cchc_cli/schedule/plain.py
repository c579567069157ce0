"""A cell's text in the form in which it is read: one line, usual spelling, lower case."""

DASHES = str.maketrans("–—−‑→", "-----")
MARKS = frozenset(map(chr, range(0x300, 0x370)))
VARIANTS = (("hàng", "hằng"), ("quí", "quý"), ("qúy", "quý"))
BULLETS = "-–—+•* \t"
ENDS = " .;,"


def on_one_line(text: str) -> str:
    """A text on one line, without brackets around the whole and marks at its end."""
    flat = _slashed(" ".join(_composed(text).split()).strip(ENDS))
    return flat[1:-1].strip() if flat.startswith("(") and flat.endswith(")") and flat.count("(") == 1 else flat


def lines_as_clauses(text: str) -> str:
    """The lines of a text, without bullets, parted by semicolons."""
    if "\n" not in text.strip():
        return on_one_line(text)
    stripped = (on_one_line(line.strip().lstrip(BULLETS)) for line in _composed(text).splitlines())
    return "; ".join(line.rstrip(":") for line in stripped if line)


def _slashed(text: str) -> str:
    """The text without the spaces around a slash that follows a number or a Roman number."""
    if " /" not in text and "/ " not in text:
        return text
    from re import sub

    return sub(r"(?<=[\dIVXivx])\s?/\s?(?=\d)", "/", text)


def _composed(text: str) -> str:
    """The text in NFC. Text without combining marks, which is usual in files, is returned unchanged."""
    if MARKS.isdisjoint(text):
        return text
    from unicodedata import normalize

    return normalize("NFC", text)


def lowered(text: str) -> str:
    """The text in lower case and usual spelling, with the same number of letters, so that offsets hold in both."""
    low = text.lower().translate(DASHES)
    low = low if len(low) == len(text) else "".join(c if len(c.lower()) > 1 else c.lower() for c in text)
    for variant, usual in VARIANTS:
        low = low.replace(variant, usual)
    return low
