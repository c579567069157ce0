"""Names as officers write them, in a city's registry and in the province's: the agency meant, or a refusal."""

from functools import cache
from pathlib import Path
from time import perf_counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc_cli.founding import agencies, agency_list
from cchc_cli.founding.body import committee
from cchc_cli.founding.province import Province
from cchc_cli.model import AgencyRow, Member
from cchc_cli.plan.registry import Registry
from cchc_cli.reading.load import load
from cchc_cli.vietnamese.names import Match, Several, Unknown

CITY = """\
Tên,Viết tắt
Văn phòng UBND Thành phố,
Sở Khoa học và Công nghệ,SKHCN
Sở Nội vụ,SNV
Sở Tài chính,STC
Sở Công Thương,SCT
Sở Nông nghiệp và Môi trường,SNNMT
Sở Xây dựng,SXD
Sở Giáo dục và Đào tạo,SGDĐT
Sở Văn hóa và Thể thao,SVHTT
Sở Quy hoạch - Kiến trúc,SQHKT
Thanh tra Thành phố,TTTP
Công an Thành phố,CATP
Trung tâm Phục vụ hành chính công,TTPVHCC
Ban Quản lý các Khu công nghệ cao và Khu công nghiệp thành phố Hà Nội,
Thuế Hà Nội,
Văn phòng HĐND Thành phố,
UB MTTQ Việt Nam Thành phố,
Quỹ Đầu tư phát triển Thành phố,
Phường Hoàn Kiếm,
Xã Đông Anh,
"""
IN_THE_CITY = {
    "so-khoa-hoc-va-cong-nghe": ("Sở KHCN", "Sở KH&CN", "so khcn", "S. KHCN"),
    "so-quy-hoach-kien-truc": ("Sở QHKT", "Sở Quy hoạch Kiến trúc", "Sở Quy hoạch – Kiến trúc", "Sở QH-KT"),
    "so-tai-chinh": ("Sở TC", "Giám đốc Sở Tài chính", "Lãnh đạo Sở Tài chính", "Sở Tài chính (STC)", "S.T.C"),
    "so-nong-nghiep-va-moi-truong": ("Sở NNMT", "Sở NN&MT", "Sở NN và MT"),
    "so-cong-thuong": ("Sở Công thương", "Sở Công Thương thành phố Hà Nội", "Sở Công Thương Hà Nội"),
    "so-giao-duc-va-dao-tao": ("Sở GD&ĐT", "Sở GDĐT", "sở gddt", "Sở GD-ĐT"),
    "so-van-hoa-va-the-thao": ("Sở Văn hóa – Thể thao", "Sở VHTT"),
    "cong-an-thanh-pho": (
        "Công an TPHN", "Công an TP", "Công an thành phố Hà Nội", "Công an Thành phố", "Công an T.P. Hà Nội", "CA TP",
        "Giám đốc Công an TP",
    ),
    "van-phong-ubnd-thanh-pho": (
        "Văn phòng UBND TP", "VP UBND TP", "Văn phòng UBND thành phố", "Văn phòng Ủy ban nhân dân thành phố",
        "Chánh Văn phòng UBND Thành phố", "VPUBND TP", "Chánh Văn phòng UBND",
    ),
    "thanh-tra-thanh-pho": ("Chánh Thanh tra Thành phố", "Thanh tra TP Hà Nội"),
    "trung-tam-phuc-vu-hanh-chinh-cong": (
        "Trung tâm Phục vụ Hành chính công:", "TTPVHCC", "Trung tâm PVHCC", "Trung tâm PVHCC TP",
    ),
    "ban-quan-ly-cac-khu-cong-nghe-cao-va-khu-cong-nghiep-thanh-pho-ha-noi": (
        "Ban Quản lý các Khu công nghệ cao và khu công nghiệp Hà Nội", "BQL các Khu CNC và KCN",
        "Quản lý các Khu Công nghệ cao và Khu công nghiệp", "Trưởng ban Quản lý các Khu công nghệ cao và KCN",
    ),
    "thue-ha-noi": ("Thuế thành phố Hà Nội", "Thuế Hà Nội", "Thuế TP", "Trưởng Thuế thành phố Hà Nội"),
    "quy-dau-tu-phat-trien-thanh-pho": ("Quỹ ĐTPT TP",),
    "ub-mttq-viet-nam-thanh-pho": (
        "UB MTTQ Việt Nam Thành phố", "UBMTTQ Việt Nam thành phố", "Ủy ban Mặt trận Tổ quốc Việt Nam Thành phố",
    ),
    "ubnd-thanh-pho": (
        "UBND Thành phố", "Ủy ban nhân dân Thành phố", "UBND thành phố Hà Nội", "UBND TP", "UBND TP. Hà Nội",
        "Chủ tịch UBND TP",
    ),
    "ubnd-xa-dong-anh": ("Xã Đông Anh", "UBND X. Đông Anh", "Chủ tịch UBND xã Đông Anh", "Chủ tịch xã Đông Anh"),
    "ubnd-phuong-hoan-kiem": ("UBND P. Hoàn Kiếm", "P. Hoàn Kiếm", "UBND phường Hoàn Kiếm, thành phố Hà Nội"),
    "cac-so-ban-nganh": (
        "Các Sở, ban, ngành", "Sở, ban, ngành Thành phố", "sở ban ngành", "Các sở ban ngành", "sở, ngành",
        "Giám đốc, Thủ trưởng các Sở, ban, ngành", "Thủ trưởng các sở", "Các sở, ban, ngành thuộc Thành phố",
    ),
    "ubnd-cap-xa": (
        "UBND các xã, phường", "UBND xã, phường", "UBND xã/phường", "UBND các xã/phường", "các xã, phường",
        "Chủ tịch UBND xã, phường", "Chủ tịch UBND các xã, phường", "UBND phường, xã", "UBND phường xã, đặc khu",
        "UBND cấp xã", "UBND cấp xã, phường", "Các địa phương", "UBND các xã, phường và đặc khu",
        "UBND các xã, phường trên địa bàn Thành phố",
    ),
    "cac-co-quan-don-vi-dia-phuong": (
        "Các cơ quan, đơn vị, địa phương", "cơ quan, đơn vị và địa phương",
        "Thủ trưởng các cơ quan, đơn vị, địa phương",
    ),
}  # fmt: skip
NOBODY_IN_THE_CITY = (
    "Thủ trưởng các cơ quan, đơn vị", "cơ quan, đơn vị", "UBND các cấp", "Các sở", "UBND các xã", "Các viện, trường",
    "Văn phòng của 04 khối cơ quan của hệ thống chính trị", "Tập đoàn Viettel", "Sở KH", "Sở Y tế (STC)", "TC", "TP",
    "Sở Nội vụ tỉnh Bắc Ninh", "Phó Giám đốc Sở Tài chính", "Sở Tài nguyên và Môi trường", "Công an xã Đông Anh",
    "Sở Tài chính (Sở Nội vụ)", "Giám đốc", "BQL Khu CNC HN",
)  # fmt: skip
IN_THE_PROVINCE = {
    "Sở KHCN": "so-khoa-hoc-va-cong-nghe",
    "Sở NN&MT": "so-nong-nghiep-va-moi-truong",
    "Sở VHTTDL": "so-van-hoa-the-thao-va-du-lich",
    "Sở VH, TT & DL": "so-van-hoa-the-thao-va-du-lich",
    "Sở NgV": "so-ngoai-vu",
    "VP UBND tỉnh": "van-phong-ubnd-tinh",
    "UBND xã, phường, đặc khu": "ubnd-cap-xa",
    "Sở Nội vụ tỉnh Khánh Hòa": "so-noi-vu",
    "Các sở, ban, ngành cấp tỉnh": "cac-so-ban-nganh",
    "UBND P. Nha Trang": "ubnd-phuong-nha-trang",
    "Giám đốc Công an tỉnh": "cong-an-tinh",
    "Chủ tịch UBND tỉnh Khánh Hòa": "chu-tich-ubnd-tinh",
    "Bộ trưởng Bộ Nội vụ": "bo-noi-vu",
    "Bộ TP": "bo-tu-phap",
    "Giám đốc Sở TP": "so-tu-phap",
    "Sở TP tỉnh Khánh Hòa": "so-tu-phap",
    "BQL KKT và KCN": "ban-quan-ly-khu-kinh-te",
}


