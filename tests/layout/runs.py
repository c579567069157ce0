"""The runs of a paragraph with the properties that hold for them, and what surrounds them."""

from collections.abc import Iterator
from typing import NamedTuple
from xml.etree.ElementTree import Element

from layout.model import Run
from layout.styles import Styles, W, run_properties, value

_COMPATIBLE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}AlternateContent"
_WRAPS = ("sdt", "sdtContent", "hyperlink", "ins", "smartTag", "customXml")


class Around(NamedTuple):
    """What holds where a block stands: column width, table style, whether this is its first row."""

    styles: Styles
    width: float
    table: str = ""
    first_row: bool = False


def unwrapped(elements: Element | list[Element]) -> Iterator[Element]:
    """Children, with those of content controls, links and the like in their place."""
    for element in elements:
        if element.tag == _COMPATIBLE:
            yield from unwrapped(element[0])
        elif element.tag.removeprefix(W) in _WRAPS:
            yield element
            yield from unwrapped(element)
        else:
            yield element


def runs(element: Element, style: str, around: Around) -> list[Run]:
    """The runs that show something or belong to a field, in order; `style` is that of the paragraph."""
    found: list[Run] = []
    begun: int | None = None  # where the runs of the field begin that is being read
    instruction = ""
    for each in unwrapped(list(element)):
        if each.tag == f"{W}fldSimple":
            found += [run._replace(field=_field(value(each, "instr"))) for run in runs(each, style, around)]
        if each.tag != f"{W}r":
            continue
        kinds = [value(one, "fldCharType") for one in each.iter(f"{W}fldChar")]
        if "begin" in kinds:
            begun, instruction = len(found), ""
        instruction += "".join(one.text or "" for one in each.iter(f"{W}instrText"))
        run = _run(each, style, around)
        if run is not None and (run.text or begun is not None):
            found.append(run)
        if "end" in kinds and begun is not None:
            found[begun:] = [run._replace(field=_field(instruction)) for run in found[begun:]]
            begun = None
    return found


def _field(instruction: str) -> str:
    """ " PAGE \\* MERGEFORMAT" → "PAGE"."""
    return "".join(instruction.split()[:1]).upper()


def _run(element: Element, paragraph_style: str, around: Around) -> Run | None:
    properties = element.find(f"{W}rPr")
    style = value(properties.find(f"{W}rStyle")) if properties is not None else ""
    own = run_properties(properties)
    held = around.styles.of_run(style, paragraph_style, around.table, own, around.first_row)
    if held.get("vanish") == "1":
        return None
    text = "".join(_texts(element))
    return Run(
        text.upper() if held.get("caps") == "1" else text,
        tuple(held.get(face, "") for face in ("ascii", "hAnsi", "cs", "eastAsia")),  # type: ignore[arg-type]
        float(held.get("sz", "20")) / 2,
        held.get("b") == "1",
        held.get("i") == "1",
        held.get("u", "none") not in ("none", ""),
        held.get("color", "auto"),
        held.get("lang", ""),
        held.get("highlight", "none") not in ("none", ""),
    )


def _texts(element: Element) -> Iterator[str]:
    plain = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-", "softHyphen": ""}
    for child in element:
        name = child.tag.removeprefix(W)
        if name == "br" and value(child, "type") == "page":
            continue
        yield (child.text or "") if name == "t" else plain.get(name, "")
