"""The letter that reminds agencies of overdue work and work due soon: a joint letter, or one for each agency."""

from msgspec import structs

from cchc_cli.documents.reports import citations, due_parts
from cchc_cli.documents.reports.letterhead import issuer
from cchc_cli.documents.reports.scene import ReportKind, Scene


def build(scene: Scene) -> due_parts.Letter:
    """One letter to all agencies with urgent work, with an annex by agency."""
    subject = f"đôn đốc thực hiện {citations.plan(scene)}"
    return due_parts.letter(scene, issuer("reminder", REPORT, scene).id, subject)


REPORT = ReportKind(
    "Công văn đôn đốc (chung, hoặc --each: mỗi cơ quan một công văn)",
    build,
    issuer="monitor",
    agencies="many",
    soon=True,
)


def alone(letter: due_parts.Letter, agency: due_parts.Reminded) -> due_parts.Letter:
    """The joint letter → the letter to one of its agencies."""
    return structs.replace(
        letter,
        to=(agency.addressee,),
        addressee=agency.addressee,
        words=agency.words,
        overdue_total=agency.overdue_count,
        due_soon_total=agency.due_soon_count,
        agencies=(agency,),
        together=(agency,),
        several=False,
        of=due_parts.of_agency(agency),
        kinds=due_parts.kinds((agency,)),
    )