@cache
def city() -> Registry:
    of = Province("thành phố", "Hà Nội")
    given_rows = agency_list.rows_of(agency_list.csv_lines(CITY.encode(), "co-quan.csv"))
    monitor = next(row for row in given_rows if row.name == "Sở Nội vụ")
    return Registry(agencies.registry(given_rows, monitor, committee(of)), of.name)


@cache
def province() -> Registry:
    root = Path(__file__).resolve().parents[2]
    files = {f"plan/{name}": (root / "plan" / name).read_bytes() for name in ("agencies.yaml", "settings.yaml")}
    return load(files).workspace.registry


def department(identity: str, name: str, **fields: object) -> AgencyRow:
    return AgencyRow(identity, name, "department", **fields)  # type: ignore[arg-type]


@pytest.mark.parametrize(("text", "agency"), [(text, id) for id, texts in IN_THE_CITY.items() for text in texts])
def test_a_name_as_officers_of_the_city_write_it_finds_the_agency(text: str, agency: str) -> None:
    assert city().find(text) == Match(agency)


@pytest.mark.parametrize("text", NOBODY_IN_THE_CITY)
def test_a_name_of_no_agency_of_the_city_is_refused(text: str) -> None:
    assert isinstance(city().find(text), Unknown)


@pytest.mark.parametrize(("text", "agency"), IN_THE_PROVINCE.items())
def test_a_name_as_officers_of_the_province_write_it_finds_the_agency(text: str, agency: str) -> None:
    assert province().find(text) == Match(agency)


