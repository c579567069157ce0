"""What a Word template is tied to outside itself: links for readers stay, the rest is cut or refused."""

from docx.opc.package import OpcPackage
from docx.opc.part import Part
from docx.parts.settings import SettingsPart

from cchc_cli.text.problems import Stop

_READ = "/hyperlink"
"""Followed by who clicks it, not by who opens the document."""
_ATTACHED = "/attachedTemplate"
"""Word writes where the template of the file itself was; who opens the document needs none, and may be sent a macro."""
_SHOWN = 80


def cut(name: str, package: OpcPackage) -> None:
    """python-docx's package without its attached template; what else it fetches from elsewhere is a `Stop`."""
    holders: tuple[OpcPackage | Part, ...] = (package, *package.parts)
    for part in holders:
        for identity, relation in tuple(part.rels.items()):
            if relation.is_external and relation.reltype.endswith(_ATTACHED) and isinstance(part, SettingsPart):
                _detach(part, identity)
            elif relation.is_external and not relation.reltype.endswith(_READ):
                raise Stop(
                    f"mẫu {name} lấy nội dung từ ngoài: {relation.target_ref[:_SHOWN]}",
                    "chèn hẳn ảnh hoặc nội dung đó vào mẫu, rồi lưu lại",
                )


def _detach(part: SettingsPart, identity: str) -> None:
    for each in part.element.findall("{*}attachedTemplate"):
        part.element.remove(each)
    del part.rels[identity]
