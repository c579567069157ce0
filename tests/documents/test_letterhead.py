"""Who issues a document: letterhead, number, tone and signature follow from the issuer (docs/promises.md#documents)."""

from typing import Any

import pytest
from msgspec import Struct, structs

from builders import day, loaded
from cchc_cli.documents.reports.letterhead import framed, issuer, unsaid
from cchc_cli.documents.reports.scene import ReportKind, Scene
from cchc_cli.model import Issued, Letterhead, Settings
from cchc_cli.plan.workspace import Workspace
from cchc_cli.schedule import quarter


def scene(*agencies: str, on: str = "14/9/2026", **settings: Any) -> Scene:
    sound = loaded().workspace
    plan = sound.plans[0]
    own: Settings = structs.replace(plan.settings, **settings)
    told: Workspace = structs.replace(sound, plans=(structs.replace(plan, settings=own),))
    return Scene(told, day(on), quarter(day(on)), agencies)


MONITOR = ReportKind("", issuer="monitor")
AGENCY = ReportKind("", issuer="agency")
PERIODIC = ReportKind("")


class Told(Struct, frozen=True):
    kind: str | None
    to: tuple[str, ...] = ()
    symbol: str = ""
    received: tuple[str, ...] = ()


LETTER, REPORT = Told(None, ("Sở Y tế",)), Told("BÁO CÁO")


def test_the_province_issues_periodic_reports_without_a_superior() -> None:
    found = issuer("quarterly", PERIODIC, scene())
    assert found.name == "ỦY BAN NHÂN DÂN TỈNH KHÁNH HÒA"
    assert found.sentence == "Ủy ban nhân dân tỉnh Khánh Hòa"
    assert found.superior is None
    assert found.tone == "yêu cầu"
    assert found.authority == "TM. ỦY BAN NHÂN DÂN"


@pytest.mark.parametrize(("on", "signer"), [("29/3/2026", "Trần Phong"), ("30/3/2026", "Nguyễn Việt Hùng")])
def test_who_signs_depends_on_the_day(on: str, signer: str) -> None:
    assert issuer("quarterly", PERIODIC, scene(on=on)).signer == signer


def test_a_department_writes_below_the_province_and_asks() -> None:
    found = issuer("reminder", MONITOR, scene())
    assert (found.superior, found.name) == ("UBND TỈNH KHÁNH HÒA", "SỞ NỘI VỤ")
    assert found.sentence == "Sở Nội vụ"
    assert found.tone == "đề nghị"
    assert found.signer is None


def test_a_commune_has_no_superior_and_writes_from_its_own_seat() -> None:
    found = issuer("agency", AGENCY, scene("ubnd-phuong-nha-trang"))
    assert found.superior is None
    assert found.name == "ỦY BAN NHÂN DÂN PHƯỜNG NHA TRANG"
    assert found.place == "Nha Trang"
    assert (found.symbol, found.authority) == ("UBND", "TM. ỦY BAN NHÂN DÂN")


def test_settings_replace_what_follows_from_the_issuer() -> None:
    told = scene(
        reports=(Issued(report="reminder", issuer="ubnd-tinh", recipient="Các sở"),),
        letterheads=(Letterhead(agency="ubnd-tinh", name="UBND TỈNH X", superior="CHÍNH PHỦ", symbol="UB", unit="VX",
                                place="X", recipients=("Tỉnh ủy",)),),
    )  # fmt: skip
    found = issuer("reminder", MONITOR, told)
    assert (found.superior, found.name, found.place) == ("CHÍNH PHỦ", "UBND TỈNH X", "X")
    closed = framed("reminder", LETTER, found, told)
    assert closed.to == ("Các sở",)
    assert closed.symbol == "UB-VX"
    assert closed.received == ("Như trên;", "Tỉnh ủy;", "Lưu: VT, VX.")


def test_numbers_follow_the_kind_of_document() -> None:
    told = scene()
    found = issuer("overdue", MONITOR, told)
    assert framed("overdue", REPORT, found, told).symbol == "BC-SNV"
    assert framed("reminder", LETTER, found, told).symbol == "SNV-CCHC"


@pytest.mark.parametrize(
    ("agency", "symbol"),
    [("so-y-te", "BC-SYT"), ("so-khoa-hoc-va-cong-nghe", "BC-SKHCN"), ("so-ngoai-vu", None), ("thanh-tra-tinh", None)],
)
def test_a_symbol_is_made_of_initials_that_no_other_agency_has(agency: str, symbol: str | None) -> None:
    told = scene(agency)
    assert framed("agency", REPORT, issuer("agency", AGENCY, told), told).symbol == symbol


def test_a_report_without_addressee_does_not_say_as_above() -> None:
    told = scene()
    found = issuer("brief", MONITOR, told)
    assert framed("brief", REPORT, found, told).received[0] != "Như trên;"


@pytest.mark.parametrize(("on", "year"), [("30/11/2026", "2026"), ("14/12/2026", "20…"), ("1/1/2027", "2027")])
def test_the_year_stays_open_where_the_document_may_be_signed_in_the_next_one(on: str, year: str) -> None:
    assert issuer("annual", PERIODIC, scene(on=on)).year == year


def test_whoever_follows_the_plan_gets_what_others_issue_until_the_settings_name_others() -> None:
    told = scene()
    own = issuer("quarterly", PERIODIC, told)
    report = Told("BÁO CÁO", ("Bộ Nội vụ",))
    assert framed("quarterly", report, own, told).received == ("Như trên;", "Sở Nội vụ;", "Lưu: VT.")
    assert "letterheads: [{agency: ubnd-tinh, recipients: […], unit: …}]" in unsaid(report, own)[0]
    assert unsaid(report, structs.replace(own, unit="VX")) == () == unsaid(REPORT, issuer("brief", MONITOR, told))
    monitor = Told("BÁO CÁO", ("Sở Nội vụ",))
    assert framed("agency", monitor, issuer("agency", AGENCY, scene("so-y-te")), told).received == (
        "Như trên;",
        "Lưu: VT.",
    )