def test_initials_that_two_agencies_share_name_both() -> None:
    assert province().find("Sở NV") == Several(("so-noi-vu", "so-ngoai-vu"))


def test_a_part_of_a_list_shows_the_whole_list_and_does_not_mean_it() -> None:
    found = city().find("cơ quan, đơn vị")
    assert isinstance(found, Unknown)
    assert "cac-co-quan-don-vi-dia-phuong" in found.nearest


def test_a_place_of_the_same_name_is_not_the_own_one() -> None:
    rows = [AgencyRow("ubnd", "UBND tỉnh", "council"), AgencyRow("ca", "Công an tỉnh", "police")]
    registry = Registry([*rows, AgencyRow("p", "UBND phường Ninh Bình", "commune")], "Ninh Bình")
    assert registry.find("Công an tỉnh Ninh Bình") == Match("ca")
    assert registry.find("UBND Ninh Bình") == Match("ubnd")
    assert registry.find("UBND phường Ninh Bình") == Match("p")
    assert isinstance(registry.find("Công an phường Ninh Bình"), Unknown)


def test_the_name_that_somebody_has_wins_over_another_writing() -> None:
    registry = Registry([department("a", "Sở Tài chính"), department("b", "Sở TC")])
    assert registry.find("sở tc") == Match("b")


@given(st.sampled_from([row.name for row in city().rows]), st.sampled_from(["SỞ TC", "Ban KTNN", "sở vhtt", "Thuế TP"]))
def test_another_agency_never_takes_a_name_in_silence(name: str, alias: str) -> None:
    """A name that found one agency still finds it, or both, when another agency is known by it too."""
    before = city().find(alias)
    other = Registry([*city().rows, department("moi", "Cơ quan mới", aliases=(f"{alias} TP",))], "Hà Nội")
    assert other.find(name) == city().find(name)
    after = other.find(alias)
    if isinstance(before, Match):
        assert after == before or (isinstance(after, Several) and before.id in after.ids)


def test_finding_names_takes_time_in_proportion() -> None:
    def seconds(count: int) -> float:
        rows = [department(f"a{n}", f"Trung tâm Dịch vụ công ích số {n} và Môi trường {n % 97}") for n in range(count)]
        registry = Registry([*rows, AgencyRow("ubnd", "UBND tỉnh", "council")], "Mẫu")
        start = perf_counter()
        for n in range(count):
            assert registry.find(f"Giám đốc Trung tâm DVCI số {n} & Môi trường {n % 97} tỉnh Mẫu") == Match(f"a{n}")
        return perf_counter() - start

    few, many = (min(seconds(count) for _ in range(3)) for count in (300, 1200))
    assert many < 10 * few


def test_variants_of_names_are_printed_ones_too() -> None:
    rows = {row.id: row for row in city().rows}
    assert "sở kh và cn" in city().printed_variants(rows["so-khoa-hoc-va-cong-nghe"])
    assert "ubnd các xã phường" in city().printed_variants(rows["ubnd-cap-xa"])
    shared = Registry([department("a", "Sở Nội vụ"), department("b", "Sở Ngoại vụ")])
    assert all(not shared.printed_variants(row) for row in shared.rows)


def test_a_group_of_some_communes_is_not_all_communes() -> None:
    members = (Member("x", "1/QĐ"),)
    commune = AgencyRow("x", "UBND xã Suối Trong", "commune")
    registry = Registry([commune, AgencyRow("g", "UBND các xã miền núi", "group", members=members)])
    assert isinstance(registry.find("UBND các xã, phường"), Unknown)


@pytest.mark.parametrize(
    ("cell", "agencies"),
    [
        ("Các sở, ngành, đơn vị, địa phương", ("cac-so-ban-nganh", "don-vi", "ubnd-cap-xa")),
        ("Các Sở, ngành, đơn vị liên quan và các địa phương", ("so-nganh-don-vi-lien-quan", "ubnd-cap-xa")),
        ("Sở Tư pháp; sở, ngành liên quan", ("so-tu-phap", "cac-co-quan-don-vi-lien-quan")),
    ],
)
def test_a_list_is_open_only_where_it_says_so(cell: str, agencies: tuple[str, ...]) -> None:
    found = province().cell(cell)
    assert (tuple(each.agency for each in found.named), found.strange) == (agencies, ())
